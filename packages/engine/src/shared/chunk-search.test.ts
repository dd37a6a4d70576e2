import { describe, expect, it } from 'vitest';
import { makeDocument } from '../generate/fixtures/make-document.ts';
import { chunkDocument } from '../chunk/chunk-document.ts';
import { ChunkSearch } from './chunk-search.ts';
import { loadTokenizer } from './tokens.ts';

const MANUAL = `# Harbour manual

## Mooring

Tie the boat with two lines, and put fenders out on the side of the pier.

## Night watch

The watch walks the pier every hour. He looks after lines and lights.

## Fuel

Fuel is sold at the pier from eight in the morning.`;

async function searchOf(
  source: string,
): Promise<{ search: ChunkSearch; placeOf: (words: string) => { start: number; end: number } }> {
  await loadTokenizer();
  const document = await makeDocument(source, 'Harbour manual');
  const chunks = chunkDocument(document, { maxTokens: 64, overlapTokens: 0 });
  function placeOf(words: string): { start: number; end: number } {
    const start = document.text.indexOf(words);
    return { start, end: start + words.length };
  }
  return { search: new ChunkSearch(document, chunks), placeOf };
}

describe('ChunkSearch', () => {
  it('finds the part that a question with its words asks for, and no other', async () => {
    const { search, placeOf } = await searchOf(MANUAL);
    expect(search.finds('When is fuel sold?', [placeOf('Fuel is sold')])).toBe(true);
    expect(search.finds('When is fuel sold?', [placeOf('The watch walks')])).toBe(false);
  });

  it('takes a heading for what its text is about', async () => {
    const { search, placeOf } = await searchOf(MANUAL);
    expect(search.finds('Who looks after the mooring?', [placeOf('Tie the boat')])).toBe(true);
  });

  it('finds nothing by words that the document does not have', async () => {
    const { search, placeOf } = await searchOf(MANUAL);
    expect(search.finds('Who paints hulls?', [placeOf('Tie the boat')])).toBe(false);
  });

  it('has nothing to choose from in a document of one part', async () => {
    const { search, placeOf } = await searchOf('Tie the boat with two lines.');
    expect(search.finds('Who paints hulls?', [placeOf('Tie the boat')])).toBe(true);
  });
});
