import { sha256 } from '../shared/hash.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const MONTH = MONTHS.join('|');

/** "2031-05-04", "4 May 2031", "May 4, 2031": groups that would share a name are numbered, since one regular expression may not. */
const FULL_DATE = new RegExp(
  [
    String.raw`(?<!\d|\d-)(?<year1>(?:19|20)\d{2})-(?<month>\d{2})-(?<day1>\d{2})(?!\d|-\d|T)`,
    String.raw`(?<![\d.])(?<day2>\d{1,2})(?: (?:of )?)(?<name2>${MONTH}),? (?<year2>(?:19|20)\d{2})(?!\d)`,
    String.raw`\b(?<name3>${MONTH}) (?<day3>\d{1,2}),? (?<year3>(?:19|20)\d{2})(?!\d)`,
  ].join('|'),
  'gu',
);
/** A year that the words before it make one; other numbers of this size are amounts, models or standards. */
const YEAR = new RegExp(
  String.raw`(?<=\b(?:in|since|until|till|from|during|before|after|by|years?|early|late|mid|${MONTH})[ -])(?:19|20)\d{2}(?![/:.,-]?\d|[-–]\p{L}|\p{L}|\s?[%°$€£]| \p{Ll}+s\b)`,
  'giu',
);
/** Between the years of a span of time. */
const TO_YEAR = /(?<=(?:19|20)\d{2}(?: to | and |–|-))(?:19|20)\d{2}(?![/:.,-]?\d|\p{L})/gu;
const YEAR_LIKE = /(?:19|20)\d{2}/gu;
const YEAR_DIGITS = 4;
const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b/iu;
const MONTH_NAME = new RegExp(String.raw`\b(?:${MONTH}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b`, 'u');
const LEAP_DAY = new RegExp(String.raw`-02-29|\b29(?:th)?(?: of)? February|February 29\b`, 'u');
const MS_PER_DAY = 86_400_000;
const FARTHEST_YEARS = 9;
const FARTHEST_WEEKS = 40;

/**
 * The texts of one record with all dates moved by the same time. Where every date is a whole one, it is a number of
 * weeks, so that days of the week stay right; else a number of years. Undefined when there are none, or when one of them
 * could not be moved with the others.
 */
export function shiftDates(texts: readonly string[], seed: string): string[] | undefined {
  const bare = texts.map((text) => text.replaceAll(FULL_DATE, ''));
  const hasFull = bare.some((text, index) => text !== texts[index]);
  const isInWeeks = hasFull && !bare.some((text) => hasYear(text) || MONTH_NAME.test(text));
  if (isInWeeks) return moved(texts, (text) => shiftDays(text, amountOf(seed, FARTHEST_WEEKS) * 7));
  if (texts.some((text) => WEEKDAY.test(text) || LEAP_DAY.test(text))) return undefined;
  const years = amountOf(seed, FARTHEST_YEARS);
  return moved(texts, (text) => shiftYears(text, years));
}

function hasYear(text: string): boolean {
  return text.search(YEAR_LIKE) !== -1;
}

/** From 1 to `most`, forward or backward. */
function amountOf(seed: string, most: number): number {
  const number = Number.parseInt(sha256(seed).slice(0, 8), 16);
  const amount = (Math.floor(number / 2) % most) + 1;
  return number % 2 === 0 ? amount : -amount;
}

function moved(texts: readonly string[], move: (text: string) => string | undefined): string[] | undefined {
  const changed: string[] = [];
  for (const text of texts) {
    const other = move(text);
    if (other === undefined) return undefined;
    changed.push(other);
  }
  return changed.some((text, index) => text !== texts[index]) ? changed : undefined;
}

/** Undefined when a date is none, such as 31 February. */
function shiftDays(text: string, days: number): string | undefined {
  let isSound = true;
  const changed = text.replaceAll(FULL_DATE, (...match) => {
    const found = match[0] as string;
    const written = readDate(match.at(-1) as Readonly<Record<string, string | undefined>>);
    const date = dateOf(written);
    if (date === undefined) isSound = false;
    return date === undefined ? found : writeLike(found, written, new Date(date.getTime() + days * MS_PER_DAY));
  });
  return isSound ? changed : undefined;
}

/** A date as it is written; `name` is that of the month where it has one. */
interface WrittenDate {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly name: string | undefined;
  readonly day: string | undefined;
}

function readDate(groups: Readonly<Record<string, string | undefined>>): WrittenDate {
  return {
    year: groups['year1'] ?? groups['year2'] ?? groups['year3'],
    month: groups['month'],
    name: groups['name2'] ?? groups['name3'],
    day: groups['day1'] ?? groups['day2'] ?? groups['day3'],
  };
}

function dateOf({ year, month, name, day }: WrittenDate): Date | undefined {
  const monthIndex = name === undefined ? Number(month) - 1 : MONTHS.findIndex((known) => known === name);
  const date = new Date(Date.UTC(Number(year), monthIndex, Number(day)));
  return date.getUTCMonth() === monthIndex && date.getUTCDate() === Number(day) ? date : undefined;
}

function writeLike(found: string, { name, day, year }: WrittenDate, to: Date): string {
  if (name === undefined) return to.toISOString().slice(0, 10);
  const words = new Map([
    [name, MONTHS[to.getUTCMonth()] ?? name],
    [day, String(to.getUTCDate())],
    [year, String(to.getUTCFullYear())],
  ]);
  return found.replaceAll(/\p{L}+|\d+/gu, (word) => words.get(word) ?? word);
}

/** Undefined when a number may be a year and was not told to be one. */
function shiftYears(text: string, years: number): string | undefined {
  const places = new Set([...text.matchAll(YEAR)].map(({ index }) => index));
  for (const { 0: date, index } of text.matchAll(FULL_DATE)) places.add(index + date.search(YEAR_LIKE));
  for (const { index } of text.matchAll(TO_YEAR)) {
    const before = text.slice(0, index).replace(/(?: to | and |–|-)$/u, '').length - YEAR_DIGITS;
    if (places.has(before)) places.add(index);
  }
  const doubtful = [...text.matchAll(YEAR_LIKE)].some(({ index }) => !places.has(index));
  if (doubtful) return undefined;
  return text.replaceAll(YEAR_LIKE, (year) => String(Number(year) + years));
}
