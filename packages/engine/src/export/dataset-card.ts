import type { DatasetManifest, PiiMode, Split, Task } from '@dsgen/core';
import { packingOfName } from '@dsgen/formats';
import { emptyTasks } from '../generate/task-needs.ts';
import { dataFiles } from './data-files.ts';
import { LINEAGE_FILE, REJECTED_FILE } from './dataset-writer.ts';

/** The hub's name for what a task trains. */
const TASK_CATEGORIES: Readonly<Record<Task, string>> = {
  instruction: 'text-generation',
  conversation: 'text-generation',
  qa: 'question-answering',
  summarization: 'summarization',
  entities: 'token-classification',
  classification: 'text-classification',
  code: 'text-generation',
  creative: 'text-generation',
};

const MOST_REASONS = 10;

/**
 * `README.md` of a dataset: a dataset card with the YAML header that the Hugging Face hub and `datasets` read, so that
 * a folder pushed as it is loads with the right splits.
 */
export function datasetCard(manifest: DatasetManifest, languages: readonly string[]): string {
  const parts = [
    header(manifest, languages),
    `# ${oneLine(manifest.name)}`,
    introduction(manifest),
    '## Contents',
    contents(manifest),
    '## Load it',
    loading(manifest),
    '## How long the records are',
    lengths(manifest),
    '## Where the records come from',
    provenance(manifest),
    '## Licences of the documents',
    licences(manifest),
    '## Personal data',
    personalData(manifest),
    '## Limits',
    cautions(manifest),
  ];
  return `${parts.join('\n\n')}\n`;
}

function cautions({ recipe }: DatasetManifest): string {
  const isAltered = recipe.generate.vary?.some((kind) => kind !== 'answers') === true;
  return isAltered ? `${ALTERED}\n${LIMITS}` : LIMITS;
}

const ALTERED =
  '- Records with `quality.altered` have other names or dates than their document on purpose: their passages are those of the original.';

const LIMITS = [
  'Records repeat the documents: what is wrong, outdated or one-sided there is so here.',
  'The licence of the documents covers these records too; check it before you publish them or a model trained on them.',
  'Documents that are near duplicates share one split, so validation and test measure unseen documents, not unseen domains.',
]
  .map((line) => `- ${line}`)
  .join('\n');

function header(manifest: DatasetManifest, languages: readonly string[]): string {
  const categories = new Set(Object.keys(manifest.tasks).map((task) => TASK_CATEGORIES[task as Task]));
  return [
    '---',
    `pretty_name: ${JSON.stringify(oneLine(manifest.name))}`,
    ...yamlList('language', languages),
    ...yamlList('license', hubLicences(manifest)),
    ...yamlList('task_categories', [...categories].toSorted()),
    ...yamlList('size_categories', [sizeCategory(manifest.records)]),
    ...yamlList('tags', ['dsgen', manifest.format]),
    'configs:',
    '  - config_name: default',
    '    data_files:',
    ...splitPatterns(manifest).flatMap(([split, pattern]) => [`      - split: ${split}`, `        path: ${pattern}`]),
    '---',
  ].join('\n');
}

/** The hub's names for licences are those of SPDX in lower case. Nothing is said where one is not known. */
function hubLicences({ licences: sums }: DatasetManifest): readonly string[] {
  const known = sums.flatMap(({ licence }) => (licence === null ? [] : [licence.toLowerCase()]));
  return known.length === sums.length && known.every((licence) => /^[\w.-]+$/u.test(licence)) ? known : [];
}

function licences({ licences: sums }: DatasetManifest): string {
  const rows = sums.map(({ licence, documents, records }) => [licence ?? 'not known', documents, records]);
  const source =
    'As the documents say themselves (`SPDX-License-Identifier`, front matter), else the licence file in the nearest folder above; a guess is not among them. Each record names its own in `lineage.jsonl`.';
  return rows.length === 0
    ? 'There are no records.'
    : [table(['licence', 'documents', 'records'], rows), source].join('\n\n');
}

function introduction({ records, format, ledger }: DatasetManifest): string {
  const { done, total } = ledger.documents;
  return `${records} fine-tuning records in the ${format} format, made from ${done} of ${total} documents by dsgen. Every record names the passages that support it.`;
}

function contents(manifest: DatasetManifest): string {
  const { documents, chunks, candidates, reasons } = manifest.ledger;
  const largest = Object.entries(reasons)
    .toSorted(([, left], [, right]) => right - left)
    .slice(0, MOST_REASONS);
  return [
    table(
      ['split', 'file', 'records'],
      dataFiles(manifest.files).map(([split, names]) => [split, shownFiles(names), manifest.splits[split]]),
    ),
    table(['task', 'records'], Object.entries(manifest.tasks)),
    ...emptyTasks(manifest.recipe, manifest.tasks).map(
      ({ task, needs }) => `There are no records for \`${task}\`: it takes ${needs}.`,
    ),
    table(
      ['', 'total', 'outcome'],
      [
        [
          'documents',
          documents.total,
          `${documents.done} done, ${documents.skipped} skipped, ${documents.quarantined} quarantined`,
        ],
        ['chunks', chunks.total, `${chunks.used} used, ${chunks.unused} unused`],
        ['candidates', candidates.total, `${candidates.accepted} accepted, ${candidates.rejected} rejected`],
      ],
    ),
    ...(largest.length === 0
      ? []
      : ['The largest reasons for leaving something out:', table(['reason', 'count'], largest)]),
    `\`report.html\` shows the counts, what each section of each document gave and why the others gave nothing, and a sample of the records with their evidence. \`${LINEAGE_FILE}\` has one line for each record: its id, its file and line, the passages it comes from and how it was made. \`${REJECTED_FILE}\` has every candidate that was left out, with the reason. \`dataset.json\` has the recipe, all counts and the sha256 of each file.`,
  ].join('\n\n');
}

function loading(manifest: DatasetManifest): string {
  const files = splitPatterns(manifest).map(([split, pattern]) => `"${split}": "${pattern}"`);
  const code = [
    '```python',
    'from datasets import load_dataset',
    '',
    `dataset = load_dataset("${loaderOf(manifest)}", data_files={${files.join(', ')}})`,
    '```',
  ].join('\n');
  const trainers = manifest.files.map(({ name }) => name).filter((name) => name.startsWith('trainers/'));
  return [
    ...(manifest.files.some(({ plain }) => plain !== undefined) ? [DECRYPT_FIRST] : []),
    code,
    ...(trainers.length === 0
      ? []
      : [
          'Ready configurations for trainers, with every column named:',
          trainers.map((name) => `- \`${name}\``).join('\n'),
        ]),
    ...consumerParts(manifest),
  ].join('\n\n');
}

const DECRYPT_FIRST =
  'Everything that quotes records is encrypted with [age](https://age-encryption.org): the names here are those after `dsgen decrypt <this folder> <folder> --identity <file>`, or after `age --decrypt` of each file.';

/** What the consumers that were named make of the data. */
function consumerParts({ consumers = [] }: DatasetManifest): readonly string[] {
  if (consumers.length === 0) return [];
  const names = consumers.map(({ name }) => name).join(', ');
  const notes = consumers.flatMap(({ name, notes: found }) => found.map((note) => `- ${name}: ${note}`));
  const shaped = `Every row is shaped for ${names}; what they would reject, drop or mistrain on was left out.`;
  return notes.length === 0 ? [shaped] : [shaped, notes.join('\n')];
}

/** `datasets` calls JSON Lines and JSON lists the same. */
function loaderOf({ files }: DatasetManifest): string {
  const { container } = packingOfName(dataFiles(files)[0]?.[1][0] ?? '');
  if (container === 'tar') return 'webdataset';
  return container === 'csv' || container === 'parquet' ? container : 'json';
}

function lengths({ lengths: { tokens, longest, contexts }, records }: DatasetManifest): string {
  return [
    `${tokens} tokens in all, ${longest} in the longest record; what a chat template adds is not counted.`,
    table(
      ['context', 'records that fit', 'records cut or dropped'],
      contexts.map((context) => [context.tokens, context.fits, records - context.fits]),
    ),
  ].join('\n\n');
}

function provenance({ versions, recipeHash, corpusHash, recipe }: DatasetManifest): string {
  return [
    'The same documents, recipe and version give the same bytes:',
    table(
      ['', 'value'],
      [
        ['dsgen', versions['dsgen'] ?? ''],
        ['seed', recipe.seed],
        ['recipe', `\`${recipeHash}\``],
        ['documents', `\`${corpusHash}\``],
      ],
    ),
    'To check every passage against the documents: `dsgen verify <this folder> --corpus <folder of documents>`.',
  ].join('\n\n');
}

/** What the mode did, for the person who is about to share the folder. */
const PRIVACY: Readonly<Record<PiiMode, string>> = {
  off: 'Nobody looked for personal data, keys or passwords: `assess.pii` was `off`.',
  report: 'Personal data was counted and left where it is; records with keys or passwords were left out.',
  mask: 'Personal data, keys and passwords were replaced by placeholders such as `[EMAIL_1]`, in records and their evidence.',
  drop: 'Records with personal data, keys or passwords were left out; what rejects and evidence had of them was replaced by placeholders.',
};

function personalData({ privacy }: DatasetManifest): string {
  const { mode, documents, records } = privacy;
  const kinds = [...new Set([...Object.keys(documents), ...Object.keys(records)])].toSorted();
  const notes = mode === 'off' ? PRIVACY.off : `${PRIVACY[mode]} Names of people are not looked for.`;
  if (kinds.length === 0) return mode === 'off' ? notes : `${notes} None was found.`;
  const column = mode === 'mask' ? 'in records, masked' : 'in records';
  return [
    notes,
    table(
      ['kind', 'in documents', column],
      kinds.map((kind) => [kind, documents[kind] ?? 0, records[kind] ?? 0]),
    ),
  ].join('\n\n');
}

/** One name, or a pattern that is all shards of a split. */
function splitPatterns({ files }: DatasetManifest): ReadonlyArray<readonly [Split, string]> {
  return dataFiles(files).map(([split, names]) => {
    const [first = ''] = names;
    return [split, names.length === 1 ? first : first.replace(/-\d+-of-/u, '-*-of-')];
  });
}

function shownFiles(names: readonly string[]): string {
  return names.length < 3 ? names.join(', ') : `${names[0]} to ${names.at(-1)}`;
}

function table(head: readonly string[], rows: ReadonlyArray<ReadonlyArray<string | number>>): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function yamlList(key: string, values: readonly string[]): string[] {
  return values.length === 0 ? [] : [`${key}:`, ...values.map((value) => `  - ${value}`)];
}

/** The hub's classes. */
function sizeCategory(records: number): string {
  const limits = ['1K', '10K', '100K', '1M', '10M', '100M', '1B'] as const;
  const index = limits.findIndex((_, power) => records < 10 ** (power + 3));
  if (index === 0) return 'n<1K';
  return index === -1 ? 'n>1B' : `${limits[index - 1]}<n<${limits[index]}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
