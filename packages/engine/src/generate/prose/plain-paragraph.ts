import type { Section } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import type { PatternContext } from '../pattern.ts';
import { proseWindow, type ProseBlock } from './prose-window.ts';

export interface ParagraphLimits {
  readonly minWords: number;
  readonly maxWords: number;
  readonly minSentences: number;
}

/** A paragraph of whole sentences, without addresses, notes and marks; one of those that fit. */
export function plainParagraph(
  context: PatternContext,
  section: Section,
  { minWords, maxWords, minSentences }: ParagraphLimits,
): ProseBlock | undefined {
  const window = proseWindow(context, section, { minWords, maxWords: 400 });
  const fitting = (window?.blocks ?? []).filter(({ kind, units, text }) => {
    const words = countWords(text);
    return (
      kind === 'paragraph' && units.length >= minSentences && words >= minWords && words <= maxWords && isPlain(text)
    );
  });
  return fitting.length === 0 ? undefined : context.choose(section, fitting);
}

function isPlain(text: string): boolean {
  if (
    !/^\p{Lu}.*[.!?]$/su.test(text) ||
    /[\n|*_#<>{}[\]@=~^\\]|https?:|www\.|\s[.,;)]|\b(?<word>\p{L}+) \k<word>\b/iu.test(
      text.replaceAll(/`[^`\n]*`/gu, ''),
    )
  )
    return false;
  return (
    (text.match(/[("“]/gu) ?? []).length === (text.match(/[)”]/gu) ?? []).length + (text.match(/"/gu) ?? []).length / 2
  );
}
