import type { Block } from '@dsgen/core';
import { countWords } from '../../analyze/english/words.ts';
import type { Section } from '../../analyze/analysis.ts';
import { anchorFor, isPlaced } from '../subjects/anchor.ts';
import { readQuestion } from '../headings/heading-question.ts';
import type { Draft, Pattern, PatternContext, Piece } from '../pattern.ts';
import { isAskable, isSelfContained, opensAsAnswer } from './question-heading.ts';

/** "Q: May I bring a dog?" or a paragraph that is only a question, and the paragraph that answers it. */
export const questionParagraph: Pattern = {
  name: 'question-paragraph',
  task: 'qa',
  promise: 'The document asks the question and the next paragraphs answer it.',
  family: 'section',
  version: 2,
  languages: ['en'],
  precision: 0.84,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const asked = section.blocks.map((index) => questionOf(context, context.document.blocks[index]));
      // One question in running text is rhetoric; a list of them is an FAQ, and so is anything marked "Q:".
      const isFaq = asked.filter((question) => question !== undefined).length >= 2;
      for (const [position, question] of asked.entries()) {
        const draft =
          isFaq && question !== undefined ? answerOf(context, section, { asked, position, question }) : undefined;
        if (draft !== undefined) yield draft;
      }
    }
  },
};

function questionOf(context: PatternContext, block: Block | undefined): string | undefined {
  if (block?.kind !== 'paragraph') return undefined;
  const text = context.text(block).trim();
  return text.endsWith('?') && text.length < 160 ? readQuestion(text) : undefined;
}

interface QuestionPlace {
  readonly asked: ReadonlyArray<string | undefined>;
  readonly position: number;
  readonly question: string;
}

/** Everything up to the next question. */
function answerOf(
  context: PatternContext,
  section: Section,
  { asked, position, question }: QuestionPlace,
): Draft | undefined {
  let next = position + 1;
  while (next < asked.length && asked[next] === undefined) next += 1;
  const blocks = section.blocks.slice(position + 1, next).flatMap((index) => context.document.blocks[index] ?? []);
  if (blocks.length === 0 || blocks.some(({ kind }) => kind === 'figure')) return undefined;
  const ranges = blocks.map(({ start, end }, index) => {
    const label = index === 0 ? (/^(?:A|Answer)[:.]\s*/u.exec(context.text({ start, end }))?.[0].length ?? 0) : 0;
    return { start: start + label, end };
  });
  const words = ranges.reduce((sum, range) => sum + countWords(context.text(range)), 0);
  const [first] = ranges;
  if (
    words < 5 ||
    words > 250 ||
    first === undefined ||
    !/[.!:]/u.test(context.text(first).replaceAll(/`[^`]*`/gu, ''))
  )
    return undefined;
  const text = ranges.map((range) => context.text(range)).join('\n\n');
  if (!isPlaced(context, section, question) || !isAskable(question)) return undefined;
  if (!opensAsAnswer(question, text) || !isSelfContained(context, question, text)) return undefined;
  return {
    section,
    question,
    anchor: anchorFor(context, section, question),
    answer: ranges.flatMap((range, index): Piece[] => (index === 0 ? [range] : ['\n\n', range])),
    reasoning: /^(?:why|how)/iu.test(question) ? 'explain' : 'recall',
    focus: question,
    fit: 0.7,
  };
}
