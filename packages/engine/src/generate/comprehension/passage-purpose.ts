import { topicOverlap } from '../../analyze/english/words.ts';
import { holdsUnknownDefinite, isImperative } from '../wording/phrases.ts';
import { isIntact, isOneClause, saysMore } from './one-clause.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import { isWholeAct, WAYS, type Way } from './purpose-shapes.ts';
import { announcesList, isInList, opensWithAct } from './surroundings.ts';
import { firstClause, isCapital, upTo, withoutAsides } from './sentence-parts.ts';
import { thingName } from './thing-name.ts';

/** "To reset a shard, run `lock`." asked as "How do you reset a shard?". */
export const passagePurpose = passagePattern({
  name: 'passage-purpose',
  promise: 'One sentence of the passage says how to do what the question names.',
  isDefault: false,
  precision: 0.67,
  version: 2,
  most: 2,
  reasoning: 'procedure',
  ask: bySentence((sentence: AskedSentence): PassageQuestion | undefined => {
    if (isInList(sentence) || announcesList(sentence) || JOINS.test(sentence.text)) return undefined;
    if (isOneOfSeveral(sentence) || !isCapital(sentence.text)) return undefined;
    const whole = askClause(sentence, sentence.text);
    if (whole !== undefined) return { questions: whole };
    const first = firstClause(sentence.context.text(sentence.sentence));
    const questions = first === undefined ? undefined : askClause(sentence, `${first}.`);
    if (first === undefined || questions === undefined) return undefined;
    return { questions, answer: upTo(sentence.sentence, first.length) };
  }),
});

/** "First create a fork. …": the steps after it stand in later sentences. */
function isOneOfSeveral({ context, passage, sentence, text }: AskedSentence): boolean {
  if (/, (?:you (?:\w+ ){0,2})?first\b|, first\b/u.test(text) && !/\bthen\b/u.test(text)) return true;
  const at = passage.sentences.indexOf(sentence);
  const next = passage.sentences[at + 1];
  const goesOn = next !== undefined && !context.text({ start: sentence.end, end: next.start }).includes('\n');
  if (goesOn && isNextStep(context.text(next))) return true;
  return passage.sentences
    .slice(at + 2, at + 4)
    .some(({ block, ...range }) => block === sentence.block && LATER.test(context.text(range)));
}

/** "To store keys or to get those of others": two ends, of which a way may serve one. */
const JOINS = /\b(?:and|or) to \p{Ll}+/u;

/** "Scroll down.": what is to be done after it, and not beside it. */
function isNextStep(text: string): boolean {
  const act = text.replace(/^Please /u, '');
  return (
    !/^(?:Note|See|Read|Use|Make|Be|Remember|Keep|Consider)\b/iu.test(act) && (isImperative(act) || opensWithAct(act))
  );
}

const LATER = /^(?:Then|Next|Second|Secondly|Finally|After that|Afterwards|Once (?:that|this))\b/u;

function askClause(sentence: AskedSentence, text: string): readonly string[] | undefined {
  for (const read of WAYS) {
    const way = read(withoutAsides(text));
    const questions = way === undefined ? undefined : askWay(sentence, text, way);
    if (questions !== undefined) return questions;
  }
  return undefined;
}

/** "The log is kept to provide …", "by pulling the chain" */
const TELLS_HOW =
  /\bby \p{Ll}+ing\b|\b(?:using|via)\b|\bto (?:provide|achieve|ensure|support|enable|get|guarantee|improve)\b/u;

/** What stands beside the steps. */
const TURNS = /\b(?:but|although|though|however|whereas)\b|\binstead\b(?! of\b)|, so\b|\bor other\b/u;

/** Words of meaning that an answer has beyond its question. */
const FEWEST_WORDS = 2;
const FEWEST_OF_STEPS = 3;
const MOST_SUBJECT_WORDS = 8;

function askWay({ context, passage, sentence }: AskedSentence, text: string, way: Way): readonly string[] | undefined {
  if (way.hasSteps === true ? !isIntact(text) || TURNS.test(text) : !isOneClause(text)) return undefined;
  const name = way.subject === undefined ? way.act : thingName(context, way.subject, MOST_SUBJECT_WORDS);
  if (name === undefined || (way.act !== undefined && !isKnownAct(way.act))) return undefined;
  if (way.subject !== undefined && isToldInParagraphs(way.subject)) return undefined;
  const questions = way.ask(name);
  return saysMore(questions[0] ?? '', text, way.fewest ?? (way.hasSteps === true ? FEWEST_OF_STEPS : FEWEST_WORDS))
    ? questions
    : undefined;

  /** "Reproducibility is achieved by …": for each of several tools, in a paragraph of its own. */
  function isToldInParagraphs(subject: string): boolean {
    return passage.sentences.some(
      ({ block, ...range }) =>
        block !== sentence.block &&
        TELLS_HOW.test(context.text(range)) &&
        topicOverlap(subject, context.text(range)) === 1,
    );
  }

  /** Whether the other sentences tell which thing is meant: "the cleanup" is known where they speak of it. */
  function isKnownAct(act: string): boolean {
    const others = passage.sentences
      .filter(({ start }) => start !== sentence.start)
      .map((other) => context.text(other));
    return (
      isWholeAct(act, passage.section.heading) &&
      !holdsUnknownDefinite(act, `${passage.section.heading ?? ''} ${others.join(' ')}`)
    );
  }
}
