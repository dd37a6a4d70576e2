import type { TextRange } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import { passageComparison } from '../comprehension/passage-comparison.ts';
import { passageCondition } from '../comprehension/passage-condition.ts';
import { passageDefinition } from '../comprehension/passage-definition.ts';
import { passageList } from '../comprehension/passage-list.ts';
import { passageNumber } from '../comprehension/passage-number.ts';
import { passagePurpose } from '../comprehension/passage-purpose.ts';
import { passageReason } from '../comprehension/passage-reason.ts';
import type { Draft, Exchange, Pattern, PatternContext, Piece } from '../pattern.ts';
import { askedQuestions, type AskedQuestion } from '../qa/no-answer.ts';
import { renderPieces } from '../sections/section-body.ts';
import { claimExchanges } from './claim-exchanges.ts';
import { unansweredExchange } from './unanswered.ts';

/** Questions about a passage, in the order in which a reader of one with several answers would rather ask them. */
const ASKED: readonly Pattern[] = [
  passageList,
  passageReason,
  passageDefinition,
  passageNumber,
  passageComparison,
  passagePurpose,
  passageCondition,
];
/** Questions by themselves; two more turns check a claim about the passage. */
const MOST_QUESTIONS = 3;
const FEWEST_EXCHANGES = 3;
const MOST_QUESTION_WORDS = 20;

/**
 * A passage and a talk about it: what it says, asked part by part, then a claim that a sentence of it settles, and that
 * sentence. Each answer is whole by itself, and no two share a word of the document but for the quotation asked for.
 */
export const discussPassage: Pattern = {
  name: 'discuss-passage',
  task: 'conversation',
  promise: 'Each answer is what the passage in the first turn says to its question, in its words or as a yes or no.',
  family: 'conversation',
  version: 1,
  languages: ['en'],
  precision: 0.85,
  *find(context: PatternContext): Iterable<Draft> {
    const talked = new Set<Section>();
    const asked = askedQuestions(context);
    for (const drafts of draftsByPassage(context)) {
      const [first] = drafts;
      const talk = first === undefined || talked.has(first.section) ? undefined : discuss(context, drafts, asked);
      if (talk === undefined) continue;
      talked.add(talk.section);
      yield talk;
    }
  },
};

/** The questions of each passage, passages in document order. */
function draftsByPassage(context: PatternContext): ReadonlyArray<readonly Draft[]> {
  const drafts = ASKED.flatMap((pattern) => [...pattern.find(context)]).filter(
    (draft) => countWords(plainQuestion(draft)) <= MOST_QUESTION_WORDS,
  );
  const groups = Map.groupBy(drafts, ({ passage = [] }) => firstOf(passage)?.start ?? -1);
  return [...groups].toSorted(([left], [right]) => left - right).map(([, group]) => group);
}

/** The longest talk that the passage gives: a question less where its answer is the only one that a claim could be about. */
function discuss(
  context: PatternContext,
  drafts: readonly Draft[],
  asked: ReadonlySet<AskedQuestion>,
): Draft | undefined {
  const found = disjoint(drafts).slice(0, MOST_QUESTIONS);
  const talks = found.map((_draft, index) => talkOf(context, inOrder(found.slice(0, found.length - index)), asked));
  const longest = Math.max(0, ...talks.map((talk) => talk?.followUps?.length ?? 0));
  return talks.find((talk) => talk?.followUps?.length === longest);
}

function talkOf(
  context: PatternContext,
  chosen: readonly Draft[],
  asked: ReadonlySet<AskedQuestion>,
): Draft | undefined {
  const [opening, ...later] = chosen;
  if (opening?.passage === undefined) return undefined;
  const { section, passage, answer } = opening;
  const text = renderPieces(context.document, passage);
  if (!OPENS_AS_TEXT.test(text) || !ENDS_AS_TEXT.test(text)) return undefined;
  const used = chosen.flatMap((draft) => rangesOf(draft.answer));
  const told = [
    ...later.map((draft) => followUp(context, draft)),
    ...claimExchanges(context, section, { passage, used }),
  ];
  // Not every talk asks what cannot be told; where it is too short otherwise, it may.
  const isAsked = context.choose(section, [true, false, false]) || told.length + 1 < FEWEST_EXCHANGES;
  const followUps = isAsked ? [...told, ...unansweredExchange(context, section, { asked, text })] : told;
  if (followUps.length + 1 < FEWEST_EXCHANGES) return undefined;
  return {
    section,
    question: `${context.choose(section, OPENINGS)}${plainQuestion(opening)}`,
    passage,
    needsPassage: true,
    answer,
    followUps,
    reasoning: 'explain',
    focus: `conversation ${firstOf(passage)?.start ?? 0}`,
    fit: 0.5 + 0.1 * Math.min(followUps.length, 4),
  };
}

/** A passage that opens with a list, or with a note to what stood before it, is half of something. */
const OPENS_AS_TEXT = /^(?!(?:[-*•]|\d+[.)])\s|(?:note|tip|warning|caution|hint|important)s?:)/iu;

/** Nor does it end with a word that was left over, such as "eg." */
const ENDS_AS_TEXT = /\S+(?: \S+){2,}\s*$/u;

/** Those whose answers do not overlap, the better kinds first. */
function disjoint(drafts: readonly Draft[]): readonly Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const ranges = rangesOf(draft.answer);
    const isApart = kept.every(
      ({ answer }) => !rangesOf(answer).some((one) => ranges.some((other) => overlap(one, other))),
    );
    if (isApart) kept.push(draft);
  }
  return kept;
}

function inOrder(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.toSorted((left, right) => (firstOf(left.answer)?.start ?? 0) - (firstOf(right.answer)?.start ?? 0));
}

const OPENINGS = [
  '',
  'I have some questions about this text. ',
  'I am reading this passage and want to be sure that I understand it. ',
  'Please help me with this text. ',
  'A few questions about the passage below. ',
];
const LINKS = ['', '', 'And ', 'Thanks. ', 'I see. ', 'All right. '];

function followUp(context: PatternContext, draft: Draft): Exchange {
  const question = plainQuestion(draft);
  const at = firstOf(draft.answer) ?? draft.section;
  const link = context.choose({ start: at.start, end: at.start + 1 }, LINKS);
  const asked = link === 'And ' ? `${question.charAt(0).toLowerCase()}${question.slice(1)}` : question;
  return { question: `${link}${asked}`, answer: draft.answer };
}

/** The wording that does not speak of the passage: in a talk about it that goes without saying. */
function plainQuestion({ question, rewordings = [] }: Draft): string {
  const wordings = [question, ...rewordings].toSorted();
  return wordings.find((wording) => !/\b(?:passage|text)\b/iu.test(wording)) ?? question;
}

function rangesOf(pieces: readonly Piece[]): readonly TextRange[] {
  return pieces.filter((piece) => typeof piece !== 'string');
}

function firstOf(pieces: readonly Piece[]): TextRange | undefined {
  return rangesOf(pieces)[0];
}

function overlap(left: TextRange, right: TextRange): boolean {
  return left.start < right.end && right.start < left.end;
}
