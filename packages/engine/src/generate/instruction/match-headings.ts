import { contentStems } from '../../analyze/english/words.ts';
import { headedSection, type HeadedSection } from '../headings/headed-section.ts';
import type { Draft, Pattern, PatternContext, Piece } from '../pattern.ts';
import { listed } from '../wording/listed.ts';

const LETTERS = ['A', 'B', 'C'] as const;
const LENGTH = { minWords: 40, maxWords: 160 };
/** A passage waits for the next two that it cannot be confused with; one that has waited for so many is left. */
const LONGEST_WAIT = 8;

/** Three passages of a document and their headings in another order: which belongs to which? */
export const matchHeadings: Pattern = {
  name: 'match-headings',
  task: 'instruction',
  promise:
    'Each passage speaks of all that its heading names, and of hardly anything that the other two headings name.',
  family: 'heading-match',
  version: 1,
  languages: ['en'],
  precision: 0.92,
  *find(context: PatternContext): Iterable<Draft> {
    const open: Array<readonly Part[]> = [];
    for (const section of context.analysis.sections) {
      const headed = headedSection(context, section, LENGTH);
      if (headed === undefined) continue;
      const part = toPart(headed);
      const at = open.findIndex((group) => group.every((other) => areApart(other, part)));
      const [group = []] = at === -1 ? [] : open.splice(at, 1);
      const grown = [...group, part];
      if (grown.length === LETTERS.length) yield toDraft(context, grown);
      else open.push(grown);
      if (open.length > LONGEST_WAIT) open.shift();
    }
  },
};

interface Part extends HeadedSection {
  /** Topic words of the heading, and of the passage with it. */
  readonly wanted: ReadonlySet<string>;
  readonly present: ReadonlySet<string>;
}

function toPart(headed: HeadedSection): Part {
  const { heading, passage } = headed;
  return {
    ...headed,
    wanted: new Set(contentStems(heading)),
    present: new Set(contentStems(`${heading} ${passage.text}`)),
  };
}

/** Neither passage speaks of what the heading of the other names. */
function areApart(left: Part, right: Part): boolean {
  return isForeign(left.wanted, right.present) && isForeign(right.wanted, left.present);
}

/** At most a third of the words: those that all of a document is about. */
function isForeign(wanted: ReadonlySet<string>, present: ReadonlySet<string>): boolean {
  return wanted.intersection(present).size * 3 <= wanted.size;
}

function toDraft(context: PatternContext, parts: readonly Part[]): Draft {
  const section = parts[0]?.section ?? context.analysis.sections[0];
  if (section === undefined) throw new Error('Headings to match belong to a section.');
  const shown = listed(
    shuffled(context, parts).map(({ heading }) => `"${heading}"`),
    'and',
  );
  return {
    section,
    question: context.choose(section, [
      `Match the three passages with their headings: ${shown}.`,
      `These headings belong to the three passages, but in another order: ${shown}. Which one belongs to which passage?`,
      `Assign each of these headings to its passage: ${shown}.`,
      `The headings of these passages got mixed up: ${shown}. Put each one with its passage.`,
      `Which of the headings ${shown} belongs above which passage?`,
      `Give each of the passages A, B and C the right one of these headings: ${shown}.`,
    ]),
    passage: parts.flatMap(({ passage }, index): Piece[] => [
      `${index === 0 ? '' : '\n\n'}${LETTERS[index]})\n`,
      ...passage.pieces,
    ]),
    needsPassage: true,
    answer: parts.flatMap(({ range }, index): Piece[] => [`${index === 0 ? '' : '\n'}${LETTERS[index]}: `, range]),
    reasoning: 'collect',
    focus: parts.map(({ heading }) => heading).join(', '),
    fit: 0.5,
  };
}

/** In an order that is not theirs. */
function shuffled(context: PatternContext, parts: readonly Part[]): readonly Part[] {
  const [first, second, third] = parts;
  const section = first?.section;
  if (first === undefined || second === undefined || third === undefined || section === undefined) return parts;
  return context.choose({ start: section.start, end: section.start + 1 }, [
    [second, first, third],
    [third, second, first],
    [first, third, second],
    [second, third, first],
    [third, first, second],
  ]);
}
