import { gerundBase } from '../../analyze/english/verbs.ts';
import { PREPOSITIONS } from '../../analyze/english/word-classes.ts';
import { contentStems, topicOverlap, wordsOf } from '../../analyze/english/words.ts';
import type { PatternContext } from '../pattern.ts';
import { holdsUnknownDefinite } from '../wording/phrases.ts';
import { CIRCUMSTANCE_SHAPES } from './circumstance-shapes.ts';
import { FACT_SHAPES } from './fact-shapes.ts';
import { isOneClause, saysMore } from './one-clause.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import { RELATION_SHAPES } from './relation-shapes.ts';
import type { ReadingPassage } from './reading-passage.ts';
import { apart, firstClause, isCapital, upTo, withoutAsides } from './sentence-parts.ts';
import { holdsStrayCapital } from './slips.ts';
import { isInList, textBefore } from './surroundings.ts';
import { agrees } from './agreement.ts';
import { thingName } from './thing-name.ts';

const SHAPES = [...CIRCUMSTANCE_SHAPES, ...RELATION_SHAPES, ...FACT_SHAPES];

/** "The registry stores images of releases." asked as "What does the registry store?". */
export const passageFact = passagePattern({
  name: 'passage-fact',
  promise: 'One sentence of the passage says of its subject what the question asks.',
  precision: 0.9,
  version: 2,
  most: 2,
  reasoning: 'recall',
  ask: bySentence((sentence: AskedSentence): PassageQuestion | undefined => {
    if (isInList(sentence) || goesOn(sentence) || !isCapital(sentence.text)) return undefined;
    const whole = askClause(sentence, sentence.text);
    if (whole?.[0] !== undefined) return { questions: whole };
    const raw = sentence.context.text(sentence.sentence);
    const first = firstClause(raw);
    const questions = first === undefined ? undefined : askClause(sentence, `${first}.`);
    if (first === undefined || questions?.[0] === undefined) return undefined;
    return { questions, answer: upTo(sentence.sentence, first.length) };
  }),
});

function askClause(sentence: AskedSentence, text: string): readonly string[] | undefined {
  if (!isOneClause(text.replace(WHO, '')) || leans(text)) return undefined;
  const parts = apart(withoutAsides(text));
  if (parts === undefined) return undefined;
  for (const shape of SHAPES) {
    const groups = shape.shape.exec(parts.main)?.groups;
    const subject = groups?.['subject'];
    if (groups === undefined || subject === undefined) continue;
    // "For new keepers, the new keeper receives …": the answer is in the question.
    if (parts.lead !== '' && topicOverlap(subject, parts.lead) > 0) return undefined;
    const name = goesWith(subject, groups['verb'])
      ? factSubject(sentence, subject, shape.takesActs === true)
      : undefined;
    const questions = name === undefined ? undefined : shape.ask(name, groups);
    const [first] = questions ?? [];
    if (
      questions !== undefined &&
      first !== undefined &&
      !THAT.test(first) &&
      !holdsStrayCapital(sentence.context, first)
    )
      return saysMore(first, parts.main, shape.fewest ?? FEWEST_WORDS)
        ? questions.flatMap((question) => withLead(question, parts.lead))
        : undefined;
  }
  return undefined;
}

/** "if requests meet that threshold": which one, only the text before says. */
const THAT = /\bthat \p{Ll}+\?$/u;

/** "What does the compiler check in a release build?"; but not "What does it result in in …". */
function withLead(question: string, lead: string): string[] {
  if (lead === '') return [question];
  const last = wordsOf(question).at(-1)?.lower ?? '';
  return PREPOSITIONS.has(last) ? [] : [question.replace(/\?$/u, `${lead}?`)];
}

/** "The suffix is used to mark them": "it" and "them" are clear where enough was said before. */
function leans(text: string): boolean {
  const pronoun = /\b(?:it|them|they)\b(?! possible\b)/iu.exec(text);
  return pronoun !== null && contentStems(text.slice(0, pronoun.index)).length < FEWEST_BEFORE;
}

const FEWEST_BEFORE = 5;

/** The next sentence takes back a part of what is said, or says more of the kind. */
function goesOn({ context, passage, sentence }: AskedSentence): boolean {
  const next = passage.sentences[passage.sentences.indexOf(sentence) + 1];
  return next !== undefined && next.block === sentence.block && ON.test(context.text(next));
}

const ON =
  /^(?:However|But|And|Also|Additionally|In addition|(?:It|They) (?:is |are |can |should |must |will )?also|Otherwise|Or|Then|Next)\b/u;

/** What is added of the person who is asked for. */
const WHO = /, who [^:;!?]+(?=\.$)/u;

/** Words of meaning that an answer has beyond its question. */
const FEWEST_WORDS = 3;
const MOST_SUBJECT_WORDS = 7;

/** "The translation for selectors are …" is a slip of the author. */
function goesWith(subject: string, verb = ''): boolean {
  const [word = ''] = verb.split(' ');
  if (word === 'are' && /^an? /iu.test(subject)) return false;
  return word === 'are' ? agrees(subject, false) || /\p{Lu}|`/u.test(subject) : word !== 'is' || agrees(subject, true);
}

function factSubject(sentence: AskedSentence, subject: string, takesActs: boolean): string | undefined {
  const { context, passage } = sentence;
  const isAct = gerundBase(subject.split(' ')[0] ?? '') !== undefined;
  // "Ensuring the team …": which verb belongs to the act and which follows it is not certain.
  if ((isAct && !takesActs) || / and /u.test(subject) || isEverywhere(context, passage, subject)) return undefined;
  return isUnseen(sentence, subject) ? undefined : thingName(context, subject, MOST_SUBJECT_WORDS);
}

/** "The build failure": what came of something that was told of before. */
function isUnseen(sentence: AskedSentence, subject: string): boolean {
  const known = `${textBefore(sentence)} ${sentence.passage.section.heading ?? ''}`;
  return OUTCOME.test(subject) && holdsUnknownDefinite(subject.toLowerCase(), known);
}
const OUTCOME =
  /^the (?:[\p{Ll}-]+ )?(?:failure|error|warning|output|result|message|response|problem|issue|change|exception|example)s?$/iu;

/** What a passage is about all through: too much is said of it to ask what it does. */
function isEverywhere(context: PatternContext, passage: ReadingPassage, subject: string): boolean {
  const isCommon = subject
    .split(' ')
    .every((word) => (context.analysis.casing.get(word.toLowerCase())?.upper ?? 0) >= COMMON_NAME);
  if (isCommon) return true;
  const naming = passage.sentences.filter((sentence) => topicOverlap(subject, context.text(sentence)) === 1);
  return naming.length > MOST_NAMING;
}

const MOST_NAMING = 4;
/** A name that a document has so often is what all of it is about. */
const COMMON_NAME = 6;
