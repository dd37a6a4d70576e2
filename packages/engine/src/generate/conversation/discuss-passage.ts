import type { TextRange } from '@dsgen/core';
import { countWords, wordsOf } from '../../analyze/english/words.ts';
import { passageCondition } from '../comprehension/passage-condition.ts';
import { passageDefinition } from '../comprehension/passage-definition.ts';
import { passageEntry } from '../comprehension/passage-entry.ts';
import { passageFact } from '../comprehension/passage-fact.ts';
import { passageList } from '../comprehension/passage-list.ts';
import { passageNumber } from '../comprehension/passage-number.ts';
import { passagePurpose } from '../comprehension/passage-purpose.ts';
import { passageReason } from '../comprehension/passage-reason.ts';
import { readingPassages, type ReadingPassage } from '../comprehension/reading-passage.ts';
import type { Draft, Exchange, Pattern, PatternContext } from '../pattern.ts';
import { isFiniteVerb } from '../wording/phrases.ts';
import { codeRequest, sentenceRequest, titleRequest } from './passage-requests.ts';
import { questionTurn, thingTurns } from './passage-turns.ts';
import { firstOf, rangesOf, type Turn } from './turn.ts';

/** Questions about a passage, in the order in which a reader of one with several answers would rather ask them. */
const ASKED: readonly Pattern[] = [
  passageList,
  passageDefinition,
  passageReason,
  passageNumber,
  passageEntry,
  passagePurpose,
  passageCondition,
  passageFact,
];

const MOST_QUESTIONS = 2;
const FEWEST_EXCHANGES = 3;
const MOST_EXCHANGES = 4;
const FEWEST_PASSAGE_WORDS = 60;
/** What is answered with most of the passage was not worth asking. */
const LARGEST_SHARE = 0.6;

/**
 * A passage and a talk about it: questions on one or two of its points, and requests that its text settles by itself, such as
 * a list in another order, a title or the sentence that mentions a name. No two questions are answered by one sentence.
 */
export const discussPassage: Pattern = {
  name: 'discuss-passage',
  task: 'conversation',
  promise:
    'Each answer is what the passage of the first turn says to its question, a part of it in another layout, or the heading that its author gave it.',
  family: 'conversation',
  version: 2,
  languages: ['en'],
  precision: 0.88,
  *find(context: PatternContext): Iterable<Draft> {
    const turns = Map.groupBy(
      ASKED.flatMap(({ name, find }) => [...find(context)].map((draft) => ({ kind: name, draft }))),
      ({ draft }) => firstOf(draft.passage ?? [])?.start ?? -1,
    );
    for (const section of context.analysis.sections) {
      const [passage] = readingPassages(context, section);
      if (passage === undefined || !isTalkedAbout(context, passage)) continue;
      const asked = turns.get(firstOf(passage.pieces)?.start ?? -1) ?? [];
      const talk = discuss(context, passage, [
        ...asked.flatMap(({ kind, draft }) => questionTurn(context, passage, { kind, draft }) ?? []),
        ...thingTurns(context, passage),
      ]);
      if (talk !== undefined) yield talk;
    }
  },
};

function discuss(context: PatternContext, passage: ReadingPassage, found: readonly Turn[]): Draft | undefined {
  const turns = chooseTurns(found).toSorted((left, right) => left.at - right.at);
  const [first, ...later] = turns;
  if (first === undefined || shareOf(context, passage, turns) > LARGEST_SHARE) return undefined;
  const told = [
    ...(first.after === undefined ? [] : [first.after]),
    ...later.flatMap(({ question, answer, after }) => [{ question, answer }, ...(after === undefined ? [] : [after])]),
  ];
  const followUps = [...told, ...requests(context, passage, turns)].slice(0, MOST_EXCHANGES - 1);
  const kinds = new Set(turns.map(({ kind }) => kind)).size + (followUps.length > later.length ? 1 : 0);
  if (kinds < 2 || followUps.length + 1 < FEWEST_EXCHANGES) return undefined;
  return {
    section: passage.section,
    question: first.opening,
    passage: passage.pieces,
    needsPassage: true,
    answer: first.answer,
    followUps,
    reasoning: 'explain',
    focus: `conversation ${firstOf(passage.pieces)?.start ?? 0}`,
    fit: 0.5 + 0.1 * Math.min(followUps.length, 4),
  };
}

/** A passage that begins its section, is in whole sentences, and whose lists were announced: no index and no checklist. */
function isTalkedAbout(context: PatternContext, { section, text, words, blocks }: ReadingPassage): boolean {
  return (
    words >= FEWEST_PASSAGE_WORDS &&
    OPENS_AS_TEXT.test(text) &&
    ENDS_AS_TEXT.test(text) &&
    !SLIPS.test(text) &&
    blocks[0] === context.document.blocks[section.blocks[0] ?? -1] &&
    blocks.every((block, index) => {
      const before = blocks[index - 1];
      if (block.kind === 'list') return before !== undefined && context.text(before).trimEnd().endsWith(':');
      const [first] = wordsOf(context.text(block));
      return first !== undefined && !isFiniteVerb(first.lower) && !UNSTARTED.test(first.lower);
    })
  );
}

/** A passage that opens with a note to what stood before it is half of something. */
const OPENS_AS_TEXT = /^(?!(?:note|tip|warning|caution|hint|important)s?:)/iu;

/** Nor does it end with a word that was left over, such as "eg." */
const ENDS_AS_TEXT = /\S+(?: \S+){2,}\s*$/u;

/** A sentence that begins with a small letter, which lost its first one; one that begins without an end before it; words said twice. */
const SLIPS =
  /\p{Ll} (?:Note|The|This|If|It|In|You|We|To|For) \p{Ll}|(?<!\b(?:e\.g|i\.e|eg|ie|etc|vs|approx|incl|ex|no))[.!?] \p{Ll}/u;

/** "Identical to `get`, but …": of a thing that only the page showed. */
const UNSTARTED = /^(?:identical|same|similar|like|unlike|default|optional|required|see|as|so|and|or|but)$/u;

/** Those whose answers do not overlap: first one of each kind, the better kinds before the others, then more of them. */
function chooseTurns(found: readonly Turn[]): readonly Turn[] {
  const chosen: Turn[] = [];
  for (const isNew of [true, false]) {
    for (const turn of found) {
      if (chosen.length === MOST_QUESTIONS) return chosen;
      if (isNew === chosen.some(({ kind }) => kind === turn.kind)) continue;
      if (chosen.every((other) => isApart(other, turn))) chosen.push(turn);
    }
  }
  return chosen;
}

function isApart(left: Turn, right: Turn): boolean {
  return !rangesOf(left.answer).some((one) =>
    rangesOf(right.answer).some((other) => one.start < other.end && other.start < one.end),
  );
}

function shareOf(context: PatternContext, passage: ReadingPassage, turns: readonly Turn[]): number {
  const told = turns.flatMap(({ answer }) => rangesOf(answer)).map((range) => countWords(context.text(range)));
  return told.reduce((sum, words) => sum + words, 0) / passage.words;
}

/** What can be asked of any passage, in an order of its own; a title comes last. */
function requests(context: PatternContext, passage: ReadingPassage, turns: readonly Turn[]): readonly Exchange[] {
  const used: readonly TextRange[] = turns.flatMap(({ answer }) => rangesOf(answer));
  const title = titleRequest(context, passage);
  const others = [sentenceRequest(context, passage, used), codeRequest(context, passage)].filter(
    (request) => request !== undefined,
  );
  const isSecond = context.choose({ start: passage.section.start, end: passage.section.start + 7 }, [true, false]);
  const other = isSecond ? others.at(-1) : others[0];
  return [...(other === undefined ? [] : [other]), ...(title === undefined ? [] : [title])];
}
