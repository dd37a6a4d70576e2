import { spawnSync } from 'node:child_process';
import { lstatSync, readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HANDBOOK } from '../support/corpus.ts';
import { CLI_ENTRY, runCli, temporaryFolder, type TemporaryFolder } from '../support/cli.ts';
import { datasetHash } from '../support/dataset-hash.ts';
import { STACK_TRACE } from '../support/generate.ts';

/** A file system of our own, in a name space of our own. */
const canMount =
  spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', '/mnt'], { stdio: 'ignore' })
    .status === 0;
if (!canMount) console.log('skipped: full and read-only disks, because this machine does not let us mount any');

const PAGE_BYTES = 4096;
let folder: TemporaryFolder;
let expected: string;
/** What a whole run takes on a disk. */
let storeBytes: number;
let outBytes: number;

beforeAll(async () => {
  const documents = Array.from({ length: 8 }, (_, index) =>
    Object.entries(HANDBOOK).map(([path, text]) => [
      path.replace('docs/', `docs/${index}/`),
      text.replaceAll(/leave|laptop|passphrase/giu, (word) => `${word} ${index}`),
    ]),
  );
  folder = await temporaryFolder(Object.fromEntries(documents.flat()) as Record<string, string>);
  await mkdir(folder.at('whole-out'));
  const command = ['generate', 'docs', '--store', 'whole-store', '--out', 'whole-out/dataset'];
  const { code, stderr } = await runCli(command, { cwd: folder.path });
  if (code !== 0) throw new Error(stderr);
  expected = datasetHash(folder.at('whole-out', 'dataset'));
  storeBytes = bytesOnDisk(folder.at('whole-store'));
  outBytes = bytesOnDisk(folder.at('whole-out'));
});
afterAll(() => folder[Symbol.asyncDispose]());

function bytesOnDisk(path: string): number {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => Math.ceil(lstatSync(join(entry.parentPath, entry.name)).size / PAGE_BYTES) * PAGE_BYTES)
    .reduce((sum, bytes) => sum + bytes, 0);
}

interface Mounted {
  /** `store` or `out`: the folder that gets a file system of its own. */
  readonly place: string;
  readonly options: string;
  /** Runs between the first try and the second. */
  readonly repair?: string;
}

/** Generates on a bad disk, and again once it is repaired. What the folders then hold is copied out of the name space. */
function generateTwice(
  name: string,
  { place, options, repair }: Mounted,
): { first: string; names: string[]; second: string } {
  const generate = `"${process.execPath}" "${CLI_ENTRY}" generate docs --store "${name}/store/deep/er" --out "${name}/out/dataset" 2>&1 >"${name}/shown"; echo "code $?"`;
  const script = [
    `mkdir -p "${name}/store" "${name}/out" && mount -t tmpfs -o "${options}" tmpfs "${name}/${place}"`,
    generate,
    'echo "----"',
    `ls -A "${name}/out"`,
    'echo "----"',
    ...(repair === undefined ? [] : [repair, generate, `cp -r "${name}/out" "${name}/copy"`]),
  ].join('\n');
  const { stdout } = spawnSync('unshare', ['-rm', 'bash', '-c', script], { cwd: folder.path, encoding: 'utf8' });
  const [first = '', names = '', second = ''] = stdout.split('----\n');
  return { first, names: names.split('\n').filter((line) => line !== ''), second };
}

describe.skipIf(!canMount)('a disk that is full', () => {
  it.each([
    ['store', 0.02],
    ['store', 0.3],
    ['store', 0.6],
    ['store', 0.9],
    ['out', 0.2],
    ['out', 0.8],
  ] as const)('under %s, with room for %d of it, is said; with more room the same bytes come', (place, share) => {
    const size = Math.floor((share * (place === 'store' ? storeBytes : outBytes)) / PAGE_BYTES) * PAGE_BYTES;
    const name = `${place}-${share}`;
    const repair = `mount -o remount,size=64M "${name}/${place}"`;
    const { first, names, second } = generateTwice(name, { place, options: `size=${size}`, repair });
    expect(first).toMatch(/code 5$/m);
    expect(first).toContain('the disk is full');
    expect(first).toContain('fix:');
    expect(first).not.toMatch(STACK_TRACE);
    expect(names).toEqual([]);
    expect(second).toMatch(/code 0$/m);
    expect(datasetHash(folder.at(name, 'copy', 'dataset'))).toBe(expected);
  });
});

describe.skipIf(!canMount)('a disk that is read-only', () => {
  it.each(['store', 'out'])('under %s is said, with the flag that helps', (place) => {
    const { first, names } = generateTwice(`read-only-${place}`, { place, options: 'ro,size=1M' });
    expect(first).toMatch(/code 5$/m);
    expect(first).toContain('read-only');
    expect(first).toContain(`--${place}`);
    expect(first).not.toMatch(STACK_TRACE);
    expect(names).toEqual([]);
  });
});
