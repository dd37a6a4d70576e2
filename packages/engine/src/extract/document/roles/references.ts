import type { BlockRole } from '@dsgen/core';
import type { RawBlock } from '../../raw-block.ts';
import { blockText, headingName, sectionEnd } from './role-finder.ts';

const REFERENCE_NAMES = new Set([
  'references',
  'reference list',
  'references and notes',
  'notes and references',
  'bibliography',
  'selected bibliography',
  'works cited',
  'literature cited',
  'literature',
  'sources',
  'citations',
  'footnotes',
  'endnotes',
  'further reading',
  'see also',
  'external links',
  'literatur',
  'literaturverzeichnis',
  'quellen',
  'einzelnachweise',
  'weblinks',
  'références',
  'bibliographie',
  'referencias',
  'bibliografía',
  'referências',
  'riferimenti',
  'bibliografia',
  'referenties',
  'literatuur',
  'список литературы',
  'литература',
  '参考文献',
]);

const NUMBERED = /^(?:\[\d{1,3}\]|\[[A-Za-z]{2,12}\+?\d{2,4}[a-z]?\]|\^|\d{1,3}\.\s)/;
const YEAR = /\b(?:1[89]|20)\d\d[a-z]?\b/;
const IDENTIFIER = /\bdoi\b|https?:\/\/|\barxiv\b|\bisbn\b|\bet al\b|\bpp?\.\s?\d/i;

/** This many numbered citations in a row are a reference list even without its heading. */
const CITATIONS_IN_A_ROW = 4;

/** Reference lists: sections titled so that hold lists or citations, and long runs of numbered citations. */
export function findReferences(blocks: readonly RawBlock[]): ReadonlyMap<number, BlockRole> {
  const found = new Map<number, BlockRole>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading' || !REFERENCE_NAMES.has(headingName(block.text))) continue;
    const end = sectionEnd(blocks, index);
    if (isMostlyCitations(blocks.slice(index + 1, end))) markRange(found, index, end);
  }
  for (const [start, end] of citationRuns(blocks)) markRange(found, start, end);
  return found;
}

function markRange(found: Map<number, BlockRole>, start: number, end: number): void {
  for (let at = start; at < end; at += 1) found.set(at, 'references');
}

/** A chapter may be called "References" and be about them: prose and code count against a list. */
function isMostlyCitations(section: readonly RawBlock[]): boolean {
  const bodies = section.filter((block) => block.kind !== 'heading');
  const citations = bodies.filter((block) => block.kind === 'list' || isCitation(block) || isShortLine(block));
  return bodies.length > 0 && citations.length * 3 >= bodies.length * 2;
}

function isShortLine(block: RawBlock): boolean {
  return block.kind === 'paragraph' && block.text.length < 80 && !/[.:?!]$/.test(block.text);
}

function isCitation(block: RawBlock): boolean {
  if (block.kind !== 'paragraph') return false;
  const text = block.text.slice(0, 1000);
  return NUMBERED.test(text) ? YEAR.test(text) || IDENTIFIER.test(text) : YEAR.test(text) && IDENTIFIER.test(text);
}

function citationRuns(blocks: readonly RawBlock[]): ReadonlyArray<readonly [number, number]> {
  const runs: Array<readonly [number, number]> = [];
  let start = 0;
  for (let at = 0; at <= blocks.length; at += 1) {
    const block = blocks[at];
    if (block !== undefined && isNumberedCitations(block)) continue;
    if (countCitations(blocks.slice(start, at)) >= CITATIONS_IN_A_ROW) runs.push([start, at]);
    start = at + 1;
  }
  return runs;
}

function isNumberedCitations(block: RawBlock): boolean {
  if (block.kind === 'paragraph') return /^\[\d{1,3}\]\s/.test(block.text) && isCitation(block);
  if (block.kind !== 'list') return false;
  const cited = block.items.filter(
    (item) => /^\[\d{1,3}\]\s/.test(item.text) && (YEAR.test(item.text) || IDENTIFIER.test(item.text)),
  );
  return cited.length * 2 > block.items.length;
}

function countCitations(run: readonly RawBlock[]): number {
  return run.reduce((sum, block) => sum + blockText(block).split('\n').length, 0);
}
