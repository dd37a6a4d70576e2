import { NUMBER_WORDS } from '../../analyze/english/number-words.ts';

/** A number of a sentence, and another that fits its place. */
export interface NumberChange {
  readonly index: number;
  /** As they stand: "30", "twelve". */
  readonly number: string;
  readonly other: string;
  /** As one would say them: "30 days" and "15", "$500" and "$250". */
  readonly said: string;
  readonly claimed: string;
}

const AMOUNT = String.raw`\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?`;
const IN_WORDS = NUMBER_WORDS.slice(2, 13).join('|');
const WRITTEN = `${AMOUNT}|${IN_WORDS}`;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** Numbers that are names: "step 3", "a level 2 title". */
const NAMED =
  'these|those|both|its|their|between|section|chapter|step|part|level|form|version|title|room|floor|page|figure|table|line|type|phase|act|rule|code|port|tier|class|grade|appendix|the|other|first|last|and|or|to|of';
/** Words before a number that opens a sentence: any other with a capital is the name that the number belongs to. */
const OPENERS = 'After|Within|Every|For|Over|In|At|On|An?|With|Once|About';
const START = String.raw`(?<![\p{L}\p{N}$€£#.,:/–\x60-]|\b(?:${NAMED}) |\b(?!(?:${OPENERS}) )\p{Lu}[\p{L}\p{N}]* )`;
const END = String.raw`(?![\p{L}\p{N}–-]| (?:to|or|and) (?:an? |\d))`;

/** The kinds of numbers that a reader can check, each with its unit. */
const SHAPES: readonly RegExp[] = [
  new RegExp(`${START}(?<number>${AMOUNT})(?<unit>%| percent| per cent)${END}`, 'u'),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?<sign>[$€£])(?<number>${AMOUNT})(?<unit>(?: (?:million|billion))?)${END}`,
    'u',
  ),
  new RegExp(`${START}(?<number>${AMOUNT})(?<unit> ?(?:[KMGT]i?B|ms|px|[kMG]Hz|[MG]bps|km|kg|cm|mm))${END}`, 'u'),
  new RegExp(
    `${START}(?<number>${WRITTEN})(?<unit> (?:(?!(?:in|of|for|to|on|at|by|with|from|or|and|as|if|when|than)\\b)\\p{Ll}+ )?(?!(?:status|does|was|has|is|as)\\b)(?:\\p{Ll}{2,}[^s\\W]s|people|children))(?! (?:to|or|and) (?:an? |\\d))(?![\\p{L}\\p{N}–])`,
    'u',
  ),
  new RegExp(
    `${START}(?<number>${WRITTEN})(?<unit>-(?:day|week|month|year|hour|minute|second|bit|byte|character|page))${END}`,
    'u',
  ),
  new RegExp(String.raw`(?<=\b(?:in|since|until|by) )(?<number>(?:19|20)\d\d)(?<unit>)(?![\p{L}\p{N}–-])`, 'u'),
  new RegExp(String.raw`(?<=\b(?:in|until|by|since|of|from|on) )(?<number>${MONTHS.join('|')})(?<unit>)${END}`, 'u'),
];

/** The only number of a statement, changed; undefined where there is none, or more than one. */
export function otherNumber(statement: string, passage: string): NumberChange | undefined {
  for (const shape of SHAPES) {
    const found = shape.exec(statement);
    const { number = '', unit = '', sign = '' } = found?.groups ?? {};
    if (found === null || number === '') continue;
    const index = found.index + sign.length;
    const before = statement.slice(0, index);
    const after = statement.slice(index + number.length);
    if (isOneOfMany({ before, after, unit }, number) || isEnumerated({ before, after, unit })) return undefined;
    const other = candidates(number, { before, after, unit: sign + unit }).find(
      (candidate) => !new RegExp(String.raw`(?<![\p{L}\p{N}])${candidate}(?![\p{L}\p{N}])`, 'iu').test(passage),
    );
    if (other === undefined) return undefined;
    const isMarked = /^(?:%|-|$)| (?:percent|per cent|million|billion)$/u.test(unit) || sign !== '';
    return {
      index,
      number,
      other,
      said: `${sign}${number}${unit}`,
      claimed: `${sign}${other}${isMarked && unit !== '' ? unit : ''}`,
    };
  }
  return undefined;
}

interface Surroundings {
  readonly before: string;
  readonly after: string;
  /** What it counts, with the sign of a currency; empty for a year. */
  readonly unit: string;
}

/** "Two of four days", "3 nets and 3 lines": which number is meant is not clear, or they hang together. */
function isOneOfMany({ before, after, unit }: Surroundings, number: string): boolean {
  const others = before + after.slice(unit.length);
  const counted = unit.replace(/^[ -]/u, '');
  // "One week (7 days)" says it twice.
  if (before.endsWith('(')) return true;
  return (
    RELATIVE.test(others) || others.includes(number) || (counted !== '' && others.includes(counted.replace(/s$/u, '')))
  );
}

const RELATIVE =
  /\b(?:once|twice|half|double|times|each other|total|average|respectively|between|from)\b|[=+×*/<>]|\d%/u;

/** "Two sources, the sun and the wind": what is counted is named, and another number is at odds with its own statement. */
function isEnumerated({ before, after, unit }: Surroundings): boolean {
  if (TIME.test(unit) || !/^ \p{Ll}/u.test(unit)) return false;
  return /,.* and |\bnamed\b/u.test(after) || /\band .*\b(?:is|are|were) $/u.test(before);
}

const TIME = /\b(?:seconds|minutes|hours|days|weeks|months|years)$/u;

/** What makes a larger number follow from the one given, or a smaller one: "more than 80%" is also more than 40%. */
const LOWER_BOUND =
  /\b(?:at least|minimum of|more than|over|(?:no|not) (?:fewer|less) than|exceeds?|exceeding|above) [$€£]?$/iu;
const UPPER_BOUND =
  /\b(?:at most|up to|(?:no|not) more than|maximum of|within|in|less than|fewer than|under|below|limit(?:ed)? (?:of|to)|until) (?:the )?[$€£]?$/iu;

function candidates(number: string, { before, after, unit }: Surroundings): string[] {
  if (MONTHS.includes(number)) return [4, 7].map((months) => MONTHS[(MONTHS.indexOf(number) + months) % 12] ?? '');
  if (unit === '') return [-3, -5].map((years) => String(Number(number) + years));
  const isLower = LOWER_BOUND.test(before) || /^\S* ?\S* (?:or (?:more|longer|older|above)|minimum)\b/u.test(after);
  const isUpper = UPPER_BOUND.test(before) || /^\S* ?\S* (?:or (?:less|fewer|younger|below)|maximum)\b/u.test(after);
  const isPercent = /%|per ?cent/u.test(unit);
  const place = NUMBER_WORDS.indexOf(number);
  if (place > 0) return (isUpper ? [place - 1, place - 2] : [place + 2, place + 3, place * 2]).flatMap(inWords);
  const value = Number(number.replaceAll(',', ''));
  if (value < 2 || isShareOfWeek(value, after)) return [];
  if (isPercent && value > 40)
    return [isLower ? value + (100 - value) / 2 : value / 2, value - 20].flatMap(like(number));
  return (isUpper ? [value / 2, value / 3] : [value * 2, value * 3]).flatMap(like(number));
}

/** "3 days a week": twice as many are none. */
function isShareOfWeek(value: number, after: string): boolean {
  return value > 3 && /^ days (?:a|per|each) week\b|^ hours (?:a|per|each) day\b/u.test(after);
}

function inWords(place: number): string[] {
  const word = place < 2 ? undefined : NUMBER_WORDS[place];
  return word === undefined ? [] : [word];
}

/** Written as the model is: with as many decimals, and with commas. */
function like(model: string): (value: number) => string[] {
  const decimals = /\.(?<digits>\d+)$/u.exec(model)?.groups?.['digits']?.length ?? 0;
  return (value) => {
    const text = value.toFixed(decimals);
    if (Number(text) !== value || value < 2 || value === 100) return [];
    return [
      model.includes(',') || (value >= 1_000 && model.length < 4) || value >= 10_000
        ? text.replaceAll(/\B(?=(?:\d{3})+(?!\d))/gu, ',')
        : text,
    ];
  };
}
