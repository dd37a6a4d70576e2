import { BASE_VERBS, isNounLike, thirdPersonBase } from '../../analyze/english/verbs.ts';
import { contentStems, stem, topicOverlap } from '../../analyze/english/words.ts';
import type { PatternContext } from '../pattern.ts';
import { isAgent } from './agents.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import type { ReadingPassage } from './reading-passage.ts';
import { subjectName } from './subject-name.ts';

/** "The registry stores images of releases." asked as "What does the registry store?". */
export const passageFact = passagePattern({
  name: 'passage-fact',
  promise: 'One sentence of the passage says of its subject what the question asks.',
  precision: 0.88,
  reasoning: 'recall',
  ask: bySentence(({ text, context, passage }: AskedSentence): PassageQuestion | undefined => {
    for (const { shape, ask } of SHAPES) {
      const groups = shape.exec(text)?.groups;
      const subject = groups?.['subject'];
      if (groups === undefined || subject === undefined) continue;
      if (isEverywhere(context, passage, subject)) return undefined;
      const name = subjectName(context, subject, 6);
      // "The size and weight depends …": its question would repeat the slip.
      const isUneven = / and /u.test(subject) && /s$|^is$/u.test((groups['verb'] ?? '').split(' ')[0] ?? '');
      const questions = name === undefined || isUneven ? undefined : ask(name, groups);
      if (questions !== undefined) return { questions };
    }
    return undefined;
  }),
});

/** What a passage is about all through: too much is said of it to ask what it does. */
function isEverywhere(context: PatternContext, passage: ReadingPassage, subject: string): boolean {
  if (!subject.includes(' ') && (context.analysis.casing.get(subject.toLowerCase())?.upper ?? 0) >= COMMON_NAME)
    return true;
  const naming = passage.sentences.filter((sentence) => topicOverlap(subject, context.text(sentence)) === 1);
  return naming.length > MOST_NAMING;
}

const MOST_NAMING = 3;
/** A name that a document has so often is what all of it is about. */
const COMMON_NAME = 6;

type Groups = Readonly<Record<string, string | undefined>>;

interface FactShape {
  readonly shape: RegExp;
  ask(name: string, groups: Groups): readonly string[] | undefined;
}

const SUBJECT = String.raw`(?<subject>[^,:;!?()]{2,70}?)`;
/** The rest of a sentence after its verb. */
const REST = String.raw`[^:;!?]{8,240}\.$`;
/** What a noun phrase in the place of the object begins with. */
const OBJECT = String.raw`(?:an?|the|your|its|their|all|any|each|every|several|multiple|two|three|more|(?!as\b|across\b|towards\b|always\b|besides\b|perhaps\b)\p{Ll}{2,}(?:s|ion|ment|ing|ity|ive|al|ic|ed|ent|ant|ful|ous))`;
/** Verbs that are nouns as often; here they stand between a subject and its object. */
const KNOWN =
  'stores|covers|offers|handles|controls|produces|checks|tracks|measures|displays|causes|reviews|monitors|returns|supports';
const WITH_PREPOSITION =
  'consists? of|depends? on|focus(?:es)? on|appl(?:y|ies) to|leads to|results in|serves as|acts as|rel(?:y|ies) on|contributes to';

const SHAPES: readonly FactShape[] = [
  {
    // Access is granted by the platform team.
    shape: new RegExp(
      String.raw`^${SUBJECT} (?<verb>is|are|must be|should be|will be|can be) (?<act>\p{Ll}+(?:ed|en|done|made|run|led|held)(?: [^,:;!?()]{2,50}?)?) by (?<agent>(?:an?|the|your|each|every)? ?[^,:;!?()]{3,60})[^:;!?]{0,160}\.$`,
      'u',
    ),
    ask: (name, { verb = '', act = '', agent = '' }) => {
      const [auxiliaryVerb = '', be = ''] = verb.split(' ');
      return isAgent(agent.trim())
        ? [`By whom ${auxiliaryVerb} ${name}${be === '' ? '' : ` ${be}`} ${act}?`]
        : undefined;
    },
  },
  {
    // An example of a clear title is …
    shape: new RegExp(String.raw`^(?:An|One|A good|Another) example of (?<subject>[^,:;!?()]{3,60}?) is ${REST}`, 'u'),
    ask: (name) => [`What example of ${name} does the passage give?`, `Which example of ${name} does the text give?`],
  },
  {
    shape: new RegExp(
      `^${SUBJECT} (?<verb>is|are) (?<rest>used (?:for|to)|responsible for|made up of|composed of|based on|intended for|designed to|meant to) ${REST}`,
      'u',
    ),
    ask: (name, { verb = '', rest = '' }) => {
      if (rest === 'used to') return [`What ${verb} ${name} used for?`];
      return [`What ${verb} ${name} ${rest}${rest.endsWith(' to') ? ' do' : ''}?`];
    },
  },
  {
    shape: new RegExp(
      String.raw`^${SUBJECT} (?<verb>allows?|enables?) (?<whom>[^,:;!?()]{2,40}?) to \p{Ll}+ ${REST}`,
      'u',
    ),
    ask: (name, { verb = '', whom = '' }) => [`What ${auxiliary(verb)} ${name} ${base(verb)} ${whom} to do?`],
  },
  {
    shape: new RegExp(
      String.raw`^${SUBJECT} (?<verb>lets?|helps?) (?<whom>you|users|people|teams|developers) (?:to )?\p{Ll}+ ${REST}`,
      'u',
    ),
    ask: (name, { verb = '', whom = '' }) => [`What ${auxiliary(verb)} ${name} ${base(verb)} ${whom} do?`],
  },
  {
    shape: new RegExp(`^${SUBJECT} (?<verb>${WITH_PREPOSITION}) ${REST}`, 'u'),
    ask: (name, { verb = '' }) => [`What ${auxiliary(verb.split(' ')[0] ?? '')} ${name} ${base(verb)}?`],
  },
  {
    shape: new RegExp(String.raw`^${SUBJECT} (?<verb>${KNOWN}|\p{Ll}+s) (?<object>${OBJECT} ${REST})`, 'u'),
    ask: (name, { verb = '', object = '' }) =>
      isAct(verb) && !LEADS_ON.test(object) && !contentStems(name).includes(stem(verb))
        ? [`What does ${name} ${base(verb)}?`]
        : undefined,
  },
];

/** The object alone is not what is said: "asks all staff to …", "sorts mail into …". */
const LEADS_ON = /^(?:\S+ ){1,4}(?:to|as)\s|^(?:\S+ ){1,8}into\s|^(?:an? )?(?:good|great|bad|huge|big) /u;

/** A finite verb that takes an object, and not one that only leads to another verb or judges. */
function isAct(verb: string): boolean {
  if (KNOWN.split('|').includes(verb)) return true;
  const root = thirdPersonBase(verb);
  return root !== undefined && BASE_VERBS.has(root) && !isNounLike(root) && !WEAK.has(root);
}

const WEAK = new Set(
  'seem remain become go come need want have mean begin tend appear let help allow enable make keep give think know say believe feel add serve work function act encourage ask advise expect invite cause force permit exist live run inform tell remind notify teach'.split(
    ' ',
  ),
);

function auxiliary(verb: string): string {
  return verb.endsWith('s') && verb !== 'focus' ? 'does' : 'do';
}

const IRREGULAR = new Map([
  ['focus', 'focus'],
  ['focuses', 'focus'],
]);

function base(verb: string): string {
  const [first = '', ...particle] = verb.split(' ');
  return [
    IRREGULAR.get(first) ?? thirdPersonBase(first) ?? (first.endsWith('ss') ? first : first.replace(/s$/u, '')),
    ...particle,
  ].join(' ');
}
