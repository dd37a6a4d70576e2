import { FOREIGN_WORDS } from '../../analyze/english/foreign-words.ts';
import { STOP_WORDS } from '../../analyze/english/word-classes.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import type { CheckContext, Defect } from '../check.ts';
import { withoutCodeAndTables, type RecordParts } from '../record-parts.ts';

/** Function words of another language that a sentence of English may hold: names and quotations have one or two. */
const MOST_FOREIGN = 3;
/** Letters of other scripts, per letter of the sentence. */
const MOST_OTHER_SCRIPT = 0.3;
const FEWEST_LETTERS = 12;
/** A passage that is asked for its heading or kind is prose; prose has about 45 of 100 function words. */
const LEAST_ENGLISH = 0.18;
const FEWEST_WORDS = 60;

/** An English document may hold other languages, in a section or in the middle of a paragraph; its records may not. */
export function checkForeignText(
  { candidate, prose, passage, kind }: RecordParts,
  { document }: CheckContext,
): Defect | undefined {
  if (document.language !== 'en') return undefined;
  const words = wordsOf(passage);
  const english = words.filter(({ lower }) => STOP_WORDS.has(lower)).length;
  if (
    candidate.task === 'instruction' &&
    kind === 'label' &&
    words.length >= FEWEST_WORDS &&
    english < words.length * LEAST_ENGLISH
  )
    return { reason: 'wrong-language', detail: `Only ${english} of ${words.length} words are English function words.` };
  for (const sentence of `${prose}\n${withoutCodeAndTables(passage)}`.split(/\n|(?<=[.!?]) /u)) {
    const found = foreignPart(sentence);
    if (found !== undefined)
      return { reason: 'wrong-language', detail: `It holds text that is not English: ${found}.` };
  }
  return undefined;
}

function foreignPart(sentence: string): string | undefined {
  const letters = sentence.match(/\p{L}/gu)?.length ?? 0;
  const others =
    letters < FEWEST_LETTERS
      ? 0
      : (sentence.match(/\P{sc=Latin}/gu)?.filter((character) => /\p{L}/u.test(character)).length ?? 0);
  if (letters >= FEWEST_LETTERS && others > letters * MOST_OTHER_SCRIPT)
    return `${others} of ${letters} letters are of another script`;
  const words = wordsOf(sentence).map(({ lower }) => lower);
  const foreign = words.filter((word) => FOREIGN_WORDS.has(word) && !STOP_WORDS.has(word));
  const english = words.filter((word) => STOP_WORDS.has(word)).length;
  if (foreign.length < MOST_FOREIGN || new Set(foreign).size < 2 || foreign.length * 2 < english) return undefined;
  return `"${foreign.slice(0, MOST_FOREIGN).join('", "')}"`;
}
