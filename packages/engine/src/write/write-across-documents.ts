import type { Candidate, ExtractedDocument } from '@dsgen/core';
import type { RelatedChunk } from '../across/related-chunk.ts';
import type { Defect } from '../assess/check.ts';
import type { AssessedCandidate } from '../assess/verdict.ts';
import type { ProcessedSection } from '../pipeline/processed-section.ts';
import { DocumentPrivacy } from '../privacy/document-privacy.ts';
import { mapConcurrently } from '../shared/map-concurrently.ts';
import { findRecordPassages } from '../shared/passages.ts';
import { rangeAt } from '../shared/range-at.ts';
import { recordId } from '../shared/record-id.ts';
import { joinChunks, sideOf, textOf, toChunkSpan, toOwnSpan, type JointDocument } from './joint-document.ts';
import { findMaterial } from './material.ts';
import type { UsedPrompt } from './prompt-set.ts';
import { TWO_DOCUMENTS } from './prompts/common-text.ts';
import { paceOf, planCall, writeCalls, type WriteCallsOptions, type WrittenByCalls } from './write-calls.ts';

export interface WriteAcrossDocumentsOptions extends WriteCallsOptions {
  readonly prompts: readonly UsedPrompt[];
  /** Chunks of earlier documents, each with the one of this document that it is asked about with. */
  readonly related: readonly RelatedChunk[];
}

/** The later of two documents, to which the records belong. */
export interface LaterDocument {
  readonly document: ExtractedDocument;
  readonly sections: readonly ProcessedSection[];
}

/**
 * What a model writes about chunks of a document and of earlier ones together, with the prompts for questions over
 * several sections. The two chunks are worked on as one document; in the end every span is one of the document that it
 * quotes, and each record rests on both.
 */
export async function writeAcrossDocuments(
  later: LaterDocument,
  options: WriteAcrossDocumentsOptions,
): Promise<WrittenByCalls> {
  const written = await mapConcurrently(options.related, (pair) => writePair(later, pair, options), paceOf(options));
  return {
    assessed: written.flatMap(({ assessed }) => assessed),
    calls: written.flatMap(({ calls }) => calls),
  };
}

async function writePair(
  { document, sections }: LaterDocument,
  { chunk, other, document: otherDocument }: RelatedChunk,
  options: WriteAcrossDocumentsOptions,
): Promise<WrittenByCalls> {
  const joint = joinChunks(
    { document, chunk, title: document.title ?? options.path },
    { document: otherDocument, chunk: other.chunk, title: otherDocument.title ?? other.path },
  );
  const { assessed, calls } = await writeAbout(joint, options);
  const place = { section: rangeAt(sections, chunk.start), other };
  return {
    assessed: assessed.map((entry) => toOwn(entry, joint, place)),
    calls: calls.map((call) => ({ ...call, otherDocument: other.path })),
  };
}

function writeAbout(joint: JointDocument, options: WriteAcrossDocumentsOptions): Promise<WrittenByCalls> {
  const { recipe, prompts } = options;
  const { document, chunks, sections } = joint;
  const privacy = new DocumentPrivacy(document.text, recipe.assess.pii);
  const text = { ...joint, privacy, remark: TWO_DOCUMENTS };
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
  const sides = new Set(sources.map(({ start }) => sideOf(joint, start)));
  if (sides.size === 2) return undefined;
  return { reason: 'documents-apart', detail: 'It rests on one of the two documents only.' };
}

interface RecordPlace {
  readonly section: ProcessedSection | undefined;
  readonly other: RelatedChunk['other'];
}

/** The candidate with spans and heading of the documents themselves. Its evidence is shown as far as the chunks go. */
function toOwn(assessed: AssessedCandidate, joint: JointDocument, { section, other }: RecordPlace): AssessedCandidate {
  const { candidate, passages, ...rest } = assessed;
  const [later, earlier] = joint.sources;
  const own = {
    ...candidate,
    sources: candidate.sources.map((span) => toOwnSpan(joint, span)),
    section: section?.id ?? '',
    lineage: {
      ...candidate.lineage,
      chunkId: later.chunk.id,
      headingPath: section?.headingPath ?? [],
      otherDocuments: [{ documentId: other.documentId, path: other.path }],
    },
  };
  const spans = candidate.sources.map((span) => toChunkSpan(joint, span));
  const texts = new Map([later, earlier].map((source) => [source.document.documentId, textOf(source)]));
  return {
    ...rest,
    candidate: { ...own, id: recordId(own) },
    ...(passages === undefined ? {} : { passages: findRecordPassages(spans, (id) => texts.get(id)) }),
  };
}
