import type { Codec } from '@dsgen/core';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resolveCodec } from './resolve-codec.ts';

const folder = new URL('../../../docs/formats/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');

interface Example {
  readonly kind: string;
  readonly row: unknown;
}

function examplesOf(page: string): readonly Example[] {
  const text = readFileSync(new URL(page, folder), 'utf8');
  return [...text.matchAll(/^```json ?(\w*)\n(.*?)^```$/gms)].map(([, kind = '', row = '']) => ({
    kind,
    row: JSON.parse(row) as unknown,
  }));
}

function codecOf(page: string): Promise<Codec> {
  const schema = examplesOf(page).find(({ kind }) => kind === 'schema')?.row;
  return resolveCodec(page.replace(/\.md$/, ''), schema === undefined ? {} : { schema });
}

describe.each(pages)('docs/formats/%s', (page) => {
  it('shows rows that the codec reads without a note', async () => {
    const codec = await codecOf(page);
    const results = examplesOf(page).flatMap(({ kind, row }) => (kind === '' ? [codec.decode(row)] : []));
    expect(results.length).toBeGreaterThan(0);
    expect(results.flatMap((result) => (result.ok ? (result.notes ?? []) : result.issues))).toEqual(
      // A record that is read back does not keep where it came from.
      results.flatMap((result) =>
        result.ok ? (result.notes ?? []).filter((note) => note.code === 'column-not-kept') : [],
      ),
    );
  });

  it('shows bad rows that the codec refuses', async () => {
    const codec = await codecOf(page);
    const bad = examplesOf(page).filter(({ kind }) => kind === 'invalid');
    expect(bad.length).toBeGreaterThan(0);
    expect(bad.map(({ row }) => codec.decode(row).ok)).toEqual(bad.map(() => false));
  });
});
