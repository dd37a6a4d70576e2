import { describe, expect, it } from 'vitest';
import { makeCandidate } from './fixtures/make-parts.ts';
import { rejectSameAnswers } from './same-answer.ts';
import type { AssessedCandidate } from './verdict.ts';

interface Given {
  readonly answer: string;
  readonly section?: string;
  readonly focus?: string;
  readonly score?: number;
}

function assessed(id: string, { answer, section = 's', focus = id, score = 0.5 }: Given): AssessedCandidate {
  const candidate = { ...makeCandidate({ answer, pattern: id, score }), id, section, focus };
  return { candidate, verdict: { accepted: true }, exactKey: id, factKey: id, signature: '' };
}

function keptOf(...candidates: readonly AssessedCandidate[]): string[] {
  return rejectSameAnswers(candidates)
    .filter(({ verdict }) => verdict.accepted)
    .map(({ candidate }) => candidate.id);
}

const LONG = 'Crews splice a rope at both ends.';

describe('rejectSameAnswers', () => {
  it('keeps the better of two records with one answer and one focus', () => {
    const choice = assessed('choice', { answer: 'Splicing ropes', focus: 'ropes', score: 0.4 });
    const heading = assessed('heading', { answer: 'Splicing  Ropes', focus: 'ropes', score: 0.6, section: 't' });
    expect(keptOf(choice, heading)).toEqual(['heading']);
  });

  it('keeps the better of two records of a section that answer with one sentence', () => {
    expect(keptOf(assessed('a', { answer: LONG }), assessed('b', { answer: LONG, score: 0.9 }))).toEqual(['b']);
  });

  it('lets two questions of a section have one short answer, and two sections one sentence', () => {
    expect(keptOf(assessed('a', { answer: 'Yes.' }), assessed('b', { answer: 'Yes.' }))).toEqual(['a', 'b']);
    expect(keptOf(assessed('a', { answer: LONG }), assessed('b', { answer: LONG, section: 't' }))).toEqual(['a', 'b']);
  });
});
