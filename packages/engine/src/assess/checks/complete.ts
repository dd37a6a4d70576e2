import { isFunctionWord } from '../../generate/wording/phrases.ts';
import { countWords } from '../../analyze/english/words.ts';
import type { Defect } from '../check.ts';
import type { RecordParts } from '../record-parts.ts';

/** Answers must be whole: nothing announced and missing, no list item without its sub-list, no sentence cut off. */
export function checkComplete({ answer, passage, kind }: RecordParts): Defect | undefined {
  if (kind !== 'prose') return undefined;
  return findGap(answer.trimEnd()) ?? (passage === '' ? undefined : findPassageGap(passage.trimEnd()));
}

function findGap(answer: string): Defect | undefined {
  if (answer === '') return incomplete('The answer is empty.');
  const opener = /^\p{Ll}+/u.exec(answer)?.[0] ?? '';
  if (isFunctionWord(opener)) return incomplete(`The answer begins in the middle of a sentence: "${opener}".`);
  if (/[:,;(]$/u.test(answer)) return incomplete('The answer ends where something should follow.');
  if (answer.endsWith('?')) return incomplete('The answer ends with a question.');
  if ((answer.match(/^[ \t]*```/gmu) ?? []).length % 2 === 1) return incomplete('A code block is not closed.');
  if (answer.replaceAll(/```[\s\S]*?```/gu, '').split('`').length % 2 === 0)
    return incomplete('A code span is not closed.');
  if ((answer.match(/\(/gu) ?? []).length > (answer.match(/\)/gu) ?? []).length && !answer.includes('```'))
    return incomplete('A parenthesis is not closed.');
  const label = /^(?<label>[^\n]{1,40})\n/u.exec(answer)?.groups?.['label'] ?? '';
  if (/^[\p{L}`]/u.test(label) && !/[.:!?,;)"”]$/u.test(label.trimEnd()))
    return incomplete(`The answer opens with a label: "${label}".`);
  const lastLine = answer.slice(answer.lastIndexOf('\n') + 1);
  const isItem = /^[ \t]*(?:[-*•]|\d+[.)])\s/u.test(lastLine);
  if (
    !isItem &&
    !/^[ \t]*(?:```|\||\*\*)/u.test(lastLine) &&
    !/[.!?…)"”'’\]]$/u.test(lastLine) &&
    countWords(lastLine) > 3
  ) {
    return incomplete('The last sentence has no end.');
  }
  const openItem =
    /^(?<indent> *)(?:[-*•]|\d+[.)]) [^\n]*:\s*\n(?!\k<indent> {1,}|\s*\n[ \t]*(?:```|\|)|\s*```)/mu.exec(
      `${answer}\n`,
    );
  return openItem === null
    ? undefined
    : incomplete(`A list item announces more: "${openItem[0].trim().slice(0, 60)}".`);
}

function findPassageGap(passage: string): Defect | undefined {
  return /[:,;(]$/u.test(passage) ? incomplete('The passage ends where something should follow.') : undefined;
}

function incomplete(detail: string): Defect {
  return { reason: 'incomplete', detail };
}
