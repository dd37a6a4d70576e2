import type { BlockRole, Candidate, ExtractedDocument, Recipe, TextRange } from '@dsgen/core';
import type { DocumentAnalysis, Section } from '../analyze/analysis.ts';
import { countWords } from '../analyze/english/words.ts';
import { isOn, PATTERNS } from '../generate/patterns.ts';

/** Why no pattern made a candidate of a section. */
export const IDLE_REASONS = ['heading-only', 'too-short', 'no-prose', 'language', 'no-pattern'] as const;
export type IdleReason = (typeof IDLE_REASONS)[number];

/** A section of a document, and why nothing came of it where nothing did. */
export interface ProcessedSection extends TextRange {
  /** As candidates name it: `s0`, `s1`, … */
  readonly id: string;
  /** Texts of the headings above and its own, outermost first; empty for text before the first heading. */
  readonly headingPath: readonly string[];
  readonly words: number;
  /** Absent where a pattern made a candidate. */
  readonly idle?: IdleReason;
}

/** Words that belong to no section because they are not content, by the role of their blocks. */
export type WordsSetAside = Readonly<Partial<Record<Exclude<BlockRole, 'content'>, number>>>;

/** Fewer words than this hold no question together with its answer. */
const LEAST_WORDS = 20;

export interface DescribeSectionsInput {
  readonly document: ExtractedDocument;
  readonly analysis: DocumentAnalysis;
  readonly candidates: readonly Candidate[];
  readonly recipe: Recipe;
}

/** The sections of a document in order. */
export function describeSections(input: DescribeSectionsInput): ProcessedSection[] {
  const { document, analysis, candidates, recipe } = input;
  const fruitful = new Set(candidates.map(({ section }) => section));
  const isCovered = PATTERNS.some(
    (pattern) => isOn(pattern, recipe) && pattern.languages !== 'any' && pattern.languages.includes(document.language),
  );
  return analysis.sections.map((section) => {
    const { id, heading, headingPath, start, end, blocks } = section;
    const words = blocks.reduce((sum, index) => sum + wordsOfBlock(document, index), 0);
    const idle = fruitful.has(id) ? undefined : idleReason(document, section, { words, isCovered });
    return {
      id,
      headingPath: heading === undefined ? headingPath : [...headingPath, heading],
      start,
      end,
      words,
      ...(idle === undefined ? {} : { idle }),
    };
  });
}

interface SectionFacts {
  readonly words: number;
  /** Some pattern of the recipe knows the language of the document. */
  readonly isCovered: boolean;
}

function idleReason(document: ExtractedDocument, { blocks }: Section, { words, isCovered }: SectionFacts): IdleReason {
  if (blocks.length === 0) return 'heading-only';
  const kinds = new Set(blocks.map((index) => document.blocks[index]?.kind));
  if (!kinds.has('paragraph') && !kinds.has('list')) return 'no-prose';
  if (words < LEAST_WORDS) return 'too-short';
  return isCovered ? 'no-pattern' : 'language';
}

function wordsOfBlock(document: ExtractedDocument, index: number): number {
  const block = document.blocks[index];
  return block === undefined ? 0 : countWords(document.text.slice(block.start, block.end));
}

/** How much of a document is not content. */
export function wordsSetAside({ blocks, text }: ExtractedDocument): WordsSetAside {
  const words: Partial<Record<Exclude<BlockRole, 'content'>, number>> = {};
  for (const { role, start, end } of blocks) {
    if (role !== 'content') words[role] = (words[role] ?? 0) + countWords(text.slice(start, end));
  }
  return words;
}
