import type { TextRange } from '@dsgen/core';
import type { Sentence } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import { passageEntry } from '../comprehension/passage-entry.ts';
import type { ReadingPassage } from '../comprehension/reading-passage.ts';
import type { Draft, PatternContext } from '../pattern.ts';
import { isImperative } from '../wording/phrases.ts';
import { listRequest } from './list-requests.ts';
import { toldThings } from './told-about.ts';
import { firstOf, type Turn } from './turn.ts';

const MOST_QUESTION_WORDS = 18;

/** A question that one of the patterns asks of the passage; undefined for what an item of a list says. */
export function questionTurn(
  context: PatternContext,
  { blocks, sentences }: ReadingPassage,
  { kind, draft }: { readonly kind: string; readonly draft: Draft },
): Turn | undefined {
  const isEntry = kind === passageEntry.name;
  const asked = plainQuestion(draft);
  const question = isEntry ? entryQuestion(draft) : asked;
  const at = firstOf(draft.answer);
  if (at === undefined || countWords(question) > MOST_QUESTION_WORDS || LEANS.test(asked)) return undefined;
  const block = blocks.find(({ start, end }) => start <= at.start && at.end <= end);
  const isList = block?.kind === 'list' && block.start === at.start && block.end === at.end;
  // What an item says holds only together with what announces it, unless it has a name.
  if (block?.kind !== 'paragraph' && !isList && !isEntry) return undefined;
  if (!isList && (UNCERTAIN.test(context.text(at)) || isOrderFollowed(context, sentences, at))) return undefined;
  const link = context.choose({ start: at.start, end: at.start + 1 }, LINKS);
  return {
    kind,
    at: at.start,
    question: link === 'And ' ? `And ${lowerInitial(question)}` : `${link}${question}`,
    opening: isEntry ? draft.question : `${context.choose(at, OPENINGS)}${question}`,
    answer: draft.answer,
    after: isList ? listRequest(context, block) : undefined,
  };
}

/** "Call the office. Bring your card.": the next sentence tells more of what to do. */
function isOrderFollowed(context: PatternContext, sentences: readonly Sentence[], at: TextRange): boolean {
  const next = sentences.find(({ start }) => start >= at.end);
  return (
    next !== undefined &&
    !context.text({ start: at.end, end: next.start }).includes('\n') &&
    isImperative(context.text(next))
  );
}

/**
 * Told in another place, by the name of what was a link; or a sentence that opens with code and may be another matter. "Use
 * the zone at departure to …" is only a part of how it is done.
 */
const UNCERTAIN =
  /^Use |\b(?:explained|described|documented|detailed|outlined|listed|found) (?:in|on|at|under) |[.!?] `/u;

const LEANS = /\b(?:it|they|them|their|its|this|that|these|those)\b/iu;

/** The entry by its name, as any other thing that the passage tells of. */
function entryQuestion({ question }: Draft): string {
  const [name] = /`[^`]+`|"[^"]+"/u.exec(question) ?? [];
  return name === undefined ? question : `What does it say about ${name}?`;
}

/** The wording that does not speak of the passage: in a talk about it that goes without saying. */
function plainQuestion({ question, rewordings = [] }: Draft): string {
  const wordings = [question, ...rewordings].toSorted();
  return wordings.find((wording) => !/\b(?:passage|text)\b/iu.test(wording)) ?? question;
}

/** Questions about things that only one place of the passage speaks of. */
export function thingTurns(context: PatternContext, passage: ReadingPassage): readonly Turn[] {
  return toldThings(context, passage).map(({ name, answer }) => ({
    kind: 'thing',
    at: answer.start,
    question: context.choose(answer, ABOUT)(name),
    opening: context.choose({ start: answer.start, end: answer.end + 1 }, OPENS_ABOUT)(name),
    answer: [answer],
  }));
}

const ABOUT: ReadonlyArray<(name: string) => string> = [
  (name) => `What does it say about ${name}?`,
  (name) => `And what does it say about ${name}?`,
  (name) => `What does the text say about ${name}?`,
  (name) => `And what about ${name}?`,
  (name) => `Thanks. And what does it say about ${name}?`,
];

const OPENS_ABOUT: ReadonlyArray<(name: string) => string> = [
  (name) => `What does this text say about ${name}?`,
  (name) => `Please read this text. What does it say about ${name}?`,
  (name) => `What does the passage say about ${name}?`,
  (name) => `I have a few questions about this text. First, what does it say about ${name}?`,
  (name) => `In the text below, what is said about ${name}?`,
];

const OPENINGS = [
  '',
  'I have some questions about this text. ',
  'Please help me with this text. ',
  'A few questions about the passage below. ',
  'Please answer from this text. ',
];

const LINKS = ['', '', 'And ', 'Thanks. ', 'I see. ', 'All right. '];

function lowerInitial(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
