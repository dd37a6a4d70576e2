import type { Section } from '../../analyze/analysis.ts';
import { contentStems } from '../../analyze/english/words.ts';
import type { PatternContext } from '../pattern.ts';

/**
 * Whether a section is about a thing: a heading above it, its own or the document's title has one of the thing's words.
 * What is said of a thing in passing is seldom what one would ask of it.
 */
export function isTopical(context: PatternContext, section: Section, thing: string): boolean {
  const headings = [section.heading ?? '', ...section.headingPath, context.topic.name ?? ''].join(' ');
  const present = new Set(contentStems(headings));
  return contentStems(thing).some((word) => present.has(word));
}
