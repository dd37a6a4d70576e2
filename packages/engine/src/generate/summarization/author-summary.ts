import type { Section } from '../../analyze/analysis.ts';
import { topicOverlap } from '../../analyze/english/words.ts';
import type { Draft, Pattern, PatternContext, Piece } from '../pattern.ts';
import { renderPieces, type SectionBody } from '../section-body.ts';
import { plainHeading } from '../topic.ts';

const SUMMARY_HEADING =
  /^(?:summary|executive summary|tl;?dr|in summary|in brief|key (?:points|takeaways|messages)|takeaways|recap|abstract)$/iu;

/** A section its author called a summary, and the text it sums up. */
export const authorSummary: Pattern = {
  name: 'author-summary',
  task: 'summarization',
  promise: "The summary is the author's own, of the text in the question.",
  family: 'summary',
  version: 1,
  languages: ['en'],
  precision: 0.88,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      if (section.heading === undefined || !SUMMARY_HEADING.test(plainHeading(section.heading))) continue;
      const summary = context.body(section);
      if (summary === undefined || summary.words < 25 || summary.words > 250) continue;
      if (summary.blocks.some(({ kind }) => kind === 'code' || kind === 'table')) continue;
      const passage = summedUp(context, section);
      // Congratulations and an outlook are no summary: its words must be those of the text.
      if (passage === undefined || topicOverlap(summary.text, passage.text) < 0.6) continue;
      if (passage.words < summary.words * 2.5 || passage.words > 1800) continue;
      const isList = summary.blocks.every(({ kind }) => kind === 'list');
      yield {
        section,
        question: context.choose(
          section,
          isList
            ? [
                'List the key points of the following text.',
                'Summarize this text as a list of key points.',
                'What are the main takeaways from this text?',
              ]
            : [
                'Summarize the following text.',
                'Write a summary of this text.',
                'Give a concise summary of the following text.',
                'Sum up this text.',
              ],
        ),
        passage: passage.pieces,
        needsPassage: true,
        answer: summary.pieces,
        reasoning: 'condense',
        focus: `summary of ${section.headingPath.join(' ')}`,
        fit: 0.8,
      };
    }
  },
};

/** The sibling sections that share the summary's parent, without the summary itself. */
function summedUp(
  context: PatternContext,
  summary: Section,
): Pick<SectionBody, 'pieces' | 'text' | 'words'> | undefined {
  const path = summary.headingPath.join('\n');
  const siblings = context.analysis.sections.filter(
    (section) =>
      section !== summary &&
      ((section.headingPath.join('\n').startsWith(path) && section.headingPath.length >= summary.headingPath.length) ||
        (section.heading === summary.headingPath.at(-1) && section.level < summary.level)),
  );
  const pieces: Piece[] = [];
  let words = 0;
  for (const section of siblings) {
    const body = context.body(section);
    if (body === undefined && section.blocks.length > 0) return undefined;
    if (body === undefined) continue;
    if (pieces.length > 0) pieces.push('\n\n');
    for (const piece of body.pieces) pieces.push(piece);
    words += body.words;
  }
  return pieces.length === 0 ? undefined : { pieces, text: renderPieces(context.document, pieces), words };
}
