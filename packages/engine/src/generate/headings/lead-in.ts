import { NUMBER_WORDS } from '../../analyze/english/word-classes.ts';
import type { CaseCounts } from '../../analyze/casing.ts';
import {
  isImperative,
  isUnlicensedDefinite,
  lowerFirst,
  subjectDefect,
  toFirstPerson,
  upperFirst,
} from '../wording/phrases.ts';

/** The question a lead-in sentence answers together with its list. */
export interface LeadIn {
  readonly questions: readonly string[];
  readonly isCounted: boolean;
  readonly isProcedure: boolean;
}

type Casing = ReadonlyMap<string, CaseCounts>;
type Groups = Readonly<Record<string, string | undefined>>;

interface LeadInRule {
  readonly shape: RegExp;
  ask(groups: Groups, casing: Casing): readonly string[] | undefined;
  readonly isProcedure?: true;
}

const NUMBER = `(?<number>\\d{1,2}|${[...NUMBER_WORDS.keys()].join('|')})`;
const END = '(?: as follows| the following| these)?:$';

const RULES: readonly LeadInRule[] = [
  {
    // There are three kinds of shards: / X has four main parts:
    shape: new RegExp(
      `^There are ${NUMBER} (?<noun>(?:[\\w-]+ ){0,3}[\\w-]+ (?:of|to|for|in|that|which|by|you can) [^.:;,]{3,60})${END}`,
      'iu',
    ),
    ask: ({ number, noun }) => [
      `What are the ${number} ${noun}?`,
      `List the ${number} ${noun}.`,
      `Name the ${number} ${noun}.`,
    ],
  },
  {
    shape: new RegExp(
      `^(?<subject>[^.:;,]{3,50}?) (?<verb>has|have|consists? of|includes?|provides?|offers?|supports?|uses?|defines?|contains?) (?:the following )?${NUMBER} (?<noun>[^.:;,]{3,50})${END}`,
      'iu',
    ),
    ask: ({ subject, verb, number, noun }, casing) =>
      asksOfSubject(subject, casing, (name) => {
        const base = verb?.toLowerCase() === 'has' ? 'have' : (verb ?? '').replace(/s(?= of$|$)/u, '');
        const auxiliary =
          /^(?:has|.*[^s]s(?: of)?)$/u.test(verb ?? '') && !/^consist of$/u.test(verb ?? '') ? 'does' : 'do';
        return [`What ${number} ${noun} ${auxiliary} ${name} ${base}?`];
      }),
  },
  {
    // The following documents are required for travel:
    shape:
      /^(?:The|These) following (?<noun>(?:[\w-]+ ){0,3}[\w-]+) (?<verb>are|is|can be|may be|must be|should be|will be|need to be|apply to|applies to|require|affect) (?<rest>[^.:;]{3,90}):$/iu,
    ask: ({ noun, verb, rest }) =>
      isItemNoun(noun) ? [`Which ${noun} ${verb} ${rest}?`, `What ${noun} ${verb} ${rest}?`] : undefined,
  },
  {
    // Applicants must submit the following documents:
    shape:
      /^(?<subject>[^.:;,]{2,50}?) (?<modal>must|should|can|may|need to|needs to|will) (?<verb>(?:also )?(?:be )?[a-z]+(?: [a-z]+){0,3}?) (?:(?:(?:all|any|one|some|either) )?of )?the following (?<noun>(?:[\w-]+ ){0,3}[\w-]+):$/iu,
    ask: ({ subject, modal, verb, noun }, casing) =>
      isItemNoun(noun) && !/\balso\b/u.test(verb ?? '')
        ? asksOfSubject(subject, casing, (name) => [askWhich({ noun, modal, name, verb })])
        : undefined,
  },
  {
    // To reset a shard, follow these steps:
    shape:
      /^To (?<task>[a-z][^.:;,]{4,80}), (?:(?:you (?:can|should|must|need to|will need to) )?(?:please )?(?:follow|do|take|perform|use|complete|run through|go through) (?:the following|these|the)(?: [\w-]+){0,3}|do the following|you (?:will |must |should )?(?:need to|have to|must|should|can)(?: do the following)?):$/u,
    ask: ({ task }) => taskQuestions(task),
    isProcedure: true,
  },
  {
    shape:
      /^(?:(?:Please )?(?:follow|take|use|complete|perform) (?:these|the following|the) (?:[\w-]+ )?(?:steps|instructions|procedure|process) (?:below )?to|(?:The|Here are the) (?:basic |main |general )?steps (?:to|for)|Steps to|How to) (?<task>[a-z][^.:;,]{4,80}?)(?: are)?(?: as follows| the following)?:$/iu,
    ask: ({ task }) => taskQuestions(task),
    isProcedure: true,
  },
  {
    // The requirements for a permit are: / Common causes of failure include:
    shape:
      /^(?:The |(?<some>Some )(?:of the )?)?(?<noun>(?:[\w-]+ ){0,3}[\w-]+s (?:of|for|to|in|that|when|on) [^.:;,]{3,70}?) (?:are|include)(?: the following| as follows)?:$/iu,
    ask: ({ some, noun }, casing) =>
      subjectDefect(noun?.split(/ (?:that|when|to) /u)[0] ?? '', 9) === undefined
        ? [`What are ${some === undefined ? 'the' : 'some'} ${lowerFirst(noun ?? '', casing)}?`]
        : undefined,
  },
  {
    // A manifest includes the following: / Manifests contain:
    shape:
      /^(?<subject>[^.:;,]{2,60}?) (?<verb>includes?|contains?|consists? of|comprises?|requires?|provides?|supports?|offers?|covers?|involves?)(?: the following(?: [\w-]+){0,2}| these(?: [\w-]+){0,2})?:$/iu,
    ask: ({ subject, verb }, casing) =>
      asksOfSubject(subject, casing, (name) => {
        const isSingular = ((verb ?? '').split(' ')[0] ?? '').endsWith('s');
        const base = (verb ?? '').toLowerCase().replace(/^(\w+?)s(?= of$|$)/u, '$1');
        return [`What ${isSingular ? 'does' : 'do'} ${name} ${base}?`];
      }),
  },
  {
    // You should contact support when:
    shape:
      /^You (?<modal>should|must|can|may|need to) (?<task>(?:not )?[a-z][^.:;,]{3,70}) (?:when|if)(?: any of the following (?:applies|apply|is true|are true))?:$/u,
    ask: ({ modal, task }) => [
      modal?.startsWith('need')
        ? `When do I need to ${toFirstPerson(task ?? '')}?`
        : `When ${modal} I ${toFirstPerson(task ?? '')}?`,
    ],
  },
];

/** Questions for a lead-in with `itemCount` items; undefined when it is of no known shape or its number is wrong. */
export function leadInQuestions(text: string, itemCount: number, casing: Casing): LeadIn | undefined {
  for (const rule of RULES) {
    const groups = rule.shape.exec(text)?.groups;
    if (groups === undefined) continue;
    const number = groups['number'];
    if (number !== undefined && toNumber(number) !== itemCount) return undefined;
    const questions = rule.ask(groups, casing);
    if (questions !== undefined && questions.length > 0) {
      return { questions, isCounted: number !== undefined, isProcedure: rule.isProcedure === true };
    }
  }
  return undefined;
}

function toNumber(text: string): number | undefined {
  return /^\d+$/u.test(text) ? Number(text) : NUMBER_WORDS.get(text.toLowerCase());
}

function asksOfSubject(
  subject: string | undefined,
  casing: Casing,
  ask: (name: string) => readonly string[],
): readonly string[] | undefined {
  if (subject === undefined) return undefined;
  if (/^you$/iu.test(subject)) return ask('I').map(toFirstPerson);
  if (isUnlicensedDefinite(subject)) return undefined;
  return subjectDefect(subject) === undefined ? ask(lowerFirst(subject, casing)) : undefined;
}

/** "How do I …?" and its siblings, for a verb phrase in base form. */
export function taskQuestions(task: string | undefined): readonly string[] | undefined {
  if (task === undefined || !isImperative(task) || /\b(?:this|these|those|above|below|it|them)\b/iu.test(task))
    return undefined;
  const phrase = toFirstPerson(task);
  return [
    `How do I ${phrase}?`,
    `How can I ${phrase}?`,
    `What are the steps to ${phrase}?`,
    `Explain how to ${task.replaceAll(/\bmy\b/gu, 'your')}.`,
  ];
}

/** "Which forms must I file?"; a preposition at the end moves to the front: "In which cases may it be filed?". */
function askWhich({ noun = '', modal = '', name = '', verb = '' }: Groups): string {
  // "Take on" is one verb; in "filed in" the preposition asks for the place.
  const isPhrasal = /^(?:take|bring|turn|set|carry|rely|depend|based|carried|relied) (?:on|in|up|out|off)$/iu.test(
    verb,
  );
  const preposition = isPhrasal
    ? undefined
    : /^(?<rest>.+) (?<preposition>in|on|at|for|with|to|from|by|under|through|during)$/u.exec(verb)?.groups;
  const opener =
    preposition === undefined ? `Which ${noun}` : `${upperFirst(preposition['preposition'] ?? '')} which ${noun}`;
  const action = preposition?.['rest'] ?? verb;
  if (!modal.startsWith('need')) return `${opener} ${modal} ${name} ${action}?`;
  return `${opener} ${modal === 'needs to' ? 'does' : 'do'} ${name} need to ${action}?`;
}

/** Nouns that name what the items are, so that "which documents" can be answered by the list. */
function isItemNoun(noun: string | undefined): boolean {
  return (
    noun !== undefined &&
    noun.endsWith('s') &&
    !/(?:ss|this|examples?|code|figures?|tables?|sections?|listings?|chapters?|links?|pages?|articles?|steps)$/iu.test(
      noun,
    )
  );
}
