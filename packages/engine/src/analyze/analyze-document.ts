import type { ExtractedDocument } from '@dsgen/core';
import { findAcronyms } from './acronyms.ts';
import type { DocumentAnalysis, Section, Sentence } from './analysis.ts';
import { blockSentences } from './block-sentences.ts';
import { countCasing } from './casing.ts';
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
  const first = sentences.length;
  for (const place of outline.blocks) {
    const block = document.blocks[place];
    for (const range of block === undefined ? [] : blockSentences(document, block))
      sentences.push({ ...range, block: place });
  }
  return {
    ...outline,
    id: `s${index}`,
    index,
    sentences: Array.from({ length: sentences.length - first }, (_, position) => first + position),
    language: document.language,
  };
}
