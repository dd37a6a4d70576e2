import type { TextRange } from '@dsgen/core';
import { isDigit, isTokenCharacter, matchAt } from '../characters.ts';
import type { Detector, Match } from '../detector.ts';
import { isPlaceholder } from './placeholder.ts';

const TELEGRAM = /:AA[\w-]{32,34}(?![\w-])/y;

/** Telegram bot tokens: the bot's number, a colon, and 35 characters that begin with AA. */
export const telegramToken: Detector = {
  name: 'telegram-bot-token',
  category: 'secret',
  trigger: { on: 'sign', sign: ':' },
  verify,
};

function verify(text: string, { start: colon }: TextRange): Match | undefined {
  const found = text.charCodeAt(colon + 1) === 0x41 ? matchAt(TELEGRAM, text, colon) : undefined;
  if (found === undefined || isPlaceholder(found)) return undefined;
  let start = colon;
  while (colon - start < 11 && isDigit(text.charCodeAt(start - 1))) start -= 1;
  // The Bot API puts the token after the word "bot".
  const isFree = !isTokenCharacter(text.charCodeAt(start - 1)) || text.slice(start - 3, start) === 'bot';
  if (colon - start < 8 || colon - start > 10 || !isFree) return undefined;
  return { kind: 'telegram-bot-token', start, end: colon + found.length };
}
