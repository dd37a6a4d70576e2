import type { ExtractedDocument, TextRange } from '@dsgen/core';
import { findAcronyms } from './acronyms.ts';
import type { DocumentAnalysis, Section, Sentence } from './analysis.ts';
import { blockSentences } from './block-sentences.ts';
import { countCasing } from './casing.ts';
import { sentenceCentrality } from './centrality.ts';
import { findSections, type SectionOutline } from './sections.ts';

/** Everything later stages ask of a document beyond its blocks. Only blocks with the role `content` are looked at. */
export function analyzeDocument(document: ExtractedDocument): DocumentAnalysis {
  const sentences: Sentence[] = [];
  const sections = findSections(document).map((outline, index) => addSection(document, outline, index, sentences));
  const texts = sentences.map(({ start, end }) => document.text.slice(start, end));
  return { sentences, sections, casing: countCasing(texts), acronyms: findAcronyms(texts) };
}

/** Appends the section's sentences to `sentences` and gives the section that points at them. */
function addSection(
  document: ExtractedDocument,
  outline: SectionOutline,
  index: number,
  sentences: Sentence[],
): Section {
  const found = outline.blocks.flatMap((block) => {
    const entry = document.blocks[block];
    return entry === undefined ? [] : blockSentences(document, entry).map((range) => ({ block, range }));
  });
  const centrality = sentenceCentrality(found.map(({ range }) => sliceOf(document, range)));
  const first = sentences.length;
  for (const [position, { block, range }] of found.entries()) {
    sentences.push({ ...range, block, indexInSection: position, centrality: centrality[position] ?? 0 });
  }
  return {
    ...outline,
    id: `s${index}`,
    index,
    sentences: found.map((_, position) => first + position),
    language: document.language,
  };
}

function sliceOf(document: ExtractedDocument, range: TextRange): string {
  return document.text.slice(range.start, range.end);
}
