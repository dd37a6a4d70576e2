import { contentStems } from '../../analyze/english/words.ts';
import { CHOICE_REQUESTS } from '../headings/heading-requests.ts';
import { areOfOneCase, headedSection, isTelling, type HeadedSection } from '../headings/headed-section.ts';
import { plainHeading } from '../headings/topic.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { descendants } from '../sections/section-body.ts';
import { listed } from '../wording/listed.ts';

const FEWEST_OPTIONS = 3;
const MOST_OPTIONS = 4;
/** Beside headings that do not fit at all, one is plainly right of which a word is missing. */
const RIGHT = { minWords: 40, maxWords: 300, leastShared: 2 / 3 };
/** Wrong headings are drawn from the first so many: enough to vary, and a bound on sections times headings. */
const LARGEST_POOL = 60;

/** The passage of a section, its heading, and two or three headings of the same document that do not fit. */
export const chooseHeading: Pattern = {
  name: 'choose-heading',
  task: 'instruction',
  promise:
    'The right answer is the heading the author gave the passage; the others head other sections, and hardly a word of them is in it.',
  family: 'heading-choice',
  version: 3,
  languages: ['en'],
  precision: 0.95,
  *find(context: PatternContext): Iterable<Draft> {
    // Headings with hardly any text below them are lists of names, covers and the like.
    const sections = context.analysis.sections.filter(({ sentences }) => sentences.length > 1);
    const headings = new Set(sections.map(({ heading }) => plainHeading(heading ?? '')));
    const others = [...headings]
      .filter((heading) => isTelling(context, heading))
      .map((text) => ({ text, stems: [...new Set(contentStems(text))] }))
      // "Eligibility" may fit many a passage that does not say so.
      .filter(({ stems }) => stems.length > 1)
      .slice(0, LARGEST_POOL);
    for (const section of context.analysis.sections) {
      const headed = headedSection(context, section, RIGHT);
      const draft = headed === undefined ? undefined : toDraft(context, headed, others);
      if (draft !== undefined) yield draft;
    }
  },
};

interface OtherHeading {
  readonly text: string;
  readonly stems: readonly string[];
}

function toDraft(context: PatternContext, headed: HeadedSection, others: readonly OtherHeading[]): Draft | undefined {
  const { section, heading, range, passage } = headed;
  const below = descendants(context.analysis, section).map((child) => plainHeading(child.heading ?? ''));
  const present = new Set(contentStems(`${passage.text} ${section.headingPath.join(' ')} ${heading}`));
  const wrong = others
    .filter(({ text, stems }) => !below.includes(text) && fitsNot(stems, present))
    .map(({ text }) => text)
    .filter((text) => isNumbered(text) === isNumbered(heading));
  const arranged = arrange(context, headed, wrong);
  if (arranged.length < FEWEST_OPTIONS) return undefined;
  const options = listed(
    arranged.map((option) => `"${option}"`),
    'or',
  );
  const request = context.choose(section, CHOICE_REQUESTS);
  return {
    section,
    question: `${request}: ${options}${isAsking(request) ? '?' : '.'}`,
    passage: passage.pieces,
    needsPassage: true,
    answer: [range],
    reasoning: 'recall',
    focus: heading,
    fit: 0.5,
  };
}

/** A request ends as one, a question with its mark. */
function isAsking(request: string): boolean {
  return /\b(?:which|what) [^.]*$/iu.test(request) && !/^(?:tell|decide)/iu.test(request);
}

/** A heading is plainly wrong when most of its topic words are nowhere in the passage. */
function fitsNot(stems: readonly string[], present: ReadonlySet<string>): boolean {
  return stems.filter((word) => present.has(word)).length * 3 <= stems.length;
}

/** A number that only one of the options has gives it away. */
function isNumbered(heading: string): boolean {
  return /^\d/u.test(heading);
}

/** The right heading among two or three wrong ones that are written alike; places and picks depend on the section only. */
function arrange(context: PatternContext, { section, heading }: HeadedSection, wrong: readonly string[]): string[] {
  let pool = wrong.filter((other) => areOfOneCase(context, [heading, other]));
  const options: string[] = [];
  while (options.length < MOST_OPTIONS - 1 && pool.length > 0) {
    const chosen = context.choose({ start: section.start + options.length + 1, end: section.end }, pool);
    options.push(chosen);
    pool = pool.filter((other) => other !== chosen && areOfOneCase(context, [heading, ...options, other]));
  }
  const place = context.choose({ start: section.start, end: section.start + 1 }, [...options.keys(), options.length]);
  options.splice(place, 0, heading);
  return options;
}
