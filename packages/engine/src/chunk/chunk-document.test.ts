import type { Block, Chunk, ExtractedDocument } from '@dsgen/core';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { countTokens, loadTokenizer } from '../shared/tokens.ts';
import { splitSentences } from '../shared/sentences.ts';
import { chunkDocument, type ChunkDocumentOptions } from './chunk-document.ts';

beforeAll(loadTokenizer);

type Part = Pick<Block, 'kind'> & Partial<Pick<Block, 'role' | 'page' | 'level'>> & { readonly text: string };

/** A document of blocks separated by blank lines, as the extract stage renders it. */
function makeDocument(parts: readonly Part[]): ExtractedDocument {
  let text = '';
  let headingPath: string[] = [];
  const blocks = parts.map(({ text: blockText, ...part }): Block => {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += blockText;
    const level = part.level ?? 1;
    if (part.kind === 'heading') headingPath = headingPath.slice(0, level - 1);
    const block = { role: 'content' as const, ...part, start, end: text.length, headingPath };
    if (part.kind === 'heading') headingPath = [...headingPath, blockText];
    return block;
  });
  return { documentId: 'ab'.repeat(32), mediaType: 'text/plain', language: 'en', text, blocks, warnings: [] };
}

function texts(document: ExtractedDocument, options: ChunkDocumentOptions): string[] {
  return chunkDocument(document, options).map(({ start, end }) => document.text.slice(start, end));
}

function sentencesText(count: number, first = 0): string {
  return Array.from({ length: count }, (_, index) => `Sentence number ${first + index} says a thing.`).join(' ');
}

const SMALL = { maxTokens: 64, overlapTokens: 0 };

describe('chunkDocument', () => {
  it('keeps a heading with its section and starts a chunk at each', () => {
    const document = makeDocument([
      { kind: 'heading', text: 'Leave' },
      { kind: 'heading', level: 2, text: 'Sick leave' },
      { kind: 'paragraph', text: 'You may take it when you are ill.' },
      { kind: 'heading', level: 2, text: 'Parental leave' },
      { kind: 'paragraph', text: 'You may take it when a child arrives.' },
    ]);
    const chunks = chunkDocument(document, SMALL);
    expect(texts(document, SMALL)).toEqual([
      'Leave\n\nSick leave\n\nYou may take it when you are ill.',
      'Parental leave\n\nYou may take it when a child arrives.',
    ]);
    expect(chunks.map(({ headingPath }) => headingPath)).toEqual([
      ['Leave', 'Sick leave'],
      ['Leave', 'Parental leave'],
    ]);
    expect(chunks.map(({ id }) => id)).toEqual(['abababababababab:0', 'abababababababab:1']);
  });

  it('cuts between sentences', () => {
    const document = makeDocument([{ kind: 'paragraph', text: sentencesText(40) }]);
    const chunks = texts(document, SMALL);
    expect(chunks.length).toBeGreaterThan(3);
    expect(chunks.every((text) => /^Sentence .*thing\.$/s.test(text))).toBe(true);
    expect(chunks.join(' ')).toBe(document.text);
  });

  it('repeats as many whole trailing sentences as fit the overlap', () => {
    const document = makeDocument([{ kind: 'paragraph', text: sentencesText(40) }]);
    const sentences = splitSentences(document.text, 'en');
    const chunks = chunkDocument(document, { maxTokens: 64, overlapTokens: 20 });
    for (const [index, chunk] of chunks.slice(1).entries()) {
      const before = chunks[index]!;
      expect(chunk.start).toBeLessThan(before.end);
      expect(sentences.some(({ start }) => start === chunk.start)).toBe(true);
      expect(countTokens(document.text.slice(chunk.start, before.end))).toBeLessThanOrEqual(20);
      const earlier = sentences.findLast(({ start }) => start < chunk.start)!;
      expect(countTokens(document.text.slice(earlier.start, before.end))).toBeGreaterThan(20);
    }
  });

  it('repeats nothing across a heading', () => {
    const document = makeDocument([
      { kind: 'paragraph', text: sentencesText(3) },
      { kind: 'heading', text: 'Next' },
      { kind: 'paragraph', text: sentencesText(3, 3) },
    ]);
    const [first, second] = chunkDocument(document, { maxTokens: 64, overlapTokens: 30 });
    expect(second!.start).toBeGreaterThan(first!.end);
  });

  it('keeps a table row and a code block whole', () => {
    const rows = Array.from({ length: 12 }, (_, index) => `| row ${index} | some value here |`);
    const code = ['```ts', ...Array.from({ length: 6 }, (_, index) => `const value${index} = ${index};`), '```'].join(
      '\n',
    );
    const document = makeDocument([
      { kind: 'table', text: rows.join('\n') },
      { kind: 'code', text: code },
    ]);
    const chunks = texts(document, { maxTokens: 60, overlapTokens: 0 });
    expect(chunks.filter((text) => text.includes(code))).toHaveLength(1);
    for (const row of rows) expect(chunks.some((text) => text.split('\n').includes(row))).toBe(true);
  });

  it('cuts code between lines when it alone exceeds the budget', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `value_${index} = compute(${index})`);
    const document = makeDocument([{ kind: 'code', text: ['```', ...lines, '```'].join('\n') }]);
    const chunks = texts(document, SMALL);
    expect(chunks.length).toBeGreaterThan(5);
    for (const line of lines) expect(chunks.some((text) => text.split('\n').includes(line))).toBe(true);
  });

  it('leaves out what is not content and reaches across page headers and footers', () => {
    const document = makeDocument([
      { kind: 'paragraph', role: 'navigation', text: 'Home Products About' },
      { kind: 'paragraph', page: 1, text: 'The first half of the page.' },
      { kind: 'paragraph', role: 'page-footer', page: 1, text: 'Page 1' },
      { kind: 'paragraph', page: 2, text: 'The second half of it.' },
      { kind: 'paragraph', role: 'page-footer', page: 2, text: 'Page 2' },
    ]);
    expect(texts(document, SMALL)).toEqual(['The first half of the page.\n\nPage 1\n\nThe second half of it.']);
    expect(chunkDocument(document, SMALL)[0]!.page).toBe(1);
  });

  it('gives no chunk for a document without content', () => {
    expect(chunkDocument(makeDocument([]), SMALL)).toEqual([]);
    expect(chunkDocument(makeDocument([{ kind: 'paragraph', role: 'navigation', text: 'Home' }]), SMALL)).toEqual([]);
  });

  it('asks for the language of long chunks and believes the document otherwise', () => {
    const document = makeDocument([
      { kind: 'paragraph', text: sentencesText(12) },
      { kind: 'heading', text: 'Short' },
      { kind: 'paragraph', text: 'Kurz.' },
    ]);
    const chunks = chunkDocument(document, { maxTokens: 512, overlapTokens: 0, detectLanguage: () => 'de' });
    expect(chunks.map(({ language }) => language)).toEqual(['de', 'en']);
    const unsure = chunkDocument(document, { maxTokens: 512, overlapTokens: 0, detectLanguage: () => 'und' });
    expect(unsure.map(({ language }) => language)).toEqual(['en', 'en']);
  });
});

describe('chunkDocument, for any document', () => {
  const word = fc.oneof(
    fc.constantFrom('The', 'cat', 'e.g.', 'runs.', '日本語。', 'Überraschung!', '😀', '- item\n', 'x'.repeat(300)),
    fc.string(),
  );
  const part = fc.record({
    kind: fc.constantFrom('heading', 'paragraph', 'list', 'table', 'code', 'figure' as const),
    role: fc.constantFrom('content', 'content', 'content', 'page-footer', 'navigation' as const),
    text: fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => `a${words.join(' ')}z`),
  });
  const options = fc.record({
    maxTokens: fc.integer({ min: 32, max: 200 }),
    share: fc.double({ min: 0, max: 0.5, noNaN: true }),
  });

  function withChunks(
    check: (document: ExtractedDocument, chunks: Chunk[], options: ChunkDocumentOptions) => void,
  ): void {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), options, (parts, { maxTokens, share }) => {
        const chosen = { maxTokens, overlapTokens: Math.floor(maxTokens * share) };
        const document = makeDocument(parts as Part[]);
        check(document, chunkDocument(document, chosen), chosen);
      }),
    );
  }

  it('keeps every chunk within the budget and says its exact tokens', () => {
    withChunks((document, chunks, { maxTokens }) => {
      for (const { start, end, tokens } of chunks) {
        expect(tokens).toBe(countTokens(document.text.slice(start, end)));
        expect(tokens).toBeLessThanOrEqual(maxTokens);
      }
    });
  });

  it('keeps every overlap within its budget and every chunk going on', () => {
    withChunks((document, chunks, { overlapTokens }) => {
      for (const [index, chunk] of chunks.slice(1).entries()) {
        const before = chunks[index]!;
        expect(chunk.end).toBeGreaterThan(before.end);
        expect(chunk.start).toBeGreaterThan(before.start);
        const overlap = document.text.slice(chunk.start, Math.max(chunk.start, before.end));
        expect(countTokens(overlap)).toBeLessThanOrEqual(overlapTokens);
      }
    });
  });

  it('covers all content and nothing that is not', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), options, (parts, { maxTokens }) => {
        const document = makeDocument(parts as Part[]);
        const covered = new Uint8Array(document.text.length);
        for (const { start, end } of chunkDocument(document, { maxTokens, overlapTokens: 0 }))
          covered.fill(1, start, end);
        for (const block of document.blocks) {
          const visible = [...covered.subarray(block.start, block.end)].filter(
            (_, index) => document.text[block.start + index]!.trim() !== '',
          );
          const isCovered = block.role === 'content' ? 1 : 0;
          expect(block.role === 'page-footer' || visible.every((value) => value === isCovered)).toBe(true);
        }
      }),
    );
  });

  it.each(['a', ' a', '. ', '1. ', 'word ', '漢', '😀', '\n', '|', '```\n'])('finishes on a megabyte of %j', (unit) => {
    const text = `x${unit.repeat(1_000_000 / unit.length)}x`;
    for (const kind of ['paragraph', 'code', 'table'] as const) {
      const document = makeDocument([{ kind, text }]);
      const chunks = chunkDocument(document, { maxTokens: 512, overlapTokens: 64 });
      expect(chunks.at(-1)!.end).toBe(text.length);
    }
  });
});
