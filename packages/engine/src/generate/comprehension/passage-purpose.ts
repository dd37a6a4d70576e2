import { holdsUnknownDefinite } from '../wording/phrases.ts';
import { isIntact, isOneClause, saysMore } from './one-clause.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import { isWholeAct, WAYS, type Way } from './purpose-shapes.ts';
import { thingName } from './thing-name.ts';

/** "To reset a shard, run `lock`." asked as "How do you reset a shard?". */
export const passagePurpose = passagePattern({
  name: 'passage-purpose',
  promise: 'One sentence of the passage says how to do what the question names.',
  precision: 0.92,
  version: 2,
  most: 2,
  reasoning: 'procedure',
  ask: bySentence((sentence: AskedSentence): PassageQuestion | undefined => {
    for (const read of WAYS) {
      const way = read(sentence.text);
      const questions = way === undefined ? undefined : askWay(sentence, way);
      if (questions !== undefined) return { questions };
    }
    return undefined;
  }),
});

/** What stands beside the steps. */
const TURNS = /\b(?:but|although|though|however|whereas)\b|\binstead\b(?! of\b)|, so\b|\bor other\b/u;

/** Words of meaning that an answer has beyond its question. */
const FEWEST_WORDS = 2;
const MOST_SUBJECT_WORDS = 8;

function askWay({ context, passage, sentence, text }: AskedSentence, way: Way): readonly string[] | undefined {
  if (way.hasSteps === true ? !isIntact(text) || TURNS.test(text) : !isOneClause(text)) return undefined;
  const name = way.subject === undefined ? way.act : thingName(context, way.subject, MOST_SUBJECT_WORDS);
  if (name === undefined || (way.act !== undefined && !isKnownAct(way.act))) return undefined;
  const questions = way.ask(name);
  return saysMore(questions[0] ?? '', text, way.fewest ?? FEWEST_WORDS) ? questions : undefined;

  /** Whether the other sentences tell which thing is meant: "the cleanup" is known where they speak of it. */
  function isKnownAct(act: string): boolean {
    const others = passage.sentences
      .filter(({ start }) => start !== sentence.start)
      .map((other) => context.text(other));
    return isWholeAct(act) && !holdsUnknownDefinite(act, `${passage.section.heading ?? ''} ${others.join(' ')}`);
  }
}
