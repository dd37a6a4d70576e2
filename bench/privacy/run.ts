import { DETECTORS } from '../../packages/engine/src/privacy/detectors.ts';
import { findSensitive } from '../../packages/engine/src/privacy/find-sensitive.ts';
import { hostileTexts } from '../../packages/engine/src/privacy/fixtures/hostile-texts.ts';
import { labelledSet } from '../../packages/engine/src/privacy/fixtures/labelled-set.ts';
import { score } from '../../packages/engine/src/privacy/fixtures/score.ts';
import { Scanner } from '../../packages/engine/src/privacy/scanner.ts';
import { printTable } from '../support.ts';

/**
 * `node bench/privacy/run.ts [seed] [--hostile]`: recall and precision by kind on the labelled set, the speed on its
 * texts, and with `--hostile` the worst of about 150 hostile texts of a million characters for each detector.
 */
function cpuMs(work: () => void): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

function printScores(seed: number): void {
  const set = labelledSet(seed);
  const { byKind, recall, precision, missed, wrong } = score(set);
  const nearMisses = set.filter(({ category }) => category === 'near-miss').length;
  printTable(`Labelled set, seed ${seed}: ${set.length - nearMisses} planted, ${nearMisses} near-misses`, [
    ['kind', 'planted', 'found', 'false'],
    ...[...byKind].map(([kind, count]) => [kind, String(count.planted), String(count.found), String(count.false)]),
  ]);
  printTable('Sums', [
    ['figure', 'value', 'goal'],
    ['recall, personal data', percent(recall.pii), '95 %'],
    ['recall, secrets', percent(recall.secret), '99 %'],
    ['precision', percent(precision), '95 %'],
  ]);
  for (const line of [...missed, ...wrong]) console.log(line);
}

function printSpeed(): void {
  const text = labelledSet()
    .map((labelled) => labelled.text)
    .join('\n\n')
    .repeat(4);
  findSensitive(text);
  const ms = cpuMs(() => findSensitive(text));
  console.log(
    `\nAll detectors on text full of finds: ${(text.length / 1000 / ms).toFixed(1)} million characters a second.`,
  );
}

function printHostile(): void {
  const texts = hostileTexts();
  const rows = DETECTORS.map((detector) => {
    const scanner = new Scanner([detector]);
    const times = texts.map(([name, text]) => ({ name, ms: cpuMs(() => scanner.find(text)) }));
    const worst = times.reduce((left, right) => (right.ms > left.ms ? right : left));
    return { name: detector.name, ms: worst.ms, text: worst.name };
  });
  printTable('Worst hostile text of a million characters, CPU time', [
    ['detector', 'ms', 'text'],
    ...rows
      .toSorted((left, right) => right.ms - left.ms)
      .map(({ name, ms, text }) => [name, ms.toFixed(1), JSON.stringify(text)]),
  ]);
}

const seed = Number(process.argv.slice(2).find((word) => /^\d+$/u.test(word)) ?? 1);
printScores(seed);
printSpeed();
if (process.argv.includes('--hostile')) printHostile();
