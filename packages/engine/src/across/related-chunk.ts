import type { Chunk, ExtractedDocument } from '@dsgen/core';

/** A chunk of a document and one of an earlier document that is about the same things. */
export interface ChunkPair {
  readonly chunk: Chunk;
  readonly other: {
    readonly documentId: string;
    readonly path: string;
    readonly chunk: Chunk;
  };
}

/** A pair with the text of the earlier document. */
export interface RelatedChunk extends ChunkPair {
  readonly document: ExtractedDocument;
}
