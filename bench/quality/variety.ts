import { seededFraction } from '../../packages/engine/src/shared/random.ts';
import type { SheetEntry } from './sheet.ts';

export interface Variety {
  readonly questions: number;
  /** Different first three words, as a share of the questions. */
  readonly distinctStarts: number;
  /** The commonest first three words, as a share of the questions. */
  readonly commonestStart: number;
  /** Mean BLEU-4 of each question against all others, 0 to 1: the lower, the less alike. */
  readonly selfBleu: number;
}

/** Compared with each other; the figures depend on the number, so it is the same for all. */
const SIZE = 400;

/** How varied the questions of a dataset are, and of the same records had each pattern one wording only. */
export function measureVariety(
  entries: readonly SheetEntry[],
  seed = 0,
): { readonly own: Variety; readonly baseline: Variety } {
  const drawn = entries
    .map((entry) => ({ entry, draw: seededFraction(entry.id, seed) }))
    .toSorted((left, right) => left.draw - right.draw)
    .slice(0, SIZE)
    .map(({ entry }) => entry);
  return { own: varietyOf(drawn.map(({ question }) => question)), baseline: varietyOf(drawn.map(oneWording)) };
}

/** One template for each pattern; `{}` stands for the heading of the record's section, `{parent}` for the one above. */
const TEMPLATES: Readonly<Record<string, string>> = {
  'task-heading': 'In the context of {parent}, how do I {}?',
  'question-heading': 'In the context of {parent}, {}?',
  'aspect-heading': 'What is the {} of {parent}?',
  'explain-topic': 'In the context of {parent}, explain {}.',
  overview: 'Give an overview of {}.',
  definition: 'What is {}?',
  role: 'What does {} do?',
  rule: 'Must {}?',
  acronym: 'What does {} stand for?',
  option: 'In the context of {parent}, what does the {} option do?',
  'write-heading': 'Write a heading for the following passage.',
  'choose-heading': 'Which of these headings fits the passage: {} or {parent}?',
  'table-to-json': 'Convert the following table to JSON.',
};

function oneWording({ pattern, place }: SheetEntry): string {
  const headings = place.split(' > ');
  const template = TEMPLATES[pattern] ?? 'In the context of {parent}, what about {}?';
  return template.replace('{}', headings.at(-1) ?? '').replace('{parent}', headings.at(-2) ?? '');
}

function varietyOf(questions: readonly string[]): Variety {
  const tokens = questions.map((question) => question.toLowerCase().match(/[\p{L}\p{N}'’-]+|[^\s\p{L}\p{N}]/gu) ?? []);
  const starts = new Map<string, number>();
  for (const words of tokens) {
    const start = words.slice(0, 3).join(' ');
    starts.set(start, (starts.get(start) ?? 0) + 1);
  }
  const total = Math.max(1, questions.length);
  return {
    questions: questions.length,
    distinctStarts: starts.size / total,
    commonestStart: Math.max(0, ...starts.values()) / total,
    selfBleu: selfBleu(tokens),
  };
}

const LONGEST = 4;

/** BLEU with uniform weights up to four words, add-one smoothed; all other questions are the references. */
function selfBleu(sentences: ReadonlyArray<readonly string[]>): number {
  const grams = Array.from({ length: LONGEST }, (_, index) => sentences.map((words) => gramsOf(words, index + 1)));
  const shared = grams.map(countHolders);
  const scores = sentences.map((_, at) => {
    const logs = grams.map((bySentence, length) => {
      const own = bySentence[at] ?? [];
      const hits = own.filter((gram) => (shared[length]?.get(gram) ?? 0) > 1).length;
      return Math.log((hits + 1) / (own.length + 1));
    });
    return Math.exp(logs.reduce((sum, value) => sum + value, 0) / LONGEST);
  });
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

function gramsOf(words: readonly string[], length: number): string[] {
  return words.slice(0, Math.max(0, words.length - length + 1)).map((_, at) => words.slice(at, at + length).join(' '));
}

function countHolders(bySentence: ReadonlyArray<readonly string[]>): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const grams of bySentence) for (const gram of new Set(grams)) holders.set(gram, (holders.get(gram) ?? 0) + 1);
  return holders;
}
