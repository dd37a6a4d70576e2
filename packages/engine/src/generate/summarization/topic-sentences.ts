import type { Section, Sentence } from '../../analyze/analysis.ts';
import { sentenceCentrality } from '../../analyze/centrality.ts';
import { contentStems, countWords, topicOverlap } from '../../analyze/english/words.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { isPointerSentence } from '../sections/pointers.ts';
import { opensDependently } from '../wording/reference.ts';

/**
 * A prose section, and the sentence of each paragraph that carries it, asked for as what they are: an extract. Only
 * paragraphs that open with their point are taken: the first sentence stands alone and is at the centre of the others.
 */
export const topicSentences: Pattern = {
  name: 'topic-sentences',
  task: 'summarization',
  promise: 'Every sentence of the answer is in the passage word for word, at most one of a paragraph.',
  family: 'summary',
  version: 3,
  languages: ['en'],
  isDefault: false,
  precision: 0.69,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const draft = extract(context, section);
      if (draft !== undefined) yield draft;
    }
  },
};

const FEWEST_SENTENCES = 3;
const LEAST_CENTRALITY = 0.75;
const MOST_PARAGRAPHS = 5;

function extract(context: PatternContext, section: Section): Draft | undefined {
  const body = context.body(section, { dropPointers: false });
  if (body === undefined || body.words < 90 || body.words > 500) return undefined;
  if (body.blocks.length > MOST_PARAGRAPHS || body.blocks.some(({ kind }) => kind !== 'paragraph')) return undefined;
  if (LEFTOVER.test(body.text)) return undefined;
  const chosen = section.blocks.map((block) => topicSentence(context, sentencesOf(context, section, block)));
  const found = chosen.flatMap((sentence) => sentence ?? []);
  if (found.length < chosen.length || !speaksOfHeading(context, section, found)) return undefined;
  const words = found.reduce((sum, sentence) => sum + countWords(context.text(sentence)), 0);
  if (words > body.words * 0.5) return undefined;
  return {
    section,
    question: context.choose(section, found.length === 1 ? ONE : EACH),
    passage: body.pieces,
    needsPassage: true,
    answer: found.flatMap(({ start, end }, index) => (index === 0 ? [{ start, end }] : [' ', { start, end }])),
    reasoning: 'condense',
    focus: section.heading ?? section.id,
    fit: 0.6,
  };
}

/** Drafts, and asides that point elsewhere. */
const LEFTOVER = /\[[^\]\n]+\](?!\()|\((?:see|cf\.?)\b|here[’']s what\b/iu;

/** The paragraph takes back what its first sentence said. */
const TURN =
  /^(?:however|but|yet|instead|unfortunately|nevertheless|still|in practice|on the other hand|now|today)\b/iu;

const ONE = [
  'Quote the topic sentence of this paragraph.',
  'Which sentence of this paragraph introduces what it is about? Quote it.',
  'Which sentence says what this paragraph is about? Give it word for word.',
  'Find the topic sentence of the passage and quote it word for word.',
];

const EACH = [
  'Quote the topic sentence of each paragraph of this text.',
  'Make an extract of this text: the topic sentence of each paragraph.',
  'From each paragraph of this text, pick the sentence that introduces what the paragraph is about.',
  'Condense this text to the topic sentences of its paragraphs, in their words.',
  'Quote, for each paragraph of this text, the sentence that says what the paragraph is about.',
];

function sentencesOf(context: PatternContext, section: Section, block: number): Sentence[] {
  return section.sentences.flatMap((index) => {
    const sentence = context.analysis.sentences[index];
    return sentence?.block === block ? [sentence] : [];
  });
}

/** The first sentence of a paragraph, when it is what the paragraph is about. */
function topicSentence(context: PatternContext, sentences: readonly Sentence[]): Sentence | undefined {
  const [first, second] = sentences;
  if (first === undefined || second === undefined || sentences.length < FEWEST_SENTENCES) return undefined;
  if (!isWhole(context.text(first)) || TURN.test(context.text(second))) return undefined;
  const [centrality = 0] = sentenceCentrality(sentences.map((sentence) => context.text(sentence)));
  return centrality >= LEAST_CENTRALITY ? first : undefined;
}

/** The first sentence names the heading's thing, and each later one shares a topic word with heading or first sentence. */
function speaksOfHeading(context: PatternContext, section: Section, chosen: readonly Sentence[]): boolean {
  const [first, ...rest] = chosen.map((sentence) => context.text(sentence));
  if (first === undefined) return false;
  const heading = section.heading ?? context.topic.name ?? '';
  if (topicOverlap(heading, first) < (rest.length === 0 ? 1 : 0.5)) return false;
  const topic = new Set(contentStems(`${heading} ${first}`));
  return rest.every((text) => contentStems(text).some((word) => topic.has(word)));
}

/** A statement of its own: no question, aside, example or contact line, nothing that points elsewhere. */
function isWhole(text: string): boolean {
  const words = countWords(text);
  if (words < 7 || words > 45 || !/[.!]["”)]?$/u.test(text)) return false;
  if (opensDependently(text) || isPointerSentence(text)) return false;
  // Who was asked and what came up says how a text goes on, not what it is about.
  if (
    /\balso\b|^["“]/u.test(text) ||
    /^(?:you|you'll|we|several|some|many|one|most|just as|if|when|like)\b/iu.test(text)
  )
    return false;
  return !/\b(?:(?:chapter|section|figure|table|listing)s? \d|for example|for instance|e\.g\.|i\.e\.|above|below|following|this (?:page|section|chapter|guide)|let's|I|I'm|we(?:'|’)ll)\b|[@;:]|https?:|--|\d{3}-\d{4}/iu.test(
    text,
  );
}
