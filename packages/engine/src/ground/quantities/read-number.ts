import { MULTIPLIERS, ORDINALS, SHARES, SMALL_NUMBERS, TIMES } from './number-words.ts';
import type { Quantity } from './quantity.ts';
import type { Token } from './scan-tokens.ts';
import { unitOf } from './units.ts';

/** A number in a row of tokens. */
export interface NumberRead {
  readonly number: Pick<Quantity, 'kind' | 'amount' | 'isWeak'>;
  readonly start: number;
  readonly end: number;
  /** Index of the token after it. */
  readonly next: number;
}

/** The number that begins at a token, without its unit. */
export function readNumber(text: string, tokens: readonly Token[], index: number): NumberRead | undefined {
  const token = tokens[index];
  if (token === undefined) return undefined;
  const minus = readMinus(text, tokens, index);
  if (minus !== undefined) return minus;
  const plain = readDigits(tokens, index) ?? readWords(tokens, index);
  return plain === undefined ? readArticle(tokens, index) : withHalf(tokens, plain);
}

function make(tokens: readonly Token[], span: readonly [number, number], number: NumberRead['number']): NumberRead {
  const [from, next] = span;
  return { number, start: tokens[from]?.start ?? 0, end: tokens[next - 1]?.end ?? 0, next };
}

/** "Minus 196" and "-196", where the sign joins nothing. */
function readMinus(text: string, tokens: readonly Token[], index: number): NumberRead | undefined {
  const token = tokens[index];
  if (token === undefined || !/^(?:minus|[-−])$/u.test(token.lower)) return undefined;
  const isTouching = tokens[index + 1]?.start === token.end;
  const isJoining = token.kind === 'sign' && (!isTouching || /[\p{L}\d]$/u.test(text.slice(0, token.start).slice(-1)));
  const digits = isJoining ? undefined : readDigits(tokens, index + 1);
  if (digits === undefined) return undefined;
  return { ...digits, start: token.start, number: { ...digits.number, amount: -digits.number.amount } };
}

function readDigits(tokens: readonly Token[], index: number): NumberRead | undefined {
  const token = tokens[index];
  if (token?.kind !== 'number') return undefined;
  const amount = Number(token.text.replaceAll(/[,\u202F\u00A0 ]/gu, ''));
  const following = tokens[index + 1];
  const isTouching = following !== undefined && following.start === token.end;
  if (isTouching && /^(?:st|nd|rd|th)$/u.test(following.lower))
    return make(tokens, [index, index + 2], { kind: 'ordinal', amount });
  // "1.35m" of money, "1k" of anything; "41 m" are metres.
  const isMoney = /^[€$£]$|^(?:eur|usd|gbp)$/u.test(tokens[index - 1]?.lower ?? '');
  if (isTouching && following.lower === 'm' && isMoney)
    return make(tokens, [index, index + 2], { kind: 'count', amount: amount * 1_000_000 });
  return multiplied(tokens, make(tokens, [index, index + 1], { kind: 'count', amount }), index);
}

function multiplied(tokens: readonly Token[], read: NumberRead, from: number): NumberRead {
  let { next } = read;
  let { amount } = read.number;
  for (;;) {
    const word = tokens[next]?.lower ?? '';
    const factor = MULTIPLIERS.get(word);
    if (factor === undefined || (word === 'k' && tokens[next]?.start !== tokens[next - 1]?.end)) break;
    amount *= factor;
    next += 1;
  }
  return make(tokens, [from, next], { ...read.number, amount });
}

/** "Twenty-four", "two hundred and ten", "two thirds", "second", "twice". */
function readWords(tokens: readonly Token[], index: number): NumberRead | undefined {
  const token = tokens[index];
  const first = token?.kind === 'word' ? token.lower : '';
  const times = TIMES.get(first);
  const isPhrase = times === 1 || /^(?:-|check|room|click|bed|sided)$/u.test(tokens[index + 1]?.lower ?? '');
  if (times !== undefined) return make(tokens, [index, index + 1], { kind: 'count', amount: times, isWeak: isPhrase });
  const share = SHARES.get(first);
  if (share !== undefined && !ORDINALS.has(first))
    return make(tokens, [index, index + 1], { kind: 'share', amount: share });
  const ordinal = ORDINALS.get(first);
  if (ordinal !== undefined) return readOrdinal(tokens, index, ordinal);
  const small = SMALL_NUMBERS.get(first);
  if (small === undefined) return undefined;
  const [amount, next] = addSmall(tokens, index, small);
  const shares = SHARES.get(
    tokens[next]?.lower === '-' ? (tokens[next + 1]?.lower ?? '') : (tokens[next]?.lower ?? ''),
  );
  if (shares !== undefined) {
    const end = tokens[next]?.lower === '-' ? next + 2 : next + 1;
    return make(tokens, [index, end], { kind: 'share', amount: amount * shares });
  }
  // "The other one", "no two of them", "below zero".
  const before = tokens[index - 1]?.lower ?? '';
  const isPronoun =
    (first === 'one' && next === index + 1) ||
    before === 'no' ||
    (first === 'zero' && /^(?:below|above)$/u.test(before));
  return multiplied(
    tokens,
    make(tokens, [index, next], { kind: 'count', amount, ...(isPronoun ? { isWeak: true } : {}) }),
    index,
  );
}

/** "Twenty-four" and "twenty four". */
function addSmall(tokens: readonly Token[], index: number, small: number): readonly [amount: number, next: number] {
  if (small < 20) return [small, index + 1];
  const at = tokens[index + 1]?.lower === '-' ? index + 2 : index + 1;
  const units = SMALL_NUMBERS.get(tokens[at]?.lower ?? '') ?? 0;
  return units > 0 && units < 10 ? [small + units, at + 1] : [small, index + 1];
}

/** "First, …" and "a second one" number what is told, not what is so. */
function readOrdinal(tokens: readonly Token[], index: number, amount: number): NumberRead {
  const before = tokens[index - 1]?.lower ?? '';
  const after = tokens[index + 1]?.lower ?? '';
  const isTelling = /^(?:one|time|person|part|party|step|point|thing|reason|option|rule|is|was|,|-)$/u.test(after);
  const isWeak =
    isTelling || amount === 1 || !/^(?:the|a|an|each|every|on|of)$/u.test(before) || /^(?:a|an)$/u.test(before);
  return make(tokens, [index, index + 1], { kind: 'ordinal', amount, ...(isWeak ? { isWeak } : {}) });
}

/** "A dozen", "an hour": one of something that is counted. */
function readArticle(tokens: readonly Token[], index: number): NumberRead | undefined {
  if (!/^an?$/u.test(tokens[index]?.lower ?? '')) return undefined;
  const word = tokens[index + 1]?.lower ?? '';
  const number = { kind: 'count', amount: 1, isWeak: true } as const;
  if (MULTIPLIERS.has(word) && word.length > 1)
    return multiplied(tokens, make(tokens, [index, index + 1], { kind: 'count', amount: 1 }), index);
  if (SHARES.has(word) && !word.endsWith('s') && tokens[index + 2]?.lower === 'of') {
    const amount = SHARES.get(word) ?? 0;
    return withHalf(tokens, make(tokens, [index, index + 2], { kind: 'share', amount, isWeak: true }));
  }
  const isUnit = unitOf(word) !== undefined && word.length > 2 && !ORDINALS.has(word);
  return isUnit ? make(tokens, [index, index + 1], number) : undefined;
}

/** "Two and a half", and "half an hour", "a quarter of an hour". */
function withHalf(tokens: readonly Token[], read: NumberRead): NumberRead {
  const words = tokens.slice(read.next, read.next + 3).map(({ lower }) => lower);
  if (read.number.kind === 'count' && words.join(' ') === 'and a half')
    return {
      ...read,
      number: { ...read.number, amount: read.number.amount + 0.5 },
      end: tokens[read.next + 2]?.end ?? read.end,
      next: read.next + 3,
    };
  if (read.number.kind !== 'share') return read;
  const skipped = /^of an?$/u.test(words.slice(0, 2).join(' ')) ? 2 : /^an?$/u.test(words[0] ?? '') ? 1 : 0;
  const isOfUnit = unitOf(tokens[read.next + skipped]?.lower ?? '') !== undefined;
  return isOfUnit && skipped > 0
    ? { ...read, end: tokens[read.next + skipped - 1]?.end ?? read.end, next: read.next + skipped }
    : read;
}
