import { wordsOf } from '../../analyze/english/words.ts';
import type { PatternContext } from '../pattern.ts';

/** A text together with what its acronyms stand for, where the document says it: for comparing what texts are about. */
export function expanded({ analysis }: PatternContext, text: string): string {
  const expansions = new Set(wordsOf(text).flatMap((word) => analysis.acronyms.get(word.text) ?? []));
  return [text, ...expansions].join(' ');
}
