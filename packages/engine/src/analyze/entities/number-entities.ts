import type { Entity, EntityType } from './entity.ts';

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)';
const DAY = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
const YEAR = '(?:1[5-9]\\d\\d|20\\d\\d)';
const WORD_NUMBER =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)';
const NUMBER = `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|${WORD_NUMBER}(?:-${WORD_NUMBER})?)`;
const UNIT =
  '(?:milliseconds?|microseconds?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|century|ms|kB|KB|MB|GB|TB|KiB|MiB|GiB|TiB|bytes?|kilobytes?|megabytes?|gigabytes?|terabytes?|bits?|Mbps|Gbps|Hz|kHz|MHz|GHz|hertz|megahertz|gigahertz|mm|cm|km|millimet(?:er|re)s?|centimet(?:er|re)s?|met(?:er|re)s?|kilomet(?:er|re)s?|miles?|feet|inch(?:es)?|yards?|acres?|hectares?|mg|kg|grams?|kilograms?|pounds?|ounces?|tons?|tonnes?|lit(?:er|re)s?|gallons?|°C|°F|degrees(?: Celsius| Fahrenheit)?|watts?|kilowatts?|volts?|pixels?)';
const MONEY_WORD = '(?:dollars?|euros?|cents|pounds sterling|USD|EUR|GBP|yen|francs?)';

/** In order: of two that overlap, the earlier rule has found more. */
const RULES: ReadonlyArray<readonly [EntityType, RegExp]> = [
  [
    'date',
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${DAY} (?:of )?${MONTH},? ${YEAR}|${MONTH} ${DAY},? ${YEAR}|${MONTH},? ${YEAR}|${MONTH} ${DAY}|${DAY} (?:of )?${MONTH})(?![\\p{L}\\p{N}])`,
      'gu',
    ),
  ],
  ['date', /(?<![\p{N}-])(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\p{N}-])/gu],
  [
    'money',
    new RegExp(
      `(?:US|CA|AU)?[$€£¥] ?(?:\\d[\\d,]*\\d(?:\\.\\d+)?|\\d\\.\\d+|\\d(?= ?(?:million|billion|trillion)))(?: ?(?:million|billion|trillion|[kKMB](?!\\p{L})))?(?: (?:USD|EUR|GBP|CAD|AUD)(?!\\p{L}))?|(?<![\\p{L}\\p{N}.,])${NUMBER} (?:million |billion |trillion )?${MONEY_WORD}(?!\\p{L})`,
      'gu',
    ),
  ],
  ['percentage', new RegExp(`(?<![\\p{L}\\p{N}.,])${NUMBER} ?(?:%|percent(?!\\p{L})|per cent(?!\\p{L}))`, 'gu')],
  ['quantity', new RegExp(`(?<![\\p{L}\\p{N}.,-])${NUMBER}[ -]?${UNIT}(?![\\p{L}\\p{N}]|-old| of freedom)`, 'gu')],
  [
    'version',
    /(?<!\b(?:section|chapter|table|figure|appendix|listing|§) )(?<![\p{L}\p{N}.])(?:v\d+(?:\.\d+)+(?:\.x)?|\d+\.\d+\.(?:\d+|x))(?![\p{L}\p{N}]|\.[\p{L}\p{N}])/giu,
  ],
  ['version', /(?<=\b(?:[Vv]ersions?|[Rr]elease) )\d+(?:\.\d+)*(?:\.x)?(?![\p{L}\p{N}]|\.[\p{L}\p{N}])/gu],
  [
    'date',
    new RegExp(
      `(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter|[Dd]uring|of|early|late|between) )${YEAR}(?![\\p{L}\\p{N}%-])`,
      'gu',
    ),
  ],
];

/** Numbers, months and weekdays that a date or an amount may hide in. */
const LOOKALIKE = new RegExp(
  `\\d|(?<!\\p{L})${WORD_NUMBER} (?:or|to|and) |(?<!\\p{L})(?:${MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Christmas|Easter|Thanksgiving|midnight|noon)|(?<!\\p{L})(?:half|several|few|couple|dozen|hundreds?|thousands?|millions?|billions?|quarter|decades?|century|centuries)(?!\\p{L})|(?<!\\p{L})(?:an?|per|each|every) (?:hour|day|week|month|year|minute|second|mile|inch|dollar)(?!\\p{L})|(?:year|month|day|week)s? (?:ago|later|earlier)`,
  'iu',
);

/** Where sections are spoken of, "4.9.1" may be one of them. */
const SECTIONS = /\bsections?\b|\bchapters?\b|^\d+\.\d/iu;

/** Dates and amounts of a text, in no order, and whether what is left may hold more. `text` is without code and addresses. */
export function findNumbers(text: string): { readonly entities: readonly Entity[]; readonly isDoubtful: boolean } {
  const entities: Entity[] = [];
  let rest = text;
  for (const [type, pattern] of RULES) {
    for (const match of rest.matchAll(pattern)) {
      const end = match.index + match[0].length;
      entities.push({ type, start: match.index, end });
      rest = rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice(end);
    }
  }
  const mayBeSection = SECTIONS.test(text) && entities.some((entity) => entity.type === 'version');
  return { entities, isDoubtful: mayBeSection || LOOKALIKE.test(rest) };
}
