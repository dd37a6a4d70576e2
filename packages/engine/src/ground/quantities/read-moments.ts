import { CLOCK_WORDS, MONTHS, SMALL_NUMBERS } from './number-words.ts';
import type { Quantity } from './quantity.ts';
import type { Token } from './scan-tokens.ts';

interface Read {
  readonly quantities: readonly Quantity[];
  /** Index of the token after it. */
  readonly next: number;
}

function read(
  text: string,
  tokens: readonly Token[],
  span: readonly [number, number],
  parts: Pick<Quantity, 'kind' | 'amount'>[],
): Read {
  const [from, next] = span;
  const start = tokens[from]?.start ?? 0;
  const end = tokens[next - 1]?.end ?? 0;
  return { quantities: parts.map((part) => ({ ...part, text: text.slice(start, end), start, end })), next };
}

/** A date, and the year with it: "31 March 2026", "March 31st, 2026", "2026-03-31". */
export function readDate(text: string, tokens: readonly Token[], index: number): Read | undefined {
  const token = tokens[index];
  if (token?.kind === 'iso') {
    const [year = 0, month = 0, day = 0] = token.text.split('-').map(Number);
    return read(text, tokens, [index, index + 1], [dateOf(month, day), { kind: 'count', amount: year }]);
  }
  const month = monthAt(tokens, index);
  if (month !== undefined) {
    const day = dayAt(tokens, index + 1);
    return day === undefined ? undefined : withYear(text, tokens, [index, day.next], dateOf(month, day.amount));
  }
  const day = dayAt(tokens, index);
  if (day === undefined) return undefined;
  const at = tokens[day.next]?.lower === 'of' ? day.next + 1 : day.next;
  const named = monthAt(tokens, at);
  return named === undefined ? undefined : withYear(text, tokens, [index, at + 1], dateOf(named, day.amount));
}

function dateOf(month: number, day: number): Pick<Quantity, 'kind' | 'amount'> {
  return { kind: 'date', amount: month * 100 + day };
}

/** "May" and "March" are months only with their capital. */
function monthAt(tokens: readonly Token[], index: number): number | undefined {
  const token = tokens[index];
  return token !== undefined && /^\p{Lu}/u.test(token.text) ? MONTHS.get(token.lower) : undefined;
}

function dayAt(
  tokens: readonly Token[],
  index: number,
): { readonly amount: number; readonly next: number } | undefined {
  const token = tokens[index];
  if (token?.kind !== 'number' || !/^(?:0?[1-9]|[12]\d|3[01])$/u.test(token.text)) return undefined;
  const following = tokens[index + 1];
  const hasSuffix = following?.start === token.end && /^(?:st|nd|rd|th)$/u.test(following.lower);
  return { amount: Number(token.text), next: hasSuffix ? index + 2 : index + 1 };
}

function withYear(
  text: string,
  tokens: readonly Token[],
  span: readonly [number, number],
  date: Pick<Quantity, 'kind' | 'amount'>,
): Read {
  const [from, next] = span;
  const at = tokens[next]?.lower === ',' ? next + 1 : next;
  const year =
    tokens[at]?.kind === 'number' && /^[12]\d{3}$/u.test(tokens[at]?.text ?? '') ? Number(tokens[at]?.text) : undefined;
  if (year === undefined) return read(text, tokens, span, [date]);
  return read(text, tokens, [from, at + 1], [date, { kind: 'count', amount: year }]);
}

const PARTS: ReadonlyMap<string, number> = new Map([
  ['half past', 30],
  ['quarter past', 15],
  ['quarter to', -15],
]);

/** "Half past eight", of the morning or of the evening: too vague to be held against anybody. */
function readPast(text: string, tokens: readonly Token[], index: number): Read | undefined {
  const [first = '', second = '', hour = ''] = tokens.slice(index, index + 3).map(({ lower }) => lower);
  const minutes = PARTS.get(`${first} ${second}`);
  const hours = SMALL_NUMBERS.get(hour) ?? (/^\d{1,2}$/u.test(hour) ? Number(hour) : undefined);
  if (minutes === undefined || hours === undefined) return undefined;
  const { quantities, next } = read(
    text,
    tokens,
    [index, index + 3],
    [{ kind: 'clock', amount: hours * 60 + minutes }],
  );
  return { quantities: quantities.map((quantity) => ({ ...quantity, isWeak: true })), next };
}

/** A time of day: "09:30", "9:30 a.m.", "2 pm", "noon". */
export function readClock(text: string, tokens: readonly Token[], index: number): Read | undefined {
  const token = tokens[index];
  if (token === undefined) return undefined;
  const word = token.kind === 'word' ? CLOCK_WORDS.get(token.lower) : undefined;
  if (word !== undefined) return read(text, tokens, [index, index + 1], [{ kind: 'clock', amount: word }]);
  const past = readPast(text, tokens, index);
  if (past !== undefined) return past;
  const half = /^[ap]\.?m\.?$/u.exec(tokens[index + 1]?.lower ?? '')?.[0].charAt(0);
  const [hour = 0, minute = 0] = token.text.split(':').map(Number);
  const range = tokens[index + 1];
  const end =
    range !== undefined && /^(?:[–—-]|to|and)$/u.test(range.lower) ? readClock(text, tokens, index + 2) : undefined;
  // "1–3 p.m."
  if (
    token.kind === 'number' &&
    half === undefined &&
    hour <= 12 &&
    end !== undefined &&
    tokens[index + 2]?.kind === 'number'
  ) {
    const last = end.quantities[0]?.amount ?? 0;
    const first = read(
      text,
      tokens,
      [index, index + 1],
      [{ kind: 'clock', amount: hour * 60 + (last >= 720 && hour < 12 ? 720 : 0) }],
    );
    return { quantities: [...first.quantities, ...end.quantities], next: end.next };
  }
  const isClock = token.kind === 'clock' || (token.kind === 'number' && half !== undefined && hour <= 12);
  if (!isClock) return undefined;
  const amount = (half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute;
  return read(text, tokens, [index, half === undefined ? index + 1 : index + 2], [{ kind: 'clock', amount }]);
}
