import type { CaseCounts } from '../../analyze/casing.ts';
import { gerundBase } from '../../analyze/english/verbs.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import { leadInQuestions } from '../lead-in.ts';
import {
  indefiniteArticle,
  isImperative,
  isUnlicensedDefinite,
  lowerFirst,
  subjectDefect,
  toFirstPerson,
} from '../phrases.ts';
import { FIXED_CUES } from './fixed-cues.ts';

/** Where a text turns to something a listener would have asked for. */
export interface Cue {
  /** Cues of one name ask the same thing: a conversation has each once. */
  readonly name: string;
  readonly questions: readonly string[];
  /** Characters of the sentence that only tie it to the one before, and that an answer does not need. */
  readonly dropped: number;
}

export interface CueInput {
  /** The sentence that may begin a new answer, in one line. */
  readonly sentence: string;
  /** What has been answered before it. */
  readonly before: string;
  /** What follows it, when it ends with a colon. */
  readonly announced?: Announced;
  readonly casing: ReadonlyMap<string, CaseCounts>;
}

export type Announced = { readonly kind: 'list'; readonly items: number } | { readonly kind: 'code' | 'table' };

/** What a listener would ask to hear this sentence next; undefined when it just goes on. */
export function findCue(input: CueInput): Cue | undefined {
  const { sentence } = input;
  return (
    announcedCue(input) ??
    fixedCue(sentence) ??
    purposeCue(sentence) ??
    conditionCue(sentence) ??
    topicCue(sentence) ??
    abilityCue(sentence) ??
    aspectCue(sentence) ??
    termCue(input)
  );
}

function asks(name: string, questions: readonly string[]): Cue {
  return { name, questions, dropped: 0 };
}

function fixedCue(sentence: string): Cue | undefined {
  for (const { name, opening, questions, isDropped } of FIXED_CUES) {
    const match = opening.exec(sentence);
    if (match !== null) return { name, questions, dropped: isDropped === true ? match[0].length : 0 };
  }
  return undefined;
}

/** "There are three kinds of shards:" and "The following example shows …:". */
function announcedCue({ sentence, announced, casing }: CueInput): Cue | undefined {
  if (announced === undefined) return undefined;
  if (announced.kind === 'list') {
    const asked = leadInQuestions(sentence, announced.items, casing);
    return asked === undefined ? undefined : asks(asked.questions[0] ?? 'list', asked.questions);
  }
  return announced.kind === 'code' && ANNOUNCES_CODE.test(sentence)
    ? asks('shown', ['Can you show me?', 'Can you show me what that looks like?', 'What does that look like?'])
    : undefined;
}

const ANNOUNCES_CODE =
  /\b(?:example|looks? like|as follows|the following (?:code|snippet|listing|command|script|configuration|query))\b/iu;

/** "To reset a shard, run …" and "To do this, …". */
function purposeCue(sentence: string): Cue | undefined {
  const { task, rest } = /^To (?<task>[a-z][^,.:;()]{3,80}), (?<rest>[^,].{10,})$/u.exec(sentence)?.groups ?? {};
  if (task === undefined || rest === undefined || !isInstruction(rest)) return undefined;
  if (/^do (?:this|so|that|it)$/u.test(task)) return asks('how', ['How do I do that?']);
  if (!isImperative(task) || POINTING.test(task)) return undefined;
  const phrase = toFirstPerson(task);
  return asks(phrase, [`How do I ${phrase}?`, `And how can I ${phrase}?`]);
}

/** Words of a clause that stand for something its own sentence names. */
const POINTING = /\b(?:this|these|those|above|below|following|begin with|start with|we|us|our)\b/u;

/** "If you lose your card, …" asked as "What if I lose my card?"; "When …" asked as "What about when …?". */
function conditionCue(sentence: string): Cue | undefined {
  const { opener, clause } =
    /^(?<opener>If|When|Once) (?<clause>[^,.:;()"“]{6,90}), (?!(?:[^,.]{1,40}, |(?:[^,.\s]+ ){1,3})?(?:and|or) )/u.exec(
      sentence,
    )?.groups ?? {};
  if (clause === undefined || NO_CASE.test(clause) || wordsOf(clause).length > MOST_CLAUSE_WORDS) return undefined;
  const wish = /^you (?:want|would like|wish|prefer) to (?<task>[a-z].+)$/u.exec(clause)?.groups?.['task'];
  const mine = aboutMe(wish ?? clause);
  if (mine === undefined || wordsOf(mine).length < 2) return undefined;
  if (wish !== undefined) return asks(mine, [`What if I want to ${mine}?`]);
  if (opener === 'If') return asks(mine, [`What if ${mine}?`, `And if ${mine}?`, `And what if ${mine}?`]);
  return opener === 'Once' ? asks(mine, [`And once ${mine}?`]) : asks(mine, [`What about when ${mine}?`]);
}

/** Longer clauses have lost a comma, or are no question to ask in passing. */
const MOST_CLAUSE_WORDS = 14;

const NO_CASE =
  /\b(?:this|that|these|those|not|so|necessary|needed|possible|desired|any|applicable|we|us|our|I|my)$|^(?:we|I|not|so|this|that|it comes|in doubt|possible|necessary|needed)\b|\b(?:these|those|we|our|us)\b/u;

/** Verbs after "you" keep their form when the listener asks of himself, but for "are" and "were". */
const ABOUT_ME: ReadonlyArray<readonly [RegExp, string]> = [
  [/\byou are\b|\byou['’]re\b/gu, 'I am'],
  [/\byou['’]ve\b/gu, 'I have'],
  [/\byou['’]d\b/gu, 'I would'],
  [/\byou were\b/gu, 'I was'],
  [
    /(?:^|(?<=\b(?:that|what|when|if|and|or|where|how|which|as|because|because|once|until|before|after) ))you (?=[a-z])/gu,
    'I ',
  ],
];

/** The clause as the listener would say it; undefined when a "you" in it is no subject. */
function aboutMe(clause: string): string | undefined {
  const mine = ABOUT_ME.reduce((text, [from, to]) => text.replaceAll(from, to), toFirstPerson(clause));
  return /\byou\b/iu.test(mine) ? undefined : mine;
}

/** "For nested lists, …" and "Unlike threads, …". */
function topicCue(sentence: string): Cue | undefined {
  const { opener, other } = /^(?<opener>For|Unlike) (?<other>[^,.:;()]{3,60}), /u.exec(sentence)?.groups ?? {};
  if (other === undefined || NO_TOPIC.test(other) || subjectDefect(other, 6) !== undefined) return undefined;
  if (opener === 'Unlike') return asks(other, [`How is that different from ${other}?`]);
  if (/^\S+[^s]$/u.test(other)) return undefined;
  return asks(other, [`What about ${other}?`, `And for ${other}?`]);
}

const NO_TOPIC =
  /^(?:more|further|example|instance|now|this|that|these|those|all|some|most|many|reasons?|compatibility|performance|security|portability|consistency|a (?:list|complete|full)|the (?:moment|sake|time|rest|purposes?|latter|former|most part)|details|information|historical|simplicity|convenience|clarity|brevity|best|years)\b|\b(?:reasons|purposes|information|details|convenience)$/iu;

/** "You can reset it by …" and "It is also possible to …". */
function abilityCue(sentence: string): Cue | undefined {
  const means = /^You can (?<task>[a-z][^,.:;()]{5,70}?) (?:by (?=[a-z]+ing\b)|using )/u.exec(sentence)?.groups?.[
    'task'
  ];
  if (means !== undefined && isVerbPhrase(means)) return asks(means, [`How can I ${toFirstPerson(means)}?`]);
  const task = /^It is (?:also )?possible to (?<task>[a-z][^,.:;()]{5,80}?)(?:[.,:;(]| by | using | with )/u.exec(
    sentence,
  )?.groups?.['task'];
  if (task === undefined || !isVerbPhrase(task)) return undefined;
  return asks(task, [`Is it possible to ${toFirstPerson(task)}?`, `Can I also ${toFirstPerson(task)}?`]);
}

function isVerbPhrase(task: string): boolean {
  return (
    wordsOf(task).length >= 2 && !/^(?:get|be|go|do)\b/u.test(task) && !POINTING.test(task) && !/\byou\b/u.test(task)
  );
}

const ASPECT =
  /^(?<article>The|One|Another) (?:only )?(?<adjective>main |biggest |major |primary |key |most important )?(?<noun>advantage|disadvantage|benefit|drawback|downside|purpose|goal|reason|exception|limitation|difference|problem|risk) (?:of|is|with|to|here|between|for|in)\b/u;

/** "The main advantage is …" */
function aspectCue(sentence: string): Cue | undefined {
  const { article, adjective = '', noun } = ASPECT.exec(sentence)?.groups ?? {};
  if (noun === undefined) return undefined;
  if (article === 'The') return asks(noun, [`What is the ${adjective}${noun}?`]);
  return asks(noun, [`Is there ${article === 'One' ? indefiniteArticle(noun) : 'another'} ${noun}?`]);
}

const DEFINES =
  /^(?<term>(?:An? |The )?[^.,:;()]{3,50}?) (?<copula>is|are) (?:an? [^.,:;()]{3,60}?|[a-z-]+s) (?:that|which|who|used|where|for|of|in which|designed|responsible)\b/u;

/** A thing that an earlier answer has named, and that this sentence defines. */
function termCue({ sentence, before, casing }: CueInput): Cue | undefined {
  const { term, copula } = DEFINES.exec(sentence)?.groups ?? {};
  if (term === undefined || subjectDefect(term, 4) !== undefined || isUnlicensedDefinite(term)) return undefined;
  const bare = term.replace(/^(?:An?|The) /u, '');
  if (!before.toLowerCase().includes(bare.toLowerCase())) return undefined;
  const name = lowerFirst(term, casing);
  return asks(bare, [`What ${copula} ${name}?`, `And what ${copula} ${name}?`]);
}

function isInstruction(text: string): boolean {
  const first = wordsOf(text)[0]?.text ?? '';
  if (gerundBase(first) !== undefined) return false;
  return isImperative(text) || INSTRUCTS.test(text);
}

const INSTRUCTS =
  /^(?:simply |just |first |please )?(?:you (?:can|must|should|need to|have to|will|may|could)|use|run|type|click|press|set|add|select|choose|open|enter|call)\b/u;
