import { BASE_VERBS, isNounLike, thirdPersonBase } from '../../analyze/english/verbs.ts';
import { MISSPELT } from './misspellings.ts';
import type { Mistake } from './mistakes.ts';
import { applyRules, type MistakeRule } from './rules.ts';

/** A whole word in small letters: no part of a name, an address or a compound. */
const WORD = String.raw`(?<![\p{L}\p{N}_.@/'’-])\p{Ll}+(?![\p{L}\p{N}_@/'’-]|\.\p{L})`;

/** Words that are taken for each other, and never right in each other's place. */
const CONFUSED: ReadonlyMap<string, string> = new Map([
  ['their', 'there'],
  ['your', "you're"],
  ['its', "it's"],
  ['than', 'then'],
  ['whose', "who's"],
  ['whether', 'weather'],
  ['lose', 'loose'],
  ['advice', 'advise'],
  ['quite', 'quiet'],
]);

const OTHER_NUMBER: ReadonlyMap<string, string> = new Map([
  ['is', 'are'],
  ['are', 'is'],
  ['was', 'were'],
  ['were', 'was'],
  ['has', 'have'],
  ['have', 'has'],
  ['does', 'do'],
]);

/** Nouns that some write with a verb of the other number, what stands for either, and "if it were". */
const EITHER_NUMBER =
  /\b(?:team|staff|government|company|group|committee|media|data|public|majority|number|none|all|any|some|most|rest|who|which|that|what|one|there|here)$|\b(?:if|wish|though|or|nor)\b(?: \S+){1,4}$/iu;

/** "10 hours is": an amount is one thing or many. */
const PLURAL = /[^s]s$/u;

const PARTICIPLES: ReadonlyMap<string, string> = new Map([
  ['written', 'wrote'],
  ['taken', 'took'],
  ['given', 'gave'],
  ['chosen', 'chose'],
  ['seen', 'saw'],
  ['known', 'knew'],
  ['begun', 'began'],
  ['gone', 'went'],
  ['driven', 'drove'],
  ['spoken', 'spoke'],
]);

const RULES: readonly MistakeRule[] = [
  { kind: 'confusion', right: new RegExp(WORD, 'gu'), wrong: (word) => CONFUSED.get(word) },
  { kind: 'misspelling', right: new RegExp(WORD, 'gu'), wrong: (word) => MISSPELT.get(word) },
  { kind: 'agreement', right: new RegExp(WORD, 'gu'), wrong: otherNumber },
  { kind: 'article', right: new RegExp(WORD, 'gu'), wrong: (word, _before, after) => otherArticle(word, after) },
  {
    kind: 'confusion',
    right: /\btoo(?= (?:much|many|long|late|large|big|small|soon|often|high|low|hard|easy|few|little)\b)/gu,
    wrong: () => 'to',
  },
  { kind: 'confusion', right: /(?<=\b(?:to|can|may|will|could|might|would|not) )affect\b/gu, wrong: () => 'effect' },
  {
    kind: 'confusion',
    right: /(?<=\b(?:could|should|would|might|must) )have(?= (?:been|\p{Ll}+ed)\b)/gu,
    wrong: () => 'of',
  },
  { kind: 'confusion', right: /(?<=\p{Ll} )may be(?= \p{Ll})/gu, wrong: () => 'maybe' },
  { kind: 'misspelling', right: /\ba lot\b/gu, wrong: () => 'alot' },
  { kind: 'misspelling', right: /\b(?:at least|even though|in fact|of course|in order)\b/gu, wrong: joined },
  { kind: 'verb form', right: /(?<=\b(?:is|are|was|were|be) )supposed(?= to\b)/gu, wrong: () => 'suppose' },
  {
    kind: 'verb form',
    right: /(?<=\b(?:has|have|had|been|be|is|are|was|were) )\p{Ll}+(?![\p{L}’'-])/gu,
    wrong: (word) => PARTICIPLES.get(word),
  },
  { kind: 'verb form', right: /\b(?:can|must|should) (?=(?<verb>\p{Ll}+)\b)/gu, wrong: withTo },
  { kind: 'verb form', right: /(?<=\b(?:allows?|enables?) (?:you|us|them) )to (?=\p{Ll})/gu, wrong: () => '' },
  {
    kind: 'agreement',
    right: /(?<=(?:^|[.!?] )(?:It|This|He|She) )\p{Ll}+s\b/gu,
    wrong: (verb) => thirdPersonBase(verb),
  },
  { kind: 'agreement', right: /(?<=(?:^|[.!?] )(?:We|You|They) )\p{Ll}+\b/gu, wrong: thirdPerson },
  {
    kind: 'number',
    right:
      /(?<=\b(?:two|three|four|five|six|seven|eight|nine|ten|many|several|few|these|those|various|multiple|both|different) )\p{Ll}{3,}s(?![\p{L}’'-])/gu,
    wrong: singular,
  },
  { kind: 'preposition', right: /(?<=\b(?:depends?|depending) )on\b/gu, wrong: () => 'of' },
  { kind: 'preposition', right: /(?<=\bresponsible )for\b/gu, wrong: () => 'of' },
  { kind: 'preposition', right: /(?<=\b[Aa]ccording )to\b/gu, wrong: () => 'with' },
  { kind: 'preposition', right: /(?<=\bconsists? )of\b/gu, wrong: () => 'from' },
  { kind: 'preposition', right: /(?<=\binterested )in\b/gu, wrong: () => 'on' },
  { kind: 'preposition', right: /(?<=\b[Ii]n addition )to\b/gu, wrong: () => 'of' },
  { kind: 'preposition', right: /(?<=\bsimilar )to\b/gu, wrong: () => 'with' },
];

/** Mistakes in words and their forms, such as those that people who learn the language make. */
export function wordMistakes(prose: string): Mistake[] {
  return applyRules(RULES, prose);
}

function otherNumber(word: string, before: string): string | undefined {
  const other = OTHER_NUMBER.get(word);
  const context = before.trimEnd();
  if (other === undefined || EITHER_NUMBER.test(context)) return undefined;
  return /^(?:is|was|has)$/u.test(word) && PLURAL.test(context) ? undefined : other;
}

function otherArticle(word: string, after: string): string | undefined {
  if (word === 'a' && /^ [bcdfgjklmnpqrtvwz]\p{Ll}{2}/u.test(after)) return 'an';
  return word === 'an' && /^ (?:[ai]\p{Ll}{2}|e[^u\s]\p{Ll}|o[^n\s]\p{Ll})/u.test(after) ? 'a' : undefined;
}

function joined(phrase: string): string {
  return phrase.replace(' ', '');
}

/** "must to follow". */
function withTo(modal: string, _before: string, after: string): string | undefined {
  const verb = /^\p{Ll}+/u.exec(after)?.[0] ?? '';
  return BASE_VERBS.has(verb) && !isNounLike(verb) ? `${modal}to ` : undefined;
}

/** "You needs". */
function thirdPerson(verb: string): string | undefined {
  if (!/^(?:need|want|know)$/u.test(verb) && (!BASE_VERBS.has(verb) || isNounLike(verb))) return undefined;
  if (/[^aeiou]y$/u.test(verb)) return verb.replace(/y$/u, 'ies');
  return /(?:s|x|z|ch|sh|o)$/u.test(verb) ? `${verb}es` : `${verb}s`;
}

/** Of a regular plural: "weeks", "policies"; not of "bus", "class", "analysis" or "processes". */
function singular(noun: string): string | undefined {
  if (/(?:ss|us|is|ses|xes|zes|ches|shes|ves|oes|series|news|means)$/u.test(noun)) return undefined;
  return noun.endsWith('ies') ? noun.replace(/ies$/u, 'y') : noun.slice(0, -1);
}
