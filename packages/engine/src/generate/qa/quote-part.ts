import type { Section } from '../../analyze/analysis.ts';
import { BASE_VERBS } from '../../analyze/english/verbs.ts';
import { contentStems, countWords, topicOverlap, wordsOf } from '../../analyze/english/words.ts';
import { leadsElsewhere, readingPassages } from '../comprehension/reading-passage.ts';
import { headedSection, openingPassage } from '../headings/headed-section.ts';
import { readHeading } from '../headings/heading-question.ts';
import type { Draft, Pattern, PatternContext, Piece } from '../pattern.ts';
import type { Passage } from '../sections/self-contained.ts';
import { isSelfContained, isSpecific, opensAsAnswer } from './question-heading.ts';

const PART = { minWords: 30, maxWords: 220 };
const MOST_WORDS = 500;
/** Of so much of the text a reader would not have to look for it. */
const LARGEST_SHARE = 0.55;
/** Sections before and after that may lend a part. */
const REACH = 6;

/** Parts of neighbouring sections without their headings, and one of them that a heading of the document is of. */
export const quotePart: Pattern = {
  name: 'quote-part',
  task: 'qa',
  promise: 'The author put the quoted part below the heading; the other parts have hardly any word of that heading.',
  family: 'part',
  version: 1,
  languages: ['en'],
  precision: 0.92,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const wanted =
        section.heading?.trim().endsWith('?') === true
          ? answeredPart(context, section)
          : headedSection(context, section, PART);
      const draft = wanted === undefined ? undefined : askForPart(context, wanted);
      if (draft !== undefined) yield draft;
    }
  },
};

interface Part {
  readonly section: Section;
  readonly passage: Passage;
}

interface WantedPart extends Part {
  readonly heading: string;
}

/** Of the words of a question its answer has at least so many. */
const LEAST_ANSWERED = 0.6;

/** A heading that is a whole question, and the beginning of its section that answers it. */
function answeredPart(context: PatternContext, section: Section): WantedPart | undefined {
  const shape = readHeading(context, section);
  const passage = shape?.kind === 'question' ? openingPassage(context, section, PART) : undefined;
  if (shape?.kind !== 'question' || passage === undefined) return undefined;
  const { question } = shape;
  if (!isSpecific(question) || LEANS_BACK.test(question)) return undefined;
  const isAnswered =
    topicOverlap(question, passage.text) >= LEAST_ANSWERED &&
    opensAsAnswer(question, passage.text) &&
    isSelfContained(context, question, passage.text);
  return isAnswered ? { section, heading: question, passage } : undefined;
}

/** "This role"; a quotation has no place in another. */
const LEANS_BACK = /["“”]|\b(?:this|that|these|those|it|they|them)\b/iu;

function askForPart(context: PatternContext, asked: WantedPart): Draft | undefined {
  const { section, heading, passage } = asked;
  const parts = lacksCode(passage) || strays(passage, heading) ? undefined : withNeighbours(context, asked);
  if (parts === undefined) return undefined;
  const isQuestion = heading.endsWith('?');
  return {
    section,
    question: context.choose(section, isQuestion ? questionsFor(heading) : requestsFor(heading)),
    passage: parts.flatMap((part, index): Piece[] => [...(index === 0 ? [] : ['\n\n']), ...part.passage.pieces]),
    needsPassage: true,
    answer: passage.pieces,
    reasoning: 'collect',
    focus: heading,
    fit: 0.5,
  };
}

/** One or two parts beside the wanted one, in the order of the document. */
function withNeighbours(context: PatternContext, { section, heading, passage }: WantedPart): Part[] | undefined {
  const { sections } = context.analysis;
  const wanted = new Set(contentStems(heading));
  const parts: Part[] = [{ section, passage }];
  let words = passage.words;
  for (let distance = 1; distance <= REACH && passage.words > words * LARGEST_SHARE; distance += 1) {
    for (const other of [sections[section.index + distance], sections[section.index - distance]]) {
      if (other === undefined || passage.words <= words * LARGEST_SHARE || isWithin(section, other)) continue;
      const found = openingPassage(context, other, PART) ?? laterPassage(context, other);
      if (found === undefined || words + found.words > MOST_WORDS || lacksCode(found)) continue;
      if (!isForeign(wanted, found.text)) continue;
      parts.push({ section: other, passage: found });
      words += found.words;
    }
  }
  if (passage.words > words * LARGEST_SHARE) return undefined;
  return parts.toSorted((left, right) => left.section.index - right.section.index);
}

/** Where a section begins with what leans on another place, a later part of it may not. */
function laterPassage(context: PatternContext, section: Section): Passage | undefined {
  return readingPassages(context, section).find(
    ({ words, text }) => words <= PART.maxWords && !leadsElsewhere(text) && !LEANS.test(firstSentence(text)),
  );
}

const LEANS =
  /\b(?:it|its|this|that|these|those|they|them|their|also|instead|again|such|same|other|another|otherwise|now|so)\b/iu;

function firstSentence(text: string): string {
  return /^[\s\S]*?[.!?:](?=\s|$)/u.exec(text)?.[0] ?? text;
}

/** A sub-section is of the heading above it, too. */
function isWithin(section: Section, other: Section): boolean {
  const [upper, lower] = section.index < other.index ? [section, other] : [other, section];
  return upper.heading !== undefined && lower.headingPath.includes(upper.heading);
}

/** "Like this:", and the next paragraph: what it shows was taken from another file. */
function lacksCode({ text }: Passage): boolean {
  return /:\n\n(?![-*•|`\d])|\b(?:like (?:this|so|these)|as follows|the following|as shown)[.:]?\s*$/u.test(text);
}

/** A last paragraph that is not of the heading: of another thing, whom to ask, or a remark. */
function strays({ text, blocks }: Passage, heading: string): boolean {
  const paragraphs = text.split('\n\n');
  const last = paragraphs.at(-1) ?? '';
  if (paragraphs.length < 2 || blocks.at(-1)?.kind !== 'paragraph') return false;
  const sentences = last.match(/[.!?](?=\s|$)/gu)?.length ?? 0;
  const wanted = new Set(contentStems(heading));
  const around = new Set(contentStems(paragraphs.slice(0, -1).join(' ')));
  const stems = new Set(contentStems(last));
  const isForHeading = stems.intersection(wanted).size > 0;
  return (
    (sentences <= 1 && countWords(last) <= MOST_REMARK_WORDS) ||
    (!isForHeading && (stems.intersection(around).size === 0 || WHOM_TO_ASK.test(last)))
  );
}

const MOST_REMARK_WORDS = 15;
const WHOM_TO_ASK =
  /\b(?:any (?:\w+ )?(?:questions|concerns)|(?:contact|email|e-mail|write to) (?:us|our|the)|reach out to)\b/iu;

/** At most a third of the words: those that all of a document is about. */
function isForeign(wanted: ReadonlySet<string>, text: string): boolean {
  return wanted.intersection(new Set(contentStems(text))).size * 3 <= wanted.size;
}

function questionsFor(question: string): readonly string[] {
  return [
    `Quote the part of the text that answers this question: "${question}"`,
    `Which part of the passage answers "${question}" Give it word for word.`,
    `Find the answer to "${question}" in the text and quote it.`,
    `Somebody asks: "${question}" Answer with the part of the text that says so, word for word.`,
  ];
}

function requestsFor(heading: string): readonly string[] {
  const [first] = wordsOf(heading);
  const any = [
    `Quote the part of the text that belongs under the heading "${heading}".`,
    `The headings of this text are gone. Which part stood under "${heading}"? Quote it.`,
    `Find the part of the passage that you would put under the heading "${heading}", and give it word for word.`,
    `This text holds several sections without their headings. Copy the one headed "${heading}".`,
  ];
  const ofThings = [
    `What does the text say about "${heading}"? Quote that part.`,
    `Which part of the text is about "${heading}"? Give it word for word.`,
    `Find the part of the passage that deals with "${heading}", and quote it.`,
  ];
  return first === undefined || BASE_VERBS.has(first.lower) ? any : [...any, ...ofThings];
}
