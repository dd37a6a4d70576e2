import { wordsOf, type Word } from '../analyze/english/words.ts';

/** A number of a text with what it counts, as far as the text says. */
export interface Quantity {
  /** Canonical: `1500`, `22:00`, `4th`, `03-31`. */
  readonly value: string;
  /** Stem of the unit or thing that follows it: `hour`, `%`, `euro`. */
  readonly unit?: string;
  /** `least` and `most` where the text bounds it. */
  readonly bound?: 'least' | 'most';
  /** As written. */
  readonly text: string;
  readonly start: number;
}

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, index) => [word, index] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10] as const),
  ['hundred', 100],
  ['thousand', 1000],
  ['dozen', 12],
  ['twice', 2],
  ['double', 2],
  ['triple', 3],
]);

const ORDINALS: ReadonlyMap<string, number> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, index) => [word, index + 1]),
);

const MONTHS: ReadonlyMap<string, number> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .map((word, index) => [word, index + 1]),
);

/** Fractions are quantities too; "half" alone is often a part of a name such as "half day", so it needs its noun. */
const FRACTIONS: ReadonlyMap<string, string> = new Map([
  ['half', '1/2'],
  ['third', '1/3'],
  ['thirds', '1/3'],
  ['quarter', '1/4'],
  ['quarters', '1/4'],
]);

/** Units as people write them, by the one form they are compared in. */
const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    second: 'second seconds sec secs s',
    minute: 'minute minutes min mins',
    hour: 'hour hours hr hrs h hourly',
    day: 'day days daily',
    week: 'week weeks weekly',
    month: 'month months monthly',
    year: 'year years yearly annual annually',
    quarter: 'quarter quarters',
    '%': '% percent percentage per-cent',
    euro: 'euro euros € eur',
    dollar: 'dollar dollars $ usd',
    pound: 'pound pounds £ gbp',
    character: 'character characters',
    metre: 'metre metres meter meters m',
    kilometre: 'kilometre kilometres kilometer kilometers km',
    centimetre: 'centimetre centimetres centimeter centimeters cm',
    millimetre: 'millimetre millimetres millimeter millimeters mm',
    gram: 'gram grams g',
    kilogram: 'kilogram kilograms kg',
    tonne: 'tonne tonnes ton tons',
    litre: 'litre litres liter liters l',
    celsius: 'celsius °c',
    fahrenheit: 'fahrenheit °f',
    kelvin: 'kelvin kelvins k',
    byte: 'byte bytes b',
    kilobyte: 'kilobyte kilobytes kb kib',
    megabyte: 'megabyte megabytes mb mib',
    gigabyte: 'gigabyte gigabytes gb gib',
    request: 'request requests',
  }).flatMap(([unit, names]) => names.split(' ').map((name) => [name, unit] as const)),
);

const NUMERIC =
  /(?<time>\b\d{1,2}:\d{2}\b)|(?<isoDate>\b\d{4}-\d{2}-\d{2}\b)|(?:(?<currency>[€$£])\s?)?(?<![\p{L}\d.])(?<number>\d{1,3}(?:[,\u202F\u00A0]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<suffix>st|nd|rd|th|[ap]m)?(?![\p{L}\d])\s?(?<percent>%)?/gu;

/** The number of a step or list item counts nothing. */
const LIST_NUMBERS = /^[ \t]*\d{1,2}[.)](?=\s)/gmu;

/** Every number of a text, in order: digits, words, ordinals, times and dates. */
export function quantitiesOf(source: string): Quantity[] {
  const text = source.replaceAll(LIST_NUMBERS, (number) => ' '.repeat(number.length));
  const words = wordsOf(text);
  return [...numerals(text, words), ...numberWords(text, words)].toSorted((left, right) => left.start - right.start);
}

function* numerals(text: string, words: readonly Word[]): Generator<Quantity> {
  for (const match of text.matchAll(NUMERIC)) {
    const { time, isoDate, number = '', suffix, percent, currency } = match.groups ?? {};
    const start = match.index;
    const shared = { text: match[0].trim(), start };
    const value = time?.padStart(5, '0') ?? isoDate ?? number.replaceAll(/[,\u202F\u00A0]/gu, '').replace(/\.0+$/u, '');
    const end = start + match[0].length;
    if (time !== undefined || isoDate !== undefined) yield { ...shared, value };
    else if (suffix !== undefined && /[ap]m/u.test(suffix)) yield { ...shared, value: clock(number, suffix) };
    else if (suffix !== undefined) yield { ...shared, value: `${value}th`, ...unitAfter(text, words, end) };
    else if (percent !== undefined) yield { ...shared, value, unit: '%', ...boundBefore(text, start, end) };
    else if (currency !== undefined)
      yield { ...shared, value, unit: UNITS.get(currency) ?? currency, ...boundBefore(text, start, end) };
    else
      yield (
        monthDay(text, words, { start, end, value }) ?? {
          ...shared,
          value,
          ...unitAfter(text, words, end),
          ...boundBefore(text, start, end),
        }
      );
  }
}

function clock(number: string, suffix: string): string {
  const hour = (Number(number) % 12) + (suffix === 'pm' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:00`;
}

/** Index of the first word that begins at or after an offset. */
function firstWordFrom(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBeside(word: Word | undefined, at: { readonly start: number; readonly end: number }): boolean {
  return word !== undefined && word.start - at.end <= 4 && at.start - word.end <= 1;
}

/** "31 March" and "March 31". */
function monthDay(
  text: string,
  words: readonly Word[],
  at: { start: number; end: number; value: string },
): Quantity | undefined {
  const index = firstWordFrom(words, at.end);
  const near = [words[index], words[firstWordFrom(words, at.start) - 1]].filter((word) => isBeside(word, at));
  const isDay = /^(?:[12]?\d|3[01])$/u.test(at.value);
  for (const word of near) {
    const month = word === undefined ? undefined : MONTHS.get(word.lower);
    // "may" is a month only with its capital.
    if (month === undefined || word === undefined || !isDay || !/^\p{Lu}/u.test(word.text)) continue;
    const value = `${String(month).padStart(2, '0')}-${at.value.padStart(2, '0')}`;
    return {
      value,
      text: text.slice(Math.min(at.start, word.start), Math.max(at.end, word.end)).trim(),
      start: at.start,
    };
  }
  return undefined;
}

function* numberWords(text: string, words: readonly Word[]): Generator<Quantity> {
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) continue;
    const { lower, start, end } = word;
    const parts = lower.split('-');
    const values = parts.map((part) => NUMBER_WORDS.get(part));
    const known = values.filter((value) => value !== undefined);
    if (known.length === parts.length) {
      const next = words[index + 1];
      const scale = next === undefined ? undefined : NUMBER_WORDS.get(next.lower);
      const isScaled = (scale === 100 || scale === 1000) && text.slice(end, next?.start).trim() === '';
      const base = known.reduce((sum, value) => sum + value, 0);
      if (isScaled) index += 1;
      const last = isScaled ? (next ?? word) : word;
      const unit = unitAfter(text, words, last.end);
      const value = String(isScaled ? base * (scale ?? 1) : base);
      // "one" is a pronoun unless it counts something known.
      if (lower === 'one' && unit.unit === undefined) continue;
      yield { value, text: text.slice(start, last.end), start, ...unit, ...boundBefore(text, start, last.end) };
    } else if (ORDINALS.has(lower)) {
      yield* ordinal(text, words, word);
    } else if (
      parts.length === 2 &&
      parts[1] !== undefined &&
      NUMBER_WORDS.has(parts[0] ?? '') &&
      UNITS.has(parts[1])
    ) {
      // "one-hour", "six-week"
      yield {
        value: String(NUMBER_WORDS.get(parts[0] ?? '')),
        unit: UNITS.get(parts[1]) ?? parts[1],
        text: word.text,
        start,
      };
    } else if (FRACTIONS.has(lower)) {
      yield { value: FRACTIONS.get(lower) ?? '', text: word.text, start };
    }
  }
}

function* ordinal(
  text: string,
  words: readonly Word[],
  { lower, start, end, text: written }: Word,
): Generator<Quantity> {
  const unit = unitAfter(text, words, end);
  const isSequence = /^\s*,/u.test(text.slice(end));
  // "First, …" and "a second one" number what is told, not what is so.
  const isNext = /^\s+(?:one|time|person|part|step)\b/iu.test(text.slice(end));
  if (isSequence || isNext || (lower === 'first' && unit.unit === undefined)) return;
  yield { value: `${ORDINALS.get(lower) ?? ''}th`, text: written, start, ...unit };
}

const RATE = /\b(?<article>per|each|every|an?)\s+(?:calendar |working |single )?(?<unit>\p{L}+)/giu;

/** Units that something is counted by: `week` of "per week" and "weekly". */
export function ratesOf(text: string): ReadonlySet<string> {
  const found = [...text.matchAll(RATE)].map(({ groups }) => UNITS.get((groups?.['unit'] ?? '').toLowerCase()));
  const adverbs = wordsOf(text).map(({ lower }) => (lower.endsWith('ly') ? UNITS.get(lower) : undefined));
  return new Set([...found, ...adverbs].filter((unit) => unit !== undefined));
}

/** The units that a text counts one of: "a week". */
export function singleUnitsOf(text: string): ReadonlySet<string> {
  const found = [...text.matchAll(RATE)].filter(({ groups }) => /^an?$/iu.test(groups?.['article'] ?? ''));
  return new Set(found.map(({ groups }) => UNITS.get((groups?.['unit'] ?? '').toLowerCase()) ?? ''));
}

/** The unit after a number, past adjectives such as "calendar" and "working". */
function unitAfter(text: string, words: readonly Word[], end: number): { readonly unit?: string } {
  const symbol = /^\s?(?<symbol>[%€$£]|°[CF])/u.exec(text.slice(end, end + 4))?.groups?.['symbol'];
  if (symbol !== undefined) return { unit: UNITS.get(symbol.toLowerCase()) ?? symbol };
  const index = firstWordFrom(words, end);
  const following = words.slice(index, index + 3);
  let from = end;
  for (const { lower, start, end: wordEnd } of following) {
    if (/[^\s\-(]/u.test(text.slice(from, start))) return {};
    const unit = UNITS.get(lower);
    if (unit !== undefined) return { unit };
    from = wordEnd;
    if (!PASSED_OVER.has(lower)) return {};
  }
  return {};
}

const PASSED_OVER = new Set(
  'calendar working business full half consecutive additional more further whole entire unused degrees degree night hundred thousand extra paid'.split(
    ' ',
  ),
);

const LEAST =
  /(?:\bat least|\bno (?:less|fewer) than|\bnot (?:less|fewer) than|\bminimum (?:of|is)?|\bmore than|\bover|\babove|\bexceed(?:s|ing)?|\bfrom|\blonger than|\bgreater than)\s*(?:a |an |the |about )?$/iu;
const MOST =
  /(?:\bat most|\bno (?:more|longer|later) than|\bnot (?:more|longer) than|\bmaximum (?:of|is)?|\bup to|\bless than|\bfewer than|\bunder|\bbelow|\bwithin|\bshorter than|\buntil)\s*(?:a |an |the |about )?$/iu;
const LEAST_AFTER = /^\s*(?:\S+\s+){0,2}?(?:or (?:more|above|longer|over)|at least|minimum)\b/iu;
const MOST_AFTER = /^\s*(?:\S+\s+){0,2}?(?:or (?:less|fewer|below|under)|at most|maximum)\b/iu;

function boundBefore(text: string, start: number, end: number): { readonly bound?: 'least' | 'most' } {
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 40);
  if (MOST.test(before) || MOST_AFTER.test(after)) return { bound: 'most' };
  if (LEAST.test(before) || LEAST_AFTER.test(after)) return { bound: 'least' };
  return {};
}

/** Words that numbers are written with: they are compared as numbers, never as words. */
export function isNumberWord(lower: string): boolean {
  return lower.split('-').every((part) => NUMBER_WORDS.has(part)) || ORDINALS.has(lower) || FRACTIONS.has(lower);
}
