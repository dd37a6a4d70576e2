import { BASE_VERBS, thirdPersonBase } from '../../analyze/english/verbs.ts';
import { NUMBER_WORDS } from '../../analyze/english/word-classes.ts';

export type Groups = Readonly<Record<string, string | undefined>>;

/** A sentence whose subject, verb and number stand where they are looked for. */
export interface NumberShape {
  readonly shape: RegExp;
  /** The questions for a subject, "you" where the sentence has none. */
  ask(name: string, groups: Groups): readonly string[] | undefined;
}

export const NUMBER = `(?:\\d[\\d,.]*|${[...NUMBER_WORDS.keys()].join('|')})`;
const AMOUNT = `${NUMBER}(?:[-–]${NUMBER})?`;
const ABOUT =
  '(?:about |around |approximately |roughly |up to |at least |at most |no more than |no less than |only |exactly |just |a maximum of |a minimum of |less than |more than |between )?';
const UNIT =
  '(?<unit>(?:business |calendar |working |work )?(?:milliseconds|seconds|minutes|hours|days|weeks|months|years|bytes|bits|kilobytes|megabytes|gigabytes|[KMGT]i?B|characters|words|pages|lines|meters|metres|kilometers|kilometres|miles|feet|inches|grams|kilograms|pounds|tons|tonnes|dollars|euros|percent|degrees|people|members|points))';
const SUBJECT = '(?<subject>[^.:;!?,()]{3,70}?)';
/** What narrows the question down, to the end of the sentence. */
const CASE =
  '(?<case>(?: (?:once|after|before|if|when|for|to|from|per|on|in|during|prior to|in advance of) [^.,:;!?()]{3,80})?)';
const SINCE = '(?<case>(?: (?:of|from|after|before) [^.,:;!?()]{3,80})?)';
const MODAL = '(?<modal>must|should|can|may|will|need to|have to|are required to|is required to)';
const ADVERB = '(?<adverb>(?: (?:typically|usually|normally|generally|automatically|officially))?)';

export const NUMBER_SHAPES: readonly NumberShape[] = [
  {
    // The maximum length of a name is 63 bytes.
    shape: new RegExp(
      `^(?<subject>(?:The )?(?:maximum|minimum|default|average|recommended|maximal|minimal) [^.:;!?,()]{0,40}?(?:number|size|length|time|timeout|limit|port|depth|level|width|height|rate|age|interval|period|duration|price|fee|distance|weight|amount|temperature|speed|capacity)s?(?: (?:of|for) [^.:;!?,()]{2,50}?)?) (?<verb>is|are) ${ABOUT}[$€£]?${AMOUNT}(?! (?:or|and|to|if)\\b)(?: [a-z]+){0,2}\\.$`,
      'iu',
    ),
    ask: (name, { verb }) =>
      isNarrow(name) ? [`What ${verb} ${/^the /iu.test(name) ? name : `the ${name}`}?`] : undefined,
  },
  {
    // A firing takes ten hours.
    shape: new RegExp(
      `^${SUBJECT}(?: (?<modal>can|may|will|should))?${ADVERB} (?<verb>takes?|lasts?|costs?|weighs?) (?:for )?${ABOUT}${AMOUNT} ${UNIT}${CASE}\\.$`,
      'iu',
    ),
    ask: (name, { modal, adverb = '', verb = '', unit = '', case: narrowed = '' }) => {
      const base = verb.replace(/s$/u, '');
      const auxiliary = modal ?? (verb.endsWith('s') ? 'does' : 'do');
      const isTime = /^(?:take|last)$/u.test(base);
      return [
        ...(isTime ? [`How long ${auxiliary} ${name}${adverb} ${base}${narrowed}?`] : []),
        `How many ${unit} ${auxiliary} ${name}${adverb} ${base}${narrowed}?`,
      ];
    },
  },
  {
    // A passphrase must be at least 16 characters long.
    shape: new RegExp(
      `^${SUBJECT} (?<modal>must|should|can|may|will|need to) be ${ABOUT}${AMOUNT} (?<unit>[a-z]+) (?<adjective>long|old|high|wide|deep|tall|thick|heavy)${CASE}\\.$`,
      'iu',
    ),
    ask: (name, { modal, adjective, case: narrowed = '' }) =>
      modal === 'need to'
        ? [`How ${adjective} do ${name} need to be${narrowed}?`]
        : [`How ${adjective} ${modal} ${name} be${narrowed}?`],
  },
  {
    // The wall is 12 feet high.
    shape: new RegExp(
      `^${SUBJECT} (?<verb>is|are|was|were) ${ABOUT}${AMOUNT} (?<unit>[a-z]+) (?<adjective>long|high|wide|deep|tall|thick)\\.$`,
      'iu',
    ),
    ask: (name, { verb, adjective }) => [`How ${adjective} ${verb} ${name}?`],
  },
  {
    // Old files are deleted after 30 days; the index is updated every ten minutes; tokens are valid for two hours.
    shape: new RegExp(
      `^${SUBJECT} (?<verb>is|are|will be|must be|should be|can be)${ADVERB} (?<action>[a-z]+ed|kept|held|sent|paid|run|valid) (?<place>within|after|every|for) ${ABOUT}${AMOUNT} ${UNIT}${SINCE}\\.$`,
      'iu',
    ),
    ask: (name, { verb = '', adverb = '', action = '', unit = '', place = '', case: narrowed = '' }) => {
      const [auxiliary = '', ...rest] = verb.split(' ');
      const turned = [auxiliary, name, ...rest].join(' ');
      return [
        `${askPlace(place, unit, narrowed)} ${turned}${adverb} ${action}${place === 'within' || place === 'after' ? '' : narrowed}?`,
      ];
    },
  },
  {
    shape: new RegExp(
      `^${SUBJECT} (?<verb>expires?|ends?|closes?|times? out)${ADVERB} after ${ABOUT}${AMOUNT} ${UNIT}${SINCE}\\.$`,
      'iu',
    ),
    ask: (name, { verb = '', adverb = '', unit, case: narrowed = '' }) => {
      const isSingular = /^(?:expires|ends|closes|times)\b/u.test(verb);
      const base = isSingular ? verb.replace(/s(?= out$|$)/u, '') : verb;
      return [`After how many ${unit}${narrowed} ${isSingular ? 'does' : 'do'} ${name}${adverb} ${base}?`];
    },
  },
  {
    // The size of a chunk is limited to 1024 bytes.
    shape: new RegExp(`^${SUBJECT} (?<verb>is|are) limited to ${ABOUT}${AMOUNT} ${UNIT}${CASE}\\.$`, 'iu'),
    ask: (name, { verb, unit, case: narrowed = '' }) => [`To how many ${unit}${narrowed} ${verb} ${name} limited?`],
  },
  {
    // The bridge was built in 1932.
    shape: new RegExp(
      `^${SUBJECT} (?<verb>was|were)(?<adverb>(?: (?:first|originally|officially|formally))?) (?<action>founded|established|built|released|introduced|created|published|invented|discovered|launched|signed|adopted|completed|opened|born|designed|developed) (?:in|on) (?:\\p{Lu}\\p{Ll}+ )?(?:\\d{1,2}, )?[12]\\d{3}(?<case>(?: (?:by|as|to|under) [^.,:;!?()]{3,80})?)\\.$`,
      'u',
    ),
    ask: (name, { verb, adverb = '', action, case: narrowed = '' }) => [
      `When ${verb} ${name}${adverb} ${action}${narrowed}?`,
      `In which year ${verb} ${name}${adverb} ${action}${narrowed}?`,
    ],
  },
  {
    // You must submit the form within 30 days of the trip.
    shape: new RegExp(
      `^${SUBJECT} ${MODAL} (?<act>[a-z]+ [^.:;!?,()]{3,80}?) within ${ABOUT}${AMOUNT} ${UNIT}${SINCE}\\.$`,
      'iu',
    ),
    ask: (name, { modal = '', act = '', unit = '', case: narrowed = '' }) => [
      `Within how many ${unit}${narrowed} ${turn(name, modal)} ${act}?`,
    ],
  },
  {
    // Apply at least ten days before the trip.
    shape: new RegExp(
      `^(?:${SUBJECT} ${MODAL} )?(?<act>[a-z]+ [^.:;!?,()]{3,80}?) (?:at least |no later than |up to )${NUMBER} ${UNIT}(?<of> (?:before|after|in advance of|prior to) [^.:;!?,()]{3,60})\\.$`,
      'iu',
    ),
    ask: (name, { modal = 'should', act = '', unit = '', of = '' }) => [
      `How many ${unit}${of} ${turn(name, modal)} ${act.charAt(0).toLowerCase()}${act.slice(1)}?`,
    ],
  },
  {
    // The safe clears its log after 10 seconds.
    shape: new RegExp(
      `^${SUBJECT} (?<verb>[a-z]+s) (?<object>(?:the|an?|all|its|your) [^.:;!?,()]{3,60}?) (?<place>within|after|every|for) ${ABOUT}${AMOUNT} ${UNIT}${SINCE}\\.$`,
      'u',
    ),
    ask: (name, { verb = '', object = '', place = '', unit = '', case: narrowed = '' }) => {
      const base = thirdPersonBase(verb);
      if (base === undefined) return undefined;
      const tail = place === 'within' || place === 'after' ? '' : narrowed;
      return [`${askPlace(place, unit, narrowed)} does ${name} ${base} ${object}${tail}?`];
    },
  },
  {
    // You have 30 days to appeal.
    shape: new RegExp(`^${SUBJECT} (?<verb>have|has) ${ABOUT}${AMOUNT} ${UNIT}(?<aim> to [^.:;!?,()]{3,90})\\.$`, 'iu'),
    ask: (name, { verb, unit, aim = '' }) => [`How many ${unit} ${verb === 'has' ? 'does' : 'do'} ${name} have${aim}?`],
  },
  {
    // New parents may take up to 12 weeks of leave.
    shape: new RegExp(
      `^${SUBJECT} ${MODAL} (?<verb>[a-z]+) ${ABOUT}${AMOUNT} (?<what>(?:[a-z-]+ )?[a-z]{3,}s of [^.:;!?,()]{3,40}?|[a-z]{3,}s)${CASE}\\.$`,
      'iu',
    ),
    ask: (name, { modal = '', verb = '', what = '', case: narrowed = '' }) =>
      BASE_VERBS.has(verb) && !NO_COUNT.test(what) && !(TIME.test(what) && !/^(?:wait|work|stay)$/u.test(verb))
        ? [`How many ${what} ${turn(name, modal)} ${verb}${narrowed}?`]
        : undefined,
  },
  {
    // The library has four floors. What is counted only so far as it does something has no number of its own.
    shape: new RegExp(
      `^${SUBJECT} (?<verb>has|have|contains?|supports?|consists? of) ${ABOUT}${AMOUNT} (?<noun>(?:[a-z-]+ ){0,2}[a-z-]+s)(?<part> (?:of|for) [a-z-]+)?(?:,? (?:of|for|in|on|per|with) [^.:;!?]{1,100})?\\.$`,
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
function turn(name: string, modal: string): string {
  if (modal.endsWith('required to')) return `${modal.split(' ')[0] ?? ''} ${name} required to`;
  return modal.endsWith(' to') ? `do ${name} ${modal}` : `${modal} ${name}`;
}

/** "After how many days of the trip", "How often", "For how long". */
function askPlace(place: string, unit: string, narrowed: string): string {
  if (place === 'every') return 'How often';
  if (place === 'for') return 'For how long';
  return `${place.charAt(0).toUpperCase()}${place.slice(1)} how many ${unit}${narrowed}`;
}

/** "The minimum allowed value" of what? */
function isNarrow(name: string): boolean {
  const said = name.replace(/^(?:the )?(?:maximum|minimum|default|average|recommended|maximal|minimal) /iu, '');
  return / (?:of|for) /u.test(said) || said.replace(/\b(?:allowed|possible|permitted|valid) /gu, '').includes(' ');
}

/** "You can receive four hours" of something. */
const TIME = /^(?:seconds|minutes|hours|days|weeks|months|years)$/u;

/** Nouns whose number says nothing: what matters is which they are. */
const NO_COUNT =
  /(?:ways|things|reasons|kinds|types|sorts|forms|effects|problems|choices|advantages|disadvantages|drawbacks|purposes|options|possibilities|consequences|meanings|points|cases|times|goals|others|s[sc]|this|is|as)$/u;
