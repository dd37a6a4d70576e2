import type { Section, Sentence } from '../../analyze/analysis.ts';
import { NUMBER_WORDS } from '../../analyze/english/word-classes.ts';
import { thirdPersonBase } from '../../analyze/english/verbs.ts';
import { anchorFor } from '../anchor.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { isUnlicensedDefinite, lowerFirst, subjectDefect, toFirstPerson } from '../phrases.ts';

type Groups = Readonly<Record<string, string | undefined>>;

interface QuantityRule {
  readonly shape: RegExp;
  ask(groups: Groups, subject: string): readonly string[] | undefined;
}

const NUMBER = `(?:\\d[\\d,.]*|${[...NUMBER_WORDS.keys()].join('|')})`;
const ABOUT =
  '(?:about |around |approximately |roughly |up to |at least |at most |no more than |no less than |only |exactly |just |a maximum of |a minimum of )?';
const UNIT =
  '(?<unit>(?:business |calendar |working )?(?:milliseconds|seconds|minutes|hours|days|weeks|months|years|bytes|bits|kilobytes|megabytes|gigabytes|characters|words|pages|lines|meters|metres|kilometers|kilometres|miles|feet|inches|grams|kilograms|pounds|tons|tonnes|dollars|euros|percent|degrees|people|members|points))';
const SUBJECT = '(?<subject>[^.:;!?,()]{3,60}?)';
const REST = '(?<rest>[^.:;!?]{0,120})';

const RULES: readonly QuantityRule[] = [
  {
    // The maximum length of a name is 63 bytes.
    shape: new RegExp(
      `^(?<subject>(?:The )?(?:maximum|minimum|default|average|recommended|maximal|minimal) [^.:;!?,()]{0,40}?(?:value|number|size|length|time|timeout|limit|port|depth|level|width|height|rate|age|interval|period|duration|price|fee|distance|weight|amount|temperature|speed|capacity)s?(?: (?:of|for) [^.:;!?,()]{2,50}?)) (?<verb>is|are) ${ABOUT}${NUMBER}(?!\\s*(?:or|and|to|if)\\b)(?: ${UNIT})?(?:,| (?:per|for|from|in|by|when|unless|if)\\b)?${REST}\\.$`,
      'iu',
    ),
    ask: ({ verb }, subject) => [`What ${verb} ${/^the /iu.test(subject) ? subject : `the ${subject}`}?`],
  },
  {
    // A firing takes ten hours.
    shape: new RegExp(
      `^${SUBJECT} (?<verb>takes|lasts|costs|weighs|requires|needs) ${ABOUT}${NUMBER} ${UNIT}\\b(?<aim> (?:for|to) [^.,:;!?]{3,60})?${REST}\\.$`,
      'iu',
    ),
    ask: ({ verb = '', unit, aim = '' }, subject) => [
      `How many ${unit} does ${subject} ${thirdPersonBase(verb) ?? verb.slice(0, -1)}${aim}?`,
    ],
  },
  {
    // A passphrase must be at least 16 characters long.
    shape: new RegExp(
      `^${SUBJECT} (?<modal>must|should|can|may|will|need to) be ${ABOUT}${NUMBER} (?<unit>[a-z]+) (?<adjective>long|old|high|wide|deep|tall|thick|heavy)\\b${REST}\\.$`,
      'iu',
    ),
    ask: ({ modal, adjective }, subject) =>
      modal === 'need to'
        ? [`How ${adjective} do ${subject} need to be?`]
        : [`How ${adjective} ${modal} ${subject} be?`],
  },
  {
    // The wall is 12 feet high.
    shape: new RegExp(
      `^${SUBJECT} (?<verb>is|are|was|were) ${ABOUT}${NUMBER} (?<unit>[a-z]+) (?<adjective>long|high|wide|deep|tall|thick)\\b${REST}\\.$`,
      'iu',
    ),
    ask: ({ verb, adjective }, subject) => [`How ${adjective} ${verb} ${subject}?`],
  },
  {
    // Sessions expire after 30 minutes. / Old files are deleted after 30 days.
    shape: new RegExp(
      `^${SUBJECT} (?<verb>is|are|will be|must be|should be) (?<action>[a-z]+ed) (?:within|after) ${ABOUT}${NUMBER} ${UNIT}\\b${REST}\\.$`,
      'iu',
    ),
    ask: ({ verb = '', action, unit }, subject) => {
      const [auxiliary = '', ...rest] = verb.split(' ');
      return [`After how many ${unit} ${[auxiliary, subject, ...rest, action].join(' ')}?`];
    },
  },
  {
    shape: new RegExp(
      `^${SUBJECT} (?<verb>expires?|ends?|closes?|times? out) after ${ABOUT}${NUMBER} ${UNIT}\\b${REST}\\.$`,
      'iu',
    ),
    ask: ({ verb = '', unit }, subject) => {
      const base = verb.replace(/^time(s?) out$/u, 'time$1');
      const bare = base.endsWith('s') ? base.slice(0, -1) : base;
      const action = verb.endsWith('out') ? 'time out' : bare;
      return [`After how many ${unit} ${base.endsWith('s') ? 'does' : 'do'} ${subject} ${action}?`];
    },
  },
  {
    // The bridge was built in 1932.
    shape: new RegExp(
      `^${SUBJECT} (?<verb>was|were) (?:first |originally |officially |formally )?(?<action>founded|established|built|released|introduced|created|published|invented|discovered|launched|signed|adopted|completed|opened|born|designed|developed) (?:in|on) (?:\\p{Lu}\\p{Ll}+ )?(?:\\d{1,2}, )?[12]\\d{3}\\b${REST}\\.$`,
      'u',
    ),
    ask: ({ verb, action }, subject) =>
      /^an? /u.test(subject)
        ? undefined
        : [`When ${verb} ${subject} ${action}?`, `In which year ${verb} ${subject} ${action}?`],
  },
  {
    // The library has four floors. What is counted only so far as it does something has no number of its own.
    shape: new RegExp(
      `^${SUBJECT} (?<verb>has|have|contains?|supports?|consists? of) ${ABOUT}${NUMBER} (?<noun>(?:[a-z-]+ ){0,2}[a-z-]+s)(?<part> (?:of|for) [a-z-]+)?(?:,? (?:of|for|in|on|per|with) [^.:;!?]{1,100})?\\.$`,
      'u',
    ),
    ask: ({ verb = '', noun, part = '' }, subject) => {
      const isSingular = /^(?:has|\w+s)(?: of)?$/u.test(verb);
      const base = verb === 'has' ? 'have' : verb.replace(/s(?= of$|$)/u, '');
      return NO_COUNT.test(noun ?? '')
        ? undefined
        : [`How many ${noun}${part} ${isSingular ? 'does' : 'do'} ${subject} ${base}?`];
    },
  },
];

/** Nouns whose number says nothing: what matters is which they are. */
const NO_COUNT =
  /(?:ways|things|reasons|kinds|types|sorts|forms|effects|problems|choices|advantages|disadvantages|drawbacks|purposes|options|possibilities|consequences|meanings|points|cases|times|goals|s[sc]|this|is|as)$/u;

/** A sentence that gives a number, asked for by what it measures. */
export const quantity: Pattern = {
  name: 'quantity',
  task: 'qa',
  promise: 'One sentence of the document gives the number, the date or the limit that is asked for.',
  family: 'sentence',
  version: 1,
  languages: ['en'],
  precision: 0.85,
  isDefault: false,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const index of section.sentences) {
        const sentence = context.analysis.sentences[index];
        if (sentence === undefined || context.document.blocks[sentence.block]?.kind !== 'paragraph') continue;
        const draft = readQuantity(context, section, sentence);
        if (draft !== undefined) yield draft;
      }
    }
  },
};

function readQuantity(context: PatternContext, section: Section, sentence: Sentence): Draft | undefined {
  if (sentence.end - sentence.start > 260) return undefined;
  const text = context.text(sentence).replaceAll(/\s+/gu, ' ');
  if (!HOLDS_NUMBER.test(text) || /\b(?:we|our|us|I)\b/u.test(text)) return undefined;
  for (const { shape, ask } of RULES) {
    const groups = shape.exec(text)?.groups;
    const subject = groups?.['subject'];
    if (groups === undefined || subject === undefined) continue;
    if (subjectDefect(subject, 8) !== undefined || isUnlicensedDefinite(subject) || LEANS.test(subject))
      return undefined;
    const questions = ask(groups, lowerFirst(subject, context.analysis.casing));
    if (questions === undefined) return undefined;
    const question = toFirstPerson(context.choose(sentence, questions));
    const passage = context.body(section);
    return {
      section,
      question,
      anchor: anchorFor(context, section, question),
      ...(passage === undefined ? {} : { passage: passage.pieces }),
      answer: [{ start: sentence.start, end: sentence.end }],
      reasoning: 'recall',
      focus: question,
      fit: 0.6,
    };
  }
  return undefined;
}

const HOLDS_NUMBER = new RegExp(`\\d|\\b(?:${[...NUMBER_WORDS.keys()].join('|')})\\b`, 'iu');

/** A subject that only its neighbours explain. */
const LEANS =
  /\b(?:other|another|same|following|above|below|such|this|that|next|previous|first|second|last|latter|former)\b/iu;
