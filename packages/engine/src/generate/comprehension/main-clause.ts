import { BASE_VERBS, isNounLike, thirdPersonBase } from '../../analyze/english/verbs.ts';
import { AUXILIARIES, RELATIVES, SUBORDINATORS } from '../../analyze/english/word-classes.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import { isFiniteVerb, isImperative, lowerFirst, subjectDefect } from '../wording/phrases.ts';
import type { PatternContext } from '../pattern.ts';
import { isAgent } from './agents.ts';

/** How to ask for what a main clause says, without the condition that it is bound to. */
export interface MainQuestion {
  /** "What should you do", "What happens". */
  readonly opener: string;
  readonly kind: 'act' | 'event';
}

/** The question that a main clause answers; undefined where no wording fits it without doubt. */
export function askMain(context: PatternContext, main: string): MainQuestion | undefined {
  if (LEANING_ANSWER.test(main)) return undefined;
  if (isOrder(main)) return { opener: 'What should you do', kind: 'act' };
  const { subject, modal, rest } = MODAL.exec(main)?.groups ?? {};
  if (subject !== undefined && modal !== undefined && rest !== undefined)
    return askModal(context, { subject, modal, rest });
  return isEvent(main) ? { opener: 'What happens', kind: 'event' } : undefined;
}

/** What the sentence before has to be known for, or somebody who speaks. */
const LEANING_ANSWER =
  /\b(?:also|too|as well|likewise|again|probably|perhaps|maybe|chances|either|never|we|us|my)\b|\bat that (?:time|point)\b|\bas (?:described|explained|shown|outlined) \w+|\binstead$|\w\(\w+\)|(?:^|[\s(])@\w|\byour (?:best|good|own) judge?ment\b/iu;

/** An instruction that says what to do: "see the guide" and "feel free" do not. */
function isOrder(main: string): boolean {
  if (
    /^(?:see|follow|read|refer|consult|visit|check out|look|feel|remember|note|imagine|think|recall|know|expect|assume|consider that|say|enjoy)\b/iu.test(
      main,
    )
  )
    return false;
  if (/^(?:review|check|study|use)\b.*\b(?:documentation|docs|guides?|guidelines|policy|pages?|section)\b/iu.test(main))
    return false;
  return (
    isImperative(main) ||
    opensWithBareVerb(main) ||
    /^(?:do not|don['’]t|make sure|be sure) (?!be [a-z]+\b|forget\b|worry\b|hesitate\b)[a-z]/iu.test(main)
  );
}

/** "use caution": after a condition, a verb that may be a noun is one where no other verb follows. */
function opensWithBareVerb(main: string): boolean {
  const words = wordsOf(main);
  if (!BASE_VERBS.has(words[0]?.lower ?? '') || /^\p{Lu}/u.test(main) || words[1]?.lower === 'of') return false;
  const end = words.findIndex(({ lower }, index) => index > 0 && (RELATIVES.has(lower) || SUBORDINATORS.has(lower)));
  return !words.slice(1, end === -1 ? undefined : end).some(({ lower }, index) => {
    const isBase =
      BASE_VERBS.has(lower) && !isNounLike(lower) && !/^(?:to|and|or|not)$/u.test(words[index]?.lower ?? '');
    return isBase || AUXILIARIES.has(lower) || isFiniteVerb(lower);
  });
}

const MODAL =
  /^(?<subject>.{2,60}?) (?<modal>will need to|will have to|will not|won['’]t|should not|must not|cannot|must|should|can|will|need to|needs to|have to|has to|are required to|is required to|are expected to|is expected to) (?<rest>[a-z].*)$/u;

interface ModalClause {
  readonly subject: string;
  readonly modal: string;
  readonly rest: string;
}

function askModal(context: PatternContext, { subject, modal, rest }: ModalClause): MainQuestion | undefined {
  const isYou = /^you$/iu.test(subject);
  if (!isYou && subjectDefect(subject, 6) !== undefined) return undefined;
  const said = rest.replace(ADVERBS, '');
  const verb = /^[a-z]+/u.exec(said)?.[0] ?? '';
  const acts = BASE_VERBS.has(verb) && !NO_ACT.has(verb);
  if (isYou || isAgent(subject)) {
    const opener = acts ? openModal(isYou ? 'you' : lowerFirst(subject, context.analysis.casing), modal) : undefined;
    if (opener !== undefined) return { opener, kind: 'act' };
  }
  if (isYou) return modal === 'will' && COMES_TO_YOU.test(said) ? { opener: 'What happens', kind: 'event' } : undefined;
  const isChange = said.startsWith('be ') && CHANGE.test(said.slice(3));
  if (/^(?:will|will not|won['’]t)$/u.test(modal))
    return isChange || (verb !== 'be' && !STATES.has(verb)) ? { opener: 'What happens', kind: 'event' } : undefined;
  // "The door should be opened automatically" is hoped for, not done.
  if (/^(?:must|should)$/u.test(modal) && isChange && !/\bautomatically\b/u.test(rest))
    return { opener: `What ${modal} be done`, kind: 'event' };
  return undefined;
}

/** "you will receive a letter": done by others. */
const COMES_TO_YOU =
  /^(?:receive|get|be (?:asked|invited|notified|prompted|redirected|given|sent|taken|contacted|informed|added|shown)|see (?:an?|the|your))\b/u;

/** Of the mind, or of luck: nobody is told to do so. */
const NO_ACT = new Set(
  'be rest want expect see find notice get know feel seem look remember experience lose fail have follow refer read consult assist help'.split(
    ' ',
  ),
);

function openModal(name: string, modal: string): string | undefined {
  if (modal === 'need to' || modal === 'have to') return `What do ${name} ${modal} do`;
  if (modal === 'needs to' || modal === 'has to')
    return `What does ${name} ${modal === 'needs to' ? 'need' : 'have'} to do`;
  if (/^(?:are|is) /u.test(modal)) return `What ${modal.replace(' ', ` ${name} `)} do`;
  if (modal.startsWith('will ') && modal.endsWith(' to')) return `What will ${name} ${modal.slice(5)} do`;
  if (modal === 'must not' || modal === 'should not') return `What ${modal.slice(0, -4)} ${name} not do`;
  return modal === 'must' || modal === 'should' || modal === 'can' ? `What ${modal} ${name} do` : undefined;
}

/** What is so for a while, and does not come about. */
const STATES = new Set(
  `have need require mean contain remain seem depend apply include want know like rely look keep help support provide
  allow let enable make take cost work fail continue consist represent describe face vary differ tend expect understand`.split(
    /\s+/u,
  ),
);

const ADVERBS = /^(?:(?:automatically|immediately|then|no longer|always|never|only|simply|[a-z]+ly) )+/u;

/** A participle of something that comes about: "deleted", not "needed". */
const CHANGE = new RegExp(
  `^(?!(?:${[
    'needed|required|called|named|known|based|expected|recommended|allowed|permitted|supported|defined|described|designed',
    'intended|limited|related|involved|located|interested|included|contained|associated|concerned|satisfied|supposed',
    'encouraged|advised|obliged|entitled|tailored|preferred|desired|advanced|even|open|often|hidden|indeed|need|red|seen',
  ].join('|')})\\b)(?:[a-z]+(?:ed|en|wn)|made|set|put|sent|built|kept|run|shut|paid|told|held|found|lost|cut|sold)\\b`,
  'u',
);

/** "is used" and "is made" tell how things are at any time. */
const HABIT = /^(?:used|made|captured|given|taken|written|considered|meant|paid|offered|provided|set)\b/u;

function isChangeNow(predicate: string): boolean {
  const said = predicate.replace(ADVERBS, '');
  return CHANGE.test(said) && !HABIT.test(said);
}

/** "the shard is locked", "the compiler prints an error": something that comes about. */
function isEvent(main: string): boolean {
  const passive = /^(?<subject>.{2,60}?) (?:is|are) (?<rest>[a-z].*)$/u.exec(main)?.groups;
  if (
    passive?.['subject'] !== undefined &&
    passive['rest'] !== undefined &&
    subjectDefect(passive['subject'], 6) === undefined
  )
    return isChangeNow(passive['rest']);
  const verb = wordsOf(main)
    .slice(1)
    .find(({ lower }) => isFiniteVerb(lower));
  if (verb === undefined || STATES.has(thirdPersonBase(verb.lower) ?? '')) return false;
  const subject = main.slice(0, verb.start).trim();
  return /^(?:the|an?|your|all|each|every) |^[\p{Lu}\x60]/iu.test(main) && subjectDefect(subject, 5) === undefined;
}
