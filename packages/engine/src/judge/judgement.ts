import { AnswerShapeError, type AnswerReader } from '../write/prompt.ts';
import { RATINGS, VERDICTS, type ClaimVerdict, type Rating } from './judge-request.ts';

/** One vote of a judge. */
export interface Judgement {
  /** By claim, in order. */
  readonly verdicts: readonly ClaimVerdict[];
  /** From 0 to 1. */
  readonly ratings: Readonly<Record<Rating, number>>;
}

/** Reads a judge's answer about so many claims; one that leaves a claim out is no judgement. */
export function readJudgement(answer: AnswerReader, claims: number): Judgement {
  const byClaim = new Map(
    answer
      .at('claims')
      .list()
      .map((item) => [item.at('claim').integer(), item.at('verdict').text()] as const),
  );
  const verdicts = Array.from({ length: claims }, (_, index) => {
    const verdict = VERDICTS.find((known) => known === byClaim.get(index + 1));
    if (verdict === undefined) throw new AnswerShapeError(`the answer has no verdict on claim ${index + 1}`);
    return verdict;
  });
  const ratings = Object.fromEntries(RATINGS.map((rating) => [rating, (rate(answer, rating) - 1) / 4]));
  return { verdicts, ratings: ratings as Record<Rating, number> };
}

function rate(answer: AnswerReader, rating: Rating): number {
  const value = answer.at(rating).integer();
  if (value >= 1 && value <= 5) return value;
  throw new AnswerShapeError(`the answer rates ${rating} as ${value}, not from 1 to 5`);
}

/** What several votes say together; scores are shares from 0 to 1. */
export interface Scores {
  /** Share of the claims that most votes call supported. */
  readonly judgedSupport: number;
  readonly clarity: number;
  readonly relevance: number;
  readonly coherence: number;
  readonly toxicity: number;
  readonly bias: number;
}

/** The scores of at least one vote. */
export function combineVotes(votes: readonly [Judgement, ...Judgement[]]): Scores {
  const claims = votes[0].verdicts.map((_, index) => isSupported(votes, index));
  return {
    judgedSupport: share(claims.filter(Boolean).length, claims.length),
    clarity: mean(votes, 'clarity'),
    relevance: mean(votes, 'relevance'),
    coherence: mean(votes, 'coherence'),
    toxicity: mean(votes, 'toxicity'),
    bias: mean(votes, 'bias'),
  };
}

/** More than half of the votes: a tie is no support. */
export function isSupported(votes: readonly Judgement[], claim: number): boolean {
  return votes.filter(({ verdicts }) => verdicts[claim] === 'supported').length * 2 > votes.length;
}

function mean(votes: readonly Judgement[], rating: Rating): number {
  return share(
    votes.reduce((sum, { ratings }) => sum + ratings[rating], 0),
    votes.length,
  );
}

function share(part: number, whole: number): number {
  return Math.round((1000 * part) / Math.max(1, whole)) / 1000;
}
