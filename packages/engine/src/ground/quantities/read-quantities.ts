import { boundAt } from './bounds.ts';
import { readClock, readDate } from './read-moments.ts';
import { readNumber, type NumberRead } from './read-number.ts';
import type { Quantity } from './quantity.ts';
import { scanTokens, type Token } from './scan-tokens.ts';
import { unitOf } from './units.ts';

/** The number of a step, list item or citation counts nothing; what goes on day and night is no number either. */
const COUNTS_NOTHING =
  /^[ \t]*(?:[-*•]\s*|\*\*)?\d{1,2}[.)](?=\s)|\(\d{1,2}\)|\[\d{1,3}\]|(?<=\s)\d{1,2}\)(?=\s)|(?<=[.!?;:)]\s)\d{1,2}\.(?=\s\p{Lu}|\s*$)|\b(?:step|point|item|option|rule)\s\d{1,2}\b|\b24\/7\b|\b24 hours a day\b|\b(?:7|seven) days a week\b/gimu;

/** Every number of a text, in order: digits, words, ordinals, shares, times and dates. */
export function quantitiesOf(source: string): Quantity[] {
  const text = source.replaceAll(COUNTS_NOTHING, (number) => ' '.repeat(number.length));
  const tokens = scanTokens(text);
  const found: Quantity[] = [];
  for (let index = 0; index < tokens.length;) {
    const read = readAt(text, tokens, index);
    if (read !== undefined) found.push(...read.quantities);
    index = read?.next ?? index + 1;
  }
  return found;
}

interface Read {
  readonly quantities: readonly Quantity[];
  /** Index of the token after it. */
  readonly next: number;
}

function readAt(text: string, tokens: readonly Token[], index: number): Read | undefined {
  const moment = readDate(text, tokens, index) ?? readClock(text, tokens, index);
  if (moment !== undefined) return moment;
  const token = tokens[index];
  const currency = token !== undefined && token.kind !== 'number' ? currencyOf(token) : undefined;
  const number = readNumber(text, tokens, currency === undefined ? index : index + 1);
  if (token === undefined || number === undefined) return undefined;
  if (currency !== undefined) return one(text, token.start, number, currency);
  const range = readRange(text, tokens, number);
  if (range !== undefined) return range;
  const { unit, next } = unitAfter(text, tokens, number.next);
  const part = /^and a (?<part>half|quarter)\b/u.exec(text.slice(tokens[next]?.start))?.groups?.['part'];
  if (part === undefined || unit === undefined) return one(text, token.start, { ...number, next }, unit);
  const more = { kind: 'count', amount: number.number.amount + (part === 'half' ? 0.5 : 0.25) } as const;
  const end = tokens[next + 2]?.end ?? number.end;
  return one(text, token.start, { ...number, number: more, end, next: next + 3 }, unit);
}

function currencyOf({ lower, kind }: Token): string | undefined {
  const isCurrency = kind === 'sign' ? /[€$£]/u.test(lower) : /^(?:eur|usd|gbp)$/u.test(lower);
  return isCurrency ? unitOf(lower) : undefined;
}

function one(text: string, start: number, read: NumberRead, unit: string | undefined): Read {
  const { number, end, next } = read;
  const isShare = unit === '%';
  // "0.20 euros" and "20 cents", "half an hour" and "30 minutes" are told apart nowhere; a share of a unit is an amount.
  const isPart = number.kind === 'share' && unit !== undefined && !isShare;
  const kind = isShare ? 'share' : isPart ? 'count' : number.kind;
  const size = isPart ? number.amount / 100 : number.amount;
  const amount =
    unit !== undefined && /^[^.,;]{0,24}?\bbelow (?:zero|freezing)\b/iu.test(text.slice(end)) ? -size : size;
  const quantity: Quantity = {
    kind,
    amount,
    ...(unit === undefined || isShare ? {} : { unit }),
    ...(number.isWeak === true && !isOneOfUnit(text.slice(start, end + IN_REACH), unit) ? { isWeak: true } : {}),
    ...boundAt(text, start, end),
    text: text.slice(start, end).trim(),
    start,
    end,
  };
  return { quantities: [quantity], next };
}

/** How far "in" of "one week in four" may be. */
const IN_REACH = 20;

/** "One week" counts weeks; "an hour" may be a turn of phrase, "one week in four" is a share. */
function isOneOfUnit(written: string, unit: string | undefined): boolean {
  return unit !== undefined && /^one (?!\p{L}+ in )/iu.test(written.trim());
}

/** "2–8 °C", "15 to 20 kilograms": both have the unit of the second. */
function readRange(text: string, tokens: readonly Token[], first: NumberRead): Read | undefined {
  const between = tokens[first.next];
  if (between === undefined || !/^(?:[–—-]|to|and|or)$/u.test(between.lower)) return undefined;
  const second = readNumber(text, tokens, first.next + 1);
  if (second === undefined || first.number.kind !== 'count' || second.number.kind !== 'count') return undefined;
  const { unit, next } = unitAfter(text, tokens, second.next);
  const quantities = [first, second].flatMap((read) => one(text, read.start, { ...read, next }, unit).quantities);
  return { quantities, next };
}

/** Words that may stand between a number and its unit. */
const PASSED_OVER = new Set(
  'calendar working business full consecutive additional more further whole entire unused extra paid'.split(' '),
);

/** The unit after a number, past adjectives such as "calendar" and "working". */
function unitAfter(
  text: string,
  tokens: readonly Token[],
  from: number,
): { readonly unit?: string; readonly next: number } {
  let end = tokens[from - 1]?.end ?? 0;
  for (let index = from; index < from + 3; index += 1) {
    const token = tokens[index];
    if (token === undefined || /[^\s(-]/u.test(text.slice(end, token.start))) break;
    end = token.end;
    if (token.lower === 'per' && tokens[index + 1]?.lower === 'cent') return { unit: '%', next: index + 2 };
    const unit = token.kind === 'word' || token.kind === 'sign' ? unitOf(token.lower) : undefined;
    const scale = unit === 'degree' ? unitOf(tokens[index + 1]?.lower ?? '') : undefined;
    if (scale === 'celsius' || scale === 'fahrenheit') return { unit: scale, next: index + 2 };
    if (unit !== undefined) return { unit, next: index + 1 };
    if (!PASSED_OVER.has(token.lower) && token.lower !== '-') break;
  }
  return { next: from };
}
