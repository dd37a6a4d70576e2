import type { Codec } from '@dsgen/core';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES } from './codecs.ts';
import { resolveCodec } from './resolve-codec.ts';

const folder = new URL('../../../docs/formats/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');

interface Example {
  readonly isInvalid: boolean;
  readonly codec: Codec;
  readonly row: unknown;
}

interface Fence {
  readonly words: readonly string[];
  readonly value: unknown;
}

function fencesOf(page: string): readonly Fence[] {
  const text = readFileSync(new URL(page, folder), 'utf8');
  return [...text.matchAll(/^```json ?([\w -]*)\n(.*?)^```$/gms)].map(([, words = '', value = '']) => ({
    words: words.split(' ').filter((word) => word !== ''),
    value: JSON.parse(value) as unknown,
  }));
}

/** The words after `json`: `schema` for the schema of the page, `invalid` for a bad row, and the name of the codec. */
async function examplesOf(page: string): Promise<readonly Example[]> {
  const fences = fencesOf(page);
  const schema = fences.find(({ words }) => words.includes('schema'))?.value;
  const rows = fences.filter(({ words }) => !words.includes('schema'));
  return Promise.all(
    rows.map(async ({ words, value }) => {
      const name = words.find((word) => word !== 'invalid') ?? page.replace(/\.md$/, '');
      const codec = await resolveCodec(name, schema === undefined ? {} : { schema });
      return { isInvalid: words.includes('invalid'), codec, row: value };
    }),
  );
}

it('every format has a page', () => {
  const shown = pages.flatMap((page) => [page.replace(/\.md$/, ''), ...fencesOf(page).flatMap(({ words }) => words)]);
  expect(FORMAT_NAMES.filter((name) => !shown.includes(name))).toEqual([]);
});

describe.each(pages)('docs/formats/%s', (page) => {
  it('shows rows that the codec reads without a note', async () => {
    const rows = (await examplesOf(page)).filter(({ isInvalid }) => !isInvalid);
    expect(rows.length).toBeGreaterThan(0);
    const complaints = rows.flatMap(({ codec, row }) => {
      const result = codec.decode(row);
      return result.ok ? (result.notes ?? []) : result.issues;
    });
    // A record that is read back does not keep where it came from.
    expect(complaints.filter(({ code }) => code !== 'column-not-kept')).toEqual([]);
  });

  it('shows bad rows that the codec refuses', async () => {
    const bad = (await examplesOf(page)).filter(({ isInvalid }) => isInvalid);
    expect(bad.length).toBeGreaterThan(0);
    expect(bad.filter(({ codec, row }) => codec.decode(row).ok)).toEqual([]);
  });
});
