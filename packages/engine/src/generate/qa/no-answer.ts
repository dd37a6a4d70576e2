import type { Section } from '../../analyze/analysis.ts';
import { contentStems } from '../../analyze/english/words.ts';
import { readingPassages, type ReadingPassage } from '../comprehension/reading-passage.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';

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
