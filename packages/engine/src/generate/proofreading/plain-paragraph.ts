import type { TextRange } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import type { PatternContext } from '../pattern.ts';
import { isPointerSentence } from '../sections/pointers.ts';
import { hasFiniteVerb, mayHaveSlip } from './source-slips.ts';

export interface ParagraphLimits {
  readonly minWords: number;
  readonly maxWords: number;
  readonly minSentences: number;
}

/** A paragraph of whole and faultless sentences, without addresses, notes and marks; one of those that fit. */
export function plainParagraph(
  context: PatternContext,
  section: Section,
  { minWords, maxWords, minSentences }: ParagraphLimits,
): TextRange | undefined {
  const sentences = section.sentences.flatMap((index) => context.analysis.sentences[index] ?? []);
  const byBlock = Map.groupBy(sentences, ({ block }) => block);
  const fitting = section.blocks.flatMap((index): TextRange[] => {
    const block = context.document.blocks[index];
    const own = byBlock.get(index) ?? [];
    if (block?.kind !== 'paragraph' || own.length < minSentences) return [];
    const text = context.text(block);
    const words = countWords(text);
    if (words < minWords || words > maxWords || !isPlain(text)) return [];
    const isClean = own.map((sentence) => context.text(sentence)).every(isWhole);
    return isClean ? [{ start: block.start, end: block.end }] : [];
  });
  return fitting.length === 0 ? undefined : context.choose(section, fitting);
}

/** "Note: …", "Technical details: …": no part of the sentence. */
const LABEL = /^(?:\p{L}[\p{L}'’-]*\s?){1,4}:\s|^(?:Note|Tip|Warning|Info|Important|Caution|Remember)\b/u;

function isWhole(sentence: string): boolean {
  return !isPointerSentence(sentence) && !mayHaveSlip(sentence) && hasFiniteVerb(sentence);
}

function isPlain(text: string): boolean {
  if (
    !/^\p{Lu}.*[.!?]$/su.test(text) ||
    LABEL.test(text) ||
    /[\n|*_#<>{}[\]@=~^\\]|https?:|www\.|\s[.,;)]|\b(?<word>\p{L}+) \k<word>\b|[:;(] ?see\b/iu.test(
      text.replaceAll(/`[^`\n]*`/gu, ''),
    )
  )
    return false;
  return (
    (text.match(/[("“]/gu) ?? []).length === (text.match(/[)”]/gu) ?? []).length + (text.match(/"/gu) ?? []).length / 2
  );
}
