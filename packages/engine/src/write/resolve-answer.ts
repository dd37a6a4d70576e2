import type { TextRange } from '@dsgen/core';
import { checkClaim } from '../ground/check-claim.ts';
import type { Defect } from '../assess/check.ts';
import type { Material, SourceSentence } from './material.ts';
import type { CitedSentence, Prompt } from './prompt.ts';

/** An answer that rests on the source: what of it stays, and where the source says so. */
export interface ResolvedAnswer {
  readonly sentences: readonly string[];
  readonly sources: readonly TextRange[];
  /** Share of the model's sentences that the source supports. */
  readonly support: number;
}

export interface ResolveAnswerInput {
  readonly question: string;
  readonly answer: readonly CitedSentence[];
  readonly material: Material;
  readonly prompt: Prompt;
  /** Titles and headings: words that an answer may take from there. */
  readonly context: readonly string[];
}

/**
 * Resolves citations and drops what they do not support. An answer of which nothing is left, or that may not be cut, is
 * a defect; it then names the first sentence that has no support and why.
 */
export function resolveAnswer(input: ResolveAnswerInput): ResolvedAnswer | Defect {
  const { answer, prompt } = input;
  if (answer.length === 0) return { reason: 'unsupported', detail: 'The answer has no sentence.' };
  const checked = answer.map((sentence) => ({ sentence, ...checkSentence(sentence, input) }));
  const supported = checked.filter(({ problem }) => problem === undefined);
  const [first] = checked.filter(({ problem }) => problem !== undefined);
  // What follows a first sentence leans on it.
  const isCut = first !== undefined && (supported.length === 0 || checked[0] === first || prompt.keepsWhole === true);
  if (isCut) {
    return { reason: 'unsupported', detail: `${first.problem ?? ''} Sentence: ${JSON.stringify(first.sentence.text)}` };
  }
  return {
    sentences: supported.map(({ sentence }) => sentence.text),
    sources: supported.flatMap(({ cited }) => cited.map(({ start, end }) => ({ start, end }))),
    support: supported.length / checked.length,
  };
}

interface CheckedSentence {
  readonly cited: readonly SourceSentence[];
  readonly problem?: string;
}

function checkSentence({ text, cites }: CitedSentence, input: ResolveAnswerInput): CheckedSentence {
  const { material, context, question, prompt } = input;
  const stray = cites.find((cite) => material.sentences[cite - 1] === undefined);
  if (stray !== undefined) {
    return { cited: [], problem: `It cites [${stray}]; the source has 1 to ${material.sentences.length}.` };
  }
  const cited = [...new Set(cites)].flatMap((cite) => material.sentences[cite - 1] ?? []);
  if (cited.length === 0) return { cited, problem: 'It cites nothing.' };
  const finding = checkClaim({
    statement: text,
    evidence: cited.map(({ shown }) => shown),
    context: prompt.isScenario === true ? [...context, question] : context,
  });
  return finding === undefined ? { cited } : { cited, problem: finding.detail };
}
