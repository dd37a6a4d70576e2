import { isCommonWord } from '../../analyze/english/common-word.ts';
import type { Mistake } from './mistakes.ts';
import { applyRules, type MistakeRule } from './rules.ts';

const SHORTEST_TYPO = 8;

const RULES: readonly MistakeRule[] = [
  {
    kind: 'typo',
    right: /(?<![\p{L}\p{N}_.@/'’-])\p{Ll}+(?![\p{L}\p{N}_@/'’-]|\.\p{L})/gu,
    wrong: mistyped,
  },
  {
    kind: 'doubled word',
    right: /(?<=\p{Ll} )(?:the|to|of|and|for|with|are|be|from|can|a)(?= \p{Ll})/gu,
    wrong: (word) => `${word} ${word}`,
  },
  {
    kind: 'apostrophe',
    right:
      /\b(?:do|does|did|is|are|was|were|ca|could|should|would|have|has)n['’]t\b|\b(?:you|they)['’]re\b|\b(?:that|what|it)['’]s\b|\b(?:you|we|they)['’]ve\b|\b(?:you|they)['’]ll\b/giu,
    wrong: (word) => word.replace(/['’]/u, ''),
  },
];

/** What a quick hand does: letters swapped or left out, words typed twice, apostrophes forgotten. */
export function typingMistakes(prose: string): Mistake[] {
  return applyRules(RULES, prose);
}

/** Two letters in the middle swapped, or one vowel left out; undefined where that gives another word. */
function mistyped(word: string): string | undefined {
  if (word.length < SHORTEST_TYPO || word === 'thorough') return undefined;
  const written = word.length % 2 === 0 ? withoutVowel(word) : withSwap(word);
  return written === undefined || isCommonWord(written) ? undefined : written;
}

function withSwap(word: string): string | undefined {
  const middle = Math.floor(word.length / 2);
  const at = [middle, middle - 1, middle + 1].find((index) => word[index] !== word[index + 1]);
  return at === undefined
    ? undefined
    : word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
}

/** Not one of two in a row, which some words are written with and without. */
function withoutVowel(word: string): string | undefined {
  const at = word.slice(3, -2).search(/(?<=[^aeiou])[aeiou](?=[^aeiou])/u);
  return at === -1 ? undefined : word.slice(0, at + 3) + word.slice(at + 4);
}
