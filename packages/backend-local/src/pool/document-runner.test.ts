import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_EXTRACT_LIMITS } from '@dsgen/engine';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { codeFolders } from './code-folders.ts';
import type { DocumentReply, DocumentRequest } from './document-protocol.ts';
import { createDocumentRunner, type DocumentProcessLimits } from './document-runner.ts';
import { findLauncher } from './launcher.ts';
import { nodeFlags } from './node-flags.ts';
import type { Runner } from './pool.ts';
import { canReadMemory } from './read-memory.ts';

const MEBIBYTE = 1024 * 1024;
const entryFile = fileURLToPath(new URL('./fixtures/hostile-child.ts', import.meta.url));
const launcher = await findLauncher();
const temporaryFolder = await mkdtemp(join(tmpdir(), 'dsgen-scratch-'));
const runners: Array<Runner<DocumentRequest, DocumentReply>> = [];

afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.close()));
});

afterAll(() => rm(temporaryFolder, { recursive: true }));

interface StartOptions extends Partial<DocumentProcessLimits> {
  readonly readable?: readonly string[];
  readonly entryFile?: string;
  readonly mediaType?: string;
}

/** Answers a behaviour of the hostile process with what it said, or the reason of the refusal. */
function start({
  readable = [],
  entryFile: entry = entryFile,
  mediaType = 'text/plain',
  ...limits
}: StartOptions = {}) {
  const runner = createDocumentRunner({
    entryFile: entry,
    launcher: launcher.command,
    temporaryFolder,
    nodeFlags: nodeFlags({ readable: [...codeFolders(entryFile), ...readable], maxHeapMebibytes: 128 }),
    limits: { maxResidentBytes: 300 * MEBIBYTE, maxRequests: 100, ...limits },
  });
  runners.push(runner);
  // Long, so that only what never ends is timed out on a busy machine too.
  return async (path: string, file = '/nothing', timeoutMs = 50_000): Promise<unknown> => {
    const reply = await runner.run({
      kind: 'extract',
      timeoutMs,
      path,
      file,
      documentId: '',
      mediaType,
      options: { ocr: false, ocrLanguage: 'eng', html: 'page' },
      limits: DEFAULT_EXTRACT_LIMITS,
      maxOutputBytes: MEBIBYTE,
    });
    if (reply.status === 'refused') return reply.refusal.reason;
    if (reply.status !== 'done') return reply.status;
    return JSON.parse(await readFile(reply.file, 'utf8'));
  };
}

describe('a document process', () => {
  it('serves one document after another', async () => {
    const ask = start();
    expect([await ask('count'), await ask('count'), await ask('count')]).toEqual([1, 2, 3]);
  });

  it('is killed and replaced when it computes for ever', async () => {
    const ask = start();
    expect(await ask('hang', '/nothing', 300)).toBe('timed-out');
    expect(await ask('count')).toBe(1);
  });

  it('is killed and replaced when it waits for ever', async () => {
    const ask = start();
    expect(await ask('wait', '/nothing', 300)).toBe('timed-out');
    expect(await ask('count')).toBe(1);
  });

  it.runIf(canReadMemory())('is killed when it fills memory outside the heap', async () => {
    const ask = start();
    expect(await ask('fill-buffers')).toBe('out-of-memory');
    expect(await ask('count')).toBe(1);
  });

  it('is killed when it writes without end', async () => {
    const ask = start();
    expect(await ask('fill-output')).toBe('output-too-large');
    expect(await ask('count')).toBe(1);
  });

  it('is told apart when its heap is full', async () => {
    expect(await start()('fill-heap')).toBe('out-of-memory');
  });

  it('may crash', async () => {
    const ask = start();
    expect(await ask('exit-3')).toBe('crashed');
    expect(await ask('abort')).toBe('crashed');
    expect(await ask('count')).toBe(1);
  });

  it('gives a document a second chance in a fresh process, since another may be to blame', async () => {
    const ask = start();
    await ask('count');
    expect(await ask('exit-when-used')).toBe('fresh');
  });

  it('reads a PDF that took it down with the engine that cannot crash', async () => {
    expect(await start({ mediaType: 'application/pdf' })('abort-once')).toBe('second engine');
    expect(await start({ mediaType: 'application/pdf' })('abort')).toBe('crashed');
    expect(await start()('abort-once')).toBe('crashed');
  });

  it('is replaced after its share of documents', async () => {
    const ask = start({ maxRequests: 2 });
    expect([await ask('count'), await ask('count'), await ask('count')]).toEqual([1, 2, 1]);
  });

  it('sees no environment', async () => {
    expect(await start()('environment')).toEqual({});
  });

  it('reads what it was given, and nothing else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dsgen-isolation-'));
    await writeFile(join(folder, 'given.txt'), 'given');
    const ask = start({ readable: [folder] });
    expect(await ask('read-file', join(folder, 'given.txt'))).toBe('given');
    expect(await ask('read-file', '/etc/passwd')).toEqual({ refused: 'ERR_ACCESS_DENIED' });
    await rm(folder, { recursive: true });
  });

  it('writes nothing and starts nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dsgen-isolation-'));
    const ask = start({ readable: [folder] });
    expect(await ask('write-file', join(folder, 'new.txt'))).toEqual({ refused: 'ERR_ACCESS_DENIED' });
    expect(await ask('run-program')).toEqual({ refused: 'ERR_ACCESS_DENIED' });
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it.runIf(launcher.hasNetworkIsolation)('has no network', async () => {
    expect(await start()('connect')).toEqual({ refused: 'ENETUNREACH' });
  });

  it('that cannot start is an error of the installation, not of the document', async () => {
    const ask = start({ entryFile: join(import.meta.dirname, 'fixtures', 'no-such-program.ts') });
    await expect(ask('count')).rejects.toMatchObject({ code: 'process-not-starting' });
  });

  it('that misses a part of dsgen is one too', async () => {
    await expect(start()('miss-a-part')).rejects.toMatchObject({ code: 'installation-broken', name: 'FaultError' });
  });

  it('ends when its runner is closed, also while it is busy', async () => {
    const ask = start();
    const pid = await ask('pid');
    const [busy] = await Promise.allSettled([ask('hang'), ...runners.splice(0).map((runner) => runner.close())]);
    expect(busy).toMatchObject({ status: 'rejected' });
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
  });
});
