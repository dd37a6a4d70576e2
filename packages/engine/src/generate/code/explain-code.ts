import type { Block } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';

const FEWEST_LINES = 3;
const MOST_LINES = 45;

const SUBJECT =
  '(?:code|program|example|snippet|script|function|query|command|class|method|statement|configuration|test|loop|macro|rule|trigger|call)';
/** Verbs that say how code is, or what a reader learns from it, and not what it does. */
const STATES =
  'is|was|has|does|will|contains|consists|compiles|fails|works|shows|demonstrates|illustrates|means|looks|needs|requires|produces an error|assumes|exists|relies|suffers|uses the';

/** A paragraph that says of the code right before it what it does, from the start: "This script reads …". */
const TELLS_WHAT_IT_DOES = new RegExp(
  `^(?:This|The (?:above |preceding )?)(?: \\w+)? ?${SUBJECT} (?:first |then |also )?(?!(?:${STATES})\\b)[a-z]+s\\b(?! (?:above|below))|^The first line [a-z]+s\\b.*\\b(?:second|third|next|last|other) lines?\\b`,
  'su',
);

/** A fence, and the paragraph after it that says what it does. */
export const explainCode: Pattern = {
  name: 'explain-code',
  task: 'code',
  promise: 'The code is whole, and the answer is what the document says right after it.',
  family: 'code-explanation',
  version: 2,
  languages: ['en'],
  precision: 0.85,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const [position, index] of section.blocks.entries()) {
        const code = context.document.blocks[index];
        const explanation = context.document.blocks[section.blocks[position + 1] ?? -1];
        if (code?.kind !== 'code' || explanation?.kind !== 'paragraph') continue;
        const draft = readExplanation(context, section, code, explanation);
        if (draft !== undefined) yield draft;
      }
    }
  },
};

function readExplanation(
  context: PatternContext,
  section: Section,
  code: Block,
  explanation: Block,
): Draft | undefined {
  const source = context.text(code);
  const lines = source.split('\n').length - 2;
  if (lines < FEWEST_LINES || lines > MOST_LINES || /\{\{|<%|include::|^\.\.\.\s*$/mu.test(source)) return undefined;
  const text = context.text(explanation);
  if (!TELLS_WHAT_IT_DOES.test(text) || countWords(text) < 25 || countWords(text) > 220) return undefined;
  if (!/[.!]["”)]?$/u.test(text.trim()) || namesOf(text, source) < 2) return undefined;
  return {
    section,
    question: context.choose(code, [
      'Explain what this code does.',
      'What does the following code do?',
      'Describe how this code works.',
      'Walk me through this code.',
    ]),
    passage: [{ start: code.start, end: code.end }],
    needsPassage: true,
    answer: [{ start: explanation.start, end: explanation.end }],
    reasoning: 'explain',
    focus: `code ${source.slice(0, 200)}`,
    fit: 0.5,
  };
}

/** Names of the code that the explanation takes up. */
function namesOf(text: string, source: string): number {
  const names = new Set(Array.from(text.matchAll(/`([^`]{2,40})`/gu), ([, name = '']) => name.replace(/\(\)$/u, '')));
  return [...names].filter((name) => source.includes(name)).length;
}
