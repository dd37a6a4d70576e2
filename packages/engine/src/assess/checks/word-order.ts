import type { CheckContext, Defect } from '../check.ts';
import { withoutCodeAndTables, type RecordParts } from '../record-parts.ts';

/** Neighbours that no English sentence has: an article before a preposition, a preposition before an infinitive. */
const IMPOSSIBLE =
  /\b(?:(?:the|an?) (?:of|and|from|by|with|the|an?|is|are|was|were|which|because|not)|(?:of|from|by) (?:and|or|of|is|are)|for to [a-z]+|(?:can|must|will|should|may) please to|please to (?!be )[a-z]+|please to be|to the be|are to be [a-z]+ [a-z]+ing)\b/giu;

/** Different ones: one that is repeated is a name or a command, such as the `or` operator. */
const FEWEST = 2;
/** In so many words there is room for one of them, in a quotation or by a slip. */
const WORDS_PER_SLIP = 120;

/** Text that was put together by chance or by a bad translation has the words of English and not its order. */
export function checkWordOrder({ prose, passage }: RecordParts, { document }: CheckContext): Defect | undefined {
  if (document.language !== 'en') return undefined;
  const text = `${prose}\n${withoutCodeAndTables(passage)}`;
  const found = text.match(IMPOSSIBLE) ?? [];
  const different = new Set(found.map((pair) => pair.toLowerCase()));
  if (different.size < FEWEST || found.length * WORDS_PER_SLIP < text.split(/\s+/u).length) return undefined;
  const examples = [...different].slice(0, 3).join('", "');
  return { reason: 'wrong-language', detail: `Its words are in no order of English: "${examples}".` };
}
