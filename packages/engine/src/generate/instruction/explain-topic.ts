import type { Section } from '../../analyze/analysis.ts';
import { gerundBase } from '../../analyze/english/verbs.ts';
import { contentStems, countWords, topicOverlap, wordsOf } from '../../analyze/english/words.ts';
import { anchorFor, isPlaced } from '../subjects/anchor.ts';
import { answerOrLead } from '../sections/lead-body.ts';
import { readHeading } from '../headings/heading-question.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { opensDependently } from '../wording/reference.ts';
import type { SectionBody } from '../sections/section-body.ts';
import { plainHeading } from '../headings/topic.ts';

/** A heading that names a thing, and a section that opens with it. */
export const explainTopic: Pattern = {
  name: 'explain-topic',
  task: 'instruction',
  promise: 'The answer is a section that opens with the thing in its heading and stays with it.',
  family: 'section',
  version: 1,
  languages: ['en'],
  precision: 0.82,
  isDefault: false,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const draft = explain(context, section);
      if (draft !== undefined) yield draft;
    }
  },
};

/** How closely a section keeps to its heading, and how well the pattern's conditions are met then. */
const FIT = { whole: 0.6, lead: 0.4, loose: 0.2 } as const;

function explain(context: PatternContext, section: Section): Draft | undefined {
  const phrase = phraseOf(context, section);
  if (phrase === undefined) return undefined;
  const found = answerOrLead(context, section, { minWords: 35, maxWords: 400 });
  if (found === undefined) return undefined;
  const { body, isLead } = found;
  const isClose = !phrase.isAct && isAbout(context, phrase.text, body);
  if (!isClose && !isLooselyAbout(context, phrase.text, body)) return undefined;
  const kind = isClose ? (isLead ? 'lead' : 'whole') : 'loose';
  const question = context.choose(section, QUESTIONS[kind](phrase.text));
  const anchor = anchorFor(context, section, question);
  if (!isPlaced(context, section, question)) return undefined;
  if (kind === 'loose' && anchor === undefined && contentStems(phrase.text).length < 2) return undefined;
  return {
    section,
    question,
    anchor,
    answer: body.pieces,
    reasoning: 'explain',
    focus: phrase.text,
    fit: FIT[kind],
  };
}

interface Phrase {
  readonly text: string;
  /** It names something done, not a thing: "submitting a request". */
  readonly isAct: boolean;
}

/** The heading as a phrase that a question can ask about. */
function phraseOf(context: PatternContext, section: Section): Phrase | undefined {
  const shape = readHeading(context, section);
  if (shape?.kind === 'topic') return { text: shape.phrase, isAct: false };
  const heading = plainHeading(section.heading ?? '');
  if (shape?.kind !== 'task' || gerundBase(wordsOf(heading)[0]?.text ?? '') === undefined) return undefined;
  const written = context.recase(heading);
  return { text: written.charAt(0).toLowerCase() + written.slice(1), isAct: true };
}

const QUESTIONS: Readonly<Record<keyof typeof FIT, (phrase: string) => readonly string[]>> = {
  whole: questionsAbout,
  lead: shortQuestionsAbout,
  loose: (phrase) => [
    `What should I know about ${phrase}?`,
    `Tell me about ${phrase}.`,
    `What is there to know about ${phrase}?`,
    `Give me the essentials about ${phrase}.`,
  ],
};

function questionsAbout(phrase: string): readonly string[] {
  if (/^an? /u.test(phrase)) return [`What is ${phrase}?`, `Explain what ${phrase} is.`, `Tell me what ${phrase} is.`];
  return [
    `Explain ${phrase}.`,
    `What should I know about ${phrase}?`,
    `Tell me about ${phrase}.`,
    `Describe ${phrase}.`,
    `Can you explain ${phrase}?`,
    `Give me the essentials about ${phrase}.`,
  ];
}

/** For the beginning of a section: they ask for no more than that. */
function shortQuestionsAbout(phrase: string): readonly string[] {
  if (/^an? /u.test(phrase)) return [`What is ${phrase}?`, `Briefly explain what ${phrase} is.`];
  return [
    `Briefly explain ${phrase}.`,
    `Give a short explanation of ${phrase}.`,
    `Give a brief introduction to ${phrase}.`,
    `Briefly describe ${phrase}.`,
  ];
}

/**
 * Whether the section explains its heading: the first sentence speaks of it, the first two name all of it. A single word
 * has to open the section, or the section is about something done with it; a countable thing has to be defined.
 */
function isAbout(context: PatternContext, phrase: string, body: SectionBody): boolean {
  const [first, second] = body.sentences.slice(0, 2).map((sentence) => context.text(sentence));
  if (first === undefined) return false;
  if (body.blocks[0]?.kind === 'list') return isListOfPoints(context, phrase, body);
  if (body.blocks[0]?.kind !== 'paragraph') return false;
  if (topicOverlap(phrase, first) < 0.5 || topicOverlap(phrase, `${first} ${second ?? ''}`) < 1) return false;
  if (/^an? /u.test(phrase)) return isDefined(first, phrase);
  const words = contentStems(phrase);
  return (
    words.length > 1 || (contentStems(first)[0] === words[0] && !/^(?:if|when|using|with|to|for|in)\b/iu.test(first))
  );
}

/** The section speaks of all that the heading names, though it does not open with it. */
const NARRATES = /\b(?:we|our|us|I|let's|now|first|next|then|already|recently|beyond)\b/iu;

function isLooselyAbout(context: PatternContext, phrase: string, body: SectionBody): boolean {
  if (/^an? /u.test(phrase) || contentStems(phrase).length < 2 || opensDependently(body.text)) return false;
  const [first] = body.blocks;
  const [opening] = body.sentences;
  // The writer speaks of himself, or begins with an aside: then the heading is only a place in his story.
  if (opening !== undefined && NARRATES.test(context.text(opening))) return false;
  if (first?.kind === 'list' ? (first.items ?? []).length < 3 : first?.kind !== 'paragraph') return false;
  return topicOverlap(phrase, body.text) === 1 && (opening === undefined || countWords(context.text(opening)) >= 8);
}

/** A list in place of prose: whole sentences, at least three of them, that speak of the heading. */
function isListOfPoints(context: PatternContext, phrase: string, body: SectionBody): boolean {
  const items = body.blocks[0]?.items ?? [];
  const whole = items.filter((item) => /[.!]["”)]?$/u.test(context.text(item).trimEnd()));
  return (
    !/^an? /u.test(phrase) &&
    contentStems(phrase).length > 1 &&
    whole.length >= 3 &&
    whole.length * 3 >= items.length * 2 &&
    topicOverlap(phrase, body.text) === 1
  );
}

/** "A virtual host is …" for "a virtual host": the thing itself is the subject of the first sentence. */
function isDefined(first: string, phrase: string): boolean {
  const thing = phrase.replace(/^an? /u, '').toLowerCase();
  const rest = first.toLowerCase().replace(/^(?:an?|the) /u, '');
  return (
    rest.startsWith(thing) &&
    /^\S* (?:is|are|refers to|means|describes|holds|contains|consists of)\b/u.test(rest.slice(thing.length))
  );
}
