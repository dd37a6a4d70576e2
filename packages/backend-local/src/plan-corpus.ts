import { planDocument, SNIFF_BYTES } from '@dsgen/engine';
import type { DocumentPlan, Recipe } from '@dsgen/core';
import type { Host } from './host.ts';
import { findFile } from './run/document-files.ts';
import { orderedMap } from './run/ordered-map.ts';
import { scanDocuments, type ScannedDocument } from './run/scan-documents.ts';
import { readFileEnds } from './scan/read-document.ts';
import type { StoredCorpus } from './state/corpus-table.ts';

export interface PlanCorpusOptions {
  readonly corpus: StoredCorpus;
  readonly recipe: Recipe;
  readonly signal?: AbortSignal | undefined;
}

const IN_FLIGHT = 4;
const NO_BYTES = new Uint8Array();

/** What a job would do with each document, in path order. Reads the ends of the files only, beside hashing them. */
export async function* planCorpus(host: Host, options: PlanCorpusOptions): AsyncGenerator<DocumentPlan> {
  const { corpus, recipe } = options;
  const signal = options.signal ?? new AbortController().signal;
  const scanned = scanDocuments({
    entries: host.state.entries.all(corpus.id),
    fileFacts: host.state.fileFacts,
    signal,
  });
  async function plan(document: ScannedDocument): Promise<DocumentPlan> {
    const { path, documentId, bytes, refusal } = document;
    const ends =
      refusal === undefined ? await readFileEnds(findFile(host, corpus, document), SNIFF_BYTES) : { head: NO_BYTES };
    const { ocr } = recipe.extract;
    const planned = planDocument({ path, documentId, bytes, ...ends, ocr, maxBytes: host.limits.maxDocumentBytes });
    return refusal === undefined ? planned : { ...planned, estimatedTokens: 0, estimatedMs: 0, outcome: refusal };
  }
  for await (const planned of orderedMap(scanned, plan, { inFlight: IN_FLIGHT, lookAhead: 4 * IN_FLIGHT })) {
    signal.throwIfAborted();
    yield planned;
  }
}
