import type { Sentence } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import type { TextRange } from '@dsgen/core';
import type { ReadingPassage } from '../comprehension/reading-passage.ts';
import { isAbout } from '../headings/descriptive-heading.ts';
import { headedSection } from '../headings/headed-section.ts';
import type { Exchange, PatternContext, Piece } from '../pattern.ts';
import { opensDependently } from '../wording/reference.ts';
import { rangesOf } from './turn.ts';

/** A title for the passage: the heading that the author gave it. */
export function titleRequest(context: PatternContext, { section, text, words }: ReadingPassage): Exchange | undefined {
  const headed = headedSection(context, section, { minWords: words, maxWords: words });
  if (headed === undefined || !isAbout(text, headed.heading) || !isTitle(headed.heading)) return undefined;
  const { range } = headed;
  const [before = '', after = ''] = context.choose(range, TITLES).split('TITLE');
  return {
    question: context.choose({ start: range.start, end: range.end + 1 }, TITLE_REQUESTS),
    answer: [before, range, after],
  };
}

/** A short phrase: no question, no condition and no bare word. */
function isTitle(heading: string): boolean {
  const words = countWords(heading);
  return words >= 2 && words <= 9 && !/[?!"“]|^(?:if|when|once|after|before)\b/iu.test(heading);
}

const TITLE_REQUESTS = [
  'Can you suggest a title for the text?',
  'What would be a good title for the text?',
  'Thanks. Please suggest a heading for the text, too.',
  'I need a heading for this text. Any idea?',
  'Now give the text a short title, please.',
  'Which title would suit the text?',
];

const TITLES = [
  '"TITLE" would fit.',
  'You could call it "TITLE".',
  'A fitting title is "TITLE".',
  'I would suggest "TITLE".',
];

/** All that the passage has as code, each once. */
export function codeRequest(context: PatternContext, passage: ReadingPassage): Exchange | undefined {
  const found = codeOf(context, passage);
  const unique = found.filter(
    (range, index) => found.findIndex((other) => context.text(other) === context.text(range)) === index,
  );
  if (unique.length < FEWEST_CODES || unique.length > MOST_CODES) return undefined;
  return {
    question: context.choose({ start: passage.section.start, end: passage.section.start + 5 }, CODE_REQUESTS),
    answer: unique.flatMap((range, index): Piece[] => [index === 0 ? '- ' : '\n- ', range]),
  };
}

const FEWEST_CODES = 3;
const MOST_CODES = 8;

const CODE_REQUESTS = [
  'List the code terms that appear in the text, each once.',
  'Which code terms appear in the text?',
  'Please list all that the text shows as code, without repeats.',
  'What does the text show as code? A list without repeats, please.',
];

function codeOf(context: PatternContext, { pieces }: ReadingPassage): readonly TextRange[] {
  return rangesOf(pieces).flatMap(({ start, end }) =>
    Array.from(context.text({ start, end }).matchAll(/`[^`\n]+`/gu)).map(({ 0: code, index }) => ({
      start: start + index,
      end: start + index + code.length,
    })),
  );
}

/** The one sentence that mentions something by a name that cannot be mistaken. */
export function sentenceRequest(
  context: PatternContext,
  passage: ReadingPassage,
  used: readonly TextRange[],
): Exchange | undefined {
  const found = passage.sentences.flatMap((sentence) => {
    if (!isQuotable(context, sentence) || used.some(({ start, end }) => start < sentence.end && sentence.start < end))
      return [];
    const names = namesIn(context.text(sentence)).filter((name) => passage.text.split(bare(name)).length === 2);
    return names.slice(0, 1).map((name) => ({ sentence, name }));
  });
  if (found.length === 0) return undefined;
  const at = { start: passage.section.start, end: passage.section.start + 6 };
  const { sentence, name } = context.choose(at, found);
  return {
    question: context.choose({ ...at, end: at.end + 1 }, SENTENCE_REQUESTS)(name),
    answer: [{ start: sentence.start, end: sentence.end }],
  };
}

const SENTENCE_REQUESTS: ReadonlyArray<(name: string) => string> = [
  (name) => `Which sentence mentions ${name}?`,
  (name) => `Please quote the sentence that mentions ${name}.`,
  (name) => `Where does the text mention ${name}?`,
  (name) => `Can you find the sentence with ${name} in it?`,
];

function isQuotable(context: PatternContext, sentence: Sentence): boolean {
  const text = context.text(sentence);
  const words = countWords(text);
  return (
    context.document.blocks[sentence.block]?.kind === 'paragraph' &&
    words >= 8 &&
    words <= 45 &&
    /^[\p{Lu}`][^\n]*[.!]$/u.test(text) &&
    !opensDependently(text) &&
    !/^\p{L}+: /u.test(text)
  );
}

/** Code, and names of several capitals: "`user_id`", "VPN". */
function namesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/`[^`\n]{3,40}`|(?<![\p{L}\p{N}./_-])[\p{Lu}]{3,6}(?![\p{L}\p{N}/_-]|\.\p{L})/gu))
    .map(([name]) => name)
    .filter((name) => !SHOUTED.test(name) && !name.includes('@'));
}

const SHOUTED =
  /^(?:MUST|NOT|SHALL|SHOULD|MAY|CAN|AND|THE|ALL|YOU|FOR|ANY|ARE|NEVER|ALWAYS|ONLY|WILL|OR|NOTE|TIP|API|APIS|URL|HTTP|HTML|CSS|GOV|README|TODO|FAQ|FAQS)$/u;

function bare(name: string): string {
  return name.replaceAll('`', '');
}
