import { baseOfThird, participleBase, thirdPerson } from '../../analyze/english/inflect.ts';
import { BASE_VERBS, isNounLike, thirdPersonBase } from '../../analyze/english/verbs.ts';
import { countWords } from '../../analyze/english/words.ts';
import { isAgent } from './agents.ts';
import type { FactShape } from './fact-shapes.ts';

const SUBJECT = String.raw`(?<subject>[^,:;!?()]{2,70}?)`;
const BE = '(?<verb>is|are|must be|should be|will be|can be)';

/** "must the form be", "is the form": the verb around its subject. */
function asked(verb: string, name: string): string {
  const [auxiliary = '', be] = verb.split(' ');
  return `${auxiliary} ${name}${be === undefined ? '' : ` ${be}`}`;
}

/** A place that has a name, and no state, manner or case that one is "in" as well. */
const PLACE = String.raw`(?:in|at|on|under|inside|within) (?:the (?!(?:form|case|order|event|way|manner|same|context|course|process|interest|future|past|meantime|following|middle|basis|fly|spirit|sense|order|next|previous|last|first|second|section|chapter|page|table|figure|sidebar)\b)|an? (?!(?:way|manner|form|similar|different|number|variety|series|single|given|good|timely|row|line)\b)|your |our |its |(?=[\p{Lu}\x60]))`;

const WHERE: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} ${BE} (?<act>stored|located|found|kept|saved|hosted|published|posted|installed|placed|recorded|logged|archived|defined|declared|configured) (?<place>${PLACE}[^,:;!?()]{2,90})\.$`,
    'u',
  ),
  fewest: 1,
  ask: (name, { verb = '', act = '', place = '' }) =>
    POINTER.test(name) || POINTER.test(place)
      ? undefined
      : [
          `Where ${asked(verb, name)} ${act}?`,
          ...(act === 'found' && verb === 'can be' ? [`Where can you find ${name}?`] : []),
        ],
};

/** What a text says of where there is more to read. */
const POINTER =
  /\b(?:details?|documentation|docs|information|examples?|explanations?|instructions|guidance|guides?|discussions?|descriptions?|overview|tutorials?|syntax|reference|resources?|more)\b/iu;

const LIVES: FactShape = {
  shape: new RegExp(String.raw`^${SUBJECT} (?<verb>lives?|resides?) (?<place>${PLACE}[^,:;!?()]{2,90})\.$`, 'u'),
  fewest: 1,
  ask: (name, { verb = '' }) => {
    const isOne = verb.endsWith('s');
    return [`Where ${isOne ? 'does' : 'do'} ${name} ${isOne ? verb.slice(0, -1) : verb}?`];
  },
};

const RHYTHM = String.raw`(?:every |once (?:an?|every|each|per|in) (?!(?:[\p{L}-]+ ){1,3}(?:is|has|was|are|have|were)\b)|twice |three times |daily\b|weekly\b|biweekly\b|monthly\b|quarterly\b|annually\b|yearly\b|each (?:day|week|month|quarter|year|time|morning|sprint|hour)\b)`;

/** "The gates are inspected every spring." */
const HOW_OFTEN: FactShape = {
  shape: new RegExp(String.raw`^${SUBJECT} ${BE} (?<act>\p{Ll}+) ${RHYTHM}(?:(?! and )[^,:;!?]){0,90}\.$`, 'u'),
  fewest: 1,
  ask: (name, { verb = '', act = '' }) =>
    participleBase(act) === undefined ? undefined : [`How often ${asked(verb, name)} ${act}?`],
};

const MEETS: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} (?<verb>meets?|takes? place|happens?|occurs?|runs?) ${RHYTHM}[^,:;!?]{0,90}\.$`,
    'u',
  ),
  fewest: 1,
  ask: (name, { verb = '' }) => [`How often ${doesWhat(name, verb)}?`],
};

/** "The lock opens at noon." */
const WHEN: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} (?<verb>takes? place|happens?|occurs?|starts?|begins?|ends?|opens?|closes?|expires?) (?:on (?:the (?:first|last|second|third|day|morning)\b|\p{Lu}|your|\d)|at the (?:beginning|end|start)\b|at \d|during |before |after |when |whenever |as soon as )[^,:;!?()]{3,120}\.$`,
    'u',
  ),
  fewest: 2,
  ask: (name, { verb = '' }) => [`When ${doesWhat(name, verb)}?`],
};

const DUE: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} ${BE} (?<act>due|held|released|published|paid|submitted|sent|completed|reviewed|approved|scheduled|updated|called|triggered|run|executed|dropped|freed|created|invoked|fired|emitted|evaluated|assigned) (?<time>(?:on (?:the (?:first|last|second|third|day|morning)\b|\p{Lu}\p{Ll}+day|your)|at the (?:beginning|end|start)\b|by the (?:beginning|end|start)\b|by \p{Lu}|at (?:runtime|compile time|startup|build time|\d)|during |before |after |when |whenever |as soon as |immediately after |right after |once (?!a\b|every\b|per\b))[^,:;!?()]{0,120})\.$`,
    'u',
  ),
  fewest: 2,
  ask: (name, { verb = '', act = '' }) => [`When ${asked(verb, name)} ${act}?`],
};

function doesWhat(name: string, verb: string): string {
  const [first = '', ...rest] = verb.split(' ');
  const base = first.endsWith('s') ? baseOfThird(first) : first;
  return [first.endsWith('s') ? 'does' : 'do', name, base, ...rest].join(' ');
}

/** "Copying a value bit by bit is called a shallow copy." */
const CALLED: FactShape = {
  shape:
    /^(?<subject>(?:The|An?|\p{Lu}\p{Ll}+ing|\p{Lu}\p{Ll}+s) [^,:;!?()]{14,120}?) (?<verb>is|are) (?:often |usually |commonly )?(?:called|known as|referred to as) (?<term>(?!(?:by|when|with|on|from|before|after|in|for|at|as|to|if|once|every|each|automatically|only|directly|immediately|without|during|via|through)\b)[^,:;!?()]{3,60})\.$/u,
  fewest: 1,
  takesActs: true,
  ask: (name, { verb = '' }) => [`What ${verb} ${name} called?`, `What do you call ${name}?`],
};

const DEFAULT: FactShape = {
  shape: /^(?<subject>[^,:;!?()]{2,60}?) (?<verb>defaults|default) to (?<value>[^,:;!?()]{2,120})\.$/u,
  fewest: 1,
  ask: (name, { verb = '' }) => [`What ${verb === 'defaults' ? 'does' : 'do'} ${name} default to?`],
};

/** "Only the keeper may open the gate.", "The keeper opens the gate." */
const WHO: FactShape = {
  shape:
    /^(?<only>Only )?(?<subject>(?:[Tt]he|[Yy]our|[Ee]ach|[Aa]n?) [^,:;!?()]{3,50}?|[Oo]nly [^,:;!?()]{3,50}?) (?:(?<modal>must|should|may|can|will) (?<act>\p{Ll}+)|(?<verb>\p{Ll}+s)) (?<object>(?:the|an?|all|any|each|every|your|whether|\p{Ll}+s)\b [^:;!?]{6,120})\.$/u,
  fewest: 1,
  ask: (name, { only, modal, act, verb, object = '' }) => {
    if (
      !isAgent(name) ||
      ANYONE.test(name) ||
      /^the \p{Lu}\p{Ll}+$/u.test(name) ||
      (only === undefined && /^(?:can|may)$/u.test(modal ?? ''))
    )
      return undefined;
    const base = act ?? thirdPersonBase(verb ?? '');
    if (base === undefined || !BASE_VERBS.has(base) || FEELS.test(base) || (verb !== undefined && isNounLike(base)))
      return undefined;
    if (
      /\b(?:their|his|her|its|themselves)\b/u.test(object) ||
      object.includes(',') ||
      countWords(object) > MOST_OBJECT_WORDS
    )
      return undefined;
    return [`Who ${modal === undefined ? (verb ?? '') : `${modal} ${base}`} ${object}?`];
  },
};

const MOST_OBJECT_WORDS = 14;

/** Of whom it would be said of all who read it. */
const ANYONE =
  /\b(?:users?|people|person|developers?|customers?|visitors?|clients?|everyone|anyone|students?|company|companies|organi[sz]ations?|agency|agencies|group|groups|hosts?|providers?|publishers?|operators?|editors?)$/u;
const FEELS =
  /^(?:have|need|want|know|include|contain|consist|get|feel|think|believe|become|be|remain|seem|like|expect|understand|consider|ensure|make|help|take|represent|meet|serve|act|work)$/u;

/** "Supervisors approve the requests of their teams." */
const ROLES: FactShape = {
  shape:
    /^(?<subject>\p{Lu}[^,:;!?()]{3,50}?s) (?<act>\p{Ll}+) (?<object>(?:the|an?|all|any|each|every|whether)\b [^:;!?]{6,120})\.$/u,
  fewest: 1,
  ask: (name, { act = '', object = '' }) => {
    if (!isAgent(name) || ANYONE.test(name) || !BASE_VERBS.has(act) || isNounLike(act) || FEELS.test(act))
      return undefined;
    if (/\b(?:their|themselves)\b|,/u.test(object)) return undefined;
    return [`Who ${thirdPerson(act)} ${object}?`];
  },
};

export const CIRCUMSTANCE_SHAPES: readonly FactShape[] = [
  CALLED,
  HOW_OFTEN,
  MEETS,
  WHERE,
  LIVES,
  WHEN,
  DUE,
  DEFAULT,
  WHO,
  ROLES,
];
