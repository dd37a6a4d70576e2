import { describe, expect, it } from 'vitest';
import { capFamilies } from './family-cap.ts';
import { makeCandidate } from './fixtures/make-parts.ts';
import type { AssessedCandidate } from './verdict.ts';

function assessed(id: string, pattern: string, section: string, score = 0.5): AssessedCandidate {
  const candidate = { ...makeCandidate({ answer: 'A net.', pattern, score }), id, section };
  return { candidate, verdict: { accepted: true }, exactKey: id, factKey: id, signature: '' };
}

function keptOf(candidates: readonly AssessedCandidate[], text = 'word '.repeat(100)): string[] {
  return capFamilies(candidates, text)
    .filter(({ verdict }) => verdict.accepted)
    .map(({ candidate }) => candidate.id);
}

describe('capFamilies', () => {
  it('keeps the best of a kind that any section could give', () => {
    expect(keptOf([assessed('a', 'write-heading', 's1', 0.4), assessed('b', 'write-heading', 's1', 0.6)])).toEqual([
      'b',
    ]);
  });

  it('prefers a section that gives nothing else to a better score', () => {
    const candidates = [
      assessed('definition', 'definition', 's2'),
      assessed('a', 'write-heading', 's1', 0.4),
      assessed('b', 'write-heading', 's2', 0.6),
    ];
    expect(keptOf(candidates)).toEqual(['definition', 'a']);
  });

  it('allows more in a longer document, and any number of other kinds', () => {
    const headings = ['a', 'b', 'c'].map((id) => assessed(id, 'write-heading', id));
    const definitions = ['a', 'b', 'c', 'd'].map((section) => assessed(`in-${section}`, 'definition', section));
    const ids = definitions.map(({ candidate }) => candidate.id);
    expect(keptOf([...headings, ...definitions], 'word '.repeat(1100))).toEqual(['a', 'b', ...ids]);
  });

  it('lets through one of a section that would be left with nothing, of the kind there is least of', () => {
    const candidates = [
      assessed('a', 'write-heading', 's1', 0.9),
      assessed('b', 'write-heading', 's2', 0.8),
      assessed('c', 'write-heading', 's3', 0.7),
      assessed('d', 'acronym', 's1', 0.9),
      assessed('e', 'acronym', 's3', 0.1),
    ];
    expect(keptOf(candidates)).toEqual(['a', 'b', 'e']);
  });

  it('gives each section to one kind before any section gives two', () => {
    const candidates = [
      assessed('a', 'write-heading', 's1'),
      assessed('b', 'check-statement', 's1', 0.9),
      assessed('c', 'check-statement', 's2', 0.4),
    ];
    expect(keptOf(candidates)).toEqual(['a', 'c']);
  });

  it('fills up with what any paragraph can give, a part of the rest and only where nothing else is', () => {
    const definitions = Array.from({ length: 6 }, (_, index) => assessed(`d${index}`, 'definition', `s${index}`));
    const fillers = ['s0', 'w', 'x', 'y', 'z'].map((id) => assessed(`filler-${id}`, 'correct-mistakes', id));
    expect(keptOf([...definitions, ...fillers]).slice(definitions.length)).toEqual([
      'filler-w',
      'filler-x',
      'filler-y',
    ]);
  });

  it('takes two of them where a document gives nothing else', () => {
    const fillers = ['x', 'y', 'z'].map((id) => assessed(id, 'correct-mistakes', id));
    expect(keptOf(fillers)).toEqual(['x', 'y']);
  });
});
