import { appendFileSync, cpSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  cli,
  copies,
  corpora,
  filesBelow,
  peakMemory,
  printTable,
  root,
  timed,
  timeToFirstByte,
  withTemporaryFolder,
} from './support.ts';

/** `node bench/run.ts [--memory]`: prints one table per corpus; `--memory` adds the run over twenty copies. */
interface Report {
  readonly ledger: { readonly documents: Readonly<Record<string, number>> };
  readonly reasons: Readonly<Record<string, number>>;
}

const node = process.execPath;

function generate(corpus: string, folder: string, out = 'dataset'): string[] {
  return [node, cli, 'generate', corpus, '--store', join(folder, 'store'), '--out', join(folder, out), '--json'];
}

function ratio(value: number, base: number): string {
  return `${(value / base).toFixed(2)}×`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function outcomeRows(report: Report): string[][] {
  const documents = Object.entries(report.ledger.documents).map(([state, count]) => [
    `documents ${state}`,
    String(count),
    '',
  ]);
  const reasons = Object.entries(report.reasons).filter(([reason]) => reason.startsWith('document/'));
  return [...documents, ...reasons.map(([reason, count]) => [reason, String(count), ''])];
}

async function measure(name: string, source: string): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const corpus = join(folder, 'corpus');
    cpSync(source, corpus, { recursive: true });
    const bare = timed([node, join(root, 'bench', 'bare-parsers.ts'), corpus], folder);
    const cold = timed(generate(corpus, folder), folder);
    const again = timed(generate(corpus, folder), folder);
    const [changed = ''] = filesBelow(corpus).filter((file) => file.endsWith('.md'));
    appendFileSync(changed, '\nOne more line.\n');
    const one = timed(generate(corpus, folder), folder);
    const first = await timeToFirstByte(
      [node, cli, 'generate', corpus, '--store', join(folder, 'first-store'), '--out', '-'],
      folder,
    );
    printTable(name, [
      ['figure', 'value', 'against'],
      ...outcomeRows(JSON.parse(cold.stdout) as Report),
      [
        'CPU of a cold run',
        seconds(cold.cpuMs),
        `${ratio(cold.cpuMs, bare.cpuMs)} the bare parsers (${seconds(bare.cpuMs)})`,
      ],
      [
        'cores busy',
        `${((100 * cold.cpuMs) / cold.wallMs / availableParallelism()).toFixed(0)}%`,
        `${seconds(cold.wallMs)} wall`,
      ],
      ['unchanged again', seconds(again.wallMs), `${((100 * again.wallMs) / cold.wallMs).toFixed(1)}% of cold`],
      ['one document changed', seconds(one.wallMs), `${((100 * one.wallMs) / cold.wallMs).toFixed(1)}% of cold`],
      ['first record', seconds(first), 'from process start'],
    ]);
  });
}

async function measureMemory(sources: readonly string[]): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const peaks: number[] = [];
    for (const count of [1, 20]) {
      const corpus = join(folder, `corpus-${count}`);
      for (const [index, source] of sources.entries()) {
        const target = join(corpus, String(index));
        mkdirSync(target, { recursive: true });
        copies(source, target, count);
      }
      for (const [index, file] of filesBelow(corpus).entries()) appendFileSync(file, `\n${index}`);
      const { peakMb, wallMs } = await peakMemory(generate(corpus, join(folder, `run-${count}`)), folder);
      peaks.push(peakMb);
      console.log(`${count} copies: main process peaks at ${peakMb.toFixed(0)} MB in ${seconds(wallMs)}`);
    }
    const [one = Number.NaN, twenty = Number.NaN] = peaks;
    printTable('Memory of the main process', [
      ['copies', 'peak'],
      ['1', `${one.toFixed(0)} MB`],
      ['20', `${twenty.toFixed(0)} MB (${ratio(twenty, one)})`],
    ]);
  });
}

function best(command: readonly string[]): number {
  return Math.min(...Array.from({ length: 15 }, () => timed(command, root).wallMs));
}

function measureStart(): void {
  const bare = best([node, '--eval', '0']);
  const version = best([node, cli, '--version']);
  printTable('Start', [
    ['command', 'best of 15', 'against'],
    ['node --eval 0', `${bare.toFixed(0)} ms`, ''],
    ['dsgen --version', `${version.toFixed(0)} ms`, ratio(version, bare)],
  ]);
}

measureStart();
for (const { name, path } of corpora()) await measure(name, path);
if (process.argv.includes('--memory')) await measureMemory(corpora().map(({ path }) => path));
