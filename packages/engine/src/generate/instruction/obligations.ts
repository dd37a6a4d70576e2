import type { Section, Sentence } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import type { Draft, Pattern, PatternContext, Piece } from '../pattern.ts';
import { wholePassage } from '../sections/self-contained.ts';
import { opensDependently } from '../wording/reference.ts';

const OBLIGATION = /\b(?:must|shall|MUST|SHALL)\b/u;

/** "If you must …", "it must be said": the word without the duty. */
const NO_OBLIGATION =
  /^(?:often|sometimes|usually)\b|\b(?:often|sometimes|usually|occasionally) must\b|\bmust (?:often|sometimes|usually|occasionally)\b|^(?:many|most|some|several) [^,.]{1,40} must\b|\b(?:if|when|because|that) (?:you|they|it|we|one) must\b|\bmust (?:be said|have been|admit|live)\b|\ba must\b|\b(?:how|what|which|where|whether|whatever|whichever)\b[^,.]{1,60}\bmust\b|\bor (?:its|his|her|their)\b|\bmust (?:be done|do)? ?(?:this|that|these|so|it)\b|\b(?:don['’]t|needn['’]t|not have to)\b/iu;

/** Text that frees its author from duties, and sentences in capitals, which do so too: nothing that the reader has to do. */
const DISCLAIMER =
  /\b(?:shall|must|will|may|can|is|are) (?:not|in no event) be (?:held )?(?:liable|responsible)\b|\bin no event (?:shall|will|must)\b|\b(?:limitations? of liability|without warranty|as[- ]is basis)\b|\b(?:\p{Lu}+[\s,;]+){6}/u;

/** A passage of rules, and all of its sentences that oblige or forbid with "must" or "shall": complete by construction. */
export const obligations: Pattern = {
  name: 'obligations',
  task: 'instruction',
  promise: 'The answer holds every sentence of the passage that obliges or forbids, and no other.',
  family: 'extraction',
  version: 3,
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
  const body = wholePassage(context, section);
  if (body === undefined || body.words < 60 || body.words > 450) return undefined;
  if (body.blocks.some(({ kind }) => kind !== 'paragraph' && kind !== 'list')) return undefined;
  const sentences = section.sentences.flatMap((index) => context.analysis.sentences[index] ?? []);
  const binding = sentences.filter((sentence) => OBLIGATION.test(context.text(sentence)));
  if (DISCLAIMER.test(body.text)) return undefined;
  if (binding.some((sentence) => NO_OBLIGATION.test(context.text(sentence)))) return undefined;
  if (
    binding.length < 2 ||
    binding.length > 6 ||
    binding.length * 5 < sentences.length ||
    !binding.every((sentence) => isWhole(context, sentence))
  )
    return undefined;
  const words = binding.reduce((sum, sentence) => sum + countWords(context.text(sentence)), 0);
  if (words > body.words * 0.6) return undefined;
  return {
    section,
    question: context.choose(section, [
      'Quote every sentence of this passage that states a requirement with "must" or "shall".',
      'Which requirements does this passage state with "must" or "shall"? Quote the sentences.',
      'Extract every sentence with "must" or "shall" from this text, as a list of requirements.',
      'Find all the rules in this text that are worded with "must" or "shall", and quote each sentence.',
      'Go through this text and list the sentences in which "must" or "shall" lays down a rule.',
    ]),
    passage: body.pieces,
    needsPassage: true,
    answer: binding.flatMap(({ start, end }, index): Piece[] => [index === 0 ? '- ' : '\n- ', { start, end }]),
    reasoning: 'collect',
    focus: section.heading ?? section.id,
    fit: 0.6,
  };
}

/** A rule that stands on another page. */
const POINTS =
  /\bas (?:described|explained|listed|shown|noted) (?:in|on|above|below)\b|\b(?:above|below)\b|\b(?:this|these|those) \w+|\bthe (?:[\w-]+ )?(?:section|chapter|appendix)\b/iu;

function isWhole(context: PatternContext, sentence: Sentence): boolean {
  const text = context.text(sentence);
  return /[.!]["”)]?$/u.test(text) && countWords(text) >= 5 && !opensDependently(text) && !POINTS.test(text);
}
