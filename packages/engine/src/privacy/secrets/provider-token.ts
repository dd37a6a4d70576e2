import { isTokenCharacter, matchAt } from '../characters.ts';
import type { Detector, Match } from '../detector.ts';
import { isPlaceholder } from './placeholder.ts';
import { TOKEN_RULES } from './token-rules.ts';

/** Longest part with dots before the long part of a token: `dp.st.production.` */
const LONGEST_HEAD = 48;
/** Characters that say whose token it is, not what it is. */
const PREFIX_LENGTH = 4;

const RULES_BY_START = Map.groupBy(
  TOKEN_RULES.flatMap((rule) => rule.starts.map((start) => ({ start, rule }))),
  ({ start }) => start,
);

/** Tokens that their first characters give away: of cloud providers, code hosts, payment and messaging services. */
export const providerToken: Detector = {
  name: 'provider-token',
  category: 'secret',
  trigger: { on: 'token' },
  verify: (text, { start }) =>
    firstMatch(text, start) ??
    (text.charCodeAt(start - 1) === 0x2e ? firstMatch(text, headOf(text, start)) : undefined),
};

/** Where `SG.` or `dp.st.` before a token begins. */
function headOf(text: string, start: number): number {
  let head = start;
  while (start - head < LONGEST_HEAD && isHeadCharacter(text.charCodeAt(head - 1))) head -= 1;
  return head;
}

function isHeadCharacter(code: number): boolean {
  return code === 0x2e || isTokenCharacter(code);
}

function firstMatch(text: string, start: number): Match | undefined {
  for (const { rule } of RULES_BY_START.get(text.slice(start, start + 2)) ?? []) {
    const found = matchAt(rule.shape, text, start);
    if (found === undefined || isTokenCharacter(text.charCodeAt(start + found.length))) continue;
    if (!isPlaceholder(found.slice(PREFIX_LENGTH))) return { kind: rule.kind, start, end: start + found.length };
  }
  return undefined;
}
