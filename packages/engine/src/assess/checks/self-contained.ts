import { contentStems, stem, wordsOf } from '../../analyze/english/words.ts';
import { findDangling, findUnmetAnnouncement } from '../../generate/wording/dangling.ts';
import { opensDependently } from '../../generate/wording/reference.ts';
import type { Defect } from '../check.ts';
import type { RecordParts } from '../record-parts.ts';

/** Whether a record without a passage can be understood without its document. */
export function checkSelfContained({
  candidate,
  question,
  prose,
  answer,
  passage,
  kind,
}: RecordParts): Defect | undefined {
  if (kind !== 'prose') return undefined;
  // A summary is read without its text; other answers to a passage may lean on it.
  if (passage !== '') return candidate.task === 'summarization' ? pointsAway(answer, question) : undefined;
  return (
    pointsAway(answer, question) ??
    unmetAnnouncement(answer) ??
    leaningOpening(question, withoutYesNo(prose)) ??
    leaningEnd(prose)
  );
}

function pointsAway(answer: string, question: string): Defect | undefined {
  const found = findDangling(answer, question);
  return found === undefined
    ? undefined
    : dangling(`The answer points to ${found.what}: "${found.found.slice(0, 60)}".`);
}

function unmetAnnouncement(answer: string): Defect | undefined {
  const found = findUnmetAnnouncement(answer);
  return found === undefined ? undefined : dangling(`The answer announces "${found}" and nothing follows.`);
}

function leaningOpening(question: string, text: string): Defect | undefined {
  const first = text.trimStart().replace(/^(?:[-*•]|\d+[.)])\s+/u, '');
  if (first === '' || !opensDependently(first)) return undefined;
  const [opener, noun] = wordsOf(first);
  if (opener === undefined) return undefined;
  // "It is …", "They are …" and "This process …" answer a question that names the thing.
  const asked = new Set(contentStems(question));
  if (/^(?:this|these|that|those|such)$/u.test(opener.lower) && noun !== undefined && asked.has(stem(noun.lower)))
    return undefined;
  return dangling(`The answer opens with "${opener.text}", which leans on a sentence before it.`);
}

/** "… to recognize and prevent that.": one sentence, and what it is about is in another. */
function leaningEnd(text: string): Defect | undefined {
  const [found] = /\b(?:that|this|these|those)\.$/iu.exec(text.trim()) ?? [];
  return found === undefined || /[.!?]\s/u.test(text.trim())
    ? undefined
    : dangling(`The answer ends with "${found}", which leans on a sentence before it.`);
}

function withoutYesNo(text: string): string {
  return text.replace(/^(?:yes|no)[.,!] /iu, '');
}

function dangling(detail: string): Defect {
  return { reason: 'not-self-contained', detail };
}
