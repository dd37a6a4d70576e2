import type { TextRange } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { contentStems, countWords } from '../../analyze/english/words.ts';
import { readingPassages, type ReadingPassage } from '../comprehension/reading-passage.ts';
import { isDescriptive } from '../headings/descriptive-heading.ts';
import type { Draft, Pattern, PatternContext, Piece } from '../pattern.ts';
import { expanded } from '../prose/expanded.ts';
import { plainHeading } from '../headings/topic.ts';
import { definition } from './definition.ts';
import { glossaryTerm } from './glossary-term.ts';
import { headingQuestions } from './question-heading.ts';

/** Questions looked at for each section: a bound on sections times questions. */
const MOST_QUESTIONS = 60;

/** A question of a document, and what it asks about. */
export interface AskedQuestion {
  readonly section: Section;
  readonly question: string;
  readonly stems: ReadonlySet<string>;
}

/** A question that another section answers, asked of a passage that says nothing of it. */
export const noAnswer: Pattern = {
  name: 'no-answer',
  task: 'qa',
  promise: 'The passage holds no topic word of the question; another section of the document answers it.',
  family: 'no-answer',
  version: 1,
  languages: ['en'],
  precision: 0.9,
  isDefault: false,
  *find(context: PatternContext): Iterable<Draft> {
    const left = askedQuestions(context);
    for (const section of context.analysis.sections) {
      const [passage] = left.size === 0 ? [] : readingPassages(context, section);
      if (passage === undefined) continue;
      const stems = new Set(
        contentStems(`${expanded(context, passage.text)} ${section.headingPath.join(' ')} ${section.heading ?? ''}`),
      );
      const fitting = [...left].filter((asked) => asked.section !== section && asked.stems.isDisjointFrom(stems));
      if (fitting.length === 0) continue;
      const asked = context.choose(section, fitting);
      left.delete(asked);
      yield toDraft(context, section, { passage, question: asked.question });
    }
  },
};

/** "Who makes the decision?" says too little of what it asks about. */
const FEWEST_TOPIC_WORDS = 2;
const ASKS_WHAT_IT_IS = /\bwhat (?:exactly )?(?:is|are) (?!the\b)|\b(?:defined?|explain|term|mean|meant)\b/iu;
const MOST_WORDS = 22;
const LEANS = /\b(?:this|these|that|it|they|there|here|us|we|our)\b/iu;

/** Questions that the document answers, each to be asked once. */
export function askedQuestions(context: PatternContext): Set<AskedQuestion> {
  const found = new Map<string, AskedQuestion>();
  for (const source of [headingQuestions(context), definition.find(context), glossaryTerm.find(context)]) {
    for (const { section, question } of source) {
      const stems = new Set(contentStems(question));
      const fewest = ASKS_WHAT_IT_IS.test(question) ? 1 : FEWEST_TOPIC_WORDS;
      if (stems.size < fewest || countWords(question) > MOST_WORDS || !question.endsWith('?') || LEANS.test(question))
        continue;
      found.set(question, { section, question, stems });
      if (found.size === MOST_QUESTIONS) return new Set(found.values());
    }
  }
  return new Set(found.values());
}

interface Material {
  readonly passage: ReadingPassage;
  readonly question: string;
}

function toDraft(context: PatternContext, section: Section, { passage, question }: Material): Draft {
  const asked = question.charAt(0).toUpperCase() + question.slice(1);
  return {
    section,
    question: context.choose(section, [
      `Answer from the passage only: ${asked}`,
      `Use nothing but the text below, and say so if the answer is not in it: ${asked}`,
      `${asked} Answer only if the passage says it.`,
      `If the passage holds the answer, give it; otherwise say that it does not: ${asked}`,
      `${asked} If the text does not say, tell me so.`,
      `What does the passage say about this question: ${asked}`,
      `Look for the answer in this text, and do not guess: ${asked}`,
    ]),
    passage: passage.pieces,
    needsPassage: true,
    answer: answerFor(context, section),
    reasoning: 'recall',
    focus: question,
    fit: 0.5,
  };
}

/** That it does not say, and what it is about where its heading tells. */
function answerFor(context: PatternContext, section: Section): Piece[] {
  const heading = headingRange(context, section);
  const refusal = context.choose({ start: section.start, end: section.start + 1 }, [
    'The passage does not answer this question.',
    'The passage does not say.',
    'That cannot be answered from the passage.',
  ]);
  return heading === undefined ? [refusal] : [`${refusal} It is about "`, heading, '".'];
}

function headingRange(context: PatternContext, { heading = '', headingBlock }: Section): TextRange | undefined {
  const plain = plainHeading(heading);
  const block = headingBlock === undefined ? undefined : context.document.blocks[headingBlock];
  if (block === undefined || !isDescriptive(plain) || plain.endsWith('?') || plain.includes('"')) return undefined;
  const start = block.start + context.text(block).indexOf(plain);
  return { start, end: start + plain.length };
}
