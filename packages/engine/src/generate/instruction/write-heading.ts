import { PREPOSITIONS } from '../../analyze/english/word-classes.ts';
import { contentStems, wordsOf } from '../../analyze/english/words.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { opensDependently } from '../reference.ts';
import { sectionBody } from '../section-body.ts';
import { plainHeading } from '../topic.ts';
import { isVagueHeading } from '../vague-headings.ts';

/** The passage of a section, and its own heading as the one to write. */
export const writeHeading: Pattern = {
  name: 'write-heading',
  task: 'instruction',
  family: 'heading',
  version: 1,
  languages: ['en'],
  precision: 0.93,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const heading = section.heading === undefined ? '' : plainHeading(section.heading);
      const block = section.headingBlock === undefined ? undefined : context.document.blocks[section.headingBlock];
      if (block === undefined || !isDescriptive(heading)) continue;
      const body = sectionBody(context.document, context.analysis, section);
      if (body === undefined || body.words < 60 || body.words > 350 || !isAbout(body.text, heading)) continue;
      if (body.blocks[0]?.kind !== 'paragraph' || opensDependently(body.text)) continue;
      const start = block.start + context.text(block).indexOf(heading);
      yield {
        section,
        question: context.choose(section, [
          'Write a heading for the following passage.',
          'Suggest a title for this text.',
          'What would be a fitting heading for this section?',
          'Give the passage below a short, descriptive heading.',
          'Come up with a heading that fits this text.',
          'Which heading would you put above this passage?',
        ]),
        passage: body.pieces,
        needsPassage: true,
        answer: [{ start, end: start + heading.length }],
        reasoning: 'condense',
        focus: heading,
        fit: 0.5,
      };
    }
  },
};

/** A heading that says something without its neighbours: no "Other tags", no signature, nothing in capitals throughout. */
function isDescriptive(heading: string): boolean {
  const [first, ...rest] = wordsOf(heading);
  if (first === undefined || rest.length === 0 || rest.length > 8 || isVagueHeading(heading)) return false;
  if (PREPOSITIONS.has(first.lower) || NEEDS_NEIGHBOURS.test(heading)) return false;
  return (
    contentStems(heading).length >= 2 && heading !== heading.toUpperCase() && !/[=<>{}|()[\]]|^`|\.$/u.test(heading)
  );
}

const NEEDS_NEIGHBOURS =
  /^(?:other|more|further|another|additional|some|special|general|common|basic|advanced|step|the (?:easy|hard|simple|general|other|first|second|third|last|next|new|old)|case|part|class:|event:|method|example)\b/iu;

/** Every topic word of the heading occurs, and most occur more than once or right at the start. */
function isAbout(passage: string, heading: string): boolean {
  const stems = contentStems(passage);
  const opening = new Set(stems.slice(0, 20));
  const wanted = [...new Set(contentStems(heading))];
  const central = wanted.filter((word) => opening.has(word) || stems.indexOf(word) !== stems.lastIndexOf(word));
  return wanted.every((word) => stems.includes(word)) && central.length * 3 >= wanted.length * 2;
}
