import type { Section } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import { areOfOneCase, headedSection, type HeadedSection } from '../headings/headed-section.ts';
import type { Draft, Pattern, PatternContext, Piece } from '../pattern.ts';

const FEWEST = 3;
const MOST = 6;
const MOST_WORDS = 900;
const LENGTH = { minWords: 40, maxWords: 300 };

/** Sections of one level without their headings, and the headings as the outline to find. */
export const outline: Pattern = {
  name: 'outline',
  task: 'instruction',
  promise: 'The outline is the headings the author gave the parts; each part speaks of all that its heading names.',
  family: 'outline',
  version: 4,
  languages: ['en'],
  isDefault: false,
  precision: 0.69,
  *find(context: PatternContext): Iterable<Draft> {
    for (const siblings of siblingSections(context.analysis.sections)) {
      const headed = siblings
        .flatMap((section) => headedSection(context, section, LENGTH) ?? [])
        .filter(({ heading }) => countWords(heading) > 1);
      const parts = beginning(headed);
      const headings = parts.map(({ heading }) => heading);
      if (parts.length >= FEWEST && areOfOneCase(context, headings)) yield toDraft(context, parts);
    }
  },
};

/** Sections of the same level below the same headings, in order. */
function siblingSections(sections: readonly Section[]): Iterable<readonly Section[]> {
  return Map.groupBy(sections, ({ level, headingPath }) => `${level} ${headingPath.join('\n')}`).values();
}

/** As many of the first parts as one text may hold. */
function beginning(headed: readonly HeadedSection[]): readonly HeadedSection[] {
  let words = 0;
  const end = headed.findIndex(({ passage }, index) => {
    words += passage.words;
    return index >= MOST || words > MOST_WORDS;
  });
  return end === -1 ? headed : headed.slice(0, end);
}

function toDraft(context: PatternContext, parts: readonly HeadedSection[]): Draft {
  const [first] = parts;
  const section = first?.section ?? context.analysis.sections[0];
  if (first === undefined || section === undefined) throw new Error('An outline has parts.');
  return {
    section,
    question: context.choose(section, requests(parts.length)),
    passage: parts.flatMap(({ passage }, index): Piece[] => [
      ...(index === 0 ? [] : ['\n\n* * *\n\n']),
      ...passage.pieces,
    ]),
    needsPassage: true,
    answer: parts.flatMap(({ range }, index): Piece[] => [`${index === 0 ? '' : '\n'}${index + 1}. `, range]),
    reasoning: 'condense',
    focus: `outline of ${section.headingPath.at(-1) ?? section.id}`,
    fit: 0.6,
  };
}

function requests(parts: number): readonly string[] {
  return [
    `The ${parts} parts of the following text are separated by asterisks. Write a heading for each part.`,
    `Give each of the ${parts} parts of this text, separated by asterisks, a short heading.`,
    `Write an outline of this text: one heading for each of its ${parts} parts, which are separated by asterisks.`,
    `Asterisks divide this text into ${parts} parts. What heading would you give to each?`,
    `Name the topic of each of the ${parts} parts below. Asterisks stand between them.`,
    `This text has ${parts} parts with asterisks between them, and their headings are gone. What could they be?`,
    `Find a heading for every part of the text below. Asterisks show where one of the ${parts} parts ends and the next begins.`,
    `Below are ${parts} sections of one document, set apart by asterisks. List a heading for each, in order.`,
    `How would you head each of the ${parts} parts of this text? They are set apart by asterisks.`,
  ];
}
