import { BASE_VERBS, gerundBase } from '../../analyze/english/verbs.ts';
import { contentStems, countWords, wordsOf } from '../../analyze/english/words.ts';
import type { Draft, Pattern, PatternContext, Piece } from '../pattern.ts';
import { subjectDefect } from '../wording/phrases.ts';
import { headedPassage, isTellingHeading, tellingSentence, type HeadedPassage } from './headed-passage.ts';

const PASSAGES = 3;
const LETTERS = ['A', 'B', 'C'] as const;
/** Passages looked at for each heading: a bound on sections times sections. */
const LARGEST_POOL = 60;

/** Three passages of a document, and the heading or question of one of them: which one is it of? */
export const choosePassage: Pattern = {
  name: 'choose-passage',
  task: 'qa',
  promise: 'The author put the right passage below the heading; the others share no topic word with it.',
  family: 'passage-choice',
  version: 2,
  languages: ['en'],
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    const passages = context.analysis.sections.flatMap((section) => headedPassage(context, section) ?? []);
    const step = Math.max(1, passages.length / LARGEST_POOL);
    const pool = passages.filter((_, index) => Math.floor(index % step) === 0);
    for (const right of passages) {
      const draft = toChoice(context, right, pool);
      if (draft !== undefined) yield draft;
    }
  },
};

function toChoice(context: PatternContext, right: HeadedPassage, pool: readonly HeadedPassage[]): Draft | undefined {
  const { section, heading } = right;
  const shown = isTellingHeading(context, heading) ? tellingSentence(context, right) : undefined;
  if (shown === undefined) return undefined;
  const wanted = new Set(contentStems(heading));
  const passages = pickOthers(
    context,
    right,
    pool.filter((other) => other.present.isDisjointFrom(wanted) && isAlternative(right, other)),
  );
  if (passages === undefined) return undefined;
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

/** So many times as long or as short as another, a passage is told by its length. */
const LARGEST_RATIO = 2;
/** From this share of common words on, passages are one text with another name in it. */
const MOST_COMMON = 0.35;

/** About as long, and no other copy of the same text. */
function isAlternative(right: HeadedPassage, other: HeadedPassage): boolean {
  if (other === right || other.heading === right.heading) return false;
  const [short = 0, long = 0] = [right.words, other.words].toSorted((first, second) => first - second);
  return long <= short * LARGEST_RATIO && isOtherText(right, other);
}

function isOtherText(left: HeadedPassage, right: HeadedPassage): boolean {
  return left.stems.intersection(right.stems).size < MOST_COMMON * left.stems.union(right.stems).size;
}

function pickOthers(
  context: PatternContext,
  { section }: HeadedPassage,
  wrong: readonly HeadedPassage[],
): HeadedPassage[] | undefined {
  const picked: HeadedPassage[] = [];
  for (let pick = 1; pick < PASSAGES; pick += 1) {
    const left = wrong.filter((other) => picked.every((one) => one !== other && isOtherText(one, other)));
    if (left.length === 0) return undefined;
    picked.push(context.choose({ start: section.start + pick, end: section.end }, left));
  }
  return picked;
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
    `Which of these passages belongs under the heading "${heading}"?`,
    `Find the passage that belongs under the heading "${heading}".`,
    `Which of the three passages would you expect under the heading "${heading}"?`,
    `Choose the passage that fits the heading "${heading}".`,
    `One of these passages comes from a section headed "${heading}". Which one?`,
  ];
  const ofNames = [
    `Which of these passages is about "${heading}"?`,
    `Which passage would you read to learn about "${heading}"?`,
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
