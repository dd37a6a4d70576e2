import { STOP_WORDS } from '../../analyze/english/word-classes.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import type { CheckContext, Defect } from '../check.ts';
import type { RecordParts } from '../record-parts.ts';

/** Answers shorter than this are not judged: a list of names has no function words in any language. */
const FEWEST_WORDS = 25;
/** English prose has about 45 of 100 function words; other languages and word lists have under 10. */
const LEAST_SHARE = 0.15;

/** An answer taken from an English document must be English: quotations and mixed pages are not. */
export function checkLanguage({ prose }: RecordParts, { document }: CheckContext): Defect | undefined {
  if (document.language !== 'en') return undefined;
  const words = wordsOf(prose);
  if (words.length < FEWEST_WORDS) return undefined;
  const known = words.filter(({ lower }) => STOP_WORDS.has(lower)).length;
  if (known / words.length >= LEAST_SHARE) return undefined;
  return { reason: 'wrong-language', detail: `Only ${known} of ${words.length} words are English function words.` };
}
