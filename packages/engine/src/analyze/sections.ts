import type { Block, ExtractedDocument } from '@dsgen/core';

/** A section before its sentences are known. */
export interface SectionOutline {
  readonly heading?: string;
  readonly headingPath: readonly string[];
  readonly level: number;
  readonly headingBlock?: number;
  readonly blocks: readonly number[];
  readonly start: number;
  readonly end: number;
}

/** Cuts a document at its headings, of any level; blocks that are not content belong to no section. */
export function findSections(document: ExtractedDocument): SectionOutline[] {
  const sections: SectionOutline[] = [];
  let open: OpenSection = { blocks: [] };
  for (const [index, block] of document.blocks.entries()) {
    if (block.role !== 'content') continue;
    if (block.kind === 'heading') {
      close(open, document, sections);
      open = { headingBlock: index, blocks: [] };
    } else {
      open.blocks.push(index);
    }
  }
  close(open, document, sections);
  return sections;
}

interface OpenSection {
  readonly headingBlock?: number;
  readonly blocks: number[];
}

function close(open: OpenSection, document: ExtractedDocument, sections: SectionOutline[]): void {
  const heading = open.headingBlock === undefined ? undefined : document.blocks[open.headingBlock];
  const first = heading ?? blockAt(document, open.blocks[0]);
  if (first === undefined) return;
  const last = blockAt(document, open.blocks.at(-1)) ?? first;
  sections.push({
    ...(heading === undefined
      ? { headingPath: first.headingPath, level: 0 }
      : {
          heading: document.text.slice(heading.start, heading.end).trim(),
          headingPath: heading.headingPath,
          level: heading.level ?? 1,
          ...(open.headingBlock === undefined ? {} : { headingBlock: open.headingBlock }),
        }),
    blocks: open.blocks,
    start: first.start,
    end: last.end,
  });
}

function blockAt(document: ExtractedDocument, index: number | undefined): Block | undefined {
  return index === undefined ? undefined : document.blocks[index];
}
