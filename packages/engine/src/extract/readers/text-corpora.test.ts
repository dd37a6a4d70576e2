import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { ExtractError } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { sniffMediaType } from '../../plan/media-type.ts';
import { readDocument } from '../fixtures/read-document.ts';

const corpora = process.env['DSGEN_CORPORA'];
const READ = new Set(['.html', '.md', '.csv', '.eml', '.txt', '']);

if (corpora === undefined) console.log('Skipped: real web pages, Markdown, mail and tables (DSGEN_CORPORA is not set)');

/** Paths of every file these readers take, in a fixed order. */
function corpusFiles(root: string): readonly string[] {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && READ.has(extname(entry.name).toLowerCase()));
  return files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
}

describe.skipIf(corpora === undefined)('real documents', () => {
  it('gives text whose blocks, items and cells lie where they say', { timeout: 300_000 }, async () => {
    for (const path of corpusFiles(corpora ?? '')) {
      const bytes = readFileSync(path);
      const document = await readDocument(bytes, sniffMediaType({ path, head: bytes })).catch((error: unknown) => {
        if (error instanceof ExtractError) return undefined;
        throw new Error(`${path} crashed its reader`, { cause: error });
      });
      if (document === undefined) continue;
      const { text, blocks } = document;
      expect(blocks.map((block) => text.slice(block.start, block.end)).join('\n\n'), path).toBe(text);
      for (const range of blocks.flatMap((block) => [...(block.items ?? []), ...(block.table?.rows.flat() ?? [])])) {
        const slice = text.slice(range.start, range.end);
        expect(slice.includes('\n') || slice !== slice.trim(), `${path}: ${slice}`).toBe(false);
      }
    }
  });
});
