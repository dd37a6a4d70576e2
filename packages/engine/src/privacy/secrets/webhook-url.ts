import { matchAt } from '../characters.ts';
import type { Detector } from '../detector.ts';
import { isPlaceholder } from './placeholder.ts';

const SHAPES =
  /hooks\.slack\.com\/(?:services|workflows|triggers)\/[\dA-Z]{8,12}\/[\dA-Z]{8,20}\/[\dA-Za-z/]{16,64}|(?:[a-z]{1,10}\.)?discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[\w-]{60,80}|[\w-]{1,40}\.webhook\.office\.com\/webhookb2\/[\w@/-]{60,250}/y;

const LONGEST_HOST = 60;

/** Addresses that let anybody who knows them post: of Slack, Discord and Teams. */
export const webhookUrl: Detector = {
  name: 'webhook-url',
  category: 'secret',
  trigger: { on: 'words', words: /\.com\/(?:services|workflows|triggers|api\/webhooks|webhookb2)\//g },
  verify(text, at) {
    let { start } = at;
    while (at.start - start < LONGEST_HOST && /[\w.-]/u.test(text.charAt(start - 1))) start -= 1;
    const found = matchAt(SHAPES, text, start);
    if (found === undefined || isPlaceholder(found.slice(-32))) return undefined;
    const scheme = text.startsWith('https://', start - 8) ? start - 8 : start;
    return { kind: 'webhook-url', start: scheme, end: start + found.length };
  },
};
