import { describe, expect, it } from 'vitest';
import { EarlierCandidates } from './earlier-candidates.ts';
import { documentIdOf, makeCandidate, textOf } from './fixtures/processed.ts';

function candidate(document: string, name: string, focus = name) {
  return makeCandidate({
    documentId: documentIdOf(document),
    question: `What is ${name}?`,
    answer: textOf(name, 80),
    section: name,
    focus,
  });
}

describe('EarlierCandidates', () => {
  it('names the first of several that have the same text', () => {
    const earlier = new EarlierCandidates();
    const [first, second] = [candidate('a.md', 'net'), candidate('b.md', 'net')];
    earlier.add(first);
    earlier.add(second);
    expect(earlier.findRepeated(candidate('c.md', 'net'), 0.8)?.lostTo).toBe(first.candidate.id);
  });

  it('answers the same for a text that is new, however often another came before', () => {
    const [once, often] = [new EarlierCandidates(), new EarlierCandidates()];
    for (const name of ['net', 'knot', 'rope']) once.add(candidate('a.md', name));
    for (let copy = 0; copy < 300; copy += 1)
      for (const name of ['net', 'knot', 'rope']) often.add(candidate(`${copy}.md`, name));
    const near = makeCandidate({
      documentId: documentIdOf('z.md'),
      question: 'What is knot?',
      answer: `${textOf('knot', 80)} more`,
      section: 'z',
      focus: 'bend',
    });
    for (const earlier of [once, often]) {
      expect(earlier.findRepeated(near, 0.8)?.reason).toBe('near-duplicate');
      expect(earlier.findRepeated(candidate('z.md', 'sail'), 0.8)).toBeUndefined();
      expect(earlier.findRepeated(candidate('z.md', 'mast', 'rope'), 0.8)?.reason).toBe('same-fact');
    }
  });

  it('knows what a repeated text is about, too', () => {
    const earlier = new EarlierCandidates();
    earlier.add(candidate('a.md', 'net', 'fishing'));
    earlier.add(candidate('b.md', 'net', 'mending'));
    expect(earlier.findRepeated(candidate('c.md', 'sail', 'mending'), 0.8)?.reason).toBe('same-fact');
  });
});
