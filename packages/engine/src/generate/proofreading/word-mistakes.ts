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

const RULES: readonly MistakeRule[] = [
  { kind: 'confusion', right: new RegExp(WORD, 'gu'), wrong: (word) => CONFUSED.get(word) },
  { kind: 'misspelling', right: new RegExp(WORD, 'gu'), wrong: (word) => MISSPELT.get(word) },
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
];

/** Words that are misspelled or taken for others. */
export function wordMistakes(prose: string): Mistake[] {
  return applyRules(RULES, prose);
}

function joined(phrase: string): string {
  return phrase.replace(' ', '');
}
