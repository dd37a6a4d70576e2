import type { Section } from '../../analyze/analysis.ts';
import { isCommonWord } from '../../analyze/english/common-word.ts';
import { countWords, wordsOf } from '../../analyze/english/words.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { possibleMistakes, withMistakes, type Mistake } from '../proofreading/mistakes.ts';
import { plainParagraph } from '../proofreading/plain-paragraph.ts';
import { mayHaveSlip } from '../proofreading/source-slips.ts';

const LIMITS = { minWords: 25, maxWords: 90, minSentences: 2 };
const FEWEST = 2;
const MOST = 5;
const WORDS_PER_MISTAKE = 14;
/** Least distance between two mistakes, in UTF-16 code units. */
const LEAST_DISTANCE = 8;
/** Share of a document's sentences with a slip from which its others are not trusted either; one in so many is chance. */
const MOST_SLIPS = 0.02;
const SENTENCES_PER_CHANCE = 20;

/**
 * A paragraph with a few mistakes of spelling and typing put into it, to be corrected. Grammar is left out: no rule sees all
 * that is wrong with an author's grammar, and what is not asked for may stay as it is.
 */
export const correctMistakes: Pattern = {
  name: 'correct-mistakes',
  task: 'instruction',
  promise: 'The answer is the paragraph as the document has it; the mistakes were put into it.',
  family: 'repair',
  version: 3,
  languages: ['en'],
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    if (!isWellWritten(context)) return;
    for (const section of context.analysis.sections) {
      const draft = readCorrection(context, section);
      if (draft !== undefined) yield draft;
    }
  },
};

function isWellWritten({ analysis: { sentences }, text }: PatternContext): boolean {
  const slips = sentences.filter((sentence) => mayHaveSlip(text(sentence))).length;
  return (
    slips <= Math.max(sentences.length * MOST_SLIPS, Math.min(1, Math.floor(sentences.length / SENTENCES_PER_CHANCE)))
  );
}

function readCorrection(context: PatternContext, section: Section): Draft | undefined {
  const paragraph = plainParagraph(context, section, LIMITS);
  if (paragraph === undefined) return undefined;
  const text = context.text(paragraph);
  if (holdsRareWord(context, text)) return undefined;
  const mistakes = drawMistakes(context, section, text);
  if (mistakes.length < FEWEST) return undefined;
  return {
    section,
    question: context.choose(section, [
      'Correct the spelling mistakes and typos in this text. Leave everything else as it is.',
      'Check the following paragraph for typos and misspellings and give the corrected version, without any other change.',
      'Fix the misspelled and mistyped words in this paragraph; do not touch grammar or style.',
      'I typed this in a hurry. Can you fix the typos and leave the rest as it is?',
      'Remove the typing and spelling mistakes from the text below. Change nothing else.',
      'There are some typos and misspellings in this text. Write it again without them.',
      'Please check this text for typos only, and send back the corrected text.',
      'Correct the typos in this draft. Do not reword anything.',
      'Rewrite this paragraph with its spelling and typing mistakes corrected and nothing else changed.',
    ]),
    passage: [withMistakes(text, mistakes)],
    needsPassage: true,
    answer: [paragraph],
    reasoning: 'convert',
    focus: text,
    fit: 0.5,
  };
}

const SHORTEST_CHECKED = 5;

/** A word that is not in common use and stands here only may be misspelled by its author. */
function holdsRareWord({ analysis: { casing } }: PatternContext, text: string): boolean {
  return wordsOf(text.replaceAll(/`[^`]*`/gu, ' ')).some(({ text: word, lower }) => {
    const isChecked = word === lower && word.length >= SHORTEST_CHECKED && /^\p{Ll}+$/u.test(word);
    return isChecked && !isCommonWord(word) && (casing.get(lower)?.lower ?? 0) < 2;
  });
}

/** A few mistakes of as many kinds as there are, apart from each other and in different words. */
function drawMistakes(context: PatternContext, section: Section, text: string): Mistake[] {
  const wanted = Math.min(MOST, Math.max(FEWEST, Math.round(countWords(text) / WORDS_PER_MISTAKE)));
  const drawn: Mistake[] = [];
  let left = possibleMistakes(text);
  while (drawn.length < wanted && left.length > 0) {
    const at = { start: section.start + drawn.length, end: section.end };
    const used = new Set(drawn.map(({ kind }) => kind));
    const kinds = [...new Set(left.map(({ kind }) => kind))];
    const unused = kinds.filter((kind) => !used.has(kind));
    const kind = context.choose(at, unused.length > 0 ? unused : kinds);
    const next = context.choose(
      at,
      left.filter((mistake) => mistake.kind === kind),
    );
    drawn.push(next);
    left = left.filter((mistake) => isApart(mistake, next) && mistake.written !== next.written);
  }
  return drawn;
}

function isApart(left: Mistake, right: Mistake): boolean {
  return left.start >= right.end + LEAST_DISTANCE || right.start >= left.end + LEAST_DISTANCE;
}
