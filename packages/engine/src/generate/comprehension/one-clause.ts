import { BASE_VERBS, isNounLike, thirdPersonBase } from '../../analyze/english/verbs.ts';
import {
  AUXILIARIES,
  COORDINATORS,
  DETERMINERS,
  PERSONAL_PRONOUNS,
  PREPOSITIONS,
  RELATIVES,
  SUBORDINATORS,
} from '../../analyze/english/word-classes.ts';
import { contentStems, wordsOf } from '../../analyze/english/words.ts';

/** Whether nothing is missing of a text: no link was left empty, no code taken out, no place named that is not in it. */
export function isIntact(text: string): boolean {
  return !REMNANT.test(text) && (text.split('`').length - 1) % 2 === 0;
}

/**
 * Whether a sentence says one thing: "The tool checks links and images", but not "The tool checks links and is fast". What
 * is left of a link, or of code that was taken out, makes it none.
 */
export function isOneClause(text: string): boolean {
  return isIntact(text) && !CONTRAST.test(text) && !SPLICE.test(text) && !hasSecondVerb(text);
}

const CONTRAST =
  /[,;—–] ?(?:but|so|while(?! \w+ing)|whereas|although|though|yet|then|not|as(?! well)|since|because|making|meaning|unless)\b|\bso\b(?! that\b)|\bwhile (?!\w+ing)|\binstead\b(?! of\b)|\b(?:but|whereas|i\.e|although|though|however)\b|\S [—–-] |\b(?:he|she) says\b|,? which (?:means|makes)\b/u;

/** "where is incremented", "(example)", "as its name suggests, that.": something is missing here or points away. */
const REMNANT =
  /\b(?:where|and|or|the|an?|of|with|using|via|by|to|in) (?:is|are|will|can|must|should)\b|\((?:for )?(?:examples?|links?|more|docs?|source|here|video|demo|see\b[^)]*)\)|\s[.,]|\bto for example\b|\b(?<word>\p{L}+) \k<word>\b|\b(?:that|those|these|so)\.$|\b(?:above|below|as follows|the following)\b/iu;

/** A second sentence after a comma: "You could walk, you could take the ferry". */
const SPLICE =
  /^(?!(?:To|In|If|By|With|Using|For|When|Before|After|Once)\b).*, (?:you|we|it|they|he|she|there) \p{Ll}+/u;

function hasSecondVerb(text: string): boolean {
  // "checks the range, tells the user and calls `exit`"
  const listed = Array.from(text.matchAll(/(?:,|,? and) (?<verb>\p{Ll}+s) (?:the|an?|your|its|their|`)/gu));
  if (listed.some(({ groups }) => thirdPersonBase(groups?.['verb'] ?? '') !== undefined)) return true;
  return Array.from(text.matchAll(/(?<comma>,?) (?:and|or) (?=(?<after>(?:[^,;.]|\.(?=\S))+))/gu)).some(({ groups }) =>
    opensClause(
      wordsOf(groups?.['after'] ?? '').map(({ lower }) => lower),
      groups?.['comma'] === ',' || /^\p{Lu}/u.test(groups?.['after'] ?? ''),
    ),
  );
}

/** Whether words after "and" begin with a verb, or with a subject and its verb. */
function opensClause(words: readonly string[], isAfterComma: boolean): boolean {
  const [first = '', second = ''] = words;
  if (first.endsWith('ing') && !isAfterComma) return false;
  if (AUXILIARIES.has(first) || NO_NOUN.test(first)) return true;
  if (isVerb(first) || (thirdPersonBase(first) !== undefined && opensPhrase(second))) return true;
  const end = words.findIndex((word) => RELATIVES.has(word) || SUBORDINATORS.has(word));
  const clause = words.slice(0, end === -1 ? undefined : end);
  if (clause.some((word) => AUXILIARIES.has(word) && word !== 'being')) return true;
  // ", and the card stays valid"
  return isAfterComma && clause.slice(1, 6).some((word, at) => isVerbBefore(word, clause[at + 2]));
}

/** Pronouns as subjects, and adverbs before a verb. */
const NO_NOUN =
  /^(?:i|we|you|he|she|it|they|one|there|this|these|that|those|if|when|also|then|thus|therefore|even|only|many|most|some|several|both|others|because|since|although|while|automatically|generally|usually)$/u;

function isVerb(word: string): boolean {
  const base = thirdPersonBase(word);
  return base !== undefined && !isNounLike(base);
}

function opensPhrase(word: string): boolean {
  return DETERMINERS.has(word) || PERSONAL_PRONOUNS.has(word);
}

function isVerbBefore(word: string, next: string | undefined): boolean {
  if (thirdPersonBase(word) === undefined || next === undefined) return false;
  return !PREPOSITIONS.has(next) && !COORDINATORS.has(next);
}

/** Whether the plain form of a verb follows "and": "keep a log and send it to the guild". */
export function joinsSecondAct(text: string): boolean {
  return Array.from(text.matchAll(/\b(?:and|or) (?<verb>\p{Ll}+) (?<next>[\p{L}\x60]+)/gu)).some(
    ({ groups }) =>
      BASE_VERBS.has(groups?.['verb'] ?? '') &&
      (!isNounLike(groups?.['verb'] ?? '') || opensPhrase(groups?.['next'] ?? '')),
  );
}

/** Whether an answer holds so many words of meaning that its question has not. Code is such a word. */
export function saysMore(question: string, answer: string, fewest: number): boolean {
  const asked = new Set(contentStems(question));
  const told = new Set(contentStems(answer).filter((word) => !asked.has(word)));
  return told.size + (answer.match(/`[^`]+`/gu) ?? []).filter((code) => !question.includes(code)).length >= fewest;
}
