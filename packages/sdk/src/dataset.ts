import type { AbortableOptions, CursorOptions, DatasetManifest, DatasetRecord } from '@dsgen/core';

/** A span of a record in its place in the document. */
export interface Evidence {
  /** Index into the record's sources. */
  readonly source: number;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  /** False when the document's text is not in the store: then there is nothing before and after. */
  readonly isInContext: boolean;
}

/** A dataset folder. */
export interface Dataset {
  /** Absolute path of the folder. */
  readonly path: string;
  readonly manifest: DatasetManifest;
  /** The records in dataset order. */
  records(options?: CursorOptions): AsyncIterable<DatasetRecord>;
  /** Where a record's evidence stands in its documents, as the store remembers their text. */
  evidence(record: DatasetRecord, options?: AbortableOptions): Promise<readonly Evidence[]>;
}
