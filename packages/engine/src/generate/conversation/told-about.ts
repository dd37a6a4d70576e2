import type { TextRange } from '@dsgen/core';
import { BASE_VERBS, gerundBase } from '../../analyze/english/verbs.ts';
import { AUXILIARIES, PREPOSITIONS } from '../../analyze/english/word-classes.ts';
import { contentStems, countWords, topicOverlap, wordsOf } from '../../analyze/english/words.ts';
import { isAgent } from '../comprehension/agents.ts';
import { isSlipped } from '../comprehension/slips.ts';
import { isIntact } from '../comprehension/one-clause.ts';
import { thingName } from '../comprehension/thing-name.ts';
import type { ReadingPassage } from '../comprehension/reading-passage.ts';
import type { PatternContext } from '../pattern.ts';
import { isFiniteVerb } from '../wording/phrases.ts';
import { opensDependently } from '../wording/reference.ts';

/** A thing that one sentence of a passage speaks of and no other does. */
export interface ToldThing {
  /** As it reads in mid-sentence. */
  readonly name: string;
  /** The sentence, with one that goes on about the thing. */
  readonly answer: TextRange;
}

const FEWEST_WORDS = 9;
const MOST_WORDS = 45;
const MOST_NAME_WORDS = 5;

/** What a passage tells of in one place only, so that this place is all it says of it. */
export function toldThings(context: PatternContext, passage: ReadingPassage): readonly ToldThing[] {
  return passage.sentences.flatMap((sentence, index) => {
    if (context.document.blocks[sentence.block]?.kind !== 'paragraph') return [];
    const text = plain(context.text(sentence));
    const name = isWhole(text) ? subjectOf(context, text) : undefined;
    const answer = name === undefined ? undefined : withContinuation(context, passage, index);
    if (name === undefined || answer === undefined || isSlipped(context, text)) return [];
    const isAll = !isNamedOutside(passage, { name, answer: plain(context.text(answer)) });
    return isAll && isParticular(context, passage, name) && saysEnough(name, text) ? [{ name, answer }] : [];
  });
}

function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** A sentence that says one thing and leans on none before it, nor on who wrote it. */
function isWhole(text: string): boolean {
  const words = countWords(text);
  return (
    words >= FEWEST_WORDS &&
    words <= MOST_WORDS &&
    /^[\p{Lu}`]/u.test(text) &&
    /[.!]$/u.test(text) &&
    !LEANS.test(text) &&
    !JUDGES.test(text) &&
    !POINTS.test(text) &&
    isIntact(text)
  );
}

const LEANS =
  /\b(?:this|these|those|such(?! as)|also|however|therefore|thus|hence|instead(?! of)|too|likewise|former|latter|above|below|following|previous|aforementioned|here|similarly|us|I|my|me|let's)\b|["“”:;]| [—–-] |^(?:note|remember|please)\b|^[^,]+, (?:it|they|you|we|your|there) |\bthat\.$/iu;

/** What is told of it is little more than an opinion. */
const JUDGES =
  /\b(?:is|are) (?:an? )?(?:\w+ly |very |more |most |quite |also )?(?:common|similar|important|popular|frequent|useful|different|easy|simple|powerful|good|great|best|better|a bit|similar to|the same|up to|happy|responsible for all|fantastic|nice|excellent)\b/iu;

/** Told in another place. */
const POINTS =
  /\b(?:detailed|described|documented|listed|outlined|explained|covered|found) (?:in|within|on|at|here|under)\b|\b(?:chapter|section|appendix|figure|listing)\b/iu;

/** The noun phrase before the first verb. */
function subjectOf(context: PatternContext, text: string): string | undefined {
  const words = wordsOf(text);
  const at = words.findIndex(({ lower }, index) => index > 0 && (AUXILIARIES.has(lower) || isFiniteVerb(lower)));
  const verb = words[at];
  if (verb === undefined || at > MOST_NAME_WORDS + 1 || BASE_VERBS.has(words[at + 1]?.lower ?? '')) return undefined;
  const subject = text.slice(0, verb.start).trim();
  if (/[,()]/u.test(subject) || UNASKED.test(subject) || gerundBase(words[0]?.text ?? '') !== undefined)
    return undefined;
  return thingName(context, subject, MOST_NAME_WORDS);
}

/** "A manager", "each form", "most of them": what is said of one of many is no answer about it. */
const UNASKED =
  /\b(?:guide|handbook|page|document|documentation|docs|examples?|practices?|author|text|list|table|code|output)$|^(?:an?|each|every|any|all|some|many|most|few|several|more|no|your|my|our|their|its|his|her|one|two|three|people|users?|everyone|everybody|anyone|someone|nothing|things?|there|what|who|the (?:user|reader|person|thing|result|idea|point|reason|problem|answer|question|goal|aim|purpose|difference|first|second|last|rest|way|fact|key|main|following|news|downside|upside|trick|solution|rule|rest of)s?)\b| (?:and|or) /iu;

/** Neither what all of the document is about nor a bare word, which could be anything. */
function isParticular({ document, topic }: PatternContext, { section }: ReadingPassage, name: string): boolean {
  if (isAgent(name) || /^\p{Lu}\S*$/u.test(name) || (contentStems(name).length < 2 && !/[`\p{Lu}]/u.test(name)))
    return false;
  const bare = name.replace(/^the /u, '');
  const above = [
    ...section.headingPath,
    section.heading ?? '',
    document.title ?? '',
    topic.spoken?.name ?? '',
    topic.subject ?? '',
  ];
  return (
    document.text.split(bare).length - 1 <= MOST_NAMED && !above.some((heading) => topicOverlap(bare, heading) === 1)
  );
}

const MOST_NAMED = 5;

/** The sentence and one more about its subject; undefined where more than that follows. */
function withContinuation(
  context: PatternContext,
  { sentences }: ReadingPassage,
  index: number,
): TextRange | undefined {
  const sentence = sentences[index];
  if (sentence === undefined) return undefined;
  const after = sentences.slice(index + 1).filter(({ block }) => block === sentence.block);
  if (after[0] !== undefined && NEXT_STEP.test(plain(context.text(after[0])))) return undefined;
  const end = after.findIndex((next) => !opensDependently(plain(context.text(next))));
  const added = end === -1 ? after : after.slice(0, end);
  if (added.length > 1 || added.some((next) => LEADS_OVER.test(context.text(next)))) return undefined;
  return { start: sentence.start, end: added.at(-1)?.end ?? sentence.end };
}

/** "You then …": what was said is the first of several steps. */
const NEXT_STEP =
  /^(?:(?:You|We|They|It|The \p{Ll}+) )?then\b|^(?:Next|After that|Afterwards|Finally|First|Second)\b/iu;

const LEADS_OVER = /[:?]\s*$|\b(?:below|following|above|us)\b/iu;

/** Whether the passage speaks of the thing elsewhere, by its noun alone as well. */
function isNamedOutside(
  { text }: ReadingPassage,
  { name, answer }: { readonly name: string; readonly answer: string },
): boolean {
  const whole = plain(text);
  const at = whole.indexOf(answer);
  if (at === -1) return true;
  const rest = `${whole.slice(0, at)} ${whole.slice(at + answer.length)}`;
  const code = /`[^`]+`/u.exec(name)?.[0];
  if (code !== undefined) return rest.includes(code.slice(1, -1));
  const words = wordsOf(name);
  const link = words.findIndex(({ lower }) => PREPOSITIONS.has(lower));
  const head = contentStems(
    words
      .slice(0, link === -1 ? undefined : link)
      .map((word) => word.text)
      .join(' '),
  ).at(-1);
  return head === undefined || contentStems(rest).includes(head);
}

const FEWEST_NEW = 4;

/** Words of meaning that the answer has beyond the name. */
function saysEnough(name: string, text: string): boolean {
  const known = new Set(contentStems(name));
  return new Set(contentStems(text).filter((word) => !known.has(word))).size >= FEWEST_NEW;
}
