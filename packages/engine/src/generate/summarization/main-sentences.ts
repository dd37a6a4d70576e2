import type { Section, Sentence } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { opensDependently } from '../reference.ts';
import { sectionBody } from '../section-body.ts';

/** A prose section, and the sentences that carry it, asked for as what they are: an extract. */
export const mainSentences: Pattern = {
  name: 'main-sentences',
  task: 'summarization',
  family: 'summary',
  version: 1,
  languages: ['en'],
  precision: 0.82,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const draft = extract(context, section);
      if (draft !== undefined) yield draft;
    }
  },
};

function extract(context: PatternContext, section: Section): Draft | undefined {
  const body = sectionBody(context.document, context.analysis, section);
  if (body === undefined || body.words < 110 || body.words > 600) return undefined;
  if (body.blocks.some(({ kind }) => kind !== 'paragraph')) return undefined;
  const sentences = section.sentences.flatMap((index) => context.analysis.sentences[index] ?? []);
  if (sentences.length < 6) return undefined;
  const wanted = sentences.length >= 10 ? 3 : 2;
  const chosen = chooseCentral(context, sentences, wanted);
  if (chosen === undefined) return undefined;
  const words = chosen.reduce((sum, sentence) => sum + countWords(context.text(sentence)), 0);
  if (words > body.words * 0.45) return undefined;
  const number = wanted === 3 ? 'three' : 'two';
  return {
    section,
    question: context.choose(section, [
      `Pick the ${number} sentences that carry the main points of this passage.`,
      `Summarize the passage by quoting its ${number} most important sentences.`,
      `Extract the ${number} key sentences from the following text.`,
      `Give an extractive summary of this text in ${number} sentences.`,
      `Which ${number} sentences of this passage sum it up best?`,
    ]),
    passage: body.pieces,
    needsPassage: true,
    answer: chosen.flatMap(({ start, end }, index) => (index === 0 ? [{ start, end }] : [' ', { start, end }])),
    reasoning: 'condense',
    focus: section.heading ?? section.id,
    fit: 0.5,
  };
}

/** The most central sentences that stand on their own, in document order, no two from one paragraph when there are enough. */
function chooseCentral(
  context: PatternContext,
  sentences: readonly Sentence[],
  wanted: number,
): Sentence[] | undefined {
  const lead = sentences[0];
  const standing = sentences.filter((sentence) => isWhole(context.text(sentence)));
  const ranked = standing.toSorted((left, right) => weight(right) - weight(left) || left.start - right.start);
  const chosen: Sentence[] = [];
  const blocks = new Set<number>();
  const blockCount = new Set(sentences.map(({ block }) => block)).size;
  for (const sentence of ranked) {
    if (chosen.length === wanted) break;
    if (blockCount >= wanted && blocks.has(sentence.block)) continue;
    chosen.push(sentence);
    blocks.add(sentence.block);
  }
  if (chosen.length < wanted || lead === undefined) return undefined;
  return chosen.toSorted((left, right) => left.start - right.start);
}

/** Centrality, with the lift that opening sentences of sections and paragraphs deserve. */
function weight({ centrality, indexInSection }: Sentence): number {
  return centrality + (indexInSection === 0 ? 0.35 : 0);
}

function isWhole(text: string): boolean {
  const words = countWords(text);
  return words >= 8 && words <= 50 && /[.!]["”)]?$/u.test(text) && !opensDependently(text);
}
