import { describe, expect, it } from 'vitest';
import type { ProcessedDocument } from '../pipeline/processed-document.ts';
import { resolveRecipe } from '../recipe/resolve-recipe.ts';
import { documentIdOf, makeCandidate, makeProcessed, textOf } from './fixtures/processed.ts';
import { SplitChooser } from './split-chooser.ts';

const DEFAULT_SHARES = resolveRecipe({}).split;

function processed(path: string, text?: string): ProcessedDocument {
  const candidates = [makeCandidate({ documentId: documentIdOf(path), question: 'What?', answer: path })];
  return makeProcessed({ path, candidates, ...(text === undefined ? {} : { text }) });
}

describe('SplitChooser', () => {
  it('gives about the shares that were asked for', () => {
    const chooser = new SplitChooser({ train: 0.6, validation: 0.3, test: 0.1 }, 7);
    const counts = { train: 0, validation: 0, test: 0 };
    for (let index = 0; index < 2000; index += 1) counts[chooser.choose(processed(`${index}.md`))] += 1;
    expect(Math.abs(counts.train / 2000 - 0.6)).toBeLessThan(0.05);
    expect(Math.abs(counts.validation / 2000 - 0.3)).toBeLessThan(0.05);
    expect(Math.abs(counts.test / 2000 - 0.1)).toBeLessThan(0.05);
  });

  it('gives a document near an earlier one the same split', () => {
    const shares = { train: 0.34, validation: 0.33, test: 0.33 };
    const chooser = new SplitChooser(shares, 1);
    for (let index = 0; index < 60; index += 1) {
      const text = textOf(`text ${index}`, 200);
      const split = chooser.choose(processed(`${index}/a.md`, text));
      expect(chooser.choose(processed(`${index}/b.md`, `${text} and a little more`))).toBe(split);
    }
  });

  it('does not move a document when another is added after it', () => {
    const paths = Array.from({ length: 100 }, (_, index) => `${index}.md`);
    const alone = new SplitChooser(DEFAULT_SHARES, 0);
    const expected = paths.map((path) => alone.choose(processed(path)));
    const mixed = new SplitChooser(DEFAULT_SHARES, 0);
    const found = paths.map((path) => {
      const split = mixed.choose(processed(path));
      mixed.choose(processed(`${path}.more`));
      return split;
    });
    expect(found).toEqual(expected);
  });

  it('gives training the first document that has records, whatever its hash', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const chooser = new SplitChooser({ train: 0.01, validation: 0.495, test: 0.495 }, seed);
      chooser.choose(makeProcessed({ path: 'empty.md' }));
      expect(chooser.choose(processed('first.md'))).toBe('train');
    }
  });

  it('leaves a split with a share of 0 empty', () => {
    const chooser = new SplitChooser({ train: 0, validation: 0, test: 1 }, 0);
    expect(chooser.choose(processed('a.md'))).toBe('test');
  });
});
