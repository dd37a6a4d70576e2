import { existsSync } from 'node:fs';
import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatasetManifest } from '@dsgen/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runJson, temporaryFolder, type CliResult, type TemporaryFolder } from './support/cli.ts';
import {
  extractedText,
  generateDataset,
  sha256OfFile,
  shortOutcome,
  STACK_TRACE,
  wrongSums,
  type GenerateRun,
} from './support/generate.ts';
import expectedRefusals from './support/formats-outcomes.json' with { type: 'json' };

const handbook = fileURLToPath(new URL('../examples/handbook', import.meta.url));
const corpora = process.env['DSGEN_CORPORA'];
if (corpora === undefined) console.log('skipped: the real corpora, because DSGEN_CORPORA does not say where they are');

interface Verification {
  readonly files: { readonly problems: ReadonlyArray<{ readonly file: string; readonly code: string }> };
  readonly records: number;
  readonly spans: number;
  readonly failed: number;
  readonly problems: ReadonlyArray<{ readonly recordId: string; readonly code: string }>;
}

interface LineageRow {
  readonly id: string;
  readonly sources: ReadonlyArray<{ readonly quote: string }>;
  readonly lineage: { readonly path: string };
}

function verify(dataset: string, corpus: string): Promise<CliResult & { readonly json: Verification }> {
  return runJson<Verification>(['verify', dataset, '--corpus', corpus, '--store', join(dataset, '..', 'store')], {
    cwd: join(dataset, '..'),
  });
}

async function readLineage(dataset: string): Promise<readonly LineageRow[]> {
  const text = await readFile(join(dataset, 'lineage.jsonl'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LineageRow);
}

const provable: ReadonlyArray<readonly [name: string, corpus: string]> = [
  ['the handbook', handbook],
  ...(corpora === undefined ? [] : [['the prose corpus', join(corpora, 'prose')] as const]),
];

describe.each(provable)('a dataset of %s', (_name, source) => {
  let folder: TemporaryFolder;
  let run: GenerateRun;
  let lineage: readonly LineageRow[];
  beforeAll(async () => {
    folder = await temporaryFolder();
    await cp(source, folder.at('documents'), { recursive: true });
    run = await generateDataset(folder.at('documents'), { cwd: folder.path });
    lineage = await readLineage(folder.at('dataset'));
  });
  afterAll(() => folder[Symbol.asyncDispose]());

  it('has a ledger that adds up at each level', () => {
    expect(run.result.code).toBe(0);
    expect(wrongSums(run.result.json)).toEqual([]);
    expect(run.outcomes.size).toBe(run.result.json.ledger.documents.total);
  });

  it('proves every span of every record', async () => {
    const { code, json } = await verify(folder.at('dataset'), folder.at('documents'));
    const spans = lineage.reduce((sum, { sources }) => sum + sources.length, 0);
    expect(json).toMatchObject({ records: lineage.length, spans, failed: 0, problems: [], files: { problems: [] } });
    expect(spans).toBeGreaterThanOrEqual(lineage.length);
    expect(code).toBe(0);
  });

  it('does not prove a quote of which one character was changed', async () => {
    await using changed = await temporaryFolder();
    const dataset = changed.at('dataset');
    await cp(folder.at('dataset'), dataset, { recursive: true });
    const victim = lineage[Math.floor(lineage.length / 2)];
    const quote = victim?.sources[0]?.quote ?? '';
    const lines = (await changed.read('dataset/lineage.jsonl')).split('\n');
    const forged = lines.map((line) =>
      line.includes(`"id":"${victim?.id}"`) ? line.replace(jsonQuote(quote), jsonQuote(flipMiddle(quote))) : line,
    );
    expect(forged).not.toEqual(lines);
    await changed.write('dataset/lineage.jsonl', forged.join('\n'));
    const plain = await verify(dataset, folder.at('documents'));
    expect(plain.code).toBe(3);
    expect(plain.json.files.problems).toMatchObject([{ file: 'lineage.jsonl', code: 'file-changed' }]);

    await coverUp(changed, 'lineage.jsonl');
    const { code, json } = await verify(dataset, folder.at('documents'));
    expect(code).toBe(3);
    expect(json.failed).toBe(1);
    expect(json.problems[0]).toMatchObject({ recordId: victim?.id, code: 'quote-mismatch' });
  });

  it('does not prove records of a source that was edited, and proves all others', async () => {
    const path = lineage[0]?.lineage.path ?? '';
    const edited = folder.at('documents', path);
    const before = await readFile(edited);
    await writeFile(edited, Buffer.concat([before, Buffer.from('\nOne more line.\n')]));
    const { code, json } = await verify(folder.at('dataset'), folder.at('documents'));
    await writeFile(edited, before);
    const ofSource = lineage.filter((row) => row.lineage.path === path).map(({ id }) => id);
    expect(code).toBe(3);
    expect(new Set(json.problems.map(({ recordId }) => recordId))).toEqual(new Set(ofSource));
    expect(new Set(json.problems.map((problem) => problem.code))).toEqual(new Set(['document-missing']));
  });
});

/** The quote as the row holds it, up to its end. */
function jsonQuote(quote: string): string {
  return `"quote":${JSON.stringify(quote)}`;
}

/** Makes the manifest agree with a file that was changed, as a careful forger would. */
async function coverUp(folder: TemporaryFolder, name: string): Promise<void> {
  const manifest = JSON.parse(await folder.read('dataset/dataset.json')) as DatasetManifest;
  const { size } = await stat(folder.at('dataset', name));
  const sha256 = await sha256OfFile(folder.at('dataset', name));
  const files = manifest.files.map((file) => (file.name === name ? { ...file, bytes: size, sha256 } : file));
  await folder.write('dataset/dataset.json', JSON.stringify({ ...manifest, files }));
}

function flipMiddle(quote: string): string {
  const middle = Math.floor(quote.length / 2);
  return `${quote.slice(0, middle)}${quote[middle] === 'e' ? 'a' : 'e'}${quote.slice(middle + 1)}`;
}

describe.skipIf(corpora === undefined)('421 real files of eleven formats', () => {
  const formats = join(corpora ?? '', 'formats');
  /** sha256 by path. */
  const hashes = new Map<string, string>();
  let folder: TemporaryFolder;
  let run: GenerateRun;
  beforeAll(async () => {
    folder = await temporaryFolder();
    run = await generateDataset(formats, { cwd: folder.path });
    for (const entry of await readdir(formats, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      hashes.set(relative(formats, path), await sha256OfFile(path));
    }
  });
  afterAll(() => folder[Symbol.asyncDispose]());

  it('end in exactly one state each, with sums that add up, and never crash the run', () => {
    expect(run.result.code).toBe(0);
    expect(run.result.stderr).not.toMatch(STACK_TRACE);
    expect([...run.outcomes.keys()].toSorted()).toEqual([...hashes.keys()].toSorted());
    expect(run.result.json.ledger.documents.total).toBe(hashes.size);
    expect(wrongSums(run.result.json)).toEqual([]);
  });

  it('give text where they are done', async () => {
    const textless: string[] = [];
    for (const [path, { state }] of run.outcomes) {
      if (state === 'done' && (await extractedText(run, path)).trim() === '') textless.push(path);
    }
    expect(textless).toEqual([]);
    expect(run.result.json.ledger.documents.done).toBeGreaterThan(300);
  });

  it('are refused for the reason that fits each of them', () => {
    const refused = [...run.outcomes].filter(([, { state }]) => state !== 'done');
    const byHash = refused
      .map(([path, outcome]) => [(hashes.get(path) ?? '').slice(0, 16), shortOutcome(outcome)] as const)
      .filter(([, reason]) => reason !== 'duplicate-document');
    const expected = Object.entries(expectedRefusals).flatMap(([reason, files]) =>
      Object.keys(files).map((hash) => [hash, reason] as const),
    );
    expect(Object.fromEntries(byHash)).toEqual(Object.fromEntries(expected));
  });

  it('count once where their bytes are the same', () => {
    const seen = new Set<string>();
    const repeated = [...hashes]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .filter(([, hash]) => {
        const isRepeated = seen.has(hash);
        seen.add(hash);
        return isRepeated;
      });
    const duplicates = [...run.outcomes].filter(([, outcome]) => shortOutcome(outcome) === 'duplicate-document');
    expect(duplicates.map(([path]) => path)).toEqual(repeated.map(([path]) => path));
  });

  it('leave a dataset whose every span holds', async () => {
    const { code, json } = await verify(folder.at('dataset'), formats);
    expect(json.problems).toEqual([]);
    expect(json.records).toBe(run.result.json.records);
    expect(code).toBe(0);
    expect(existsSync(folder.at('dataset', 'rejected.jsonl'))).toBe(true);
  });
});
