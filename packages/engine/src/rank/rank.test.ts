import { describe, expect, it } from 'vitest';
import { makeCandidate } from '../assess/fixtures/make-parts.ts';
import { featuresOf } from './features.ts';
import { rankCandidate } from './rank-candidate.ts';
import { rank, type Ranker } from './ranker.ts';

const ANSWER = 'A sheet bend is a knot that joins two ropes of different size.';

describe('featuresOf', () => {
  it('gives numbers of the order of one, whatever the record', () => {
    for (const question of ['What is a sheet bend?', 'In the context of the `Knot` API, how do I `tie()`?', 'a', '']) {
      for (const answer of [ANSWER, '```\ncode\n```', '- one\n- two', '', '|a|b|']) {
        const values = Object.values(featuresOf(makeCandidate({ question, answer })));
        expect(values.every((value) => value >= 0 && value <= 3)).toBe(true);
      }
    }
  });

  it('tells the question from the words that tie it to its place', () => {
    const anchored = featuresOf(
      makeCandidate({ question: 'Regarding knots at sea, what is a sheet bend?', answer: ANSWER }),
    );
    const last = featuresOf(
      makeCandidate({ question: 'Explain sheet bends in the context of knots.', answer: ANSWER }),
    );
    const bare = featuresOf(makeCandidate({ question: 'What is a sheet bend?', answer: ANSWER }));
    expect([anchored['hasAnchor'], last['hasAnchor'], bare['hasAnchor']]).toEqual([1, 1, 0]);
    expect(anchored['questionWords']).toBe(bare['questionWords']);
  });

  it('sees a title that was lowered by half', () => {
    const half = featuresOf(makeCandidate({ question: 'Explain tying Knots with two hands.', answer: ANSWER }));
    expect(half['questionMixedCase']).toBe(1);
  });
});

describe('rank', () => {
  const ranker: Ranker = { bias: -1, patterns: { definition: 1 }, weights: { questionWords: 2 } };

  it('adds up what it has learned', () => {
    expect(rank(ranker, 'definition', { questionWords: 0 })).toBe(0.5);
    expect(rank(ranker, 'definition', { questionWords: 1 })).toBeCloseTo(0.8808, 4);
  });

  it('says nothing of a pattern it has not seen', () => {
    expect(rank(ranker, 'limerick', { questionWords: 1 })).toBeUndefined();
  });
});

describe('rankCandidate', () => {
  it('ranks a record that stands alone, the same each time', () => {
    const candidate = makeCandidate({ question: 'What is a sheet bend?', answer: ANSWER });
    const ranked = rankCandidate(candidate);
    expect(ranked?.score).toBeGreaterThan(ranked?.least ?? 1);
    expect(rankCandidate(candidate)).toEqual(ranked);
  });

  it('prefers an answer that speaks of its subject to one that tells a story', () => {
    const sound = rankCandidate(makeCandidate({ question: 'What is a sheet bend?', answer: ANSWER }));
    const story = 'Now we first tie our rope as we already did before, and then it holds!';
    const told = rankCandidate(makeCandidate({ question: 'What is a sheet bend?', answer: story }));
    expect(sound?.score).toBeGreaterThan(told?.score ?? 1);
  });

  it('leaves records with a passage and unknown patterns alone', () => {
    expect(rankCandidate(makeCandidate({ answer: ANSWER, passage: ANSWER }))).toBeUndefined();
    expect(rankCandidate(makeCandidate({ answer: ANSWER, pattern: 'limerick' }))).toBeUndefined();
  });
});
