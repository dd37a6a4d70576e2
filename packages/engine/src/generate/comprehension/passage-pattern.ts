import type { TextRange } from '@dsgen/core';
import type { Sentence } from '../../analyze/analysis.ts';
import { contentStems, countWords } from '../../analyze/english/words.ts';
import { findDangling } from '../wording/dangling.ts';
import type { Draft, Pattern, PatternContext, Piece, Reasoning } from '../pattern.ts';
import { isPointerSentence } from '../sections/pointers.ts';
import { opensDependently } from '../wording/reference.ts';
import { renderPieces } from '../sections/section-body.ts';
import { readingPassages, type ReadingPassage } from './reading-passage.ts';
import { isSlipped } from './slips.ts';

/** A sentence of a passage, and what is around it. */
export interface AskedSentence {
  readonly context: PatternContext;
  readonly passage: ReadingPassage;
  readonly sentence: Sentence;
  /** On one line. */
  readonly text: string;
}

/** A question whose answer is in the passage. */
export interface PassageQuestion {
  /** Wordings of one question. Each opens with a word of ours and ends with a question mark. */
  readonly questions: readonly string[];
  /** Default: the sentence, with those that go on about it. */
  readonly answer?: readonly Piece[];
}

/** A question, and the place of the passage that it is about. */
export interface PlacedQuestion extends PassageQuestion {
  readonly at: TextRange;
}

export interface PassagePatternOptions extends Pick<Pattern, 'name' | 'promise' | 'precision' | 'isDefault'> {
  readonly reasoning: Reasoning;
  /** Raised when the pattern's output changes. Default: 1. */
  readonly version?: number;
  /** Questions about one passage at most. Default: 1, where more would be near-duplicates of each other. */
  readonly most?: number;
  /** Questions about a passage, the best first. */
  ask(context: PatternContext, passage: ReadingPassage): Iterable<PlacedQuestion>;
}

/**
 * A pattern of questions asked together with the passage that answers them. The passage tells which request, card or server
 * is meant, so the question needs no anchor; what is left to check is its wording and that the answer is all of it.
 */
export function passagePattern({ ask, reasoning, most = 1, ...pattern }: PassagePatternOptions): Pattern {
  return {
    version: 1,
    ...pattern,
    task: 'qa',
    family: pattern.name,
    languages: ['en'],
    *find(context: PatternContext): Iterable<Draft> {
      for (const section of context.analysis.sections) {
        for (const passage of readingPassages(context, section)) {
          yield* firstDrafts(context, passage, { asked: ask(context, passage), reasoning, most });
        }
      }
    },
  };
}

interface Asked {
  readonly asked: Iterable<PlacedQuestion>;
  readonly reasoning: Reasoning;
  readonly most: number;
}

function* firstDrafts(
  context: PatternContext,
  passage: ReadingPassage,
  { asked, reasoning, most }: Asked,
): Generator<Draft> {
  let made = 0;
  for (const question of asked) {
    const draft = toDraft(context, passage, { question, reasoning });
    if (draft === undefined) continue;
    yield draft;
    made += 1;
    if (made === most) return;
  }
}

/** Asks of every sentence of a passage that reads by itself. */
export function bySentence(
  ask: (sentence: AskedSentence) => PassageQuestion | undefined,
): PassagePatternOptions['ask'] {
  return function* askSentences(context, passage) {
    for (const sentence of passage.sentences) {
      const text = context.text(sentence).replaceAll(/\s+/gu, ' ').trim();
      const asked = isPlain(text) ? ask({ context, passage, sentence, text }) : undefined;
      if (asked !== undefined) yield { ...asked, at: sentence };
    }
  };
}

/** A sentence of the document's own, and not too long to be learned from. */
function isPlain(text: string): boolean {
  const isDependent = opensDependently(text) && !/^Here (?:are|is)\b.*:$/u.test(text);
  return (
    text.length <= MOST_CHARACTERS &&
    countWords(text) <= MOST_SENTENCE_WORDS &&
    !isDependent &&
    !isPointerSentence(text) &&
    /^[\p{L}\p{N}`]/u.test(text) &&
    !/[“”"]|^\p{Lu}{1,3}-/u.test(text)
  );
}

const MOST_SENTENCE_WORDS = 60;
const MOST_CHARACTERS = 600;

/** "An extension of this idea", "please have a look at the guide", "the issue here": what answers, or what is added to, is in another place. */
const POINTS_AWAY =
  /\b(?:this|these|those|such an?|the (?:former|latter)|(?:have|take) a look at|head (?:over )?to|check out|refer to (?:the|our)|(?:please|also|then|,) (?:see|consult|visit|read)|(?<!^)here)\b|\b(?:as well|too)\.$/iu;

/** "Skip this step": where the reader is, not what the passage says. */
const PLACE =
  /\b(?:this|these) (?:steps?|sections?|pages?|guides?|documents?|questions?|fields?|lists?|tables?|instructions|chapters?)\b/iu;

interface Found {
  readonly question: PlacedQuestion;
  readonly reasoning: Reasoning;
}

/** An answer that is most of the passage teaches nothing. */
const LARGEST_SHARE = 0.6;

function toDraft(
  context: PatternContext,
  passage: ReadingPassage,
  { question: asked, reasoning }: Found,
): Draft | undefined {
  const [first = ''] = asked.questions;
  if (leans(first) || OPEN_END.test(first)) return undefined;
  const answer = asked.answer ?? withContinuation(context, passage, asked.at);
  if (answer === undefined) return undefined;
  const text = renderPieces(context.document, answer);
  const isSentence = asked.answer === undefined;
  const sentence = context.text(asked.at);
  if (isSentence && (POINTS_AWAY.test(sentence) || isSlipped(context, sentence))) return undefined;
  if (countWords(text) > passage.words * LARGEST_SHARE || findDangling(text, first) !== undefined) return undefined;
  if (PLACE.test(text)) return undefined;
  if (isAnsweredElsewhere(context, passage, { at: asked.at, question: first, answer })) return undefined;
  return {
    section: passage.section,
    ...context.phrase(asked.at, asked.questions.flatMap(phrasings)),
    passage: passage.pieces,
    needsPassage: true,
    answer,
    reasoning,
    focus: first,
    fit: 0.6,
  };
}

/** Words that only the sentence before the asked one explains. */
const LEANING =
  /\b(?:this|these|those|above|below|following|here|such|same|former|latter|we|us|our|ours|he|she|him|her|his)\b/iu;

/** An aside, or half of a pair whose other half went into the answer. */
const OPEN_END = /[—–]|\b(?:and|or|but|either|both|neither|not|also|the|an?)\?$|\beither\b(?!.*\bor\b)/u;

/** "it" and "they" are clear after a noun of the same question. */
function leans(question: string): boolean {
  const pronoun = /\b(?:it|its|they|them|their|theirs)\b/iu.exec(question);
  return LEANING.test(question) || (pronoun !== null && contentStems(question.slice(0, pronoun.index)).length < 2);
}

/** Sentences that change or complete what was said: without them the answer stops short. */
const GOES_ON =
  /^(?:otherwise|if not|if so|but|however|also|additionally|in addition|then|next|after that|afterwards|in that case|and|or|alternatively|instead|finally|the exceptions?|exceptions?|you (?:can|should|must|may|need to|will) (?:also|then)|it also|they also|unless|except)\b/iu;
const MOST_ADDED = 2;

function withContinuation(
  context: PatternContext,
  passage: ReadingPassage,
  at: TextRange,
): readonly Piece[] | undefined {
  const index = passage.sentences.findIndex(({ start }) => start === at.start);
  const after = passage.sentences.slice(index + 1);
  const end = after.findIndex(
    ({ block, ...range }) => block !== passage.sentences[index]?.block || !GOES_ON.test(context.text(range)),
  );
  const added = end === -1 ? after : after.slice(0, end);
  return added.length > MOST_ADDED ? undefined : [{ start: at.start, end: added.at(-1)?.end ?? at.end }];
}

interface QuestionAndAnswer {
  readonly at: TextRange;
  readonly question: string;
  readonly answer: readonly Piece[];
}

/** Another sentence that speaks of all that the question names may be a part of the answer. */
function isAnsweredElsewhere(
  context: PatternContext,
  passage: ReadingPassage,
  { at, question, answer }: QuestionAndAnswer,
): boolean {
  const wanted = new Set(contentStems(question));
  const others = passage.sentences.filter(
    (sentence) => ![at, ...answer].some((piece) => typeof piece !== 'string' && covers(piece, sentence)),
  );
  return others.some((sentence) => {
    const present = new Set(contentStems(context.text(sentence)));
    return [...wanted].every((word) => present.has(word));
  });
}

function covers(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The question by itself, which is how most people ask and so counts twice, and tied to its passage. */
function phrasings(question: string): string[] {
  if (!question.endsWith('?') || /\b(?:passage|text)\b/u.test(question)) return [question];
  const lower = question.charAt(0).toLowerCase() + question.slice(1);
  return [
    question,
    question,
    `According to the passage, ${lower}`,
    `Going by the text, ${lower}`,
    `Based on this passage, ${lower}`,
    `Use the passage to answer: ${lower}`,
    ...(countWords(question) <= 14 ? [`${question.slice(0, -1)}, according to the text?`] : []),
  ];
}
