import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  CorpusDocument,
  DatasetManifest,
  DatasetRecord,
  DocumentOutcome,
  JobEvent,
  JobEventBody,
  JobInfo,
  JobState,
  LedgerSums,
  SubmitJobInput,
} from '@dsgen/core';
import { makeRecords } from './memory-records.ts';

/** A document of the in-memory back end. */
export interface MemoryDocument extends CorpusDocument {
  readonly body: Uint8Array;
}

export interface MemoryJobOptions {
  readonly id: string;
  readonly input: SubmitJobInput;
  readonly corpusName: string;
  /** In path order. */
  readonly documents: readonly MemoryDocument[];
}

/** Runs one job document by document, leaving the turn to others after each. */
export class MemoryJob {
  readonly id: string;
  readonly input: SubmitJobInput;
  readonly events: JobEvent[] = [];
  records: DatasetRecord[] = [];
  manifest: DatasetManifest | undefined;
  state: JobState = 'queued';
  readonly #options: MemoryJobOptions;
  #stopAs: 'cancelled' | 'interrupted' | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(options: MemoryJobOptions) {
    this.id = options.id;
    this.input = options.input;
    this.#options = options;
  }

  get info(): JobInfo {
    const { corpusId, recipe } = this.input;
    const dataset = this.manifest === undefined ? {} : { datasetId: this.id, ledger: this.manifest.ledger };
    return { id: this.id, state: this.state, corpusId, recipe, ...dataset };
  }

  get isUnderWay(): boolean {
    return this.state === 'queued' || this.state === 'running';
  }

  start(resumed: boolean): void {
    this.#stopAs = undefined;
    this.state = 'queued';
    this.#running = this.#run(resumed);
  }

  async stop(state: 'cancelled' | 'interrupted'): Promise<void> {
    this.#stopAs = state;
    await this.#running;
  }

  async #run(resumed: boolean): Promise<void> {
    await nextTurn();
    this.state = 'running';
    this.records = [];
    this.#emit({ type: 'job-start', jobId: this.id, resumed });
    const counter = new LedgerCounter();
    const seen = new Set<string>();
    for (const document of this.#options.documents) {
      if (this.#stopAs !== undefined) return this.#end(this.#stopAs);
      this.#emit({ type: 'document-start', path: document.path });
      const outcome = this.#addDocument(document, seen, counter);
      this.#emit({ type: 'document-end', path: document.path, outcome, pages: 1, candidates: 0, cached: false });
      await nextTurn();
    }
    this.manifest = this.#describeDataset(counter.sums());
    return this.#end('done');
  }

  #addDocument(document: MemoryDocument, seen: Set<string>, counter: LedgerCounter): DocumentOutcome {
    const outcome = decide(document, seen);
    seen.add(document.documentId);
    counter.countDocument(outcome.state === 'done' ? { state: 'done' } : outcome);
    if (outcome.state !== 'done') return outcome;
    const { input, corpusName } = this.#options;
    const context = { corpus: corpusName, recipe: input.recipe, recipeHash: hash(JSON.stringify(input.recipe)) };
    const { records, chunks, usedChunks } = makeRecords(document, outcome.text, context);
    counter.countChunks(chunks, usedChunks);
    counter.countAccepted(records.length);
    this.records.push(...records);
    return { state: 'done' };
  }

  #describeDataset(ledger: LedgerSums): DatasetManifest {
    const { input, documents } = this.#options;
    return {
      kind: 'dsgen/dataset',
      specificationVersion: 1,
      name: input.datasetName,
      versions: { memory: '1' },
      format: input.recipe.export.format,
      recipe: input.recipe,
      recipeHash: hash(JSON.stringify(input.recipe)),
      corpusHash: hash(documents.map(({ path, documentId }) => `${path}\0${documentId}\n`).join('')),
      records: this.records.length,
      splits: { train: this.records.length, validation: 0, test: 0 },
      tasks: { qa: this.records.length },
      patterns: { definition: this.records.length },
      lengths: { tokens: 0, longest: 0, contexts: [] },
      licences: [{ licence: null, documents: this.records.length, records: this.records.length }],
      ledger,
      privacy: { mode: 'off', documents: {}, records: {} },
      files: [],
    };
  }

  #end(state: 'done' | 'cancelled' | 'interrupted'): void {
    this.state = state;
    if (state === 'interrupted') return;
    const ledger = this.manifest === undefined ? {} : { ledger: this.manifest.ledger, dataset: this.id };
    this.#emit({ type: 'job-end', state, ...ledger });
  }

  #emit(body: JobEventBody): void {
    this.events.push({ sequence: this.events.length + 1, ...body });
  }
}

type Decision =
  | { readonly state: 'done'; readonly text: string }
  | Exclude<DocumentOutcome, { readonly state: 'done' }>;

function decide({ documentId, bytes, body }: MemoryDocument, seen: ReadonlySet<string>): Decision {
  if (bytes === 0) return { state: 'skipped', reason: 'empty', detail: 'the document has 0 bytes' };
  if (seen.has(documentId)) {
    return { state: 'skipped', reason: 'duplicate-document', detail: 'the same bytes as an earlier document' };
  }
  try {
    return { state: 'done', text: new TextDecoder('utf-8', { fatal: true }).decode(body) };
  } catch {
    return { state: 'quarantined', reason: 'bad-encoding', detail: 'the document is not UTF-8' };
  }
}

class LedgerCounter {
  readonly #documents = { total: 0, done: 0, skipped: 0, quarantined: 0 };
  readonly #chunks = { total: 0, used: 0, unused: 0 };
  readonly #reasons = new Map<string, number>();
  #accepted = 0;

  countDocument(outcome: DocumentOutcome): void {
    this.#documents.total += 1;
    this.#documents[outcome.state] += 1;
    if (outcome.state === 'done') return;
    const key = `document/${outcome.reason}`;
    this.#reasons.set(key, (this.#reasons.get(key) ?? 0) + 1);
  }

  countChunks(total: number, used: number): void {
    this.#chunks.total += total;
    this.#chunks.used += used;
    this.#chunks.unused += total - used;
  }

  countAccepted(records: number): void {
    this.#accepted += records;
  }

  sums(): LedgerSums {
    return {
      documents: { ...this.#documents },
      chunks: { ...this.#chunks },
      candidates: { total: this.#accepted, accepted: this.#accepted, rejected: 0 },
      reasons: Object.fromEntries([...this.#reasons].toSorted(([left], [right]) => (left < right ? -1 : 1))),
    };
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
