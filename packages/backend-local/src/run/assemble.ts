import type { Codec, DatasetManifest, Recipe, Scorer } from '@dsgen/core';
import { assembleDataset, type AssemblyDocument, type AssemblyProgress, type DatasetSink } from '@dsgen/engine';
import { VERSION } from '../version.ts';
import type { Emit } from './job-events.ts';
import type { LineWriter } from './line-file.ts';
import type { FinishedDocument } from './work-on-corpus.ts';

export interface AssembleOptions {
  readonly name: string;
  readonly corpus: string;
  readonly recipe: Recipe;
  readonly codec: Codec;
  /** In path order. */
  readonly documents: AsyncIterable<FinishedDocument>;
  readonly sink: DatasetSink;
  /** Licences of the documents by folder. Default: none is known. */
  readonly folderLicences?: ReadonlyMap<string, string | undefined>;
  /** By the names of their scores. Default: none. */
  readonly scorers?: ReadonlyMap<string, Scorer>;
  /** Gets every accepted record as JSON. */
  readonly log: LineWriter;
  readonly emit: Emit;
  readonly onLimitReached: () => void;
  readonly signal: AbortSignal;
}

/** Writes the dataset and tells about each document as it takes its place in it. */
export async function assemble(options: AssembleOptions): Promise<DatasetManifest> {
  const { documents, log, emit, ...rest } = options;
  const reporter = new Reporter(emit);
  const assembly = assembleDataset({
    ...rest,
    version: VERSION,
    documents: reporter.watch(documents),
    onDocument: (progress) => reporter.report(progress),
  });
  for (let step = await assembly.next(); ; step = await assembly.next()) {
    if (step.done === true) return step.value;
    await log.append(JSON.stringify(step.value));
  }
}

/** Joins what the work on a document found with what the assembly made of it. */
class Reporter {
  readonly #emit: Emit;
  #current: FinishedDocument | undefined;
  #reported = 0;

  constructor(emit: Emit) {
    this.#emit = emit;
  }

  async *watch(documents: AsyncIterable<FinishedDocument>): AsyncGenerator<AssemblyDocument> {
    for await (const finished of documents) {
      this.#current = finished;
      const { document, outcome, processed } = finished;
      const { path, documentId } = document;
      yield { path, documentId, outcome, ...(processed === undefined ? {} : { processed }) };
    }
  }

  report({ path, outcome, ledger }: AssemblyProgress): void {
    const { processed, cached = true } = this.#current ?? {};
    for (const message of outcome.state === 'done' ? (processed?.warnings ?? []) : []) {
      this.#emit({ type: 'warning', code: 'document-warning', message, path });
    }
    this.#emit({
      type: 'document-end',
      path,
      outcome,
      pages: processed?.pages ?? 0,
      candidates: processed?.candidates.length ?? 0,
      cached,
    });
    const { total, accepted, rejected } = ledger.candidates;
    if (total === this.#reported) return;
    this.#reported = total;
    this.#emit({ type: 'records-accepted', accepted, rejected });
  }
}
