import type { Section, Sentence } from '../../analyze/analysis.ts';
import { contentStems, countWords } from '../../analyze/english/words.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { isPointerSentence } from '../pointers.ts';
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

const LEAST_CENTRALITY = 0.55;

function extract(context: PatternContext, section: Section): Draft | undefined {
  const body = sectionBody(context.document, context.analysis, section, { dropPointers: false });
  if (body === undefined || body.words < 110 || body.words > 500) return undefined;
  if (body.blocks.length < 2 || body.blocks.some(({ kind }) => kind !== 'paragraph')) return undefined;
  const sentences = section.sentences.flatMap((index) => context.analysis.sentences[index] ?? []);
  if (sentences.length < 6) return undefined;
  const wanted = sentences.length >= 10 && body.blocks.length > 2 ? 3 : 2;
  const chosen = chooseCentral(context, section, sentences, wanted);
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

/**
 * The lead, and the most central sentence of each of the paragraphs that have the best ones, in document order. All must
 * stand on their own and speak of what the section is about; undefined when too few do.
 */
function chooseCentral(
  context: PatternContext,
  section: Section,
  sentences: readonly Sentence[],
  wanted: number,
): Sentence[] | undefined {
  const [lead, ...rest] = sentences;
  if (lead === undefined || !isWhole(context.text(lead))) return undefined;
  const topic = new Set(contentStems(`${section.heading ?? context.topic.name ?? ''} ${context.text(lead)}`));
  const ranked = rest
    .filter((sentence) => sentence.centrality >= LEAST_CENTRALITY && isWhole(context.text(sentence)))
    .filter((sentence) => contentStems(context.text(sentence)).filter((word) => topic.has(word)).length >= 2)
    .toSorted((left, right) => right.centrality - left.centrality || left.start - right.start);
  const chosen = [lead];
  for (const sentence of ranked) {
    if (chosen.length < wanted && chosen.every(({ block }) => block !== sentence.block)) chosen.push(sentence);
  }
  return chosen.length < wanted ? undefined : chosen.toSorted((left, right) => left.start - right.start);
}

/** A statement of its own: no question, aside, example or contact line, nothing that points elsewhere. */
function isWhole(text: string): boolean {
  const words = countWords(text);
  if (words < 8 || words > 45 || !/[.!]["”)]?$/u.test(text)) return false;
  if (opensDependently(text) || isPointerSentence(text)) return false;
  return !/\b(?:(?:chapter|section|figure|table|listing)s? \d|for example|for instance|e\.g\.|i\.e\.|above|below|following|this (?:page|section|chapter|guide)|let's|I|I'm|we(?:'|’)ll)\b|[@;:]|https?:|--|\d{3}-\d{4}/iu.test(
    text,
  );
}
