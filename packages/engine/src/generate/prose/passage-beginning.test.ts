import { describe, expect, it } from 'vitest';
import { readingPassages } from '../comprehension/reading-passage.ts';
import { contextFor } from '../fixtures/make-document.ts';
import { passageBeginning } from './passage-beginning.ts';

const SOURCE = `# Harbour

The keeper assigns a mooring to every boat in the spring, and the office writes it into the book.

Boats of the fleet lie in three rows:

- Cutters lie along the northern wall of the basin.
- Tugs lie beside the crane and keep their engines warm.`;

async function beginning(maxWords: number): Promise<string | undefined> {
  const context = await contextFor(SOURCE);
  const [passage] = context.analysis.sections.flatMap((section) => readingPassages(context, section));
  return passage === undefined ? undefined : passageBeginning(context, passage, maxWords)?.text;
}

describe('passageBeginning', () => {
  it('takes a short passage whole', async () => {
    expect(await beginning(60)).toMatch(/^The keeper .+ engines warm\.$/su);
  });

  it('ends before what does not fit, and before what announces it', async () => {
    expect(await beginning(30)).toMatch(/^The keeper .+ into the book\.$/u);
  });

  it('is nothing where the first block is too long', async () => {
    expect(await beginning(10)).toBeUndefined();
  });
});
