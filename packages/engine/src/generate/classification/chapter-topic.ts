import type { Section } from '../../analyze/analysis.ts';
import { contentStems } from '../../analyze/english/words.ts';
import { isAbout } from '../headings/descriptive-heading.ts';
import { openingPassage } from '../headings/headed-section.ts';
import { listed } from '../wording/listed.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { plainHeading } from '../headings/topic.ts';
import { isVagueHeading } from '../headings/vague-headings.ts';

const FEWEST_TOPICS = 3;
const MOST_TOPICS = 6;
const MOST_OF_TOPIC = 2;
const LENGTH = { minWords: 45, maxWords: 300 };

/** A passage, and which of the document's chapters it is from. All passages of a document share one set of labels. */
export const chapterTopic: Pattern = {
  name: 'chapter-topic',
  task: 'classification',
  promise:
    'The author put the passage under this heading; it speaks of it, and of none of the other topics in the question.',
  family: 'chapter-topic',
  version: 2,
  languages: ['en'],
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    const topics = chapters(context);
    if (topics.length < FEWEST_TOPICS) return;
    const counts = new Map<string, number>();
    for (const section of context.analysis.sections) {
      const topic = topics.find(({ heading }) => section.headingPath.includes(heading));
      if (topic === undefined || (counts.get(topic.heading) ?? 0) >= MOST_OF_TOPIC) continue;
      const draft = toDraft(context, section, { topic, topics });
      if (draft === undefined) continue;
      counts.set(topic.heading, (counts.get(topic.heading) ?? 0) + 1);
      yield draft;
    }
  },
};

interface Topic {
  /** As the document has it. */
  readonly heading: string;
  /** As an option of the question. */
  readonly label: string;
  readonly stems: readonly string[];
}

/** The highest level of headings of which several have sections below them; those that name a topic. */
function chapters({ analysis }: PatternContext): readonly Topic[] {
  for (const level of [1, 2, 3]) {
    const found = analysis.sections.filter((section) => section.level === level && section.heading !== undefined);
    const withSections = found.filter(
      ({ heading = '' }) => analysis.sections.filter(({ headingPath }) => headingPath.includes(heading)).length >= 2,
    );
    if (withSections.length < FEWEST_TOPICS) continue;
    const topics = withSections.map(({ heading = '' }) => toTopic(heading)).filter(isTopic);
    return isApart(topics) ? topics.slice(0, MOST_TOPICS) : [];
  }
  return [];
}

function toTopic(heading: string): Topic {
  const label = plainHeading(heading);
  return { heading, label, stems: [...new Set(contentStems(label))] };
}

function isTopic({ label, stems }: Topic): boolean {
  return (
    stems.length >= 1 &&
    stems.length <= 4 &&
    /^\p{Lu}/u.test(label) &&
    !isVagueHeading(label) &&
    !/[?!"“”:,()`]|\b(?:examples?|details|sponsors|upgrad\w+|recap|step \d+)\b/iu.test(label)
  );
}

/** No two topics share a word: a passage could be about both. */
function isApart(topics: readonly Topic[]): boolean {
  const stems = topics.flatMap((topic) => topic.stems);
  return new Set(stems).size === stems.length;
}

interface TopicChoice {
  readonly topic: Topic;
  readonly topics: readonly Topic[];
}

function toDraft(context: PatternContext, section: Section, { topic, topics }: TopicChoice): Draft | undefined {
  const body = openingPassage(context, section, LENGTH);
  if (body === undefined || body.blocks.some(({ items = [] }) => items.some(({ depth }) => depth > 0)))
    return undefined;
  const present = new Set(contentStems(body.text));
  const speaksOfOthers = topics.some((other) => other !== topic && other.stems.some((stem) => present.has(stem)));
  if (speaksOfOthers || !isAbout(body.text, topic.label)) return undefined;
  const choices = topics.map(({ label }) => label);
  const options = listed(choices.map(quoted), 'or');
  return {
    section,
    question: context.choose(section, [
      `Which topic does this passage belong to: ${options}?`,
      `Classify the passage by its topic: ${options}.`,
      `Which of these topics is the text about: ${options}?`,
      `Assign this passage to one of these topics: ${options}.`,
      `The passage is from a chapter on one of these topics. Which one is it: ${options}?`,
    ]),
    passage: body.pieces,
    needsPassage: true,
    answer: [topic.label],
    evidence: section.headingBlock === undefined ? [] : [{ start: section.start, end: section.end }],
    payload: { label: topic.label, choices },
    reasoning: 'recall',
    focus: `topic ${section.id}`,
    fit: 0.5,
  };
}

function quoted(label: string): string {
  return `"${label}"`;
}
