import type { ExtractedDocument, Recipe } from '@dsgen/core';
import type { ChunkSearch } from '../shared/chunk-search.ts';
import type { RecordParts } from './record-parts.ts';
import type { RejectReason } from './verdict.ts';

/** What a check may know beyond the record. */
export interface CheckContext {
  readonly document: ExtractedDocument;
  readonly recipe: Recipe;
  readonly search: ChunkSearch;
}

/** Why a record fails a check: the reason that is counted, and a sentence for the person who reads the reject. */
export interface Defect {
  readonly reason: RejectReason;
  readonly detail: string;
}

/** One question asked of every candidate; undefined when it passes. */
export type Check = (parts: RecordParts, context: CheckContext) => Defect | undefined;
