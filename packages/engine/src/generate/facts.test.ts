import { describe, expect, it } from 'vitest';
import { findCandidates } from './fixtures/make-document.ts';

describe('term-choice', () => {
  const TERMS = [
    ['Keel', 'the long beam at the bottom that holds a hull together'],
    ['Mast', 'a tall pole of wood which carries the canvas'],
    ['Rudder', 'a flat blade used to steer in open water'],
    ['Anchor', 'a heavy hook that keeps it from drifting away'],
    ['Galley', 'a small room where the meals are cooked'],
    ['Cabin', 'a place for sleeping, below deck and dry'],
  ];
  const glossary = `# Glossary\n\n${TERMS.map(([term, meaning]) => `- ${term}: ${meaning}.`).join('\n')}`;

  it('offers four terms of the document, of which one has the meaning', async () => {
    const found = [];
    for (let seed = 0; seed < 12 && found.length === 0; seed += 1) {
      found.push(...(await findCandidates('term-choice', glossary, { recipe: { seed } })));
    }
    const [first] = found;
    const label = first?.payload?.label ?? '';
    const meaning = TERMS.find(([term]) => term === label)?.[1] ?? '';
    expect(first?.messages[0]?.content).toContain(`"${meaning}"`);
    expect(first?.messages[1]?.content).toBe(label);
    expect(first?.payload?.choices).toHaveLength(4);
    expect(first?.payload?.choices).toContain(label);
  });

  it('needs four terms', async () => {
    const few = `# Glossary\n\n${TERMS.slice(0, 3)
      .map(([term, meaning]) => `- ${term}: ${meaning}.`)
      .join('\n')}`;
    expect(await findCandidates('term-choice', few)).toEqual([]);
  });
});
