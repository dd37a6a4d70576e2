import type { BlockRole } from '@dsgen/core';
import type { RawBlock } from '../raw-block.ts';
import { findBoilerplate } from './roles/boilerplate.ts';
import { findPageEdges } from './roles/page-edges.ts';
import { findReferences } from './roles/references.ts';
import { findNavigation } from './roles/navigation-lines.ts';
import type { RoleFinder } from './roles/role-finder.ts';
import { findTablesOfContents } from './roles/table-of-contents.ts';

/** First come, first served. */
const FINDERS: readonly RoleFinder[] = [
  findPageEdges,
  findNavigation,
  findTablesOfContents,
  findReferences,
  findBoilerplate,
];

/** What each block is for: the reader's word where it knows, else the first finder's, else content. */
export function markRoles(blocks: readonly RawBlock[]): readonly BlockRole[] {
  const findings = FINDERS.map((find) => find(blocks));
  return blocks.map(
    (block, index) => block.role ?? findings.find((found) => found.has(index))?.get(index) ?? 'content',
  );
}
