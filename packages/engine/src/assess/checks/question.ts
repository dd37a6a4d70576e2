import { contentStems, countWords } from '../../analyze/english/words.ts';
import type { Defect } from '../check.ts';
import type { RecordParts } from '../record-parts.ts';

/** What makes a question read as machine-made or need its document. */
export function checkQuestion({ candidate, passage }: RecordParts): Defect | undefined {
  const questions = candidate.messages.flatMap(({ role, content }) => (role === 'user' ? [content] : []));
  const [first = '', ...later] = questions;
  const opening = candidate.payload?.choices === undefined ? first : withoutChoices(first);
  const defect = lint(opening) ?? later.map(lintText).find((found) => found !== undefined);
  if (defect !== undefined) return { reason: 'weak-question', detail: defect };
  return passage === '' ? pointsElsewhere(opening) : undefined;
}

/** The lines "A) …" below a question are not part of it. */
function withoutChoices(question: string): string {
  return question.replace(/\n[A-Z]\) [\s\S]*$/u, '');
}

function lint(question: string): string | undefined {
  return lintText(question) ?? (contentStems(question).length === 0 ? 'The question names nothing.' : undefined);
}

/** What any turn of a user may not be; later turns may name nothing: "Why is that?". */
function lintText(question: string): string | undefined {
  const words = countWords(question);
  if (words < 2) return 'The question has fewer than two words.';
  if (words > 45) return `The question has ${words} words.`;
  if (!/[.?]$/u.test(question)) return 'The question does not end as one.';
  if (/\be\.?g\b|\bi\.?e\b|\betc\b|\s[-–—]\s|…|\.\.\./u.test(question)) return 'The question holds an aside.';
  if (/\s{2,}|\s[,.;?]|[,;:][?.]$/u.test(question)) return 'The question has stray punctuation.';
  if (count(question, /\(/gu) !== count(question, /\)/gu)) return 'A parenthesis in the question is not closed.';
  if (count(question, /"/gu) % 2 === 1 || count(question, /“/gu) !== count(question, /”/gu))
    return 'A quotation mark in the question is not closed.';
  if (count(question, /`/gu) % 2 === 1) return 'A code mark in the question is not closed.';
  if (/\b(?<word>\p{L}+) \k<word>\b/iu.test(question) && !/\b(?:that that|had had)\b/iu.test(question))
    return 'A word in the question is doubled.';
  return undefined;
}

const DUMMY_IT =
  /\b(?:is|does|will|can|would) it (?:possible|take|cost|mean|matter|ok|okay|necessary|safe|worth|allowed|better|legal|true|normal|important|make sense)\b/giu;

/** Words that only the document could resolve. */
function pointsElsewhere(question: string): Defect | undefined {
  const text = question.replaceAll(DUMMY_IT, '');
  const found =
    /\b(?:this|these|those|above|below|following|aforementioned|here|latter|former|previous|next (?:section|chapter)|such|same|our|ours|we|us|let's|he|she|him|her|his)\b/iu.exec(
      text,
    ) ?? pronounWithoutNoun(text);
  return found === null ? undefined : { reason: 'not-self-contained', detail: `The question leans on "${found[0]}".` };
}

/** "it" and "they" are fine after a noun they can stand for in the same question; one word before them is just the verb. */
function pronounWithoutNoun(text: string): RegExpExecArray | null {
  const found = /\b(?:it|its|they|them|their|that one)\b/iu.exec(text);
  return found !== null && contentStems(text.slice(0, found.index)).length < 2 ? found : null;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
