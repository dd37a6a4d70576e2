import type { BlockRole } from '@dsgen/core';
import type { RawBlock } from '../../raw-block.ts';
import { blockText, headingName, sectionEnd } from './role-finder.ts';

const CONTENTS_NAMES = new Set([
  'contents',
  'table of contents',
  'toc',
  'index',
  'list of figures',
  'list of tables',
  'on this page',
  'in this article',
  'in this section',
  'inhalt',
  'inhaltsverzeichnis',
  'table des matières',
  'sommaire',
  'índice',
  'contenido',
  'indice',
  'sommario',
  'sumário',
  'inhoud',
  'inhoudsopgave',
  'spis treści',
  'содержание',
  'оглавление',
  '目录',
  '目次',
]);

/** A page number after a leader's last dot. Searched from the number: a run of dots is tried once, not from each dot. */
const LED_NUMBER = /[.…_]\s{0,3}(?:\d{1,4}|[ivxlc]{1,6})(?=\s|$)/g;
/** What ends a leader, with or without spaces between the dots. */
const LEADER_END = /(?:\.{4}|\. \. \. \.|……|_{5})$/;
const LEADER_LENGTH = 7;
const LONGEST_ENTRY = 200;
const ENDS_IN_NUMBER = /\S\s+(?:\d{1,4}|[ivxlc]{1,6})$/;

/** Tables of contents: lines that lead to page numbers, and what stands under a heading such as "Contents". */
export function findTablesOfContents(blocks: readonly RawBlock[]): ReadonlyMap<number, BlockRole> {
  const found = new Map<number, BlockRole>();
  const headings = headingNames(blocks);
  for (const [index, block] of blocks.entries()) {
    if (hasDotLeaders(block)) found.set(index, 'table-of-contents');
    if (!isContentsTitle(block)) continue;
    const end = entriesEnd(blocks, index, headings);
    if (end > index + 1) for (let at = index; at < end; at += 1) found.set(at, 'table-of-contents');
  }
  return found;
}

function isContentsTitle(block: RawBlock): boolean {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return false;
  return block.text.length < 40 && CONTENTS_NAMES.has(headingName(block.text));
}

/** Index one past the entries below a contents title: as long as blocks look like entries. */
function entriesEnd(blocks: readonly RawBlock[], title: number, headings: ReadonlySet<string>): number {
  const limit = blocks[title]?.kind === 'heading' ? sectionEnd(blocks, title) : blocks.length;
  let end = title + 1;
  for (let block = blocks[end]; block !== undefined && end < limit; block = blocks[end]) {
    if (!looksLikeEntries(block, headings)) break;
    end += 1;
  }
  return end;
}

function looksLikeEntries(block: RawBlock, headings: ReadonlySet<string>): boolean {
  if (block.kind === 'heading' || block.kind === 'code' || block.kind === 'figure') return false;
  const lines = blockText(block).split('\n');
  const entries = lines.filter((line) => ENDS_IN_NUMBER.test(line) || headings.has(headingName(line)));
  return hasDotLeaders(block) || entries.length * 2 >= lines.length;
}

function hasDotLeaders(block: RawBlock): boolean {
  if (block.kind === 'code') return false;
  const text = blockText(block);
  const leaders = [...text.matchAll(LED_NUMBER)].filter(({ index }) =>
    LEADER_END.test(text.slice(Math.max(0, index + 1 - LEADER_LENGTH), index + 1)),
  );
  return leaders.length > 1 || (leaders.length === 1 && text.length < LONGEST_ENTRY);
}

function headingNames(blocks: readonly RawBlock[]): ReadonlySet<string> {
  return new Set(blocks.flatMap((block) => (block.kind === 'heading' ? [headingName(block.text)] : [])));
}
