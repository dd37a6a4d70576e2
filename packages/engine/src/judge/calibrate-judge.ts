import type { AbortableOptions } from '@dsgen/core';
import { FLAWS } from '../ground/labelled/labelled-fact.ts';
import { labelledAnswers, type LabelledAnswer } from '../ground/labelled/labelled-set.ts';
import { measureRules, type RuleScores } from '../ground/measure-rules.ts';
import type { ModelClient } from '../model/model-client.ts';
import { mapConcurrently } from '../shared/map-concurrently.ts';
import { seededFraction } from '../shared/random.ts';
import { askJudge } from './ask-judge.ts';
import { isSupported } from './judgement.ts';

export interface CalibrateJudgeOptions extends AbortableOptions {
  readonly client: ModelClient;
  /** `provider/name`. */
  readonly model: string;
  /** Default 1. */
  readonly votes?: number;
  /** Judge so many answers of the set, chosen by the seed. Default: all. */
  readonly answers?: number;
  /** Default 0. */
  readonly seed?: number;
  /** Told after each answer. */
  readonly onProgress?: (judged: number, total: number) => void;
}

/** How a judge does on answers of one kind. */
export interface LabelAgreement {
  /** `right`, or how the answers are wrong. */
  readonly label: LabelledAnswer['label'];
  readonly answers: number;
  readonly agreed: number;
}

/** How far a judge agrees with the labels of the set that ships with dsgen. */
export interface Calibration {
  /** Answers that were judged. */
  readonly answers: number;
  /** Answers that no vote came back for. */
  readonly unanswered: number;
  /** Share of the judged answers on which judge and label agree; absent when none was judged. */
  readonly agreement?: number;
  /** Cohen's kappa: agreement beyond chance, 1 at best; absent when none was judged. */
  readonly kappa?: number;
  readonly labels: readonly LabelAgreement[];
  /** How the rules do that come before any judge, on the whole set. */
  readonly rules: RuleScores;
}

const CONCURRENCY = 64;

/** Has a judge look at answers whose label is known, and compares. */
export async function calibrateJudge(options: CalibrateJudgeOptions): Promise<Calibration> {
  const { signal, onProgress } = options;
  const chosen = choose(options);
  let done = 0;
  const judged = await mapConcurrently(
    chosen,
    async (entry) => {
      const isCalledRight = await judge(entry, options);
      onProgress?.((done += 1), chosen.length);
      return { label: entry.label, isRight: entry.label === 'right', isCalledRight };
    },
    { concurrency: CONCURRENCY, ...(signal === undefined ? {} : { signal }) },
  );
  return compare(judged.filter(isJudged), judged.length);
}

function choose({ answers, seed = 0 }: CalibrateJudgeOptions): LabelledAnswer[] {
  const all = labelledAnswers();
  if (answers === undefined) return all;
  const keyed = all.map((entry) => ({ entry, key: seededFraction(`calibrate:${entry.answer}`, seed) }));
  return keyed
    .toSorted((left, right) => left.key - right.key)
    .slice(0, answers)
    .map(({ entry }) => entry);
}

/** Whether the judge calls the answer supported; undefined when no vote came back. */
async function judge({ fact, answer }: LabelledAnswer, options: CalibrateJudgeOptions): Promise<boolean | undefined> {
  const { client, model, votes = 1, seed = 0, signal } = options;
  const { question, evidence, context } = fact;
  const { votes: given } = await askJudge(
    { question, claims: [answer], evidence, context },
    { client, model, votes, seed, chunkId: fact.path, ...(signal === undefined ? {} : { signal }) },
  );
  return given.length === 0 ? undefined : isSupported(given, 0);
}

interface Compared {
  readonly label: LabelledAnswer['label'];
  readonly isRight: boolean;
  readonly isCalledRight: boolean;
}

function isJudged<Entry extends { readonly isCalledRight: boolean | undefined }>(
  entry: Entry,
): entry is Entry & { readonly isCalledRight: boolean } {
  return entry.isCalledRight !== undefined;
}

function compare(judged: readonly Compared[], asked: number): Calibration {
  const labels = (['right', ...FLAWS] as const).map((label) => {
    const own = judged.filter((entry) => entry.label === label);
    return { label, answers: own.length, agreed: own.filter(agrees).length };
  });
  const counts = { answers: judged.length, unanswered: asked - judged.length, labels, rules: measureRules() };
  if (judged.length === 0) return counts;
  const agreement = judged.filter(agrees).length / judged.length;
  const right = judged.filter(({ isRight }) => isRight).length / judged.length;
  const calledRight = judged.filter(({ isCalledRight }) => isCalledRight).length / judged.length;
  const byChance = right * calledRight + (1 - right) * (1 - calledRight);
  const kappa = byChance === 1 ? 1 : (agreement - byChance) / (1 - byChance);
  return { ...counts, agreement: round(agreement), kappa: round(kappa) };
}

function agrees({ isRight, isCalledRight }: Compared): boolean {
  return isRight === isCalledRight;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
