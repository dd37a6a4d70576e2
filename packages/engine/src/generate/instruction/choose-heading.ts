import type { Section } from '../../analyze/analysis.ts';
import { contentStems } from '../../analyze/english/words.ts';
import { CHOICE_REQUESTS } from '../headings/heading-requests.ts';
import { readingPassages } from '../comprehension/reading-passage.ts';
import { isAbout, isDescriptive, isMostlyProse } from '../headings/descriptive-heading.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { opensDependently } from '../wording/reference.ts';
import { plainHeading } from '../headings/topic.ts';

const OPTIONS = 4;
/** Wrong headings are drawn from the first so many: enough to vary, and a bound on sections times headings. */
const LARGEST_POOL = 60;

/** The passage of a section, its heading, and three headings of the same document that do not fit. */
export const chooseHeading: Pattern = {
  name: 'choose-heading',
  task: 'instruction',
  promise:
    'The right answer is the heading the author gave the passage; the others head other sections of the document.',
  family: 'heading-choice',
  version: 2,
  languages: ['en'],
  precision: 0.95,
  *find(context: PatternContext): Iterable<Draft> {
    // Headings with hardly any text below them are lists of names, covers and the like.
    const sections = context.analysis.sections.filter(({ sentences }) => sentences.length > 1);
    const headings = [...new Set(sections.map(({ heading }) => plainHeading(heading ?? '')).filter(isDescriptive))];
    if (headings.length < OPTIONS) return;
    const pool = headings.slice(0, LARGEST_POOL).map((text) => ({ text, stems: [...new Set(contentStems(text))] }));
    const known = new Set(headings);
    for (const section of context.analysis.sections) {
      const draft = readChoice(context, section, { pool, known });
      if (draft !== undefined) yield draft;
    }
  },
};

interface Headings {
  readonly pool: ReadonlyArray<{ readonly text: string; readonly stems: readonly string[] }>;
  readonly known: ReadonlySet<string>;
}

function readChoice(context: PatternContext, section: Section, { pool, known }: Headings): Draft | undefined {
  const heading = plainHeading(section.heading ?? '');
  const block = section.headingBlock === undefined ? undefined : context.document.blocks[section.headingBlock];
  if (block === undefined || !known.has(heading)) return undefined;
  // Where a part of the section is gone, as a listing may be, what can be read without it.
  const body = context.body(section) ?? readingPassages(context, section)[0];
  if (body === undefined || body.words < 45 || body.words > 300 || !isAbout(body.text, heading)) return undefined;
  if (body.blocks[0]?.kind !== 'paragraph' || opensDependently(body.text) || !isMostlyProse(body.text))
    return undefined;
  const present = new Set(contentStems(`${body.text} ${section.headingPath.join(' ')} ${heading}`));
  const wrong = pool.filter(({ text, stems }) => text !== heading && fitsNot(stems, present)).map(({ text }) => text);
  if (wrong.length < OPTIONS - 1) return undefined;
  const options = arrange(context, section, heading, wrong);
  const start = block.start + context.text(block).indexOf(heading);
  return {
    section,
    question: withOptions(context.choose(section, CHOICE_REQUESTS), options),
    passage: body.pieces,
    needsPassage: true,
    answer: [{ start, end: start + heading.length }],
    reasoning: 'recall',
    focus: heading,
    fit: 0.5,
  };
}

/** A request ends as one, a question with its mark. */
function withOptions(request: string, options: string): string {
  return `${request}: ${options}${/\b(?:which|what) [^.]*$/iu.test(request) && !/^(?:tell|decide)/iu.test(request) ? '?' : '.'}`;
}

/** A heading is plainly wrong when most of its topic words are nowhere in the passage. */
function fitsNot(stems: readonly string[], present: ReadonlySet<string>): boolean {
  return stems.filter((word) => present.has(word)).length * 3 <= stems.length;
}

/** The right heading among three wrong ones; places and picks depend on the section only. */
function arrange(context: PatternContext, section: Section, right: string, wrong: readonly string[]): string {
  const pool = [...wrong];
  const options: string[] = [];
  for (let pick = 1; pick < OPTIONS; pick += 1) {
    const chosen = context.choose({ start: section.start + pick, end: section.end }, pool);
    pool.splice(pool.indexOf(chosen), 1);
    options.push(chosen);
  }
  const place = context.choose({ start: section.start, end: section.start + 1 }, [0, 1, 2, 3]);
  options.splice(place, 0, right);
  return options
    .map((option) => `"${option}"`)
    .join(', ')
    .replace(/, (?="[^"]*"$)/u, ' or ');
}
