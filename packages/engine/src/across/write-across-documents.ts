import { FaultError, type Candidate, type ExtractedDocument, type Recipe } from '@dsgen/core';
import type { Defect } from '../assess/check.ts';
import type { AssessedCandidate } from '../assess/verdict.ts';
import { chunkDocument } from '../chunk/chunk-document.ts';
import { DocumentPrivacy } from '../privacy/document-privacy.ts';
import type { ProcessedSection } from '../pipeline/processed-section.ts';
import { mapConcurrently } from '../shared/map-concurrently.ts';
import { findRecordPassages } from '../shared/passages.ts';
import { rangeAt } from '../shared/range-at.ts';
import { recordId } from '../shared/record-id.ts';
import { findMaterial } from '../write/material.ts';
import { TWO_DOCUMENTS } from '../write/prompts/common-text.ts';
import {
  paceOf,
  planCall,
  writeCalls,
  type WriteCallsOptions,
  type WrittenByCalls,
  type WrittenText,
} from '../write/write-calls.ts';
import { joinChunks, sourceAt, toOwnSpan, type JointDocument, type JointSource } from './joint-document.ts';
import type { RelatedChunk } from './related-chunk.ts';

/** The later of the two documents, to which the records belong. */
export interface MainDocument {
  readonly document: ExtractedDocument;
  readonly sections: readonly ProcessedSection[];
  /** Its text with every masked character covered. */
  readonly coveredText: string;
}

/**
 * What a model writes about chunks of a document and of earlier ones together, with the prompts for questions over
 * several sections. The two chunks are worked on as one document; in the end every span is one of the document that it
 * quotes, and each record rests on both.
 */
export async function writeAcrossDocuments(
  main: MainDocument,
  { related = [], ...options }: WriteCallsOptions,
): Promise<WrittenByCalls> {
  const written = await mapConcurrently(related, (pair) => writePair(main, pair, options), paceOf(options));
  return {
    assessed: written.flatMap(({ assessed }) => assessed),
    calls: written.flatMap(({ calls }) => calls),
  };
}

async function writePair(main: MainDocument, pair: RelatedChunk, options: WriteCallsOptions): Promise<WrittenByCalls> {
  const { recipe, path } = options;
  const joint = joinChunks(
    toSource({ document: main.document, path, chunkId: pair.chunkId }, recipe),
    toSource({ ...pair.other, document: pair.document }, recipe),
  );
  const { assessed, calls } = await writeAbout(joint, options);
  const covered = new DocumentPrivacy(pair.document.text, recipe.assess.pii).coveredText;
  return {
    assessed: assessed.map((entry) => toOwn(entry, joint, { main, pair, covered })),
    calls: calls.map((call) => ({ ...call, otherDocument: pair.other.path })),
  };
}

interface SourcePlace {
  readonly document: ExtractedDocument;
  readonly path: string;
  readonly chunkId: string;
}

function toSource({ document, path, chunkId }: SourcePlace, { chunk: options }: Recipe): JointSource {
  const chunk = chunkDocument(document, options).find(({ id }) => id === chunkId);
  if (chunk !== undefined) return { document, chunk, title: document.title ?? path };
  const message = `Cannot write about the chunk ${JSON.stringify(chunkId)} of ${JSON.stringify(path)}: it is not there.`;
  throw new FaultError({ code: 'related-chunk-missing', message });
}

function writeAbout(joint: JointDocument, options: WriteCallsOptions): Promise<WrittenByCalls> {
  const { recipe, prompts } = options;
  const { document, title, chunks, sections } = joint;
  const privacy = new DocumentPrivacy(document.text, recipe.assess.pii);
  const text: WrittenText = { document, title, chunks, sections, privacy, remark: TWO_DOCUMENTS };
  const materials = findMaterial(document, {
    chunks,
    sections,
    maxTokens: Number.MAX_SAFE_INTEGER,
    withheld: new Set(),
    show: (range) => privacy.show(range),
  });
  const plans = prompts
    .filter(({ scope }) => scope === 'chunks')
    .flatMap((prompt) => materials.map((material) => planCall(prompt, material, { text, recipe })));
  return writeCalls(plans, text, { ...options, findDefect: (candidate) => findApart(candidate, joint) });
}

/** What rests on one document only is asked where that document is written about. */
function findApart({ sources }: Candidate, joint: JointDocument): Defect | undefined {
  const documents = new Set(sources.map(({ start }) => sourceAt(joint, start)));
  if (documents.size > 1) return undefined;
  return { reason: 'documents-apart', detail: 'It rests on one of the two documents only.' };
}

interface OwnInput {
  readonly main: MainDocument;
  readonly pair: RelatedChunk;
  /** Text of the other document with every masked character covered. */
  readonly covered: string;
}

/** The candidate with spans, heading and evidence of the documents themselves. */
function toOwn(
  assessed: AssessedCandidate,
  joint: JointDocument,
  { main, pair, covered }: OwnInput,
): AssessedCandidate {
  const { candidate, passages, ...rest } = assessed;
  const { documentId, path } = pair.other;
  const section = rangeAt(main.sections, joint.sources[0].chunk.start);
  const own = {
    ...candidate,
    sources: candidate.sources.map((span) => toOwnSpan(joint, span)),
    section: section?.id ?? '',
    lineage: {
      ...candidate.lineage,
      chunkId: pair.chunkId,
      headingPath: section?.headingPath ?? [],
      otherDocuments: [{ documentId, path }],
    },
  };
  return {
    ...rest,
    candidate: { ...own, id: recordId(own) },
    ...(passages === undefined
      ? {}
      : { passages: findRecordPassages(own.sources, (id) => (id === documentId ? covered : main.coveredText)) }),
  };
}
