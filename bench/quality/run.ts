import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { TASKS } from '@dsgen/core';
import type { Pattern } from '../../packages/engine/src/generate/pattern.ts';
import { isOn, PATTERNS } from '../../packages/engine/src/generate/patterns.ts';
import { resolveRecipe } from '../../packages/engine/src/recipe/resolve-recipe.ts';
import { printTable } from '../support.ts';
import { runCorpus, type DocumentRun } from './corpus-run.ts';
import { isRanked, LABELS, readLabels, writeLabels, type Round } from './labels.ts';
import { searchQuestions } from './search.ts';
import { entriesOf, renderSheet, sampleEntries, type SheetEntry } from './sheet.ts';
import { precisionRows, refreshPage, shareOf } from './table.ts';
import { curveOf, leaveOneCorpusOut, trainRanker } from './train.ts';
import { measureVariety } from './variety.ts';
import { labelSheet } from './verdicts.ts';
import { measureYield } from './yield.ts';

/**
 * `npm run bench:quality -- <command>`:
 *
 * - `sheet FOLDER… --out FOLDER [--size 200] [--seed 1]`: a reading sheet of records nobody has read yet
 * - `verdicts SHEET.json VERDICTS.txt --round tuning|judging --date YYYY-MM-DD [--reading N]`: takes the reader's verdicts back
 * - `figures FOLDER…`: yield, coverage, search and variety of each corpus
 * - `train`: the curve of precision over yield on corpora left out, and new weights of the ranker
 * - `table FOLDER…`: precision and yield by pattern, also into docs/quality.md
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'sheet' },
    size: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    round: { type: 'string', default: 'tuning' },
    date: { type: 'string', default: '' },
    reading: { type: 'string' },
    cache: { type: 'string' },
    'default-only': { type: 'boolean', default: false },
  },
});
const [command = 'help', ...operands] = positionals;
const recipe = resolveRecipe({ tasks: [...TASKS] });
/** Patterns that are off by default are read too, that is how they can come back, unless `--default-only` asks for what users get. */
const readingRecipe = resolveRecipe({ tasks: [...TASKS], generate: { allPatterns: true } });
const weightsFile = fileURLToPath(new URL('../../packages/engine/src/rank/weights.json', import.meta.url));

function run(folder: string, used = recipe): AsyncGenerator<DocumentRun> {
  return runCorpus(folder, { recipe: used, ...(options.cache === undefined ? {} : { cache: options.cache }) });
}

async function runAll(folder: string): Promise<DocumentRun[]> {
  const runs: DocumentRun[] = [];
  for await (const document of run(folder)) runs.push(document);
  return runs;
}

async function makeSheet(folders: readonly string[]): Promise<void> {
  const entries: SheetEntry[] = [];
  for (const folder of folders) {
    for await (const document of run(folder, options['default-only'] ? recipe : readingRecipe))
      entries.push(...entriesOf(document, basename(folder), 'kept'));
  }
  const known = new Set(readLabels().map(({ id }) => id));
  const sample = sampleEntries(entries, { size: Number(options.size), seed: Number(options.seed), known });
  mkdirSync(options.out, { recursive: true });
  writeFileSync(join(options.out, 'sheet.json'), JSON.stringify(sample, undefined, 1));
  writeFileSync(join(options.out, 'sheet.md'), renderSheet(sample));
  console.log(`${sample.length} of ${entries.length} records are in ${join(options.out, 'sheet.md')}`);
}

function takeVerdicts([sheet = '', verdicts = '']: readonly string[]): void {
  if (!/^\d{4}-\d\d-\d\d$/u.test(options.date)) throw new Error('Cannot take verdicts without --date YYYY-MM-DD.');
  if (options.round !== 'tuning' && options.round !== 'judging')
    throw new Error(`Cannot take verdicts of the round "${options.round}": it is tuning or judging.`);
  const round: Round = options.round;
  const entries = JSON.parse(readFileSync(sheet, 'utf8')) as readonly SheetEntry[];
  const labels = labelSheet(entries, readFileSync(verdicts, 'utf8'), {
    round,
    date: options.date,
    ...(options.reading === undefined ? {} : { reading: Number(options.reading) }),
  });
  const [first] = labels;
  mkdirSync(LABELS, { recursive: true });
  writeLabels(join(LABELS, `${options.date}-${round}-${first?.id.slice(0, 8) ?? 'empty'}.jsonl`), labels);
  printTable('Verdicts', [
    ['pattern', 'kept'],
    ...[...Map.groupBy(labels, ({ pattern }) => pattern)].map(([pattern, group]) => [pattern, shareOf(group)]),
    ['all', shareOf(labels)],
  ]);
}

async function printFigures(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const runs = await runAll(folder);
    const { words, records, sections, covered, uncovered } = measureYield(runs);
    const { asked, first, firstFive } = await searchQuestions(runs);
    const { own, baseline } = measureVariety(runs.flatMap((entry) => entriesOf(entry, '', 'kept')));
    printTable(basename(folder), [
      ['figure', 'value', 'against'],
      ['records per 1,000 words', ((1000 * records) / words).toFixed(2), `${records} of ${words} words`],
      ['sections of 40 words or more that give one', share(covered, sections), `${covered} of ${sections}`],
      ...[...uncovered].map(([reason, count]) => [`sections without: ${reason}`, String(count), '']),
      ['question finds its chunk first', share(first, asked), `${asked} asked`],
      ['question finds its chunk among five', share(firstFive, asked), ''],
      [
        'different first three words',
        own.distinctStarts.toFixed(3),
        `${baseline.distinctStarts.toFixed(3)} with one template`,
      ],
      [
        'commonest first three words',
        own.commonestStart.toFixed(3),
        `${baseline.commonestStart.toFixed(3)} with one template`,
      ],
      [
        'self-BLEU-4',
        own.selfBleu.toFixed(3),
        `${baseline.selfBleu.toFixed(3)} with one template, n = ${own.questions}`,
      ],
    ]);
  }
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}

function train(): void {
  const labels = readLabels().filter(isRanked);
  const scored = leaveOneCorpusOut(labels);
  printTable(`Records that stand alone, each ranked without its own corpus: ${scored.length} labels`, [
    ['yield', 'precision', 'least rank'],
    ...curveOf(scored).map((point) => [point.yield.toFixed(1), point.precision.toFixed(3), point.threshold.toFixed(3)]),
  ]);
  writeFileSync(weightsFile, `${JSON.stringify(trainRanker(labels), undefined, 2)}\n`);
  console.log(`\nThe weights of all ${labels.length} labels are in ${weightsFile}`);
}

async function printPrecision(folders: readonly string[]): Promise<void> {
  const counts = new Map<string, number>();
  let words = 0;
  for (const folder of folders) {
    const measured = measureYield(await runAll(folder));
    words += measured.words;
    for (const [pattern, count] of measured.byPattern) counts.set(pattern, (counts.get(pattern) ?? 0) + count);
  }
  const yields = new Map(
    PATTERNS.map((pattern) => [pattern.name, stateOf(pattern, yieldOf(counts.get(pattern.name), words))]),
  );
  const rows = precisionRows(readLabels(), yields);
  printTable('Precision by pattern', rows);
  refreshPage(rows);
}

/** What a pattern gives, or when it is used at all. */
function stateOf(pattern: Pattern, measured: string): string {
  if (!isOn(pattern, recipe)) return 'off by default';
  const isByDefault = resolveRecipe({}).tasks.includes(pattern.task);
  return isByDefault ? measured : `${measured}, with \`--task ${pattern.task}\` only`;
}

function yieldOf(count: number | undefined, words: number): string {
  return count === undefined ? 'none here' : ((1000 * count) / words).toFixed(3);
}

if (command === 'sheet') await makeSheet(operands);
else if (command === 'verdicts') takeVerdicts(operands);
else if (command === 'figures') await printFigures(operands);
else if (command === 'train') train();
else if (command === 'table') await printPrecision(operands);
else
  console.log(
    'Commands: sheet, verdicts, figures, train, table. The comment in bench/quality/run.ts says what each takes.',
  );
