import type { Section } from '../../analyze/analysis.ts';
import { leadsElsewhere, readingPassages, type ReadingPassage } from '../comprehension/reading-passage.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';

/** Two names are found at a glance; more than a dozen no one asks for. */
const FEWEST = 4;
const MOST = 12;
const MOST_WORDS = 200;

/** A passage that sets names, commands and expressions in backticks, and all of them as a list. */
export const listCode: Pattern = {
  name: 'list-code',
  task: 'instruction',
  promise: 'The answer has all that stands in backticks in the passage, each once and in the order of the text.',
  family: 'code-names',
  version: 1,
  languages: ['en'],
  precision: 0.92,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const drafts = readingPassages(context, section).flatMap((passage) => readCode(context, section, passage) ?? []);
      yield* drafts.slice(0, 1);
    }
  },
};

function readCode(context: PatternContext, section: Section, passage: ReadingPassage): Draft | undefined {
  if (leadsElsewhere(passage.text)) return undefined;
  const codes = inlineCode(passage.text);
  if (codes === undefined || codes.length < FEWEST || codes.length > MOST || passage.words > MOST_WORDS)
    return undefined;
  const [at = section] = passage.blocks;
  const form = context.choose({ start: at.start, end: at.start + 1 }, FORMS);
  return {
    section,
    question: context.choose({ start: at.start, end: at.end }, form.requests),
    passage: passage.pieces,
    needsPassage: true,
    answer: [form.write(codes)],
    reasoning: 'collect',
    focus: `code ${at.start}`,
    fit: 0.6,
  };
}

/** What stands in single backticks, each once; undefined where a mark has no other end, or code holds a backtick itself. */
function inlineCode(text: string): string[] | undefined {
  if (text.includes('``') || (text.split('`').length - 1) % 2 !== 0) return undefined;
  const codes = Array.from(text.matchAll(/`([^`]+)`/gu), ([, code = '']) => code);
  return codes.some((code) => code.includes('\n') || code !== code.trim()) ? undefined : [...new Set(codes)];
}

interface Form {
  readonly requests: readonly string[];
  write(codes: readonly string[]): string;
}

const FORMS: readonly Form[] = [
  {
    requests: [
      'List all inline code in the text, each once and in the order in which it first appears.',
      'Which names, commands and expressions does the passage set in backticks? List each once, in order of appearance.',
      'Go through the passage and list everything that is marked as code, without repeats.',
      'Make a bulleted list of the inline code in this text. Keep its order and leave out repeats.',
      'Find all that is written in backticks in the text below and list it in order, each once.',
    ],
    write: (codes) => codes.map((code) => `- \`${code}\``).join('\n'),
  },
  {
    requests: [
      'Return the inline code of this passage as a JSON array of strings, without the backticks, each once and in order of appearance.',
      'Extract everything in backticks from the text as a JSON array of strings. Keep the order, and leave out the backticks and all repeats.',
      'Collect the code that the passage mentions in backticks. Answer with a JSON array of strings without the backticks, in order and without repeats.',
      'Give all inline code in the text below as a JSON array (strings without backticks, in order, each once).',
    ],
    write: (codes) => JSON.stringify(codes),
  },
  {
    requests: [
      'How many different pieces of inline code does the passage hold, and which are they?',
      'Count the different things that the text sets in backticks, and name them in order of appearance.',
      'How many different names or expressions are marked as code in this text? Name them too.',
    ],
    write: (codes) => `${codes.length}: ${codes.map((code) => `\`${code}\``).join(', ')}`,
  },
];
