import { thirdPersonBase } from '../../analyze/english/verbs.ts';
import { lowerFirst, subjectDefect } from '../phrases.ts';
import { passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';

/** "The registry stores images of releases." asked as "What does the registry store?". */
export const passageFact = passagePattern({
  name: 'passage-fact',
  promise: 'One sentence of the passage says of its subject what the question asks.',
  precision: 0.85,
  isDefault: false,
  reasoning: 'recall',
  ask: ({ text, context }: AskedSentence): PassageQuestion | undefined => {
    for (const { shape, ask } of SHAPES) {
      const groups = shape.exec(text)?.groups;
      const subject = groups?.['subject'];
      if (groups === undefined || subject === undefined) continue;
      if (subjectDefect(subject, 6) !== undefined) return undefined;
      const questions = ask(lowerFirst(subject, context.analysis.casing), groups);
      return questions === undefined ? undefined : { questions };
    }
    return undefined;
  },
});

type Groups = Readonly<Record<string, string | undefined>>;

interface FactShape {
  readonly shape: RegExp;
  ask(name: string, groups: Groups): readonly string[] | undefined;
}

const SUBJECT = '(?<subject>[^,:;!?()]{2,70}?)';
/** What a noun phrase in the place of the object begins with. */
const OBJECT =
  '(?:an?|the|your|all|any|each|every|some|several|many|two|three|both|one|more|\\p{Ll}+(?:s|ion|ment|ing|ity|ive|al|ic|ed|ent|ant|ful|ous))';
const VERBS =
  'provides|contains|includes|stores|returns|requires|supports|covers|offers|handles|manages|describes|defines|determines|controls|specifies|represents|creates|generates|produces|checks|validates|converts|tracks|measures|displays|indicates|causes|reduces|prevents|ensures|explains|outlines|maintains|oversees|reviews|approves|monitors|consists of|depends on|focuses on|applies to|leads to|results in|contributes to|relies on';

const SHAPES: readonly FactShape[] = [
  {
    shape: new RegExp(
      `^${SUBJECT} (?<verb>is|are) (?<rest>used (?:for|to)|responsible for|made up of|composed of|based on|intended for|designed to|meant to) [^:;!?]{10,240}\\.$`,
      'u',
    ),
    ask: (name, { verb = '', rest = '' }) => {
      if (/^(?:used|designed|meant) to$/u.test(rest))
        return [
          `What ${verb} ${name} ${rest} do?`,
          ...(rest === 'used to' ? [`What ${verb} ${name} used for?`] : []),
        ].slice(rest === 'used to' ? 1 : 0);
      return [`What ${verb} ${name} ${rest}?`];
    },
  },
  {
    shape: new RegExp(
      `^${SUBJECT} (?<verb>allows?|enables?) (?<whom>[^,:;!?()]{2,40}?) to [a-z]+ [^:;!?]{8,240}\\.$`,
      'u',
    ),
    ask: (name, { verb = '', whom = '' }) => [`What ${auxiliary(verb)} ${name} ${base(verb)} ${whom} to do?`],
  },
  {
    shape: new RegExp(
      `^${SUBJECT} (?<verb>lets?|helps?) (?<whom>you|users|people|teams|developers|us) (?:to )?[a-z]+ [^:;!?]{8,240}\\.$`,
      'u',
    ),
    ask: (name, { verb = '', whom = '' }) => [`What ${auxiliary(verb)} ${name} ${base(verb)} ${whom} do?`],
  },
  {
    shape: new RegExp(`^${SUBJECT} (?<verb>${VERBS}) (?:${OBJECT}) [^:;!?]{8,240}\\.$`, 'u'),
    ask: (name, { verb = '' }) => [`What does ${name} ${base(verb)}?`],
  },
];

function auxiliary(verb: string): string {
  return verb.endsWith('s') ? 'does' : 'do';
}

function base(verb: string): string {
  const [first = '', ...particle] = verb.split(' ');
  return [thirdPersonBase(first) ?? first.replace(/s$/u, ''), ...particle].join(' ');
}
