import { execFile, execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { openKeychain } from './keychain.ts';
import { modelKeyReport } from './model-key-report.ts';

const CANARY = 'sk-canary-5f0a';
const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A folder with a program of that name, to be put on the path. */
async function toolFolder(name: string, script: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dsgen-keychain-'));
  folders.push(folder);
  await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, name), 0o755);
  return folder;
}

const TOOLS = [
  ['linux', 'secret-tool', 'lookup service dsgen provider openai'],
  ['darwin', 'security', 'find-generic-password -s dsgen -a openai -w'],
] as const;

describe.runIf(process.platform !== 'win32').each(TOOLS)('on %s', (platform, name, question) => {
  async function keychain(script: string, unlockMs?: number) {
    const folder = await toolFolder(name, script);
    const environment = { PATH: `${folder}:${process.env['PATH']}`, OPENAI_API_KEY: 'not for the tool' };
    return { folder, keys: openKeychain({ environment, platform, ...(unlockMs === undefined ? {} : { unlockMs }) }) };
  }

  test(`${name} is asked for the key of one provider, by its name alone`, async () => {
    const { folder, keys } = await keychain(
      `echo "$*" > "$(dirname "$0")/asked"; env > "$(dirname "$0")/environment"; echo ${CANARY}`,
    );
    expect(await keys.keyOf('openai')).toBe(CANARY);
    expect((await readFile(join(folder, 'asked'), 'utf8')).trim()).toBe(question);
    expect(await readFile(join(folder, 'environment'), 'utf8')).not.toContain('not for the tool');
  });

  test.each([
    ['fails', `echo ${CANARY}; echo "${CANARY} is locked" >&2; exit 1`],
    ['says nothing', 'exit 0'],
    ['says too much', 'head -c 1000000 /dev/zero'],
    ['kills itself', 'kill -9 $$'],
  ])(`there is no key when ${name} %s`, async (_what, script) => {
    const { keys } = await keychain(script);
    expect([await keys.keyOf('openai'), await keys.has('openai')]).toEqual([undefined, false]);
  });

  test(`a ${name} that never ends is ended`, async () => {
    const { keys } = await keychain('exec sleep 600', 50);
    expect(await keys.keyOf('openai')).toBeUndefined();
  });

  test(`there is no key without ${name}, or without a path to look for it on`, async () => {
    const folder = await toolFolder('another', '');
    expect(await openKeychain({ environment: { PATH: folder }, platform }).keyOf('openai')).toBeUndefined();
    expect(await openKeychain({ environment: {}, platform }).keyOf('openai')).toBeUndefined();
  });

  test('the report says where keys are, and never what they are', async () => {
    const folder = await toolFolder(name, `case "$*" in *mistral*) echo ${CANARY};; *) exit 1;; esac`);
    const environment = { PATH: `${folder}:${process.env['PATH']}`, ANTHROPIC_API_KEY: CANARY, OPENAI_API_KEY: ' ' };
    expect(await modelKeyReport({ environment, platform })).toEqual([
      { provider: 'openai', source: undefined },
      { provider: 'anthropic', source: 'ANTHROPIC_API_KEY' },
      { provider: 'google', source: undefined },
      { provider: 'mistral', source: 'keychain' },
      { provider: 'amazon-bedrock', source: undefined },
      { provider: 'openai-compatible', source: undefined },
    ]);
  });
});

test('there is no keychain on Windows', async () => {
  const folder = await toolFolder('security', `echo ${CANARY}`);
  expect(await openKeychain({ environment: { PATH: folder }, platform: 'win32' }).keyOf('openai')).toBeUndefined();
});

/** Whether this machine has a keyring of its own that a test may open: the one of GNOME, on a bus of its own. */
function hasKeyring(): boolean {
  try {
    for (const command of ['secret-tool', 'gnome-keyring-daemon', 'dbus-run-session']) execFileSync('which', [command]);
    return true;
  } catch {
    console.log('no keyring here: the test of the real one is skipped');
    return false;
  }
}

test.runIf(hasKeyring())('a key stored with secret-tool is found in the keyring, and others are not', async () => {
  const home = await mkdtemp(join(tmpdir(), 'dsgen-keyring-'));
  folders.push(home);
  await mkdir(join(home, 'run'), { mode: 0o700 });
  const ask = `
    import { openKeychain } from ${JSON.stringify(new URL('keychain.ts', import.meta.url).href)};
    const keys = openKeychain({ environment: process.env });
    console.log(JSON.stringify([await keys.keyOf('openai'), await keys.keyOf('mistral'), await keys.has('openai'), await keys.has('mistral')]));
  `;
  const script = `
    printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    printf ${CANARY} | secret-tool store --label 'dsgen openai' service dsgen provider openai
    exec "$NODE" --input-type=module-typescript --eval "$ASK"
  `;
  const { stdout } = await promisify(execFile)('dbus-run-session', ['--', 'sh', '-c', script], {
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      XDG_RUNTIME_DIR: join(home, 'run'),
      NODE: process.execPath,
      ASK: ask,
    },
  });
  expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual(
    [CANARY, undefined, true, false].map((value) => value ?? null),
  );
});
