import { ExtractError } from '@dsgen/core';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reader } from '../reader.ts';
import { docxReader } from './docx.ts';
import { epubReader } from './epub.ts';
import { odtReader } from './odt.ts';
import { readWith } from './office/fixtures/office-files.ts';
import { pptxReader } from './pptx.ts';
import { rtfReader } from './rtf.ts';
import { xlsxReader } from './xlsx.ts';

const corpora = process.env['DSGEN_CORPORA'];
const READERS: ReadonlyArray<readonly [folder: string, reader: Reader]> = [
  ['docx', docxReader],
  ['epub', epubReader],
  ['odt', odtReader],
  ['pptx', pptxReader],
  ['rtf', rtfReader],
  ['xlsx', xlsxReader],
];
/** Reasons that damaged, protected or hostile files may give; anything else is a fault of the reader. */
const REASONS = ['corrupt', 'encrypted', 'bomb', 'unsupported-type'];

/** Files by how they end: read, or their reason. */
async function readFolder(folder: string, reader: Reader): Promise<ReadonlyMap<string, string[]>> {
  const endings = new Map<string, string[]>();
  for (const name of readdirSync(folder).toSorted()) {
    const ending = await readWith(reader, readFileSync(join(folder, name))).then(
      () => 'read',
      (error: unknown) => (error instanceof ExtractError ? error.reason : String(error)),
    );
    endings.set(ending, [...(endings.get(ending) ?? []), name]);
  }
  return endings;
}

describe.skipIf(corpora === undefined)('office readers on the files below DSGEN_CORPORA/formats', () => {
  it.each(READERS)('end every file of %s in blocks or in a reason, and read most', async (kind, reader) => {
    const endings = await readFolder(join(corpora ?? '', 'formats', kind), reader);
    const total = [...endings.values()].reduce((sum, names) => sum + names.length, 0);
    expect([...endings.keys()].filter((ending) => ending !== 'read' && !REASONS.includes(ending))).toEqual([]);
    expect((endings.get('read') ?? []).length).toBeGreaterThan(total * 0.85);
  });
});
