import { ARTICLES, STOP_WORDS } from '../../analyze/english/word-classes.ts';
import { stem, wordsOf } from '../../analyze/english/words.ts';
import { holdsUnknownDefinite } from '../wording/phrases.ts';
import { conditionKind } from './condition-clause.ts';
import { readConditional, type Conditional } from './conditional.ts';
import { askMain } from './main-clause.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import { hasLostPlural, isFollowed, isInList, isLabelled, textAround, textBefore } from './surroundings.ts';

/** "If you lose your card, call the office." asked as "What should you do if you lose your card?". */
export const passageCondition = passagePattern({
  name: 'passage-condition',
  version: 2,
  promise: 'One sentence of the passage says what follows from the condition that the question names.',
  precision: 0.9,
  reasoning: 'recall',
  ask: bySentence((sentence: AskedSentence): PassageQuestion | undefined => {
    const conditional = readConditional(sentence.text);
    if (conditional === undefined || isFollowed(sentence) || isLabelled(sentence) || hasLostPlural(sentence.text))
      return undefined;
    return !conditional.opensWithCondition && isInList(sentence) ? undefined : askConditional(sentence, conditional);
  }),
});

function askConditional(sentence: AskedSentence, conditional: Conditional): PassageQuestion | undefined {
  const { word, condition, main, opensWithCondition } = conditional;
  const kind = conditionKind(condition, word);
  const asked = askMain(sentence.context, main);
  if (kind === undefined || asked === undefined || isEcho(conditional)) return undefined;
  // What somebody wants has no consequence, and nothing happens "when using a proxy".
  const hasActor = kind === 'clause' || asked.kind === 'act' || /^you\b/iu.test(main);
  if (!hasActor || (asked.kind === 'event' && (word === 'before' || WISH.test(condition)))) return undefined;
  if (!opensWithCondition && (ASKS_WHETHER.test(main) || /\b(?:it|its|they|them)\b/u.test(condition))) return undefined;
  if (asked.opener === 'What should you do' && OPTION.test(condition)) return undefined;
  if (holdsUnknownDefinite(condition, textBefore(sentence))) return undefined;
  if (holdsUnknownDefinite(main, `${textAround(sentence)} ${condition}`)) return undefined;
  return {
    questions: [
      `${asked.opener} ${word} ${condition}?`,
      `${word.charAt(0).toUpperCase()}${word.slice(1)} ${condition}, ${asked.opener.charAt(0).toLowerCase()}${asked.opener.slice(1)}?`,
    ],
  };
}

const WISH = /^you(?:['’]d| would)? (?:need|want|wish|like|prefer|plan)\b/u;

/** "If `cache` is set, store …": what the program does, not the reader. */
const OPTION =
  /^(?:the )?`[^`]+` (?:\w+ )?(?:is|are|has been) (?:not )?(?:set|given|specified|enabled|disabled|true|false|present|passed|used|provided)\b/u;

/** "Check if …" asks whether. */
const ASKS_WHETHER =
  /\b(?:consider|imagine|assess|evaluate|understand|think|tell|ask|check|see|know|decide|verify|determine|confirm|note|specify|indicate|say|test|find out|wonder|clarify|describe|explain|let)\b/iu;

const FEWEST_NEW_WORDS = 4;

/** "If the action needs a device, target the device": the answer says next to nothing that the question does not. */
function isEcho({ condition, main }: Conditional): boolean {
  const known = new Set(wordsOf(condition).map(({ lower }) => stem(lower)));
  const added = wordsOf(main).filter(({ lower }) => !ARTICLES.has(lower) && !known.has(stem(lower)));
  const telling = added.filter(({ lower }) => !STOP_WORDS.has(lower)).length;
  return telling < 2 || (telling < 3 && added.length < FEWEST_NEW_WORDS);
}
