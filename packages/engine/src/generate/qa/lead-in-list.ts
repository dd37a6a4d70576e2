import type { Block } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { contentStems, stem, topicOverlap } from '../../analyze/english/words.ts';
import { anchorFor } from '../anchor.ts';
import { leadInQuestions } from '../lead-in.ts';
import { nearestName } from '../owner.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';

/** "There are three kinds of shards:" and its list, asked as "What are the three kinds of shards?". */
export const leadInList: Pattern = {
  name: 'lead-in-list',
  task: 'qa',
  promise: 'The answer is the whole list that the sentence before it announces.',
  family: 'list',
  version: 1,
  languages: ['en'],
  precision: 0.9,
  isDefault: false,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const [position, index] of section.blocks.entries()) {
        const lead = context.document.blocks[index];
        const list = context.document.blocks[section.blocks[position + 1] ?? -1];
        if (lead?.kind !== 'paragraph' || list?.kind !== 'list') continue;
        const draft = readLeadIn(context, section, lead, list);
        if (draft !== undefined) yield draft;
      }
    }
  },
};

const MAX_ITEMS = 15;

function readLeadIn(context: PatternContext, section: Section, lead: Block, list: Block): Draft | undefined {
  const items = (list.items ?? []).filter(({ depth }) => depth === 0);
  if (items.length < 2 || items.length > MAX_ITEMS) return undefined;
  const sentence = lastSentence(context, section, lead);
  if (sentence === undefined) return undefined;
  const text = context.text(sentence).replaceAll(/\s+/gu, ' ');
  const asked = leadInQuestions(text, items.length, context.analysis.casing);
  if (asked === undefined) return undefined;
  const question = context.choose(sentence, asked.questions);
  // "Which arguments are available?" asks for any program's.
  if (anchorFor(context, section, question) === undefined && nearestName(context, section) === undefined)
    return undefined;
  if (isThin(question)) return undefined;
  return {
    section,
    question,
    anchor: anchorFor(context, section, question),
    answer: [sentence, '\n\n', { start: list.start, end: list.end }],
    reasoning: asked.isProcedure ? 'procedure' : 'collect',
    focus: question,
    fit: 0.6 + (asked.isCounted ? 0.2 : 0) + 0.2 * topicOverlap(section.heading ?? '', question),
  };
}

/** "What do features include?", "What are the two choices that appear?": too few words of its own to tell what it asks for. */
function isThin(question: string): boolean {
  const stems = new Set(contentStems(question));
  const isNamed = /[\p{Lu}\p{N}`]/u.test(question.slice(1).replaceAll(/\bI\b/gu, ''));
  return !isNamed && [...stems].filter((word) => !GENERIC.has(word)).length < 2;
}

const GENERIC = new Set(
  'available include includes provide contain exist appear feature case thing point choice option macro mechanism discussion important remember think alternative several good two three four five six seven'
    .split(' ')
    .map(stem),
);

/** The sentence that ends the paragraph with a colon. */
function lastSentence(context: PatternContext, section: Section, lead: Block) {
  const inBlock = section.sentences
    .flatMap((index) => context.analysis.sentences[index] ?? [])
    .filter(({ start, end }) => start >= lead.start && end <= lead.end);
  const last = inBlock.at(-1);
  return last !== undefined && context.text(last).trimEnd().endsWith(':')
    ? { start: last.start, end: last.end }
    : undefined;
}
