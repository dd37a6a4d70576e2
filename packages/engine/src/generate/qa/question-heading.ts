import type { Section } from '../../analyze/analysis.ts';
import { BASE_VERBS } from '../../analyze/english/verbs.ts';
import { contentStems, topicOverlap, wordsOf } from '../../analyze/english/words.ts';
import { anchorFor, isPlaced } from '../subjects/anchor.ts';
import { answerBody } from '../sections/answer-body.ts';
import { readHeading } from '../headings/heading-question.ts';
import { answerOrLead } from '../sections/lead-body.ts';
import type { SectionBody } from '../sections/section-body.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { holdsUnknownDefinite, isFunctionWord } from '../wording/phrases.ts';

/** A heading that is a question, with its section as the answer: an FAQ entry. */
export const questionHeading: Pattern = {
  name: 'question-heading',
  task: 'qa',
  promise: 'The document asks the question in a heading and answers it below.',
  family: 'section',
  version: 3,
  languages: ['en'],
  isDefault: false,
  precision: 0.43,
  *find(context: PatternContext): Iterable<Draft> {
    for (const { section, question } of headingQuestions(context)) {
      const draft = answerQuestion(context, section, question);
      if (draft !== undefined) yield draft;
    }
  },
};

/** The headings of a document that ask, as questions. */
function* headingQuestions(
  context: PatternContext,
): Iterable<{ readonly section: Section; readonly question: string }> {
  for (const section of context.analysis.sections) {
    const shape = readHeading(context, section);
    if (shape?.kind === 'question' && isAskable(shape.question)) yield { section, question: shape.question };
  }
}

const LIMITS = { minWords: 6, maxWords: 300 };

function answerQuestion(context: PatternContext, section: Section, question: string): Draft | undefined {
  const known = context.topic.spoken === undefined ? context.topic.name : '';
  if (!isPlaced(context, section, question) || holdsUnknownDefinite(question, known)) return undefined;
  // What a thing is, its section says at the beginning; any other question needs the whole answer.
  const body = /^what (?:is|are)\b/iu.test(question)
    ? answerOrLead(context, section, LIMITS)?.body
    : answerBody(context, section, LIMITS);
  // Sub-sections say more than was asked.
  if (body === undefined || /\n\*\*[^*\n]+\*\*\n/u.test(body.text) || !opensAsAnswer(question, body.text))
    return undefined;
  if (holdsLeftover(body) || !isSelfContained(context, question, body.text)) return undefined;
  return {
    section,
    question,
    anchor: anchorFor(context, section, question),
    answer: body.pieces,
    reasoning: /^(?:why|how)/iu.test(question) ? 'explain' : 'recall',
    focus: question,
    fit: 0.9,
  };
}

/** Two forms of the same code in a row, a plural with one item, a line whose beginning was a link. */
function holdsLeftover({ blocks, text }: SectionBody): boolean {
  const isDoubled = blocks.some(({ kind }, index) => kind === 'code' && blocks[index + 1]?.kind === 'code');
  const isLone = blocks.some(
    ({ kind, items }) => kind === 'list' && items?.filter(({ depth }) => depth === 0).length === 1,
  );
  return isDoubled || isLone || /\p{Extended_Pictographic}(?<![©®™])|(?:^|\n\n)\p{Ll}[^\n]*(?=\n|$)/u.test(text);
}

/** Whether an answer needs nothing but its question: no other section, and not the name of the one place where it holds. */
export function isSelfContained(context: PatternContext, question: string, answer: string): boolean {
  return !leansOutside(context, question, answer) && !isLocal(context, question, answer);
}

/** "These fields" and "the DM", which other sections of the document introduce. */
function leansOutside({ analysis }: PatternContext, question: string, answer: string): boolean {
  const first = /^[\s\S]*?[.!?:](?=\s|$)/u.exec(answer)?.[0] ?? answer;
  const shown = /\b(?:this|these|those) (?<noun>\p{L}{3,})/iu.exec(first)?.groups?.['noun'];
  if (shown !== undefined && topicOverlap(shown, question) === 0) return true;
  return Array.from(answer.matchAll(/\b\p{Lu}{2,5}\b/gu), ([name]) => name).some((name) => {
    const expansion = analysis.acronyms.get(name);
    return (
      expansion !== undefined && !question.includes(name) && !answer.toLowerCase().includes(expansion.toLowerCase())
    );
  });
}

/** Whom to ask and where to write is so in one organisation only: without its name the answer is wrong everywhere else. */
function isLocal({ topic }: PatternContext, question: string, answer: string): boolean {
  const isOwned = topic.spoken?.preposition === 'at' || /\b\p{Lu}{2,}\b/u.test(question);
  return !isOwned && /\S@\S+\.\S|(?:^|\s)#\p{L}|\b(?:ask|contact|message) (?:in )?\p{L}+-\p{L}+/iu.test(answer);
}

/** Asked of the reader, of two things at once, or of nothing that a stranger would ask about. */
const NOT_ASKED =
  /\b(?:you|your|yours|you're|you’re)\b|^what if\b|,? and (?:what|how|why|when|where|who|which|is|are|do|does|can)\b|\b(?:things|stuff|everything|this all|it all)\?$|^where can I find (?:things|information|more|help|it)\b|^where(?:['’]s| is| are) (?:my|the|all)\b|\belse\b|\bvs\.?\s|\bfit in\b|^(?:which|what) (?:\S+ ){1,3}to \S+|\bmatters?\?$|\bwill I\b|^what does \d/iu;
const FEWEST_STEMS = 2;
/** Words that every question about an act may have. */
const SAYS_LITTLE =
  /\b(?:process|steps?|need|needs|follow|use|using|used|get|do|does|make|find|work|works|know|information|way|thing|things|much|many|go|offer|start)\b/giu;
const ASKS_WHAT = /^what(?:['’]s| is| are)\b/iu;

export function isAskable(question: string): boolean {
  return !NOT_ASKED.test(question) && (ASKS_WHAT.test(question) || isSpecific(question)) && !isInTitleCase(question);
}

/** Whether a question has words that not every question has. */
export function isSpecific(question: string): boolean {
  return contentStems(question.replaceAll(SAYS_LITTLE, ' ')).length >= FEWEST_STEMS;
}

/** "Why Should My Organization Consider It?": capitals that no sentence has. */
function isInTitleCase(question: string): boolean {
  const words = wordsOf(question)
    .slice(1)
    .filter(({ lower }) => !isFunctionWord(lower));
  const capitalised = words.filter(({ text }) => /^\p{Lu}\p{Ll}/u.test(text)).length;
  const last = words.at(-1);
  if (last !== undefined && /^\p{Lu}\p{Ll}/u.test(last.text) && BASE_VERBS.has(last.lower)) return true;
  return capitalised > 2 && capitalised * 5 >= words.length * 3;
}

/** Whether a text begins by answering: with yes or no where that is asked, by naming the thing where it is asked what it is. */
export function opensAsAnswer(question: string, answer: string): boolean {
  // "- A: Yes." and a list without a word before it are how a page is laid out.
  if (/^\s*(?:[-*•]|\d+[.)]|\||```|A:|\*\*)/u.test(answer)) return false;
  const first = /^[\s\S]*?[.!?:](?=\s|$)/u.exec(answer)?.[0] ?? answer;
  if (
    /\b(?:collection|list) of links\b/iu.test(answer) ||
    first.endsWith('?') ||
    /^(?:TL;?DR|sometimes|well,|good question|first,|so,|let|note|feel free|efforts|imagine|suppose|consider|as (?:mentioned|noted|we))\b/iu.test(
      first,
    )
  )
    return false;
  if (/^(?:is|are|was|were|do|does|did|can|could|should|must|may|will|would|has|have|am)\b/iu.test(question))
    return /^(?:yes|no|not|nope|absolutely|of course|certainly|sure|never|always|generally|it depends|that depends|in general|only|usually|unfortunately)\b/iu.test(
      first,
    );
  if (/^who\b/iu.test(question) && topicOverlap(question, first) < 0.5) return false;
  if (/^when\b/iu.test(question) && !TELLS_WHEN.test(first)) return false;
  if (
    /^(?:what|which|who)\b/iu.test(question) &&
    /^there (?:are|is) (?:an? (?:number|variety|few)|many|several|various|different)\b/iu.test(first)
  )
    return false;
  const thing = /^what(?:['’]s| is| are) (?:an? |the )?(?<thing>[^?]+)\?$/iu.exec(question)?.groups?.['thing'];
  if (thing === undefined) return true;
  const [before = ''] = first.split(
    /\b(?:is|are|means|refers|describes|was|were|consists?|provides?|allows?|lets|helps?)\b/u,
  );
  return before.length < first.length && topicOverlap(thing, before) >= 0.5;
}

const TELLS_WHEN =
  /\b(?:when|whenever|if|only|unless|should|before|after|once|during|until|while|as soon as|every|within|on|at|by|in)\b/iu;
