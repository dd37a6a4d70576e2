import type { ExtractedDocument } from '@dsgen/core';

/** A chunk of a document and one of an earlier document that is about the same things. */
export interface ChunkPair {
  readonly chunkId: string;
  readonly other: {
    readonly documentId: string;
    readonly path: string;
    readonly chunkId: string;
  };
}

/** A pair with what the model stage needs of the earlier document. */
export interface RelatedChunk extends ChunkPair {
  readonly document: ExtractedDocument;
}
