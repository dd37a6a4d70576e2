import { countWords } from '../../analyze/english/words.ts';
import { subjectDefect } from '../wording/phrases.ts';
import { NUMBER_WORDS } from '../../analyze/english/number-words.ts';
import { OPPOSITES } from './opposites.ts';

/** Words around which one change does not decide what is said. */
const HEDGED =
  /`|\b(?:only|unless|except|until|but|however|although|though|whether|or not|either|neither|nor|hardly|rather|as well)\b/iu;

/**
 * A statement made false by one change that nobody can overlook, still grammatical: another number, the opposite of a
 * word, or "not" put in or taken out. Undefined where none is certain; a number or word that stands elsewhere in the
 * passage is never taken.
 */
export function falseStatement(statement: string, passage: string): string | undefined {
  if (HEDGED.test(statement)) return undefined;
  return changeNumber(statement, passage) ?? changeWord(statement, passage) ?? changePolarity(statement);
}

const NO_AMOUNT =
  'section|chapter|step|part|level|form|version|title|room|floor|page|figure|table|line|type|phase|act|rule|code|port|one of the|the other|first|last';
const COUNTED = new RegExp(
  String.raw`(?<![\p{L}\p{N}$#.,:/–-]|\b(?:${NO_AMOUNT}) )(?<number>\d{1,3}|${NUMBER_WORDS.slice(2).join('|')})(?= (?:\p{Ll}+ )?\p{Ll}{2,}s\b| (?:percent|people|a\.m\.|p\.m\.|am|pm)\b|%)`,
  'giu',
);

/** "within 30 days" to "within 60 days": the only number of the statement. */
function changeNumber(statement: string, passage: string): string | undefined {
  const [found, ...more] = statement.matchAll(COUNTED);
  const number = found?.groups?.['number'];
  if (found === undefined || number === undefined || more.length > 0 || number === '1' || number === '0')
    return undefined;
  // "Chart 6" is a name.
  if (/^\d/u.test(number) && /\b\p{Lu}\p{L}* $/u.test(statement.slice(0, found.index))) return undefined;
  if (/\d/u.test(statement.replace(number, ''))) return undefined;
  const most = /\b(?:a\.m\.|p\.m\.|[ap]m)(?!\p{L})/iu.test(statement)
    ? 12
    : /%|percent/u.test(statement)
      ? 100
      : Number.POSITIVE_INFINITY;
  const wrong = otherNumbers(number, most).find((other) => !new RegExp(String.raw`\b${other}\b`, 'iu').test(passage));
  return wrong === undefined ? undefined : replaceAt(statement, found.index, number, likeCased(wrong, number));
}

/** Written as the number is: in digits or in words. */
function otherNumbers(number: string, most: number): string[] {
  if (!/^\d/u.test(number)) return NUMBER_WORDS.slice(NUMBER_WORDS.indexOf(number.toLowerCase()) + 2);
  const value = Number(number);
  return [2 * value, 3 * value, value + 5].filter((other) => other <= most).map(String);
}

/** "before you leave" to "after you leave": the word stands once, and its opposite nowhere in the passage. */
function changeWord(statement: string, passage: string): string | undefined {
  if (/\b(?:not|no|cannot)\b|n[’']t\b/u.test(statement)) return undefined;
  for (const { word, other } of OPPOSITES) {
    const [found, ...more] = statement.matchAll(word);
    if (found === undefined || more.length > 0) continue;
    if (new RegExp(String.raw`\b${other}\b`, 'iu').test(passage)) continue;
    const article = /\b(?<article>an?) $/u.exec(statement.slice(0, found.index))?.groups?.['article'];
    if (article !== undefined && /^[aeiou]/u.test(other) !== (article === 'an')) continue;
    return replaceAt(statement, found.index, found[0], other);
  }
  return undefined;
}

const MAIN_VERB = /\b(?<verb>is|are|was|were|can|cannot|must|should|will)\b(?<not> not\b)?/u;
const MOST_SUBJECT_WORDS = 9;
/** After the verb: what would no longer say the opposite, or read badly, with "not" before it. */
const NO_NEGATION =
  /^ (?:never|no|also|often|usually|always|sometimes|still|just|even|then|now|probably|likely|many|some|several|one of|both|already|first|currently|yet|mostly|mainly|largely|entirely)\b|^,/u;
/** Words that go with a negation, or are one. */
const NEGATIVE =
  /\b(?:at least|at most|or more|more than|less than|fewer than|not|no|never|none|nothing|without|any|anyone|anything|yet)\b|n[’']t\b/iu;

/** Another statement after "and": made false, the first leaves the second true. */
const SECOND_CLAUSE = /, and\b|\b(?:and|while|whereas)\b.*\b(?:is|are|was|were|has|have|can|must|should|will)\b/u;

/** "X is Y" to "X is not Y", and back: the main verb, with its whole subject before it. */
function changePolarity(statement: string): string | undefined {
  const found = MAIN_VERB.exec(statement);
  const verb = found?.groups?.['verb'];
  if (found === null || verb === undefined) return undefined;
  const subject = statement.slice(0, found.index).trim();
  const rest = statement.slice(found.index + found[0].length);
  if (!isSubject(subject) || NO_NEGATION.test(rest) || NEGATIVE.test(rest) || SECOND_CLAUSE.test(rest))
    return undefined;
  const isNegative = verb === 'cannot' || found.groups?.['not'] !== undefined;
  const positive = verb === 'cannot' ? 'can' : verb;
  const negative = verb === 'can' ? 'cannot' : `${verb} not`;
  return `${subject} ${isNegative ? positive : negative}${rest}`;
}

function isSubject(subject: string): boolean {
  if (/^you$/iu.test(subject)) return true;
  return countWords(subject) <= MOST_SUBJECT_WORDS && subjectDefect(subject, MOST_SUBJECT_WORDS) === undefined;
}

function replaceAt(text: string, index: number, old: string, other: string): string {
  return text.slice(0, index) + other + text.slice(index + old.length);
}

function likeCased(word: string, model: string): string {
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
