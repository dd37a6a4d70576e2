import { wordsOf } from '../../analyze/english/words.ts';

/** Abbreviations of everyday things, which a source may spell out in any words. */
const COMMON = new Set(
  'SMS ID IDs PIN PINs TV PC PCs IT HR FAQ PDF PDFs URL URLs GPS USB OK AM PM a.m p.m CEO MB GB KB km/h EUR USD GBP Wi-Fi Q&A vs DIY UK US USA EU UN'.split(
    ' ',
  ),
);

const DAYS: Readonly<Record<string, string>> = {
  mon: 'monday',
  tue: 'tuesday',
  tues: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  thurs: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
  jan: 'january',
  feb: 'february',
  mar: 'march',
  apr: 'april',
  jun: 'june',
  jul: 'july',
  aug: 'august',
  sep: 'september',
  sept: 'september',
  oct: 'october',
  nov: 'november',
  dec: 'december',
};

/** The whole name of a day or month, in lower case. */
export function wholeNameOf(lower: string): string {
  return Object.hasOwn(DAYS, lower) ? (DAYS[lower] ?? lower) : lower;
}

export function isCommonAbbreviation(text: string): boolean {
  return COMMON.has(text);
}

/** Whether the initials of words of a text, one after the other, make the abbreviation: "UN" of "United Nations". */
export function isAbbreviationOf(abbreviation: string, text: string): boolean {
  const letters = abbreviation.replace(/s$|[.\-/]/gu, '');
  if (!/^\p{Lu}{2,8}$/u.test(letters)) return false;
  const initials = wordsOf(text)
    .flatMap(({ lower }) => (/^(?:of|the|and|for|in)$/u.test(lower) ? [] : lower.split('-')))
    .map((word) => word.charAt(0))
    .join('');
  return initials.includes(letters.toLowerCase());
}
