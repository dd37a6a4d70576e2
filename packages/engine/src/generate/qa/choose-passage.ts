import type { Section, Sentence } from '../../analyze/analysis.ts';
import { BASE_VERBS, gerundBase } from '../../analyze/english/verbs.ts';
import { contentStems, countWords, wordsOf } from '../../analyze/english/words.ts';
import { readingPassages } from '../comprehension/reading-passage.ts';
import type { Draft, Pattern, PatternContext, Piece } from '../pattern.ts';
import { subjectDefect } from '../wording/phrases.ts';
import { expanded } from '../prose/expanded.ts';
import { passageBeginning, type PassageBeginning } from '../prose/passage-beginning.ts';
import { isWholeSentence } from '../prose/whole-sentence.ts';
import { plainHeading } from '../headings/topic.ts';
import { isVagueHeading } from '../headings/vague-headings.ts';

const PASSAGES = 3;
const LETTERS = ['A', 'B', 'C'] as const;
const FEWEST_WORDS = 30;
const MOST_WORDS = 110;
/** Passages looked at for each heading: a bound on sections times sections. */
const LARGEST_POOL = 60;

/** A section with its heading and the passage it begins with. */
interface HeadedPassage {
  readonly section: Section;
  readonly heading: string;
  /** Topic words of the heading, and of the passage with all headings above it. */
  readonly wanted: ReadonlySet<string>;
  readonly present: ReadonlySet<string>;
  readonly passage: PassageBeginning;
  /** Sentences of its paragraphs. */
  readonly sentences: readonly Sentence[];
}

/** Three passages of a document, and the heading or question of one of them: which one is it of? */
export const choosePassage: Pattern = {
  name: 'choose-passage',
  task: 'qa',
  promise: 'The author put the right passage below the heading; the others share no topic word with it.',
  family: 'passage-choice',
  version: 1,
  languages: ['en'],
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    const passages = context.analysis.sections.flatMap((section) => readPassage(context, section) ?? []);
    const step = Math.max(1, passages.length / LARGEST_POOL);
    const pool = passages.filter((_, index) => Math.floor(index % step) === 0);
    for (const right of passages) {
      const draft = toChoice(context, right, pool);
      if (draft !== undefined) yield draft;
    }
  },
};

function readPassage(context: PatternContext, section: Section): HeadedPassage | undefined {
  const heading = plainHeading(section.heading ?? '');
  const wanted = new Set(contentStems(heading));
  if (wanted.size === 0 || wanted.size > 8 || isVagueHeading(heading) || !isPlain(heading)) return undefined;
  const [whole] = readingPassages(context, section);
  const opening = whole?.sentences[0];
  if (whole === undefined || opening === undefined) return undefined;
  // Further down in its section, a passage may count on what was said before.
  const isFirst = opening.block === section.blocks[0];
  if (!isFirst && !isWholeSentence(context.text(opening))) return undefined;
  const passage = passageBeginning(context, whole, MOST_WORDS);
  if (passage === undefined || countWords(passage.text) < FEWEST_WORDS || LEFTOVER.test(passage.text)) return undefined;
  const end = passage.pieces.findLast((piece) => typeof piece !== 'string')?.end ?? 0;
  const sentences = whole.sentences.filter(
    (sentence) => sentence.end <= end && context.document.blocks[sentence.block]?.kind === 'paragraph',
  );
  const present = new Set(
    contentStems(`${expanded(context, passage.text)} ${section.headingPath.join(' ')} ${heading}`),
  );
  return { section, heading, wanted, present, passage, sentences };
}

/** Drafts, and what looks like a list of names without its links. */
const LEFTOVER = /\bTB[AD]\b|\[[^\]\n]+\]|\||^(?:[-*•]|\d+[.)]) /u;

/** As a reader would quote it: a name, or a whole question. */
function isPlain(heading: string): boolean {
  if (heading.endsWith('?') && !QUESTION.test(heading)) return false;
  return (
    !/["“”`|*_<>{}[\]=\\/]|\.$|https?:|\p{Extended_Pictographic}/u.test(heading) && heading !== heading.toUpperCase()
  );
}

const QUESTION =
  /^(?:what|how|when|where|who|whom|whose|which|why|can|do|does|did|is|are|was|should|will|may|must|am|has|have)\b/iu;

function toChoice(context: PatternContext, right: HeadedPassage, pool: readonly HeadedPassage[]): Draft | undefined {
  const shown = sentenceFor(context, right);
  if (shown === undefined) return undefined;
  const wrong = pool.filter((other) => other !== right && other.present.isDisjointFrom(right.wanted));
  if (wrong.length < PASSAGES - 1) return undefined;
  const { section, heading } = right;
  const passages: HeadedPassage[] = [];
  for (let pick = 1; pick < PASSAGES; pick += 1) {
    const chosen = context.choose({ start: section.start + pick, end: section.end }, wrong);
    wrong.splice(wrong.indexOf(chosen), 1);
    passages.push(chosen);
  }
  const place = context.choose({ start: section.start, end: section.start + 1 }, [0, 1, 2]);
  passages.splice(place, 0, right);
  return {
    section,
    question: questionFor(context, right),
    passage: passages.flatMap(({ passage }, index): Piece[] => [
      `${index === 0 ? '' : '\n\n'}${LETTERS[index]})\n`,
      ...passage.pieces,
    ]),
    needsPassage: true,
    answer: [`${LETTERS[place]}. It says: "`, { start: shown.start, end: shown.end }, '"'],
    payload: { choices: [...LETTERS], label: LETTERS[place] ?? '' },
    reasoning: 'collect',
    focus: heading,
    fit: 0.5,
  };
}

/** The first sentence with most of the heading's words; the passage as a whole has to hold most of them. */
function sentenceFor(context: PatternContext, { wanted, passage, sentences }: HeadedPassage): Sentence | undefined {
  if (wanted.intersection(new Set(contentStems(passage.text))).size * 3 < wanted.size * 2) return undefined;
  const scored = sentences.map((sentence) => {
    const text = context.text(sentence);
    return { sentence, text, hits: wanted.intersection(new Set(contentStems(text))).size };
  });
  const most = Math.max(0, ...scored.map(({ hits }) => hits));
  if (most * 2 < wanted.size) return undefined;
  return scored.find(({ text, hits }) => hits === most && /[^.][.!]$/u.test(text) && !text.includes('"'))?.sentence;
}

function questionFor(context: PatternContext, { section, heading }: HeadedPassage): string {
  if (heading.endsWith('?'))
    return context
      .choose(section, [
        `Which of these passages answers the question "${heading}"`,
        `Which passage holds the answer to "${heading}"`,
        `In which of the three passages is this answered: "${heading}"`,
        `Somebody asks: "${heading}" Which of the passages would you give as a source?`,
        `Which of the passages would you cite to answer "${heading}"`,
      ])
      .replace(/\?"$/u, '"?');
  const any = [
    `One of these passages comes from a section headed "${heading}". Which one?`,
    `Find the passage that belongs under the heading "${heading}".`,
    `Which of the three passages stands under the heading "${heading}"?`,
    `Choose the passage that fits the heading "${heading}".`,
    `Under the heading "${heading}" stands one of these passages. Which one?`,
  ];
  const ofNames = [
    `Which of these passages is about "${heading}"?`,
    `Which passage would you read to learn about "${heading}"?`,
    `Where is "${heading}" covered: in passage A, B or C?`,
    `Which of the three passages deals with "${heading}"?`,
    `Someone searches for "${heading}". Which of the passages should be found?`,
  ];
  return context.choose(section, isName(heading) ? [...any, ...ofNames] : any);
}

/** A short noun phrase: one can be "about" it. */
function isName(heading: string): boolean {
  const [first] = wordsOf(heading);
  return (
    countWords(heading) <= 4 &&
    subjectDefect(heading, 4) === undefined &&
    gerundBase(first?.text ?? '') === undefined &&
    !BASE_VERBS.has(first?.lower ?? '')
  );
}
