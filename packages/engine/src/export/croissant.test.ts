import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DatasetFile } from '@dsgen/core';
import { codecs } from '@dsgen/formats';
import { describe, expect, it } from 'vitest';
import { croissant, type CroissantInput } from './croissant.ts';

type Node = { readonly [key: string]: unknown };

/** What the specification of Croissant 1.0 lets nodes of each type say. */
const VOCABULARY: Readonly<Record<string, readonly string[]>> = {
  'sc:Dataset': ['@context', 'conformsTo', 'name', 'description', 'license', 'inLanguage', 'distribution', 'recordSet'],
  'cr:FileObject': ['@id', 'name', 'contentUrl', 'contentSize', 'encodingFormat', 'sha256'],
  'cr:RecordSet': ['@id', 'name', 'description', 'field'],
  'cr:Field': ['@id', 'name', 'dataType', 'source', 'repeated', 'subField'],
};

function describeFiles(files: readonly DatasetFile[], input: Partial<CroissantInput> = {}): Node {
  return croissant({
    manifest: {
      name: 'handbook',
      format: 'openai',
      records: 3,
      files,
      licences: [{ licence: 'CC-BY-4.0', documents: 2, records: 3 }],
    },
    codec: codecs.openai,
    columns: ['messages'],
    languages: ['en'],
    ...input,
  });
}

const train: DatasetFile = { name: 'train.jsonl', bytes: 812, sha256: 'ab'.repeat(32), records: 3 };

/** Every typed node within a value. */
function typed(value: unknown): readonly Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = '@type' in value && String(value['@type']) !== '@json' ? [value as Node] : [];
  return [...own, ...Object.entries(value).flatMap(([key, member]) => (key === '@context' ? [] : typed(member)))];
}

describe('croissant.json', () => {
  it('says of each node only what the vocabulary has words for, and gives each an id of its own', () => {
    const files = [train, { ...train, name: 'test.jsonl' }, { ...train, name: 'lineage.jsonl' }];
    const nodes = typed(describeFiles(files));
    const strays = nodes.flatMap((node) => {
      const known = VOCABULARY[String(node['@type'])] ?? [];
      return Object.keys(node).filter((key) => key !== '@type' && !known.includes(key));
    });
    expect(strays).toEqual([]);
    const ids = nodes.flatMap((node) => (node['@id'] === undefined ? [] : [node['@id']]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(['train.jsonl', 'train', 'train/messages', 'train/messages/role', 'test']),
    );
    expect(ids).not.toContain('lineage.jsonl');
  });

  it('names the files with size and hash, and the licence where all is known', () => {
    const described = describeFiles([train]);
    expect(described['license']).toEqual(['https://spdx.org/licenses/CC-BY-4.0.html']);
    expect(described['distribution']).toEqual([
      {
        '@type': 'cr:FileObject',
        '@id': 'train.jsonl',
        name: 'train.jsonl',
        contentUrl: 'train.jsonl',
        contentSize: '812 B',
        encodingFormat: 'application/jsonlines',
        sha256: train.sha256,
      },
    ]);
  });

  it('names no licence when that of one document is not known', () => {
    const licences = [
      { licence: 'MIT', documents: 1, records: 1 },
      { licence: null, documents: 1, records: 2 },
    ];
    const manifest = { name: 'x', format: 'openai', records: 3, files: [train], licences };
    expect(describeFiles([], { manifest })['license']).toBeUndefined();
  });

  it('does not describe columns that nobody can read without a key', () => {
    const encrypted = { ...train, name: 'train.jsonl.age', plain: { bytes: 1, sha256: 'cd'.repeat(32) } };
    const described = describeFiles([encrypted]);
    expect(described['recordSet']).toBeUndefined();
    expect(described['distribution']).toMatchObject([{ encodingFormat: 'application/octet-stream' }]);
  });

  // DSGEN_MLCROISSANT names the command of the reference implementation: pip install mlcroissant.
  const validator = process.env['DSGEN_MLCROISSANT'];
  it.skipIf(validator === undefined).each([
    ['openai', ['messages', 'tools']],
    ['alpaca', ['instruction', 'input', 'output', 'system', 'history']],
    ['sharegpt', ['conversations']],
  ] as const)(
    'is valid for %s by the reference implementation',
    async (format, columns) => {
      const folder = await mkdtemp(join(tmpdir(), 'croissant-'));
      try {
        const file = join(folder, 'croissant.json');
        await writeFile(file, JSON.stringify(describeFiles([train], { codec: codecs[format], columns })));
        const run = promisify(execFile)(validator ?? '', ['validate', '--jsonld', file]);
        await expect(run).resolves.toMatchObject({ stderr: expect.stringContaining('Done') as string });
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    60_000,
  );
});
