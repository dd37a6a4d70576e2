import { createHash } from 'node:crypto';
import { appendFile, readFile, rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HANDBOOK } from '../support/corpus.ts';
import { runCli, startCli, temporaryFolder, type TemporaryFolder } from '../support/cli.ts';
import { HUB_TOKEN, startHubServer, type HubServer } from '../support/hub-server.ts';

interface Manifest {
  readonly files: ReadonlyArray<{ readonly name: string; readonly sha256: string }>;
}

let folder: TemporaryFolder;
let hub: HubServer;

beforeAll(async () => {
  folder = await temporaryFolder(HANDBOOK);
});
afterAll(() => folder[Symbol.asyncDispose]());
beforeEach(async () => {
  hub = await startHubServer();
  await rm(folder.at('dataset'), { recursive: true, force: true });
  const { code, stderr } = await runCli(['generate', 'docs'], { cwd: folder.path });
  if (code !== 0) throw new Error(stderr);
});
afterEach(() => hub[Symbol.asyncDispose]());

function settings(token = HUB_TOKEN) {
  return { cwd: folder.path, env: { HF_TOKEN: token, HF_ENDPOINT: hub.url } };
}

async function manifest(): Promise<Manifest> {
  return JSON.parse(await folder.read('dataset/dataset.json')) as Manifest;
}

/** The files of the repository beside those the hub made itself, as hashes by name. */
function pushedFiles(): Record<string, string> {
  const files = hub.repositories.get('me/handbook') ?? new Map<string, { content: Buffer }>();
  const names = [...files.keys()].filter((name) => name !== '.gitattributes' && name !== 'dataset.json');
  return Object.fromEntries(
    names.toSorted().map((name) => [
      name,
      createHash('sha256')
        .update(files.get(name)?.content ?? '')
        .digest('hex'),
    ]),
  );
}

async function listedFiles(): Promise<Record<string, string>> {
  const { files } = await manifest();
  return Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256]).toSorted());
}

describe('dsgen push', () => {
  it('makes a private dataset with exactly the files of the manifest, and then has nothing to do', async () => {
    const first = await runCli(['push', 'dataset', 'hf://me/handbook'], settings());
    expect([first.code, first.stdout]).toEqual([0, expect.stringContaining('Made: ')]);
    expect(hub.visibility.get('me/handbook')).toBe('private');
    expect(pushedFiles()).toEqual(await listedFiles());
    expect(hub.repositories.get('me/handbook')?.get('dataset.json')?.content).toEqual(
      await readFile(folder.at('dataset', 'dataset.json')),
    );
    const arrivals = hub.arrivals.length;
    const second = await runCli(['push', 'dataset', 'hf://datasets/me/handbook'], settings());
    expect([second.code, second.stdout]).toEqual([0, expect.stringContaining('Already up to date')]);
    expect(hub.arrivals).toHaveLength(arrivals);
  });

  it('brings a dataset up to date: sends what changed and removes what an earlier push left', async () => {
    await runCli(['push', 'dataset', 'hf://me/handbook', '--public'], settings());
    expect(hub.visibility.get('me/handbook')).toBe('public');
    const { files } = await manifest();
    await runCli(['generate', 'docs', '--format', 'openai', '--limit', '20'], { cwd: folder.path });
    const { code, stdout } = await runCli(['push', 'dataset', 'hf://me/handbook', '--json'], settings());
    expect(code).toBe(0);
    const now = await listedFiles();
    expect(pushedFiles()).toEqual(now);
    const gone = files.map(({ name }) => name).filter((name) => !(name in now));
    expect(JSON.parse(stdout)).toMatchObject({ isNew: false, removed: gone, commit: 'c0ffee' });
  });

  it('goes on after it was killed, without sending twice what had arrived', async () => {
    const reached = hub.holdAfter(2);
    const killed = startCli(['push', 'dataset', 'hf://me/handbook'], settings());
    await reached;
    killed.process.kill('SIGKILL');
    expect((await killed.result).signal).toBe('SIGKILL');
    const arrived = [...hub.arrivals];
    expect(arrived).toHaveLength(2);
    expect(pushedFiles()).toEqual({});
    hub.holdAfter(Number.POSITIVE_INFINITY).catch(() => {});
    const { code } = await runCli(['push', 'dataset', 'hf://me/handbook'], settings());
    expect(code).toBe(0);
    expect(pushedFiles()).toEqual(await listedFiles());
    expect(hub.arrivals).toHaveLength(new Set(hub.arrivals).size);
    expect(hub.arrivals.length).toBeGreaterThan(2);
  });

  it('sends nothing of a dataset with a file that is not as the manifest says, and never one it does not list', async () => {
    await folder.write('dataset/mine.txt', 'not listed');
    expect((await runCli(['push', 'dataset', 'hf://me/handbook'], settings())).code).toBe(0);
    expect(pushedFiles()).toEqual(await listedFiles());
    await appendFile(folder.at('dataset', 'train.jsonl'), '{}\n');
    const before = pushedFiles();
    const { code, stderr } = await runCli(['push', 'dataset', 'hf://me/other'], settings());
    expect([code, stderr]).toEqual([3, expect.stringContaining('train.jsonl is not as the manifest says')]);
    expect(hub.repositories.has('me/other')).toBe(false);
    expect(pushedFiles()).toEqual(before);
  });

  it.each([
    ['hf://me/handbook', '', 2, 'HF_TOKEN'],
    ['hf://me/handbook', 'abc', 2, 'does not begin with hf_'],
    ['hf://me/handbook', 'hf_wrong', 5, 'answered 401'],
    ['hf://nobody/handbook', HUB_TOKEN, 5, 'answered 404'],
    ['s3://Bucket/handbook', HUB_TOKEN, 2, 's3://bucket/prefix'],
    ['hf://handbook', HUB_TOKEN, 2, 'hf://user/name'],
  ])(
    'pushing to %s with the token "%s" fails with the fix and without showing the token',
    async (target, token, code, hint) => {
      const result = await runCli(['push', 'dataset', target], settings(token));
      expect([result.code, result.stderr]).toEqual([code, expect.stringContaining(hint)]);
      expect(result.stderr).not.toContain(token === '' ? 'hf_test' : token);
      expect(result.stderr).not.toMatch(/^\s+at /m);
    },
  );

  it('says that the hub is busy or cannot be reached', async () => {
    hub.failWith = 503;
    const busy = await runCli(['push', 'dataset', 'hf://me/handbook'], settings());
    expect([busy.code, busy.stderr]).toEqual([5, expect.stringContaining('Push again')]);
    const nowhere = { cwd: folder.path, env: { HF_TOKEN: HUB_TOKEN, HF_ENDPOINT: 'http://127.0.0.1:9' } };
    const unreachable = await runCli(['push', 'dataset', 'hf://me/handbook'], nowhere);
    expect([unreachable.code, unreachable.stderr]).toEqual([5, expect.stringContaining('Cannot reach the hub')]);
  });
});
