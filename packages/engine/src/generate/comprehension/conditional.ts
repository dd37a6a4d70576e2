import { BASE_VERBS } from '../../analyze/english/verbs.ts';

/** "If you lose your card, call the office." taken apart, whichever half comes first. */
export interface Conditional {
  /** In lower case: "if", "when", "as soon as". */
  readonly word: string;
  /** What follows the word. */
  readonly condition: string;
  /** The other clause, without "then", "please" and its full stop. */
  readonly main: string;
  readonly opensWithCondition: boolean;
}

const WORDS = 'if|when|whenever|once|before|after|as soon as';
const OPENING = new RegExp(`^(?<word>${WORDS}) (?<condition>[^,:;!?()]{6,120}), (?<main>[^:;!?]{8,200})[.!]$`, 'iu');
const CLOSING = new RegExp(
  `^(?<main>[^,:;!?()]{8,140}?),? (?<word>${WORDS}) (?<condition>[^,:;!?()]{6,120})[.!]$`,
  'iu',
);

/** The two clauses of a sentence; undefined where it has others beside them. */
export function readConditional(sentence: string): Conditional | undefined {
  const opening = OPENING.exec(sentence)?.groups;
  const { word, condition, main } = opening ?? CLOSING.exec(sentence)?.groups ?? {};
  if (word === undefined || condition === undefined || main === undefined) return undefined;
  const opensWithCondition = opening !== undefined;
  const isTwofold = opensWithCondition
    ? SPLICE.test(main)
    : INNER_CLAUSE.test(main) || LIMITED.test(main) || goesOnWithVerb(condition);
  if (isTwofold || INNER_CONDITION.test(condition)) return undefined;
  return {
    word: word.toLowerCase(),
    condition,
    main: main
      .replace(/^(?:then )?(?:please )?/iu, '')
      .replace(/^(?<subject>you|it|they)['’]ll\b/iu, '$<subject> will'),
    opensWithCondition,
  };
}

/** A second sentence behind a comma, a second condition, or a list that began in the condition. */
const SPLICE = /^\w+,| if |, (?:it|you|they|we|this|that|these|those|there|chances)\b/u;

/** "if you raise an error if the file is open" */
const INNER_CONDITION = /(?<!\b(?:or|and)) (?:if|when|whenever|unless|in case|because|so that) /u;

/** The condition may be that of the last verb alone: "read how to act if", "a function to be called when". */
const INNER_CLAUSE =
  /\b(?:how|what|why|where|when|if|whether|who|that|which|because|so|while|until|before|after|once|then|to be|to have|in order)\b/iu;

/** "only when", "three months before", "as usual, just after" change what the condition says. */
const LIMITED =
  /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times?|only|not|just|even|shortly|immediately|right|soon|long|especially|particularly|preferably|except|also|than|as|like|better|best|good|important|useful|helpful|necessary|possible|and|or|but)$/iu;

/** "Call me when your shift starts or check the board": its last verb belongs to the other clause. */
function goesOnWithVerb(condition: string): boolean {
  return Array.from(condition.matchAll(/\b(?:and|or) (?<verb>[a-z]+)/gu)).some(([, verb = '']) => BASE_VERBS.has(verb));
}
