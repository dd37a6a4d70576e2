import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readExtractedText } from '@dsgen/backend-local';
import { createDsgen, type DatasetManifest, type DocumentOutcome, type LedgerSums } from '@dsgen/sdk';
import { runJson, type CliResult } from './cli.ts';

/** What `dsgen generate --json` prints. */
export interface GenerateJson {
  readonly dataset: string;
  readonly job: string;
  readonly records: number;
  readonly ledger: Omit<LedgerSums, 'reasons'>;
  readonly reasons: Readonly<Record<string, number>>;
}

/** One finished run of the built command line. */
export interface GenerateRun {
  readonly result: CliResult & { readonly json: GenerateJson };
  readonly corpus: string;
  readonly store: string;
  /** What became of each document, by path. */
  readonly outcomes: ReadonlyMap<string, DocumentOutcome>;
}

export interface GenerateOptions {
  /** Where the store and the dataset go. */
  readonly cwd: string;
  readonly args?: readonly string[];
  readonly launcher?: readonly string[];
}

/** Runs `dsgen generate` on a corpus to its end, into `store` and `dataset` of the working directory. */
export async function generateDataset(corpus: string, options: GenerateOptions): Promise<GenerateRun> {
  const { cwd, args = [], launcher = [] } = options;
  const store = `${cwd}/store`;
  const command = ['generate', corpus, '--store', store, '--out', `${cwd}/dataset`, ...args];
  const result = await runJson<GenerateJson>(command, { cwd, launcher, timeoutMs: 240_000 });
  return { result, corpus, store, outcomes: await readOutcomes(store, result.json.job) };
}

/** What the events of a job say of each document. A document that is told of twice is an error. */
export async function readOutcomes(store: string, jobId: string): Promise<ReadonlyMap<string, DocumentOutcome>> {
  await using dsgen = createDsgen({ store });
  const outcomes = new Map<string, DocumentOutcome>();
  for await (const event of dsgen.jobs.events(jobId)) {
    if (event.type !== 'document-end') continue;
    if (outcomes.has(event.path)) throw new Error(`${event.path} ended twice`);
    outcomes.set(event.path, event.outcome);
  }
  return outcomes;
}

export async function sha256OfFile(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

/** The text that the run extracted from a document; empty when it has none. */
export async function extractedText({ corpus, store, result }: GenerateRun, path: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(result.json.dataset, 'dataset.json'), 'utf8')) as DatasetManifest;
  const documentId = await sha256OfFile(join(corpus, path));
  return (await readExtractedText(store, { documentId, path, recipe: manifest.recipe })) ?? '';
}

/** `done`, or the reason of a refusal. */
export function shortOutcome(outcome: DocumentOutcome | undefined): string {
  if (outcome === undefined) return 'missing from the ledger';
  return outcome.state === 'done' ? 'done' : outcome.reason;
}

/** The levels of a ledger that do not add up; empty when all do. */
export function wrongSums({ ledger, reasons, records }: GenerateJson): readonly string[] {
  const { documents, chunks, candidates } = ledger;
  const byReason = { document: 0, candidate: 0 };
  for (const [reason, count] of Object.entries(reasons)) {
    byReason[reason.startsWith('document/') ? 'document' : 'candidate'] += count;
  }
  const sums: ReadonlyArray<readonly [name: string, total: number, sum: number]> = [
    ['documents', documents.total, documents.done + documents.skipped + documents.quarantined],
    ['chunks', chunks.total, chunks.used + chunks.unused],
    ['candidates', candidates.total, candidates.accepted + candidates.rejected],
    ['records', records, candidates.accepted],
    ['reasons of documents', documents.skipped + documents.quarantined, byReason.document],
    ['reasons of candidates', candidates.rejected, byReason.candidate],
  ];
  return sums.filter(([, total, sum]) => total !== sum).map(([name, total, sum]) => `${name}: ${total} is not ${sum}`);
}

/** A line of a stack trace: never for a user's mistake or a bad document. */
export const STACK_TRACE = /^\s+at .+:\d+:\d+\)?$/m;
