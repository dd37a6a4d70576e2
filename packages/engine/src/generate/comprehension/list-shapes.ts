import { NUMBER_WORDS } from '../../analyze/english/word-classes.ts';
import { contentStems, wordsOf } from '../../analyze/english/words.ts';
import { BASE_VERBS, gerundBase } from '../../analyze/english/verbs.ts';
import { isImperative, lowerFirst, toFirstPerson } from '../wording/phrases.ts';
import type { PatternContext } from '../pattern.ts';
import { isCondition } from './condition-clause.ts';
import { subjectName } from './subject-name.ts';

/** A sentence that announces a list, and the items of the list. */
export interface AnnouncedList {
  readonly context: PatternContext;
  readonly text: string;
  readonly items: readonly string[];
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** What the items have to be for the question to fit them. */
export type ItemKind = 'acts' | 'things' | 'any';

/** A kind of sentence that announces a list, and what its list is asked for. */
export interface LeadInShape {
  readonly shape: RegExp;
  readonly items: ItemKind;
  ask(list: AnnouncedList, groups: Groups): readonly string[] | undefined;
}

/** "Sweep the pier", but not "have a roof", which nobody does. */
export function isAct(item: string): boolean {
  const [first] = wordsOf(item);
  return first !== undefined && BASE_VERBS.has(first.lower) && !/^(?:be|have|need|want|know)$/u.test(first.lower);
}

const NUMBER = `(?<number>\\d{1,2}|${[...NUMBER_WORDS.keys()].join('|')})`;
const SOME = `(?:(?<some>some|several|a few|a number of|many|various|a couple of)|${NUMBER}|the following|the)`;
const KINDLY = '(?:key |main |common |different |basic |general |important |simple |other |primary |typical )*';
/** A plural with what says of what it is: "types of readers", "ways to enable encryption". */
const NOUN = String.raw`(?<noun>${KINDLY}(?:[\p{L}][\p{L}-]* ){0,3}[\p{L}][\p{Ll}-]+s (?:of|for|to|in|that|which|when|who|why|(?:exposed|provided|supported|offered|used|required|defined) (?:by|in|for)) [^.:;,()]{3,80}?)`;
const END = '(?: as follows| the following| these| below)?:$';

/** Every shape, the surest before those that it would also fit. */
export const LIST_SHAPES: readonly LeadInShape[] = [
  {
    // There are two ways to enable encryption: / Here are some tips for calm nights:
    shape: new RegExp(
      `^(?:In \\p{Lu}[\\p{L} ]{2,30}, )?(?:[Tt]here are|Here are|These are)(?: currently| basically| generally| also)? ${SOME} ${NOUN}${END}`,
      'u',
    ),
    items: 'any',
    ask: (_list, groups) => whatAre(groups),
  },
  {
    // Common causes of failure include: / The fields of the form are as follows:
    shape: new RegExp(
      `^(?:The |(?<some>Some |Common |Typical |Possible |Other )(?:of the )?)?${NOUN},? (?:(?:(?:may|can|could|might|will|should|must) )?include|are)(?: but are not limited to|, but are not limited to)?${END}`,
      'u',
    ),
    items: 'any',
    ask: ({ context }, { noun = '', some }) =>
      whatAre({ noun: lowerFirst(noun, context.analysis.casing), some, kind: kindOf(some) }),
  },
  {
    // The elision rules are as follows:
    shape: /^(?:The )?(?<noun>(?:[\p{L}-]+ ){1,3}[\p{Ll}-]+s) are (?:as follows|the following):$/u,
    items: 'any',
    ask: ({ context }, { noun = '' }) => whatAre({ noun: lowerFirst(noun, context.analysis.casing) }),
  },
  {
    // The following documents are required for travel:
    shape:
      /^(?:The|These) following (?<noun>(?:[\p{L}-]+ ){0,3}[\p{Ll}-]+s) (?<rest>(?:are|can be|may be|must be|MUST be|should be|need to be|will be|require|do not require|don't require) (?:[^.:;,()]{3,40} )?(?:for|in|to|by|with|on|at|from|when|if) [^.:;,()]{3,60}):$/u,
    items: 'any',
    ask: (_list, { noun = '', rest = '' }) =>
      NO_ITEMS.test(noun) ? undefined : [`Which ${noun} ${rest}?`, `What ${noun} ${rest}?`],
  },
  {
    // Managers should:
    shape:
      /^(?<subject>[^,.:;!?()]{3,60}?) (?<modal>should|must|can|may|will need to|need to|has to|have to)(?: do the following| do these things)?:$/u,
    items: 'acts',
    ask: (list, { subject = '', modal = '' }) => named(list, subject, (name) => [askModal(name, modal)]),
  },
  {
    // The portal allows you to:
    shape:
      /^(?<subject>[^,.:;!?()]{3,60}?) (?<verb>allows?|enables?|lets?|helps?) (?<whom>you|users|people|teams|developers|us|customers|[a-z]+ers)(?<to> to)?:$/u,
    items: 'acts',
    ask: (list, { subject = '', verb = '', whom = '' }) =>
      named(list, subject, (name) => {
        const isSingular = verb.endsWith('s');
        const base = isSingular ? verb.slice(0, -1) : verb;
        const act = /^(?:allow|enable)$/u.test(base) ? 'to do' : 'do';
        return [`What ${isSingular ? 'does' : 'do'} ${name} ${base} ${whom} ${act}?`];
      }),
  },
  {
    // The keeper is responsible for:
    shape:
      /^(?<subject>[^,.:;!?()]{3,60}?) (?<verb>is|are) (?<rest>responsible for|used for|made up of|composed of)(?: the following)?:$/u,
    items: 'things',
    ask: (list, { subject = '', verb = '', rest = '' }) =>
      named(list, subject, (name) => [`What ${verb} ${name} ${rest}?`]),
  },
  {
    // A mirror includes: / The report contains the following:
    shape:
      /^(?<subject>[^,.:;!?()]{3,60}?) (?<verb>includes|contains|consists of|comprises|requires|covers)(?: the following(?: [a-z]+s)?)?:$/u,
    items: 'things',
    ask: (list, { subject = '', verb = '' }) =>
      named(list, subject, (name) => [`What does ${name} ${verb.replace(/s(?= of$|$)/u, '')}?`]),
  },
  {
    // Vue provides two kinds of directives: / GSA has the following types of readers:
    shape: new RegExp(
      `^(?<subject>[^,.:;!?()]{2,60}?) (?<verb>has|have|provides?|offers?|supports?|uses?|defines?|contains?|recognizes?) ${SOME} ${KINDLY}(?<noun>(?:[\\p{Ll}-]+ ){0,2}[\\p{Ll}-]+s(?: of [^.:;,()]{3,40}?)?)(?<rest> (?:to|for) [^.:;,()]{3,60}?)?${END}`,
      'u',
    ),
    items: 'any',
    ask: (list, { subject = '', verb = '', noun = '', rest = '' }) =>
      NO_ITEMS.test(noun)
        ? undefined
        : named(list, subject, (name) => {
            const isSingular = verb === 'has' || verb.endsWith('s');
            const base = verb === 'has' ? 'have' : isSingular ? verb.slice(0, -1) : verb;
            return [
              `Which ${noun} ${isSingular ? 'does' : 'do'} ${name} ${base}${rest}?`,
              `What ${noun} ${isSingular ? 'does' : 'do'} ${name} ${base}${rest}?`,
            ];
          }),
  },
  {
    // Please provide the following information in your request:
    shape:
      /^(?:Please |Then )?(?<verb>provide|include|submit|send|complete|answer|bring|check|consider|use|review|specify|select|choose|gather|prepare|set|add) (?:the|these|all of the|all the) following (?<noun>[a-z][a-z -]{2,40}?)(?<rest> (?:to|in|for|by|with|when|as|on|before|after) [^.:;,]{3,70})?:$/iu,
    items: 'things',
    ask: (_list, { verb = '', noun = '', rest = '' }) =>
      NO_ITEMS.test(noun) || contentStems(`${noun}${rest}`).length < 2
        ? undefined
        : [
            `Which ${noun} should you ${verb.toLowerCase()}${rest}?`,
            `What ${noun} should you ${verb.toLowerCase()}${rest}?`,
          ],
  },
  {
    // To configure the agent, set the following variables:
    shape:
      /^To (?<act>[a-z]+ [^,.:;!?()]{4,80}), (?:please |you (?:must |should |need to |will need to )?)?(?<verb>set|add|provide|include|submit|complete|bring|use|specify|select|gather|prepare|send) (?:the|these|all of the|all the) following (?<noun>(?:[\p{L}-]+ ){0,3}[\p{Ll}-]+s)\b[^.:;,]{0,40}:$/u,
    items: 'things',
    ask: (_list, { act = '', verb = '', noun = '' }) =>
      LEANS.test(act) || NO_ITEMS.test(noun) || !isImperative(act)
        ? undefined
        : [`Which ${noun} should you ${verb} to ${act}?`],
  },
  {
    // To post a notice, the manager goes through the following steps: / To reset a shard, follow these steps:
    shape:
      /^To (?<act>[a-z]+ [^,.:;!?()]{4,80}), (?:please )?(?:(?:[^,.:;!?()]{2,50} )?(?:go|goes|follow|follows|complete|completes|take|takes|perform|performs)(?: through)? (?:the following|these)(?: [a-z]+)?|(?:you (?:must |should |need to |will need to ))?do the following)(?: below)?:$/u,
    items: 'acts',
    ask: (_list, { act = '' }) => stepsTo(act),
  },
  {
    // Follow these steps to reset a shard:
    shape:
      /^(?:(?:Please )?(?:[Ff]ollow|[Tt]ake|[Cc]omplete|[Pp]erform|[Uu]se) (?:these|the following|the) (?:[\w-]+ )?(?:steps|instructions) (?:below )?to|(?:The|Here are the) (?:basic |main |general )?steps (?:to|for)|Steps to) (?<act>[a-z][^.:;,()]{4,80}?)(?: are)?(?: as follows| the following)?:$/u,
    items: 'acts',
    ask: (_list, { act = '' }) => stepsTo(act),
  },
  {
    // When you plan a trip, consider the following:
    shape: /^(?<word>When|If|Before|After|Once|While) (?<condition>[^,.:;!?()]{6,100}), (?<main>[^.:;!?()]{3,100}):$/u,
    items: 'acts',
    ask: (_list, { word = '', condition = '', main = '' }) => {
      const opener = askMain(main);
      if (opener === undefined || !isCondition(condition, word) || LEANS.test(condition)) return undefined;
      return [
        `${opener} ${word.toLowerCase()} ${condition}?`,
        `${word} ${condition}, ${opener.charAt(0).toLowerCase()}${opener.slice(1)}?`,
      ];
    },
  },
  {
    // The salary ranges are based on the following factors:
    shape: new RegExp(
      String.raw`^(?<subject>[^,.:;!?()]{3,60}?) (?<verb>is|are) (?<participle>[a-z]+(?:ed|en) (?:on|in|by|into|for|with|from|to)) (?:the following|one of the following|${NUMBER}) (?<noun>(?:[a-z-]+ ){0,2}[a-z-]+s):$`,
      'u',
    ),
    items: 'any',
    ask: (list, { subject = '', verb = '', participle = '', noun = '' }) =>
      NO_ITEMS.test(noun)
        ? undefined
        : named(list, subject, (name) => [
            `Which ${noun} ${verb} ${name} ${participle}?`,
            `What ${noun} ${verb} ${name} ${participle}?`,
          ]),
  },
  {
    // Applicants must submit the following documents:
    shape:
      /^(?<subject>[^.:;,]{2,50}?) (?<modal>must|MUST|should|can|may) (?<verb>[a-z]+) (?:(?:(?:all|any|one|some|either) )?of )?the following (?<noun>(?:[\p{L}-]+ ){0,3}[\p{Ll}-]+s):$/u,
    items: 'any',
    ask: (list, { subject = '', modal = '', verb = '', noun = '' }) =>
      NO_ITEMS.test(noun) || !(BASE_VERBS.has(verb) || verb === 'have')
        ? undefined
        : named(list, subject, (name) => [
            `Which ${noun} ${modal} ${name} ${verb}?`,
            `What ${noun} ${modal} ${name} ${verb}?`,
          ]),
  },
  {
    // You should contact support when:
    shape:
      /^You (?<modal>should|must|can|may) (?<task>(?:not )?[a-z][^.:;,]{5,70}) (?:when|if)(?: any of the following (?:applies|apply|is true|are true))?:$/u,
    items: 'any',
    ask: ({ items }, { modal, task = '' }) =>
      LEANS.test(task) || items.some((item) => isAct(item)) ? undefined : [`When ${modal} I ${toFirstPerson(task)}?`],
  },
];

/** What is no name for the items of a list, or holds a verb that says something of them. */
const NO_ITEMS =
  /[—–]|\b(?:are|is|include|was|were|this|these|those|it|they|them|we|us|our|ours|in mind|examples of some|thumb|only)\b|(?:will|may|can|must)$|^(?:[a-z-]+ ){0,2}(?:[a-z-]*(?:ss|us|is)|things|pages|links|resources|notes|sections|days|weeks|hours|terms|basics|lot|lots|sets?|series|points|items)(?: |$)/u;

const LEANS = /\b(?:it|this|that|them|these|those|they|so)\b/iu;

/** "What are the two ways to …?", or "some" where there are others. */
/** "A few examples of …", "types of roles you may recognize": an amount twice, or a reader's own view. */
const UNFIT_NOUN = /^(?:a |an |some |several |many |various |few |all )|\b(?:you|we|I|they)\b/u;

function whatAre({ noun = '', some, number, kind = '' }: Groups): readonly string[] | undefined {
  if (NO_ITEMS.test(noun) || UNFIT_NOUN.test(noun) || contentStems(noun).length < 2) return undefined;
  if (some !== undefined || /^(?:[a-z-]+ ){0,2}examples /u.test(noun))
    return [`What are some ${kind}${noun}?`, `List some ${kind}${noun}.`];
  return [
    `What are the ${number === undefined ? '' : `${number.toLowerCase()} `}${noun}?`,
    `List the ${number === undefined ? '' : `${number.toLowerCase()} `}${noun}.`,
  ];
}

/** "Common causes" are some of them, and common. */
function kindOf(some: string | undefined): string {
  return some === undefined || /^(?:Some|Other) $/u.test(some) ? '' : some.toLowerCase();
}

function askModal(name: string, modal: string): string {
  if (modal === 'has to') return `What does ${name} have to do?`;
  if (modal === 'will need to') return `What will ${name} need to do?`;
  return modal.endsWith(' to') ? `What do ${name} ${modal} do?` : `What ${modal} ${name} do?`;
}

function stepsTo(act: string): readonly string[] | undefined {
  if (LEANS.test(act) || !isImperative(act) || gerundBase(act.split(' ')[0] ?? '') !== undefined) return undefined;
  const mine = toFirstPerson(act);
  return [`What are the steps to ${mine}?`, `How do I ${mine}?`, `Which steps do I take to ${mine}?`];
}

function named(
  { context }: AnnouncedList,
  subject: string,
  ask: (name: string) => readonly string[],
): readonly string[] | undefined {
  if (/^you$/iu.test(subject)) return ask('I').map(toFirstPerson);
  const name = subjectName(context, subject);
  return name === undefined ? undefined : ask(name);
}

/** What the main clause before a list asks to do, without its condition. */
function askMain(main: string): string | undefined {
  const { verb } =
    /^(?:please )?(?<verb>consider|include|check|provide|use|ask|remember|submit|bring|specify|keep in mind)(?: (?:the|these|all of the) following(?: [a-z]+){0,2}| these(?: [a-z]+){1,2})?$/u.exec(
      main,
    )?.groups ?? {};
  if (verb !== undefined) return undefined;
  const { modal } =
    /^you(?:'ll)? ?(?<modal>should|must|can|need to|have to)(?: do)?(?: the following| one of the following)?$/u.exec(
      main,
    )?.groups ?? {};
  if (modal !== undefined) return modal.endsWith(' to') ? `What do you ${modal} do` : `What ${modal} you do`;
  return isImperative(main) && /\b(?:follow|take|do|complete)\b.*\b(?:steps?|following|actions?)\b/u.test(main)
    ? 'What should you do'
    : undefined;
}
