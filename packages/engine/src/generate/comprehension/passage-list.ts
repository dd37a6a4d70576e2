import { NUMBER_WORDS } from '../../analyze/english/word-classes.ts';
import { leadInQuestions } from '../headings/lead-in.ts';
import { isImperative, lowerFirst, upperFirst } from '../wording/phrases.ts';
import { isCondition } from './condition-clause.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import { subjectName } from './subject-name.ts';

/** "Managers should:" and its list, asked as "What should managers do?" and answered with the list. */
export const passageList = passagePattern({
  name: 'passage-list',
  promise: 'The answer is the whole list that a sentence of the passage announces.',
  precision: 0.88,
  reasoning: 'collect',
  ask: bySentence((sentence: AskedSentence): PassageQuestion | undefined => {
    const { passage, text } = sentence;
    const at = passage.blocks.findIndex(
      ({ start, end }) => start <= sentence.sentence.start && sentence.sentence.end <= end,
    );
    const list = passage.blocks[at + 1];
    if (!text.endsWith(':') || passage.blocks[at]?.kind !== 'paragraph' || list?.kind !== 'list') return undefined;
    const items = (list.items ?? []).filter(({ depth }) => depth === 0).length;
    if (items < 2 || items > MOST_ITEMS || OPEN_LIST.test(sentence.context.text(list))) return undefined;
    const questions =
      askLeadIn(sentence, text) ?? leadInQuestions(text, items, sentence.context.analysis.casing)?.questions;
    return questions === undefined || questions.some(isBare)
      ? undefined
      : { questions, answer: [{ start: list.start, end: list.end }] };
  }),
});

const MOST_ITEMS = 15;

/** "What do steps include?", "What do upload the file and include?": too little, or an act, in the place of a thing. */
function isBare(question: string): boolean {
  const rest = question.replace(/^What (?:do|does) /u, '');
  return BARE.test(question) || (rest !== question && isImperative(upperFirst(rest)));
}

const BARE =
  /^What (?:do|does) (?:the )?(?:steps?|features?|options?|activities|tasks?|items?|things?|examples?|tools?|benefits?|goals?|responsibilities|requirements|duties|topics?|areas?) \w+\?$/u;

/** "And more!" as an item: the list is not all there is. */
const OPEN_LIST = /^[ \t]*(?:[-*•]|\d+[.)])\s+(?:and (?:much |many |so much )?more|etc\b|\.\.\.|…)/imu;

type Groups = Readonly<Record<string, string | undefined>>;

interface LeadInShape {
  readonly shape: RegExp;
  ask(sentence: AskedSentence, groups: Groups): readonly string[] | undefined;
}

const NUMBERS = [...NUMBER_WORDS.keys()].join('|');

/** What is no name for the items of a list, or holds a verb that says something of them. */
const NO_ITEMS =
  /[—–]|\b(?:are|is|include|was|were|has|have|this|these|those|it|they|we|us|our|ours|in mind)\b|^(?:[a-z-]+ ){0,2}(?:[a-z-]*(?:ss|us|is)|things|pages|links|steps|resources|notes|sections|days|weeks|hours|terms|basics)(?: |$)/u;

const SHAPES: readonly LeadInShape[] = [
  {
    // Responsibilities may include but are not limited to: / The formats include:
    shape:
      /^(?:(?:The|Some|Other|Common|Typical|Possible|Your) )?(?<noun>(?:[\p{L}][\p{L}-]+ ){0,3}[\p{Ll}][\p{Ll}-]+s(?: (?:of|for|to|in|that|when|on|with) [^.:;,]{3,70}?)?),? (?:(?:may |can |could |might )?includes?|(?:may |can )?(?:be|are)(?= the following| as follows))(?:,? but (?:is|are) not limited to)?(?: the following| as follows)?:$/u,
    ask: ({ context }, { noun = '' }) => {
      const name = lowerFirst(noun, context.analysis.casing);
      return NO_ITEMS.test(name) ? undefined : whichOf(name);
    },
  },
  {
    // The following documents are required for travel:
    shape:
      /^(?:The|These) following (?<noun>(?:[a-z-]+ ){0,3}[a-z-]+s) (?<rest>(?:are|can be|may be|must be|should be|need to be|will be|apply to|require|do not require|don't require|affect) [^.:;]{3,90}):$/u,
    ask: (_sentence, { noun = '', rest = '' }) => [`Which ${noun} ${rest}?`, `What ${noun} ${rest}?`],
  },
  {
    // Managers should:
    shape: /^(?<subject>[^,.:;!?()]{3,60}?) (?<modal>should|must|can|may|will)(?: (?:do )?the following)?:$/u,
    ask: (sentence, { subject = '', modal = '' }) => named(sentence, subject, (name) => [`What ${modal} ${name} do?`]),
  },
  {
    // The portal allows you to: / The team is responsible for:
    shape:
      /^(?<subject>[^,.:;!?()]{3,60}?) (?<verb>allows?|enables?|lets?|helps?)(?<whom> (?!by\b|with\b|in\b)[^,.:;!?()]{2,40}?)?(?: to)?:$/u,
    ask: (sentence, { subject = '', verb = '', whom = '' }) =>
      named(sentence, subject, (name) => {
        if (/ (?:to|do)\b/u.test(whom)) return [];
        const isSingular = verb.endsWith('s');
        const base = isSingular ? verb.slice(0, -1) : verb;
        return /^(?:allow|enable)$/u.test(base)
          ? whom === ''
            ? []
            : [`What ${isSingular ? 'does' : 'do'} ${name} ${base}${whom} to do?`]
          : [`What ${isSingular ? 'does' : 'do'} ${name} ${base}${whom} do?`];
      }),
  },
  {
    shape:
      /^(?<subject>[^,.:;!?()]{3,60}?) (?<verb>is|are) (?<rest>responsible for|used for|used to|made up of|composed of|designed to|meant to)(?: the following)?:$/u,
    ask: (sentence, { subject = '', verb = '', rest = '' }) =>
      named(sentence, subject, (name) => [
        `What ${verb} ${name} ${rest === 'used to' ? 'used for' : rest}${/^(?:designed|meant)/u.test(rest) ? ' do' : ''}?`,
      ]),
  },
  {
    // Please provide the following information in your request:
    shape:
      /^(?:Please |Then |Also )?(?<verb>provide|include|submit|send|complete|answer|bring|check|consider|use|review|specify|select|choose|gather|prepare|ask|follow) (?:the|these|all of the|all the) following (?<noun>[a-z][a-z -]{2,40}?)(?<rest> (?:to|in|for|by|with|when|as|on|before|after) [^.:;]{3,70})?:$/iu,
    ask: (_sentence, { verb = '', noun = '', rest = '' }) => [
      `Which ${noun} should you ${verb.toLowerCase()}${rest}?`,
      `What ${noun} should you ${verb.toLowerCase()}${rest}?`,
    ],
  },
  {
    // To post a notice, the manager goes through the following steps:
    shape:
      /^To (?<act>[a-z]+ [^,.:;!?()]{4,80}), (?<who>[^,.:;!?()]{2,50}?) (?:(?:will|must|should|can|need to|needs to|has to|have to) )?(?:go|goes|follow|follows|complete|completes|take|takes|perform|performs)(?: through)? (?:the following|these)(?: [a-z]+)?:$/u,
    ask: (_sentence, { act = '' }) =>
      /\b(?:it|this|that|them|these|those)\b/u.test(act)
        ? undefined
        : [
            `What steps have to be taken to ${act}?`,
            `Which steps does the passage give to ${act}?`,
            `What are the steps to ${act}?`,
          ],
  },
  {
    // When you plan a trip, consider the following:
    shape: /^(?<word>When|If|Before|After|Once|While) (?<condition>[^,.:;!?()]{6,100}), (?<main>[^.:;!?()]{3,100}):$/u,
    ask: (_sentence, { word = '', condition = '', main = '' }) => {
      const opener = askMain(main);
      if (opener === undefined || !isCondition(condition, word)) return undefined;
      return [
        `${opener} ${word.toLowerCase()} ${condition}?`,
        `${word} ${condition}, ${opener.charAt(0).toLowerCase()}${opener.slice(1)}?`,
      ];
    },
  },
  {
    // The salary ranges are based on the following factors:
    shape: new RegExp(
      String.raw`^(?<subject>[^,.:;!?()]{3,60}?) (?<verb>is|are) (?<participle>[a-z]+(?:ed|en) (?:on|in|by|into|for|with|from|to)) (?:the following|one of the following|${NUMBERS}) (?<noun>(?:[a-z-]+ ){0,2}[a-z-]+s):$`,
      'u',
    ),
    ask: (sentence, { subject = '', verb = '', participle = '', noun = '' }) =>
      NO_ITEMS.test(noun)
        ? []
        : named(sentence, subject, (name) => [
            `Which ${noun} ${verb} ${name} ${participle}?`,
            `What ${noun} ${verb} ${name} ${participle}?`,
          ]),
  },
  {
    // Here are some tips for writing release notes: / For leave, one of the following forms for managers must be filed:
    shape: new RegExp(
      String.raw`(?:^|\b)(?:the following|several|some|a few|few|many|various|a number of|a couple of|${NUMBERS}) (?:key |main |common |different |basic |general |important |simple |other )*(?<noun>(?:[a-z][a-z-]+ ){0,2}[a-z][a-z-]+s (?:of|for|to|in|that|when|why|on|with|you|about|who|involved|at) [^.:;,]{3,80}?)(?: (?:are|include|can be|may be))?(?: as follows| the following| below)?:$`,
      'u',
    ),
    ask: (_sentence, { noun = '' }) => (NO_ITEMS.test(noun) ? undefined : whichOf(noun)),
  },
];

function whichOf(found: string): string[] {
  const noun = found.replace(/^(?:set|list|series|group|collection|combination|kind|variety) of /u, '');
  return [
    `Which ${noun} does the passage list?`,
    `What ${noun} does the text name?`,
    `Which ${noun} are given in the passage?`,
    `List the ${noun} that the passage names.`,
  ];
}

function askLeadIn(sentence: AskedSentence, text: string): readonly string[] | undefined {
  for (const { shape, ask } of SHAPES) {
    const groups = shape.exec(text)?.groups;
    const questions = groups === undefined ? undefined : ask(sentence, groups);
    if (questions !== undefined && questions.length > 0) return questions;
  }
  return undefined;
}

function named(
  { context }: AskedSentence,
  subject: string,
  ask: (name: string) => readonly string[],
): readonly string[] | undefined {
  const name = /^you$/iu.test(subject) ? undefined : subjectName(context, subject);
  return name === undefined ? undefined : ask(name);
}

/** What the main clause before a list asks to do, without its condition. */
function askMain(main: string): string | undefined {
  const { verb } =
    /^(?:please )?(?<verb>consider|include|check|provide|use|ask|remember|submit|bring|specify|keep in mind)(?: (?:the|these|all of the) following(?: [a-z]+){0,2}| these(?: [a-z]+){1,2})?$/u.exec(
      main,
    )?.groups ?? {};
  if (verb !== undefined) return `What should you ${verb}`;
  const { modal } =
    /^you(?:'ll)? ?(?<modal>should|must|can|need to|have to)(?: do)?(?: the following| one of the following)?$/u.exec(
      main,
    )?.groups ?? {};
  if (modal !== undefined) return modal.endsWith(' to') ? `What do you ${modal} do` : `What ${modal} you do`;
  return isImperative(main) && /\b(?:follow|take|do|complete)\b.*\b(?:steps?|following|actions?)\b/u.test(main)
    ? 'What should you do'
    : undefined;
}
