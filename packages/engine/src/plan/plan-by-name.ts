import type { DocumentPlan } from '@dsgen/core';
import { mediaTypeOfName } from './file-extensions.ts';
import { route } from './route.ts';

export interface PlanByNameInput {
  readonly path: string;
  readonly documentId: string;
  readonly bytes: number;
}

/**
 * Like `planDocument`, for hosts that cannot read the bytes: the type comes from the name alone, and a name that says nothing
 * stands for text. Good for sharing out work and for prices; what becomes of the document its bytes decide.
 *
 * @example
 * planByName({ path: 'reports/2025.pdf', documentId, bytes: 4_000_000 }).lane; // standard
 */
export function planByName({ path, documentId, bytes }: PlanByNameInput): DocumentPlan {
  const mediaType = mediaTypeOfName(path) ?? 'text/plain';
  return { path, documentId, bytes, mediaType, ...route({ mediaType, bytes }) };
}
