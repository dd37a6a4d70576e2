import type { QuarantineReason, SkipReason } from '@dsgen/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HANDBOOK } from './corpus.ts';
import { rawControlCharacters, runJson, temporaryFolder, type TemporaryFolder } from './cli.ts';
import { generateDataset, shortOutcome, STACK_TRACE, wrongSums, type GenerateRun } from './generate.ts';

export type Outcome = 'done' | SkipReason | QuarantineReason;

/** A file on purpose bad, and what has to become of it. */
export interface HostileFile {
  readonly content: string | Uint8Array;
  readonly becomes: Outcome;
}

export interface HostileCorpus {
  readonly folder: TemporaryFolder;
  readonly run: GenerateRun;
}

/**
 * Puts the files into one corpus beside good documents, runs the built command line on it once, and tests what became of each. Call
 * it in a `describe`; the result is there once tests run.
 */
export function describeHostileCorpus(files: ReadonlyMap<string, HostileFile>): () => HostileCorpus {
  let corpus: HostileCorpus | undefined;
  beforeAll(async () => {
    const contents = [...files].map(([name, { content }]) => [`docs/${name}`, content] as const);
    const folder = await temporaryFolder({ ...HANDBOOK, ...Object.fromEntries(contents) });
    corpus = { folder, run: await generateDataset(folder.at('docs'), { cwd: folder.path }) };
  });
  afterAll(() => corpus?.folder[Symbol.asyncDispose]());
  function get(): HostileCorpus {
    if (corpus === undefined) throw new Error('the run did not end');
    return corpus;
  }

  it.each([...files].map(([name, { becomes }]) => [name, becomes] as const))('%j becomes %s', (name, becomes) => {
    const outcome = get().run.outcomes.get(name);
    expect(shortOutcome(outcome), JSON.stringify(outcome)).toBe(becomes);
  });

  it('finishes, adds up, keeps the good documents and shows no stack', () => {
    const { result, outcomes } = get().run;
    expect(result.code).toBe(0);
    expect(result.stderr).not.toMatch(STACK_TRACE);
    expect(rawControlCharacters(result.stderr + result.stdout)).toEqual([]);
    expect(wrongSums(result.json)).toEqual([]);
    expect(outcomes.size).toBe(files.size + Object.keys(HANDBOOK).length);
    const good = Object.keys(HANDBOOK).map((path) => shortOutcome(outcomes.get(path.slice('docs/'.length))));
    expect(new Set(good)).toEqual(new Set(['done']));
    expect(result.json.records).toBeGreaterThan(0);
  });

  it('proves every span that came of it', async () => {
    const { folder } = get();
    const command = ['verify', 'dataset', '--corpus', 'docs', '--store', 'store'];
    const { code, json } = await runJson<{ records: number; failed: number }>(command, { cwd: folder.path });
    expect(json).toMatchObject({ records: get().run.result.json.records, failed: 0 });
    expect(code).toBe(0);
  });
  return get;
}
