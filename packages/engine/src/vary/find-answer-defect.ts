import type { Candidate } from '@dsgen/core';
import type { Defect } from '../assess/check.ts';
import { checkClaim } from '../ground/check-claim.ts';
import { splitSentences } from '../shared/sentences.ts';
import { findVariationDefect } from './compare-wording.ts';

/**
 * What is wrong with a reworded answer; undefined when it says the same in other words, and every sentence of it passes
 * the rules against the passages that the original cites.
 */
export function findAnswerDefect({ messages, sources, lineage }: Candidate, reworded: string): Defect | undefined {
  const [question, answer] = [messages[0]?.content ?? '', messages[1]?.content ?? ''];
  const problem = findVariationDefect(answer, reworded);
  if (problem !== undefined) return { reason: 'poor-variation', detail: problem };
  const evidence = [...new Set(sources.map(({ quote }) => quote))];
  for (const { start, end } of splitSentences(reworded, 'en')) {
    const statement = reworded.slice(start, end);
    const finding = checkClaim({ statement, evidence, context: [...lineage.headingPath, question] });
    if (finding !== undefined) {
      return { reason: 'unsupported', detail: `${finding.detail} Sentence: ${JSON.stringify(statement)}` };
    }
  }
  return undefined;
}
