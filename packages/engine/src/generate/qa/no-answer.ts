import type { Section } from '../../analyze/analysis.ts';
import { contentStems, countWords } from '../../analyze/english/words.ts';
import { readingPassages, type ReadingPassage } from '../comprehension/reading-passage.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { definition } from './definition.ts';
import { glossaryTerm } from './glossary-term.ts';
import { headingQuestions } from './question-heading.ts';

/** An acronym that a document writes out, asked of a passage that uses it and does not: the passage does not say. */
export const noAnswer: Pattern = {
  name: 'no-answer',
  task: 'qa',
  promise:
    'The passage uses the acronym and holds no topic word of what it stands for; another part of the document writes it out.',
  family: 'no-answer',
  version: 2,
  languages: ['en'],
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    const left = new Set(openAcronyms(context));
    for (const section of context.analysis.sections) {
      for (const passage of left.size === 0 ? [] : readingPassages(context, section)) {
        const fitting = [...left].filter(({ isOpenIn }) => isOpenIn(passage.text));
        if (fitting.length === 0) continue;
        const asked = context.choose(section, fitting);
        left.delete(asked);
        yield toDraft(context, section, { passage, name: asked.name });
      }
    }
  },
};

interface OpenAcronym {
  readonly name: string;
  /** Whether a passage uses it in a sentence and has no word that its letters could stand for. */
  isOpenIn(this: void, passage: string): boolean;
}

function openAcronyms({ analysis }: PatternContext): OpenAcronym[] {
  return Array.from(analysis.acronyms).flatMap(([name, words]): OpenAcronym[] => {
    if (!/^\p{Lu}{3,6}$/u.test(name)) return [];
    const expansion = new Set(contentStems(words));
    const used = new RegExp(String.raw`(?<![\p{L}\p{N}(/\x60#*-])${name}(?![\p{L}\p{N})/\x60-]| \()`, 'u');
    return [
      { name, isOpenIn: (passage) => used.test(passage) && expansion.isDisjointFrom(new Set(contentStems(passage))) },
    ];
  });
}

interface Material {
  readonly passage: ReadingPassage;
  readonly name: string;
}

function toDraft(context: PatternContext, section: Section, { passage, name }: Material): Draft {
  const question = `What does ${name} stand for?`;
  return {
    section,
    question: context.choose(section, [
      `According to this passage, what does ${name} stand for?`,
      `${question} Answer only if the passage says it.`,
      `${question} If the text does not say, tell me so.`,
      `${question} Use nothing but the text.`,
      `Does the passage say what ${name} stands for?`,
      `Answer from the passage only, and do not guess: what does ${name} stand for?`,
    ]),
    passage: passage.pieces,
    needsPassage: true,
    answer: [
      context.choose({ start: section.start, end: section.start + 1 }, [
        `The passage does not say what ${name} stands for; it only uses the abbreviation.`,
        `The passage does not say. It uses "${name}", but does not write it out.`,
        `That is not in the passage: it uses the abbreviation ${name} without saying what it stands for.`,
      ]),
    ],
    reasoning: 'recall',
    focus: question,
    fit: 0.5,
  };
}

/** Questions looked at for each section: a bound on sections times questions. */
const MOST_QUESTIONS = 60;

/** A question of a document, and what it asks about. */
export interface AskedQuestion {
  readonly section: Section;
  readonly question: string;
  readonly stems: ReadonlySet<string>;
}

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
