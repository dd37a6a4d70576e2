import { baseOfThird, participleBase, thirdPerson } from '../../analyze/english/inflect.ts';
import { BASE_VERBS, isNounLike, thirdPersonBase } from '../../analyze/english/verbs.ts';
import { PREPOSITIONS } from '../../analyze/english/word-classes.ts';
import { contentStems, topicOverlap, wordsOf } from '../../analyze/english/words.ts';
import { agrees } from './agreement.ts';
import { isAgent } from './agents.ts';
import type { FactShape } from './fact-shapes.ts';

const SUBJECT = String.raw`(?<subject>[^,:;!?()]{2,70}?)`;
const REST = String.raw`[^:;!?]{8,240}\.$`;

/** What ties one thing to another, and is asked for by the same words: "What is the fee based on?" */
const TIES =
  'based on|built on|built on top of|derived from|part of|named after|inspired by|modell?ed (?:after|on)|limited to|divided into|split into|grouped into|organi[sz]ed into|broken into|broken down into|converted (?:in)?to|translated (?:in)?to|compiled (?:in)?to|expanded to|mapped to|stored as|treated as|exposed as|represented as|implemented as|defined as|known for|tied to|linked to|associated with|attached to|equivalent to|compatible with|subject to|eligible for|entitled to|written in|licensed under|made up of|composed of|intended for|designed for|meant for|aimed at|dedicated to|reserved for|applied to|assigned to|passed to|added to|restricted to|replaced (?:by|with)|followed by|preceded by|surrounded by|separated by|determined by|caused by|controlled by|represented by|identified by|governed by|backed by|powered by|influenced by|affected by|covered by';

const TIED: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} (?<verb>is|are|can be|must be|should be) (?<tie>${TIES}) (?!(?:each|one) other\b|(?:from|by|as|that|this|it|them)\b|\p{Ll}+ing\b)${REST}`,
    'u',
  ),
  fewest: 2,
  ask: (name, { verb = '', tie = '' }) => {
    // "can be restricted to less than …" is no limit.
    if (verb === 'can be' && /^(?:limited|restricted|reserved) to$/u.test(tie)) return undefined;
    const [auxiliary = '', be] = verb.split(' ');
    const cause =
      be === undefined
        ? /^(?<act>determined|caused|controlled|governed|affected|influenced) by$/u.exec(tie)?.groups
        : undefined;
    const base = participleBase(cause?.['act'] ?? '');
    return [
      `What ${auxiliary} ${name}${be === undefined ? '' : ` ${be}`} ${tie}?`,
      ...(base === undefined ? [] : [`What ${thirdPerson(base)} ${name}?`]),
    ];
  },
};

const VERB_TIES =
  'consists? of|depends? on|focus(?:es)? on|appl(?:y|ies) to|results? in|acts? as|rel(?:y|ies) on|leads? to|belongs? to|derives? from|comes? from|stems? from|originates? from|corresponds? to|expands? to|evaluates? to|resolves? to|compiles? to|translates? to|maps? to|points? to|connects? to|responds? to|reacts? to|listens? for|searches for|looks? for|checks? for|waits? for|accounts? for|starts? with|begins? with|ends? with|integrates? with|communicates? with|builds? on|operates? on|runs? on|contributes? to|refers? to|adds? up to';

const ORIGIN = /^(?:come|originate|stem)$/u;

const TIES_TO: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} (?<verb>${VERB_TIES}) (?!\p{Ll}+ly\b|.*\bas well\.$|(?:as|that|this|it|them)\b|each other\b)${REST}`,
    'u',
  ),
  fewest: 2,
  ask: (name, { verb = '' }) => {
    const [first = '', ...rest] = verb.split(' ');
    const root = first.endsWith('s') && first !== 'focus' ? baseOfThird(first) : first;
    // A plural noun and its verb: "labels map to", but "the label maps to".
    if (!agrees(name, root !== first)) return undefined;
    const asks = ORIGIN.test(root) ? 'Where' : 'What';
    return [`${asks} ${root === first ? 'do' : 'does'} ${[name, root, ...rest].join(' ')}?`];
  },
};

/** "Old files are removed at night": something that is done to the subject, and what becomes of it. */
const BECOMES: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} (?<verb>is|are|will be) (?:automatically |then )?(?<act>removed|deleted|discarded|dropped|ignored|skipped|cached|condensed|merged|moved|copied|replaced|reset|restored|rejected|returned|redirected|forwarded|invalidated|cleared|freed|deallocated|moved|destroyed|overwritten|archived|transferred|escalated|closed|cancelled|canceled|truncated|rounded|normali[sz]ed|sorted|locked|unlocked|suspended|deactivated|revoked) (?:to|into|from|in|at|by|with|when|whenever|as soon as|after|before|during|until|unless|automatically) [^:;!?]{6,200}\.$`,
    'u',
  ),
  // "A request", "the issue" is one in a tale of several steps.
  ask: (name) => (/^an? |^the \S+$/u.test(name) ? undefined : [`What happens to ${name}?`]),
};

/** "The parser uses a stack to match braces." */
const USES: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} (?<verb>uses?) (?<tool>[^,:;!?()]{3,70}?) to (?<act>\p{Ll}+ [^,:;!?()]{4,90})\.$`,
    'u',
  ),
  fewest: 1,
  ask: (name, { verb = '', act = '', tool = '' }) => {
    // "Config Entry Options uses … to update the options of an entry"
    if (name.startsWith('each ') || topicOverlap(name, act) > 0.5) return undefined;
    if (
      !BASE_VERBS.has(act.split(' ')[0] ?? '') ||
      /\b(?:how|that|which|who|able|need|needs|ways?|ability|used|it|them)\b/u.test(tool)
    )
      return undefined;
    const does = verb === 'uses' ? 'does' : 'do';
    return [`What ${does} ${name} use to ${act}?`, `How ${does} ${name} ${act}?`];
  },
};

/** "By default, the tool reads every file." */
const BY_DEFAULT: FactShape = {
  shape:
    /^By default, (?<subject>[^,:;!?()]{2,60}?) (?:(?<verb>\p{Ll}+s)|will (?<act>\p{Ll}+)) (?:the|an?|all|any|only|each|every|your|its|`|\p{Ll}+s\b|in|on|to|for) ?[^:;!?]{6,200}\.$/u,
  ask: (name, { verb, act }) => {
    const base = act ?? thirdPersonBase(verb ?? '');
    // "What does Redis do by default?" has too many answers.
    if (!/^(?:the|an?|each|every) |`.* /u.test(name) || /^(?:know|have|be|contain|need|include)$/u.test(base ?? ''))
      return undefined;
    if (base === undefined || !BASE_VERBS.has(base) || (verb !== undefined && isNounLike(base) && !KNOWN.test(base)))
      return undefined;
    return act === undefined
      ? [`What does ${name} do by default?`]
      : [`What will ${name} do by default?`, `What does ${name} do by default?`];
  },
};
/** Nouns as well, but hardly ever after "by default" and a subject. */
const KNOWN =
  /^(?:run|use|return|display|start|open|show|check|store|print|search|set|build|log|handle|call|close|lock)$/u;

/** "A permit is required to moor a boat." */
const REQUIRED: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} (?<verb>is|are) (?<need>required|needed|necessary) (?<aim>(?:to (?<act>\p{Ll}+)|for (?!the |this |that |these |it\b)) ?[^,:;!?()]{5,90})\.$`,
    'u',
  ),
  fewest: 2,
  ask: (name, { need = '', aim = '', act }) =>
    isAgent(name) ||
    contentStems(aim).length < 2 ||
    (act !== undefined && (!BASE_VERBS.has(act) || PREPOSITIONS.has(wordsOf(aim)[2]?.lower ?? '')))
      ? undefined
      : [`What is ${need} ${aim}?`],
};

const TELLS: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} (?<verb>tells?|gives?|shows?) (?<whom>you|users|readers|developers|the compiler|the user|the browser|the server) (?!to |about )${REST}`,
    'u',
  ),
  ask: (name, { verb = '', whom = '' }) => {
    const base = thirdPersonBase(verb);
    return [`What ${base === undefined ? 'do' : 'does'} ${name} ${base ?? verb} ${whom}?`];
  },
};

const CAUSES: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} (?<verb>causes|tells|instructs|forces|requires) (?<whom>(?:the |an? |your )?[\p{L}\p{N}\x60. -]{2,30}?) to (?<act>\p{Ll}+) ${REST}`,
    'u',
  ),
  takesActs: true,
  ask: (name, { verb = '', whom = '', act = '' }) =>
    BASE_VERBS.has(act) &&
    (verb !== 'requires' || isAgent(whom)) &&
    !/\b(?:access|it|them|able|need|needs|changes?)\b/u.test(whom)
      ? [`What does ${name} ${baseOfThird(verb)} ${whom} to do?`]
      : undefined,
};

/** "Only approved software can be installed on …" */
const ONLY: FactShape = {
  shape: new RegExp(
    String.raw`^Only (?<subject>[^,:;!?()]{3,60}?) (?<modal>can|may|must|should|will|is|are) (?<rest>(?:be )?\p{Ll}+(?:ed|en|wn)\b [^,:;!?()]{4,90})\.$`,
    'u',
  ),
  fewest: 1,
  ask: (name, { modal = '', rest = '' }) =>
    isAgent(name) ? [`Who ${modal === 'are' ? 'is' : modal} ${rest}?`] : [`What ${modal} ${rest}?`],
};

export const RELATION_SHAPES: readonly FactShape[] = [
  BY_DEFAULT,
  ONLY,
  REQUIRED,
  USES,
  TIED,
  BECOMES,
  TELLS,
  CAUSES,
  TIES_TO,
];
