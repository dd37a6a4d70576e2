import type { Section } from '../../analyze/analysis.ts';
import { contentStems, countWords, topicOverlap } from '../../analyze/english/words.ts';
import { anchorFor } from '../anchor.ts';
import { readHeading, type HeadingShape } from '../heading-question.ts';
import type { Draft, Exchange, Pattern, PatternContext, Piece } from '../pattern.ts';
import { opensDependently } from '../reference.ts';
import { isLinkList } from '../resource-list.ts';
import { findCue, type Announced, type Cue } from './follow-ups.ts';
import { joinUnits, sectionUnits, type SectionUnit } from './section-units.ts';

const FEWEST_TURNS = 3;
const MOST_TURNS = 7;
const LEAST_OPENING_WORDS = 12;
const LEAST_ANSWER_WORDS = 6;
const MOST_ANSWER_WORDS = 180;
/** Longer sections are chapters without headings; and each cue looks at all that was said before it. */
const MOST_SECTION_WORDS = 3000;

/**
 * A section told in turns: its text cut where it turns to what a listener would ask next. Answers follow each other as they
 * do in the document, so whatever one of them refers to has been said.
 */
export const walkSection: Pattern = {
  name: 'walk-section',
  task: 'conversation',
  promise: 'The answers are the section in its own order, cut only where its text answers the next question.',
  family: 'conversation',
  version: 1,
  languages: ['en'],
  precision: 0.89,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const draft = walk(context, section);
      if (draft !== undefined) yield draft;
    }
  },
};

function walk(context: PatternContext, section: Section): Draft | undefined {
  const shape = readHeading(context, section);
  if (shape === undefined || (context.body(section)?.words ?? 0) > MOST_SECTION_WORDS) return undefined;
  const turns = cutIntoTurns(context, withoutLinks(context, sectionUnits(context, section)));
  const [opening, ...later] = turns;
  if (opening === undefined || turns.length < FEWEST_TURNS) return undefined;
  const openingText = textOf(context, opening.units);
  const question = openingQuestion(context, section, shape, openingText);
  if (question === undefined) return undefined;
  return {
    section,
    question,
    anchor: anchorFor(context, section, question),
    answer: joinUnits(context, opening.units),
    followUps: later.map((turn, index) => toExchange(context, turn, index === later.length - 1)),
    evidence: later.map(({ units: [first] }) => ({ start: first.start, end: first.end })),
    reasoning: 'explain',
    focus: `conversation ${section.headingPath.join(' ')} ${section.heading ?? ''}`,
    fit: 0.6 + 0.1 * Math.min(3, later.length),
  };
}

/** Lists of links that lost their targets, and their labels, end many sections. */
function withoutLinks(context: PatternContext, units: readonly SectionUnit[]): readonly SectionUnit[] {
  const last = units.at(-1);
  const label = units.at(-2);
  if (last === undefined || !isLinkList(last.block, context.text)) return units;
  const isAnnounced = label !== undefined && context.text(label).endsWith(':') && countWords(context.text(label)) > 5;
  if (isAnnounced) return units;
  const isLabelled = label !== undefined && !/[.!?]$/u.test(context.text(label));
  return withoutLinks(context, units.slice(0, isLabelled ? -2 : -1));
}

interface Turn {
  readonly cue?: Cue;
  readonly units: [SectionUnit, ...SectionUnit[]];
}

/** Cut at every cue that leaves both sides long enough; what is beyond the last possible turn is left out. */
function cutIntoTurns(context: PatternContext, units: readonly SectionUnit[]): readonly Turn[] {
  const turns: Turn[] = [];
  const used = new Set<string>();
  for (const [index, unit] of units.entries()) {
    const last = turns.at(-1);
    const cue = last === undefined ? undefined : cueAt(context, units, index);
    if (last === undefined) {
      turns.push({ units: [unit] });
    } else if (cue !== undefined && !used.has(cue.name) && isLongEnough(context, last.units, turns.length === 1)) {
      if (turns.length === MOST_TURNS) break;
      used.add(cue.name);
      turns.push({ cue, units: [unit] });
    } else {
      last.units.push(unit);
    }
  }
  const end = turns.findIndex(({ units: answer }) => countWords(textOf(context, answer)) > MOST_ANSWER_WORDS);
  const kept = end === -1 ? turns : turns.slice(0, end);
  const last = kept.at(-1);
  return last !== undefined && !isLongEnough(context, last.units, kept.length === 1) ? kept.slice(0, -1) : kept;
}

function cueAt(context: PatternContext, units: readonly SectionUnit[], index: number): Cue | undefined {
  const unit = units[index];
  if (unit?.block.kind !== 'paragraph') return undefined;
  const sentence = context.text(unit).replaceAll(/\s+/gu, ' ');
  const next = sentence.endsWith(':') ? announcedBy(units[index + 1]) : undefined;
  const before = textOf(context, units.slice(0, index));
  return findCue({
    sentence,
    before,
    casing: context.analysis.casing,
    ...(next === undefined ? {} : { announced: next }),
  });
}

function announcedBy(next: SectionUnit | undefined): Announced | undefined {
  const kind = next?.block.kind;
  if (kind === 'code' || kind === 'table') return { kind };
  const items = (next?.block.items ?? []).filter(({ depth }) => depth === 0).length;
  return kind === 'list' ? { kind, items } : undefined;
}

function isLongEnough(context: PatternContext, units: readonly SectionUnit[], isOpening: boolean): boolean {
  return countWords(textOf(context, units)) >= (isOpening ? LEAST_OPENING_WORDS : LEAST_ANSWER_WORDS);
}

function textOf(context: PatternContext, units: readonly SectionUnit[]): string {
  return units.map((unit) => context.text(unit)).join(' ');
}

/** The question a first answer really answers: it names the thing of the heading, and tells how when it is asked how. */
function openingQuestion(
  context: PatternContext,
  section: Section,
  shape: HeadingShape,
  answer: string,
): string | undefined {
  if (opensDependently(answer) || NOT_FIRST.test(answer)) return undefined;
  if (shape.kind === 'question') return shape.question;
  if (shape.kind === 'aspect') return context.choose(section, shape.questions);
  if (shape.kind === 'task') {
    const tells =
      /\b(?:you|users?) (?:can|must|should|need|have to|may|will)\b|^(?:Use|Run|Select|Choose|Open|Click|Create|Set|Add)\b/u;
    return tells.test(answer)
      ? context.choose(section, [`How do I ${shape.phrase}?`, `How can I ${shape.phrase}?`])
      : undefined;
  }
  const isNamed = topicOverlap(shape.phrase, answer) === 1 && contentStems(shape.phrase).length > 0;
  return isNamed ? context.choose(section, openingsFor(shape.phrase)) : undefined;
}

/** Openings that go on from something said before the section. */
const NOT_FIRST =
  /^(?:the (?:next|last|other|second|final)|one (?:more|other|special)|another|now that|once|after|as (?:we|you)|(?:we|let)\b)|^[^.]{0,80}\b(?:one more|next step|we (?:need|want|have|are|will))\b/iu;

function openingsFor(phrase: string): readonly string[] {
  return [
    `Can you tell me about ${phrase}?`,
    `What can you tell me about ${phrase}?`,
    `Could you introduce me to ${phrase}?`,
    `Tell me about ${phrase}.`,
  ];
}

/** The first words that only tie a sentence to the one before are the question's business. */
function toExchange(context: PatternContext, { cue, units }: Turn, isLast: boolean): Exchange {
  const [first] = units;
  const answer = withoutOpening(context, joinUnits(context, units), cue?.dropped ?? 0);
  const takesClosing = isLast && !NEVER_LAST.has(cue?.name ?? '');
  const closing = takesClosing ? context.choose({ start: first.end, end: first.start }, CLOSINGS) : '';
  const questions = cue?.questions ?? [];
  if (closing === '') return { question: context.choose(first, questions), answer };
  const plain = questions.filter((question) => !question.startsWith('And '));
  return { question: withClosing(closing, context.choose(first, plain.length === 0 ? questions : plain)), answer };
}

const CLOSINGS = ['', '', 'One last question: ', 'And finally, ', 'One more thing: '];

/** Cues whose question is no sentence of its own: "And otherwise?" */
const NEVER_LAST: ReadonlySet<string> = new Set(['otherwise', 'next', 'case']);

function withClosing(closing: string, question: string): string {
  const bare = question.replace(/^And /u, '');
  return `${closing}${bare.charAt(0).toLowerCase()}${bare.slice(1)}`;
}

function withoutOpening(context: PatternContext, pieces: readonly Piece[], dropped: number): readonly Piece[] {
  const [first, ...rest] = pieces;
  if (dropped === 0 || first === undefined || typeof first === 'string') return pieces;
  const text = context.text(first);
  const at = first.start + dropped + (/^\s*/u.exec(text.slice(dropped))?.[0].length ?? 0);
  const initial = context.text({ start: at, end: at + 1 });
  const capital = initial.toUpperCase();
  if (capital === initial) return [{ start: at, end: first.end }, ...rest];
  return [capital, { start: at + 1, end: first.end }, ...rest];
}
