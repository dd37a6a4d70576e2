import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startLab, type Lab } from '@dsgen/aws-lab';
import { printTable } from '../support.ts';
import { BARE, contenders } from './contenders.ts';
import { makeLargeFiles, makeSmallFiles } from './files.ts';
import { killUploads, type KillResult } from './kills.ts';
import { readOptions, type UploadBenchOptions } from './options.ts';
import { race, type RaceResult } from './race.ts';

/**
 * `node bench/upload/run.ts`: dsgen, s5cmd and aws-cli send the same files to the same versitygw. Ratios are of rates in one run
 * on one machine. Exit code 1 when one of them falls short. Server and client share the processors, so a program that does
 * nothing but send takes part: no client can be much faster than that.
 */
const MEBIBYTE = 1024 * 1024;
const KILLED_AT = [0.1, 0.5, 0.9];
const MAX_PEAK_MEBIBYTES = 200;

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly goal: string;
  readonly holds: boolean;
  /** What else is to be known of one that falls short. */
  readonly note?: string;
}

function table(title: string, results: readonly RaceResult[], bytes: number): void {
  const rows = results.map(({ name, wallMs, cpuMs, serverCpuMs, peakMebibytes }) => [
    name,
    `${(wallMs / 1000).toFixed(2)} s`,
    `${(bytes / MEBIBYTE / (wallMs / 1000)).toFixed(0)} MiB/s`,
    `${(cpuMs / 1000).toFixed(2)} s`,
    `${(serverCpuMs / 1000).toFixed(2)} s`,
    `${peakMebibytes.toFixed(0)} MiB`,
  ]);
  printTable(title, [['program', 'median', 'rate', 'its processor time', "the server's", 'most memory'], ...rows]);
}

/** How often the time of `name` fits into that of `peer`. */
function timesAsFast(results: readonly RaceResult[], name: string, peer: string): number {
  function wallMs(of: string): number {
    return results.find((result) => result.name === of)?.wallMs ?? Number.NaN;
  }
  return wallMs(peer) / wallMs(name);
}

function ratio(results: readonly RaceResult[], peer: string, goal: number): Figure {
  const value = timesAsFast(results, 'dsgen', peer);
  const allowed = timesAsFast(results, BARE, peer);
  return {
    name: `rate against ${peer}`,
    value: `${value.toFixed(2)}×`,
    goal: `≥ ${goal}×`,
    holds: value >= goal,
    note: `a ${BARE} reaches ${allowed.toFixed(2)}×`,
  };
}

function memory(results: readonly RaceResult[]): Figure {
  const value = Math.max(
    ...results.filter(({ name }) => name.startsWith('dsgen')).map((result) => result.peakMebibytes),
  );
  return {
    name: 'memory',
    value: `${value.toFixed(0)} MiB`,
    goal: `≤ ${MAX_PEAK_MEBIBYTES} MiB`,
    holds: value <= MAX_PEAK_MEBIBYTES,
  };
}

function resent({ share, resentBytes, allowedBytes }: KillResult): Figure {
  return {
    name: `sent twice after a kill at ${share * 100} %`,
    value: `${(resentBytes / MEBIBYTE).toFixed(1)} MiB`,
    goal: `≤ ${(allowedBytes / MEBIBYTE).toFixed(1)} MiB`,
    holds: resentBytes <= allowedBytes,
  };
}

async function runAll(options: UploadBenchOptions, lab: Lab<'versitygw'>, folder: string): Promise<readonly Figure[]> {
  const { dsgen, packs, s5cmd, aws, bare } = await contenders();
  const { largeFiles, largeMebibytes, smallFiles, killMebibytes, runs } = options;
  const small = join(folder, 'small');
  makeSmallFiles(small, smallFiles);
  const smallBytes = smallFiles * 4096;
  const many = await race({
    lab,
    folder: small,
    bytes: smallBytes,
    contenders: [dsgen, packs, s5cmd, bare, aws],
    runs,
  });
  const large = join(folder, 'large');
  makeLargeFiles(large, largeFiles, largeMebibytes);
  const largeBytes = largeFiles * largeMebibytes * MEBIBYTE;
  const few = await race({ lab, folder: large, bytes: largeBytes, contenders: [dsgen, s5cmd, bare, aws], runs });
  rmSync(large, { recursive: true });
  const one = join(folder, 'one');
  makeLargeFiles(one, 1, killMebibytes);
  const kills = await killUploads({ lab, folder: one, bytes: killMebibytes * MEBIBYTE, shares: KILLED_AT });
  table(`${smallFiles} files of 4 KiB`, many, smallBytes);
  table(`${largeFiles} files of ${largeMebibytes} MiB`, few, largeBytes);
  const manyFigures = [ratio(many, 's5cmd', 1), ratio(many, 'aws-cli', 12), memory(many)];
  const fewFigures = [ratio(few, 's5cmd', 0.9), ratio(few, 'aws-cli', 2.5), memory(few)];
  return [
    ...manyFigures.map((figure) => named(`${smallFiles} × 4 KiB`, figure)),
    ...fewFigures.map((figure) => named(`${largeFiles} × ${largeMebibytes} MiB`, figure)),
    ...kills.map(resent),
  ];
}

function verdict({ holds, note }: Figure): string {
  if (holds) return 'holds';
  return note === undefined ? 'FALLS SHORT' : `FALLS SHORT (${note})`;
}

function named(what: string, figure: Figure): Figure {
  return { ...figure, name: `${what}: ${figure.name}` };
}

const options = readOptions();
const folder = mkdtempSync(join(options.sourceFolder, 'dsgen-upload-bench-'));
const lab = await startLab({
  services: ['versitygw'],
  parentFolder: options.serverFolder,
  usesExtendedAttributes: true,
});
try {
  const figures = await runAll(options, lab, folder);
  printTable('Figures', [
    ['figure', 'measured', 'goal', ''],
    ...figures.map((figure) => [figure.name, figure.value, figure.goal, verdict(figure)]),
  ]);
  if (!figures.every(({ holds }) => holds)) process.exitCode = 1;
} finally {
  await lab.stop();
  rmSync(folder, { recursive: true, force: true });
}
