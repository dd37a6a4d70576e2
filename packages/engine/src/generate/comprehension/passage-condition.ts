import { BASE_VERBS, thirdPersonBase } from '../../analyze/english/verbs.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import type { PatternContext } from '../pattern.ts';
import { isFiniteVerb, isImperative, subjectDefect } from '../wording/phrases.ts';
import { isAgent } from './agents.ts';
import { isCondition } from './condition-clause.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import { subjectName } from './subject-name.ts';

/** "If you lose your card, call the office." asked as "What should you do if you lose your card?". */
export const passageCondition = passagePattern({
  name: 'passage-condition',
  promise: 'One sentence of the passage says what follows from the condition that the question names.',
  precision: 0.9,
  reasoning: 'recall',
  ask: bySentence(
    (sentence: AskedSentence): PassageQuestion | undefined => askOpening(sentence.text) ?? askClosing(sentence),
  ),
});

const OPENING =
  /^(?<word>If|When|Whenever|Once|Before|After) (?<condition>[^,:;!?()]{6,120}), (?:then )?(?<main>[^:;!?]{8,260})\.$/u;

function askOpening(text: string): PassageQuestion | undefined {
  const { word = '', condition, main } = OPENING.exec(text)?.groups ?? {};
  if (condition === undefined || main === undefined || !isCondition(condition, word)) return undefined;
  const opener = askMain(main.replace(/^please /u, ''), word);
  if (opener === undefined || (opener === 'What happens' && WISH.test(condition))) return undefined;
  const lower = word.toLowerCase();
  return {
    questions: [
      `${opener} ${lower} ${condition}?`,
      `${word} ${condition}, ${opener.charAt(0).toLowerCase()}${opener.slice(1)}?`,
    ],
  };
}

/** What somebody wants or needs has no consequence. */
const WISH = /^you(?:'d| would)? (?:need|want|wish|like|prefer|plan|have questions)\b/u;

const MODAL =
  /^(?<subject>.{2,60}?) (?<modal>will need to|will have to|will not|won't|won’t|should not|must not|cannot|must|should|can|will|need to|needs to|have to|has to) (?<verb>[a-z]+)\b/u;

/** The question that the main clause answers, without its condition. */
function askMain(main: string, word: string): string | undefined {
  // A list that began in the condition.
  if (/^\w+,/u.test(main)) return undefined;
  if (isImperative(main) || /^(?:do not|don't|never|make sure|be sure|do)\b/u.test(main)) return 'What should you do';
  const { subject, modal, verb } = MODAL.exec(main)?.groups ?? {};
  if (subject !== undefined && modal !== undefined && verb !== undefined) {
    const name = nameOf(subject);
    if (name === undefined) return undefined;
    if (verb === 'be' && /^(?:must|should|can)$/u.test(modal))
      return / be (?:\w+ly )?\w+(?:ed|en|wn|made|set|put|run|sent|kept|built|found)\b/u.test(main)
        ? `What ${modal} be done`
        : undefined;
    if (verb === 'be') return name === 'you' ? undefined : eventOpener(word);
    if (/^(?:will|will not|won['’]t)$/u.test(modal)) return name === 'you' ? undefined : eventOpener(word);
    // "What can the request do?" is asked of nothing that acts.
    if (!BASE_VERBS.has(verb) || (name !== 'you' && !isAgent(name) && !/^\p{Lu}/u.test(name))) return undefined;
    return askModal(name, modal);
  }
  return isEvent(main) ? eventOpener(word) : undefined;
}

function nameOf(subject: string): string | undefined {
  if (subject === 'you') return subject;
  return subjectDefect(subject, 6) === undefined ? subject : undefined;
}

function askModal(name: string, modal: string): string | undefined {
  if (modal === 'need to' || modal === 'have to') return `What do ${name} ${modal} do`;
  if (modal === 'needs to' || modal === 'has to')
    return `What does ${name} ${modal === 'needs to' ? 'need to' : 'have to'} do`;
  if (modal.startsWith('will ')) return `What will ${name} ${modal.slice(5)} do`;
  if (modal === 'cannot') return undefined;
  if (modal.endsWith(' not')) return `What ${modal.replace(' not', '')} ${name} not do`;
  return `What ${modal} ${name} do`;
}

function eventOpener(word: string): string | undefined {
  return /^(?:If|When|Whenever|Once|After)$/u.test(word) ? 'What happens' : undefined;
}

const STATES = new Set('have need require mean contain remain seem depend apply include want know like'.split(' '));

/** "the shard is locked", "the compiler prints an error": something that comes about. */
function isEvent(main: string): boolean {
  const passive = /^(?<subject>.{2,60}?) (?:is|are) (?:automatically |immediately |then )?[a-z]+(?:ed|en)\b/u.exec(main)
    ?.groups?.['subject'];
  if (passive !== undefined) return subjectDefect(passive, 6) === undefined;
  const verb = wordsOf(main)
    .slice(1)
    .find(({ lower }) => isFiniteVerb(lower));
  if (verb === undefined || STATES.has(thirdPersonBase(verb.lower) ?? '')) return false;
  const subject = main.slice(0, verb.start).trim();
  return /^(?:the|an?) /u.test(main) && !subject.includes(',') && subjectDefect(subject, 5) === undefined;
}

const CLOSING =
  /^(?<main>[^,:;!?()]{8,140}?),? (?<word>if|when|whenever|until|before|once|as soon as) (?<condition>[^:;!?()]{6,140})\.$/u;

const AMOUNT =
  /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times?|just|even|shortly|immediately|right|soon|long)$/u;

/** "You must file a claim when …" asked as "When must you file a claim?". */
function askClosing({ text, context }: AskedSentence): PassageQuestion | undefined {
  const { main, word = '', condition } = CLOSING.exec(text)?.groups ?? {};
  if (main === undefined || condition === undefined || !isCondition(condition, word)) return undefined;
  // "Check if …" asks whether.
  if (
    word === 'if' &&
    /\b(?:consider|imagine|assess|evaluate|understand|think|tell|ask|check|see|know|decide|verify|determine|confirm|note|specify|indicate|say|test|find out|wonder|clarify)\b/iu.test(
      main,
    )
  )
    return undefined;
  // Its "when" may belong to a clause inside, and "three months before" is one phrase.
  if (/\b(?:how|what|why|where|whether|who|that|which)\b/u.test(main) || AMOUNT.test(main)) return undefined;
  const asked = askWhen(context, main);
  if (asked === undefined || /\b(?:it|this|that|them|these|those|also|not|so|only|even|just)\b/u.test(asked))
    return undefined;
  // "Scroll until you see it" says no time; "keep it closed until" does.
  if (word === 'until' && !/\b(?:keep|wait|stay|remain|continue|hold|leave|be)\b/u.test(asked)) return undefined;
  if (word === 'until') return { questions: [`Until when ${asked}?`, `How long ${asked}?`] };
  return { questions: [`When ${asked}?`, ...(word === 'if' ? [`In which case ${asked}?`] : [])] };
}

/** The main clause turned around, without its question word: "must you file a claim". */
function askWhen(context: PatternContext, main: string): string | undefined {
  if (isImperative(main)) return `should you ${main.charAt(0).toLowerCase()}${main.slice(1)}`;
  const { subject, modal, rest } =
    /^(?<subject>.{2,60}?) (?<modal>must|should|can|may) (?<rest>(?:be )?[a-z]+ .{4,})$/u.exec(main)?.groups ?? {};
  if (subject === undefined || modal === undefined || rest === undefined) return undefined;
  const name = subject === 'You' ? 'you' : subjectName(context, subject, 6);
  return name === undefined ? undefined : `${modal} ${name} ${rest}`;
}
