import { NUMBER_WORDS } from '../../analyze/english/word-classes.ts';
import { thirdPersonBase } from '../../analyze/english/verbs.ts';
import { isImperative } from '../wording/phrases.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import { subjectName } from './subject-name.ts';

type Groups = Readonly<Record<string, string | undefined>>;

interface NumberShape {
  readonly shape: RegExp;
  /** The questions for a subject, "you" where the sentence has none. */
  ask(name: string, groups: Groups): readonly string[] | undefined;
}

const NUMBER = `(?:\\d[\\d,.]*|${[...NUMBER_WORDS.keys()].join('|')})`;
const ABOUT =
  '(?:about |around |approximately |roughly |up to |at least |at most |no more than |no less than |only |exactly |just |a maximum of |a minimum of )?';
const UNIT =
  '(?<unit>(?:business |calendar |working |work )?(?:milliseconds|seconds|minutes|hours|days|weeks|months|years|bytes|bits|kilobytes|megabytes|gigabytes|characters|words|pages|lines|meters|metres|kilometers|kilometres|miles|feet|inches|grams|kilograms|pounds|tons|tonnes|dollars|euros|percent|degrees|people|members|points))';
const SUBJECT = '(?<subject>[^.:;!?,()]{3,70}?)';
const REST = '(?<rest>[^.:;!?]{0,120})';
const MODAL = '(?<modal>must|should|can|may|will|need to|have to|are required to|is required to)';

const SHAPES: readonly NumberShape[] = [
  {
    // The maximum length of a name is 63 bytes.
    shape: new RegExp(
      `^(?<subject>(?:The )?(?:maximum|minimum|default|average|recommended|maximal|minimal) [^.:;!?,()]{0,40}?(?:value|number|size|length|time|timeout|limit|port|depth|level|width|height|rate|age|interval|period|duration|price|fee|distance|weight|amount|temperature|speed|capacity)s?(?: (?:of|for) [^.:;!?,()]{2,50}?)?) (?<verb>is|are) ${ABOUT}[$€£]?${NUMBER}(?!\\s*(?:or|and|to|if)\\b)${REST}\\.$`,
      'iu',
    ),
    ask: (name, { verb }) => [`What ${verb} ${/^the /iu.test(name) ? name : `the ${name}`}?`],
  },
  {
    // A firing takes ten hours.
    shape: new RegExp(
      `^${SUBJECT} (?<verb>takes|lasts|costs|weighs|requires) ${ABOUT}${NUMBER}(?:[-–]${NUMBER})? ${UNIT}\\b(?<aim> (?:for|to) [^.,:;!?]{3,60})?${REST}\\.$`,
      'iu',
    ),
    ask: (name, { verb = '', unit, aim = '' }) => [
      `How many ${unit} does ${name} ${thirdPersonBase(verb) ?? verb.slice(0, -1)}${aim}?`,
      ...(verb === 'takes' || verb === 'lasts' ? [`How long does ${name} ${verb.slice(0, -1)}${aim}?`] : []),
    ],
  },
  {
    // A passphrase must be at least 16 characters long.
    shape: new RegExp(
      `^${SUBJECT} (?<modal>must|should|can|may|will|need to) be ${ABOUT}${NUMBER} (?<unit>[a-z]+) (?<adjective>long|old|high|wide|deep|tall|thick|heavy)\\b${REST}\\.$`,
      'iu',
    ),
    ask: (name, { modal, adjective }) =>
      modal === 'need to' ? [`How ${adjective} do ${name} need to be?`] : [`How ${adjective} ${modal} ${name} be?`],
  },
  {
    // The wall is 12 feet high.
    shape: new RegExp(
      `^${SUBJECT} (?<verb>is|are|was|were) ${ABOUT}${NUMBER} (?<unit>[a-z]+) (?<adjective>long|high|wide|deep|tall|thick)\\b${REST}\\.$`,
      'iu',
    ),
    ask: (name, { verb, adjective }) => [`How ${adjective} ${verb} ${name}?`],
  },
  {
    // Old files are deleted after 30 days.
    shape: new RegExp(
      `^${SUBJECT} (?<verb>is|are|will be|must be|should be) (?<action>[a-z]+ed) (?<place>within|after) ${ABOUT}${NUMBER} ${UNIT}\\b(?<of> (?:of|after|before) [^.,:;!?]{3,60})?${REST}\\.$`,
      'iu',
    ),
    ask: (name, { verb = '', action, unit, place = '', of = '' }) => {
      const [auxiliary = '', ...rest] = verb.split(' ');
      return [
        `${place.charAt(0).toUpperCase()}${place.slice(1)} how many ${unit}${of} ${[auxiliary, name, ...rest, action].join(' ')}?`,
      ];
    },
  },
  {
    shape: new RegExp(
      `^${SUBJECT} (?<verb>expires?|ends?|closes?|times? out) after ${ABOUT}${NUMBER} ${UNIT}\\b${REST}\\.$`,
      'iu',
    ),
    ask: (name, { verb = '', unit }) => {
      const isSingular = /^(?:expires|ends|closes|times)\b/u.test(verb);
      return [
        `After how many ${unit} ${isSingular ? 'does' : 'do'} ${name} ${isSingular ? verb.replace(/s(?= out$|$)/u, '') : verb}?`,
      ];
    },
  },
  {
    // The bridge was built in 1932.
    shape: new RegExp(
      `^${SUBJECT} (?<verb>was|were) (?:first |originally |officially |formally )?(?<action>founded|established|built|released|introduced|created|published|invented|discovered|launched|signed|adopted|completed|opened|born|designed|developed) (?:in|on) (?:\\p{Lu}\\p{Ll}+ )?(?:\\d{1,2}, )?[12]\\d{3}\\b${REST}\\.$`,
      'u',
    ),
    ask: (name, { verb, action }) => [`When ${verb} ${name} ${action}?`, `In which year ${verb} ${name} ${action}?`],
  },
  {
    // You must submit the form within 30 days of the trip.
    shape: new RegExp(
      `^${SUBJECT} ${MODAL} (?<act>[a-z]+ [^.:;!?,()]{3,80}?) within ${NUMBER} ${UNIT}(?<of> (?:of|after|before|from) [^.:;!?,()]{3,60})?\\.$`,
      'iu',
    ),
    ask: (name, { modal = '', act = '', unit = '', of = '' }) => [
      `Within how many ${unit}${of} ${asked(name, modal)} ${act}?`,
    ],
  },
  {
    // Apply at least ten days before the trip.
    shape: new RegExp(
      `^(?:${SUBJECT} ${MODAL} )?(?<act>[a-z]+ [^.:;!?,()]{3,80}?) (?:at least |no later than |up to )${NUMBER} ${UNIT}(?<of> (?:before|after|in advance of|prior to) [^.:;!?,()]{3,60})\\.$`,
      'iu',
    ),
    ask: (name, { modal = 'should', act = '', unit = '', of = '' }) => [
      `How many ${unit}${of} ${asked(name, modal)} ${act.charAt(0).toLowerCase()}${act.slice(1)}?`,
    ],
  },
  {
    // The safe clears its log after 10 seconds.
    shape: new RegExp(
      `^${SUBJECT} (?<verb>[a-z]+s) (?<object>(?:the|an?|all|its|your) [^.:;!?,()]{3,60}?) (?<place>within|after|every) ${ABOUT}${NUMBER} ${UNIT}(?<of> (?:of|after|before|from) [^.:;!?,()]{3,60})?\\.$`,
      'u',
    ),
    ask: (name, { verb = '', object = '', place = '', unit = '', of = '' }) => {
      const base = thirdPersonBase(verb);
      if (base === undefined) return undefined;
      return place === 'every'
        ? [`How often does ${name} ${base} ${object}?`]
        : [`${place.charAt(0).toUpperCase()}${place.slice(1)} how many ${unit}${of} does ${name} ${base} ${object}?`];
    },
  },
  {
    // You have 30 days to appeal.
    shape: new RegExp(`^${SUBJECT} (?<verb>have|has) ${ABOUT}${NUMBER} ${UNIT}(?<aim> to [^.:;!?,()]{3,90})\\.$`, 'iu'),
    ask: (name, { verb, unit, aim = '' }) => [`How many ${unit} ${verb === 'has' ? 'does' : 'do'} ${name} have${aim}?`],
  },
  {
    // The library has four floors. What is counted only so far as it does something has no number of its own.
    shape: new RegExp(
      `^${SUBJECT} (?<verb>has|have|contains?|supports?|consists? of) ${ABOUT}${NUMBER} (?<noun>(?:[a-z-]+ ){0,2}[a-z-]+s)(?<part> (?:of|for) [a-z-]+)?(?:,? (?:of|for|in|on|per|with) [^.:;!?]{1,100})?\\.$`,
      'u',
    ),
    ask: (name, { verb = '', noun, part = '' }) => {
      const isSingular = /^(?:has|\w+s)(?: of)?$/u.test(verb);
      const base = verb === 'has' ? 'have' : verb.replace(/s(?= of$|$)/u, '');
      return NO_COUNT.test(noun ?? '')
        ? undefined
        : [`How many ${noun}${part} ${isSingular ? 'does' : 'do'} ${name} ${base}?`];
    },
  },
];

/** "must the applicant", "do you need to": the verb before its subject. */
function asked(name: string, modal: string): string {
  if (modal.endsWith('required to')) return `${modal.split(' ')[0] ?? ''} ${name} required to`;
  return modal.endsWith(' to') ? `do ${name} ${modal}` : `${modal} ${name}`;
}

/** Nouns whose number says nothing: what matters is which they are. */
const NO_COUNT =
  /(?:ways|things|reasons|kinds|types|sorts|forms|effects|problems|choices|advantages|disadvantages|drawbacks|purposes|options|possibilities|consequences|meanings|points|cases|times|goals|s[sc]|this|is|as)$/u;

/** A sentence that gives a number, asked for by what it measures. */
export const passageNumber = passagePattern({
  name: 'passage-number',
  promise: 'One sentence of the passage gives the number, the date or the limit that is asked for.',
  precision: 0.85,
  reasoning: 'recall',
  ask: bySentence(({ text, context }: AskedSentence): PassageQuestion | undefined => {
    if (!HOLDS_NUMBER.test(text)) return undefined;
    for (const { shape, ask } of SHAPES) {
      const groups = shape.exec(text)?.groups;
      if (groups === undefined) continue;
      const { subject = 'You', act } = groups;
      if (groups['subject'] === undefined && !isImperative(act ?? '')) continue;
      if (/\b(?:if|when|due|that|which|who|because)\b/u.test(act ?? '')) continue;
      const name = /^you$/iu.test(subject) ? 'you' : subjectName(context, subject, 8);
      const questions = name === undefined ? undefined : ask(name, groups);
      return questions === undefined ? undefined : { questions };
    }
    return undefined;
  }),
});

const HOLDS_NUMBER = new RegExp(`\\d|\\b(?:${[...NUMBER_WORDS.keys()].join('|')})\\b`, 'iu');
