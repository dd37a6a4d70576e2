import { ARTICLES, STOP_WORDS } from '../../analyze/english/word-classes.ts';
import { contentStems, stem, wordsOf } from '../../analyze/english/words.ts';
import { holdsUnknownDefinite, upperFirst } from '../wording/phrases.ts';
import { conditionKind, type ConditionKind } from './condition-clause.ts';
import { readConditional, type Conditional } from './conditional.ts';
import { askMain, type MainQuestion } from './main-clause.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import {
  announcesList,
  hasLostPlural,
  isFollowed,
  isInList,
  isLabelled,
  textAround,
  textBefore,
} from './surroundings.ts';

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
    if (isRestriction(conditional) || isTakenUp(sentence, conditional)) return undefined;
    // The rule of a list is one of several, and often only for what stands above it.
    if (isInList(sentence) || announcesList(sentence)) return undefined;
    return isEcho(conditional) || ANNOUNCES.test(conditional.main) || !isResolved(sentence, conditional)
      ? undefined
      : askConditional(sentence, conditional);
  }),
});

/** "The bell should only be rung if …", "Trips should be avoided if …": what is to be done instead, it does not say. */
function isRestriction({ main, opensWithCondition }: Conditional): boolean {
  return !opensWithCondition && /\b(?:only|avoid(?:ed|ing|s)?)\b/iu.test(main);
}

/** A later sentence opens with the same condition in fewer words, and says what else follows from it. */
function isTakenUp({ context, passage, sentence }: AskedSentence, { condition }: Conditional): boolean {
  const asked = new Set(contentStems(condition));
  return passage.sentences.some((later) => {
    const again = TAKES_UP.exec(context.text(later))?.groups?.['condition'];
    if (later.start < sentence.end || again === undefined) return false;
    const stems = [...new Set(contentStems(again))];
    return stems.length > 1 && stems.every((word) => asked.has(word));
  });
}

const TAKES_UP = /^(?:If|When|Whenever|Once|In case) (?<condition>[^,.]{4,120}),/u;

/** "You will receive two letters": the next sentence says which. */
const ANNOUNCES = /\b(?:two|three|four|five|several|some|a few) (?:[\p{L}-]+ )?\p{Ll}+s$/u;

function isResolved(sentence: AskedSentence, { condition, main }: Conditional): boolean {
  return (
    !holdsUnknownDefinite(condition, textBefore(sentence)) &&
    !holdsUnknownDefinite(main, `${textAround(sentence)} ${condition}`)
  );
}

function askConditional({ context }: AskedSentence, conditional: Conditional): PassageQuestion | undefined {
  const kind = conditionKind(conditional.condition, conditional.word);
  const asked = askMain(context, conditional.main);
  if (kind === undefined || asked === undefined || !belong(conditional, kind, asked)) return undefined;
  const { opener } = asked;
  const when = `${conditional.word} ${conditional.condition}`;
  return {
    questions: [`${opener} ${when}?`, `${upperFirst(when)}, ${opener.charAt(0).toLowerCase()}${opener.slice(1)}?`],
  };
}

/** Whether the condition is that of the clause, and may have such a consequence. */
function belong(
  { word, condition, main, opensWithCondition }: Conditional,
  kind: ConditionKind,
  asked: MainQuestion,
): boolean {
  if (!opensWithCondition && (ASKS_WHETHER.test(main) || /\b(?:it|its|they|them)\b/u.test(condition))) return false;
  if (asked.kind === 'act') return asked.opener !== 'What should you do' || !OPTION.test(condition);
  // Nothing happens before something, to what somebody wants, or "when using a proxy", where nobody does.
  return word !== 'before' && !WISH.test(condition) && (kind === 'clause' || /^you\b/iu.test(main));
}

const WISH = /^you(?:['’]d| would)? (?:need|want|wish|like|prefer|plan)\b/u;

/** "If `cache` is set, store …": what the program does, not the reader. */
const OPTION =
  /^(?:the )?`[^`]+` (?:\w+ )?(?:is|are|has been) (?:not )?(?:set|given|specified|enabled|disabled|true|false|present|passed|used|provided)\b/u;

/** "Check if …" asks whether. */
const ASKS_WHETHER =
  /\b(?:consider|imagine|assess|evaluate|understand|think|tell|ask|check|see|know|decide|verify|determine|confirm|note|specify|indicate|say|test|find out|wonder|clarify|describe|explain|let|detect|notice|discover|predict|remember|choose|track|learn)\b/iu;

const FEWEST_NEW_WORDS = 4;

/** "If the action needs a device, target the device": the answer says next to nothing that the question does not. */
function isEcho({ condition, main }: Conditional): boolean {
  const known = new Set(wordsOf(condition).map(({ lower }) => stem(lower)));
  const added = wordsOf(main).filter(({ lower }) => !ARTICLES.has(lower) && !known.has(stem(lower)));
  const telling = added.filter(({ lower }) => !STOP_WORDS.has(lower)).length;
  return telling < 2 || (telling < 3 && added.length < FEWEST_NEW_WORDS);
}
