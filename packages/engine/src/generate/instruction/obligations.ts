import type { Section, Sentence } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import type { Draft, Pattern, PatternContext, Piece } from '../pattern.ts';
import { opensDependently } from '../reference.ts';
import { sectionBody } from '../section-body.ts';

const OBLIGATION = /\b(?:must|shall|(?:is|are) required to|(?:is|are) not allowed|(?:is|are) prohibited|may not)\b/iu;

/** A passage of rules, and all of its sentences that oblige or forbid: complete by construction. */
export const obligations: Pattern = {
  name: 'obligations',
  task: 'instruction',
  family: 'extraction',
  version: 1,
  languages: ['en'],
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const draft = readObligations(context, section);
      if (draft !== undefined) yield draft;
    }
  },
};

function readObligations(context: PatternContext, section: Section): Draft | undefined {
  const body = sectionBody(context.document, context.analysis, section, { dropPointers: false });
  if (body === undefined || body.words < 80 || body.words > 450) return undefined;
  if (body.blocks.some(({ kind }) => kind !== 'paragraph')) return undefined;
  const sentences = section.sentences.flatMap((index) => context.analysis.sentences[index] ?? []);
  const binding = sentences.filter((sentence) => OBLIGATION.test(context.text(sentence)));
  if (binding.length < 2 || binding.length > 6 || !binding.every((sentence) => isWhole(context, sentence)))
    return undefined;
  const words = binding.reduce((sum, sentence) => sum + countWords(context.text(sentence)), 0);
  if (words > body.words * 0.6) return undefined;
  return {
    section,
    question: context.choose(section, [
      'List the sentences of this passage that say what must or must not be done.',
      'Which obligations and prohibitions does the following text state? Quote them.',
      'Extract every requirement from this passage, word for word.',
      'Quote all sentences of the text that state an obligation.',
    ]),
    passage: body.pieces,
    needsPassage: true,
    answer: binding.flatMap(({ start, end }, index): Piece[] => [index === 0 ? '- ' : '\n- ', { start, end }]),
    reasoning: 'collect',
    focus: section.heading ?? section.id,
    fit: 0.6,
  };
}

function isWhole(context: PatternContext, sentence: Sentence): boolean {
  const text = context.text(sentence);
  return /[.!]["”)]?$/u.test(text) && countWords(text) >= 5 && !opensDependently(text);
}
