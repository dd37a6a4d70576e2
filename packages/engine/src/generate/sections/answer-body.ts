import type { Section } from '../../analyze/analysis.ts';
import type { PatternContext } from '../pattern.ts';
import { descendants, type SectionBody } from './section-body.ts';

export interface AnswerBodyOptions {
  readonly minWords: number;
  readonly maxWords: number;
}

/**
 * The whole answer that a section gives to its heading. With sub-sections the answer is the section with all of them,
 * because its own text is then only the way in; undefined when that is longer than an answer should be.
 */
export function answerBody(
  context: PatternContext,
  section: Section,
  { minWords, maxWords }: AnswerBodyOptions,
): SectionBody | undefined {
  const withChildren = descendants(context.analysis, section).length > 0;
  if (withChildren && section.level <= 1) return undefined;
  const body = context.body(section, { withChildren });
  return body === undefined || body.words < minWords || body.words > maxWords ? undefined : body;
}
