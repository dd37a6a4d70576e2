import type { TextRange } from '@dsgen/core';
import { checkClaim } from '../ground/check-claim.ts';
import type { Defect } from '../assess/check.ts';
import type { Material, SourceSentence } from './material.ts';
import type { CitedSentence, Prompt, WrittenTurn } from './prompt.ts';

/** An answer that rests on the source: what of it stays, and where the source says so. */
export interface ResolvedAnswer {
  readonly sentences: readonly string[];
  readonly sources: readonly TextRange[];
  /** Share of the model's sentences that the source supports. */
  readonly support: number;
}

export interface ResolveAnswerInput {
  readonly question: string;
  readonly lead?: WrittenTurn['lead'];
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
  const premise = findPremise(input);
  if (premise !== undefined) return { reason: 'unsupported', detail: `The question: ${premise}` };
  const checked = answer.map((sentence) => ({ sentence, ...checkSentence(sentence, input) }));
  const supported = checked.filter(({ problem }) => problem === undefined);
  const [first] = checked.filter(({ problem }) => problem !== undefined);
  // What follows a first sentence leans on it.
  const isCut = first !== undefined && (supported.length === 0 || checked[0] === first || prompt.keepsWhole === true);
  if (isCut) {
    return { reason: 'unsupported', detail: `${first.problem ?? ''} Sentence: ${JSON.stringify(first.sentence.text)}` };
  }
  const cited = [...new Set(supported.flatMap((entry) => entry.cited))];
  const { fewestCites = 1 } = prompt;
  if (cited.length < fewestCites) {
    return { reason: 'unsupported', detail: `It rests on ${cited.length} source sentences, not on ${fewestCites}.` };
  }
  const problem = input.lead === undefined ? undefined : findProblem(input.lead.claim, cited, input);
  if (problem !== undefined) return { reason: 'unsupported', detail: problem };
  return {
    sentences: supported.map(({ sentence }) => sentence.text),
    sources: cited.map(({ start, end }) => ({ start, end })),
    support: supported.length / checked.length,
  };
}

/** A number or name in the question that nothing of the source has: the question takes for true what nobody said. */
function findPremise({ question, material, context, prompt }: ResolveAnswerInput): string | undefined {
  if (prompt.isScenario === true || prompt.hasFreeQuestion === true) return undefined;
  const statement = question.replace(/\n[A-Z]\) [\s\S]*$/u, '');
  const finding = checkClaim({ statement, evidence: evidenceOf(material.sentences), context });
  return finding?.kind === 'number' || finding?.kind === 'name' ? finding.detail : undefined;
}

interface CheckedSentence {
  readonly cited: readonly SourceSentence[];
  readonly problem?: string;
}

function checkSentence({ text, cites }: CitedSentence, input: ResolveAnswerInput): CheckedSentence {
  const { material } = input;
  const stray = cites.find((cite) => material.sentences[cite - 1] === undefined);
  if (stray !== undefined) {
    return { cited: [], problem: `It cites [${stray}]; the source has 1 to ${material.sentences.length}.` };
  }
  const cited = [...new Set(cites)].flatMap((cite) => material.sentences[cite - 1] ?? []);
  if (cited.length === 0) return { cited, problem: 'It cites nothing.' };
  const problem = findProblem(text, cited, input);
  return problem === undefined ? { cited } : { cited, problem };
}

/** Why a statement does not follow from source sentences; undefined when rules find nothing. */
function findProblem(
  statement: string,
  cited: readonly SourceSentence[],
  { context, question, prompt }: Pick<ResolveAnswerInput, 'context' | 'question' | 'prompt'>,
): string | undefined {
  return checkClaim({
    statement,
    evidence: evidenceOf(cited),
    context: prompt.isScenario === true ? [...context, question] : context,
  })?.detail;
}

/** A row of a table says little without the names of its columns. */
function evidenceOf(cited: readonly SourceSentence[]): string[] {
  return [...new Set(cited.flatMap(({ header, shown }) => (header === undefined ? [shown] : [header, shown])))];
}

/** Whether rules find anything wrong with a statement, by all that the model saw. */
export function isToldWrong(statement: string, input: Pick<ResolveAnswerInput, 'material' | 'context'>): boolean {
  const evidence = evidenceOf(input.material.sentences);
  return checkClaim({ statement, evidence, context: input.context }) !== undefined;
}
