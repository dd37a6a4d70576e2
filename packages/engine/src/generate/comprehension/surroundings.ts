import type { TextRange } from '@dsgen/core';
import { BASE_VERBS } from '../../analyze/english/verbs.ts';
import { PREPOSITIONS } from '../../analyze/english/word-classes.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import type { PatternContext } from '../pattern.ts';
import { isImperative } from '../wording/phrases.ts';
import type { AskedSentence } from './passage-pattern.ts';

/** What the passage says before the sentence. */
export function textBefore({ context, passage, sentence }: AskedSentence): string {
  return joinTexts(
    context,
    passage.sentences.filter(({ start }) => start < sentence.start),
  );
}

/** What the passage says beside the sentence. */
export function textAround({ context, passage, sentence }: AskedSentence): string {
  return joinTexts(
    context,
    passage.sentences.filter(({ start }) => start !== sentence.start),
  );
}

function joinTexts(context: PatternContext, sentences: readonly TextRange[]): string {
  return sentences.map((range) => context.text(range)).join(' ');
}

/** Whether the next sentence of the same paragraph or item takes back or goes on with what this one says. */
export function isFollowed({ context, passage, sentence }: AskedSentence): boolean {
  const next = passage.sentences.find(({ start }) => start >= sentence.end);
  if (next === undefined || context.text({ start: sentence.end, end: next.start }).includes('\n')) return false;
  const said = context.text(next);
  const act = said.replace(/^(?:please|just|simply|always|never) /iu, '');
  return TURNS.test(act) || isImperative(act) || opensWithAct(act);
}

/** "Wait at the gate." */
export function opensWithAct(text: string): boolean {
  const [first, second] = wordsOf(text);
  return (
    (BASE_VERBS.has(first?.lower ?? '') && PREPOSITIONS.has(second?.lower ?? '')) ||
    /^(?:Gather|Scroll|Navigate|Click|Select|Choose|Press|Enter|Type|Paste|Copy|Save|Repeat|Fill) /u.test(text)
  );
}

const TURNS =
  /^(?:however|but|(?:if|once|when|after) (?:it|they|this|that)|if (?:not|so|you do)|otherwise|then|next|and|or|also|additionally|in addition|after that|afterwards|in that case|alternatively|instead|rather|unless|except|exceptions?|the exceptions?|finally|that means|this means|for example|do not|don['’]t|e\.g\.|you (?:can|should|must|may|need to|will) (?:also|then)|it also|they also)\b/iu;

/** "Labels: add one if …": whether the sentence is in an item that says it of a label. */
export function isLabelled({ context, sentence }: AskedSentence): boolean {
  const { text } = context.document;
  const line = text.slice(text.lastIndexOf('\n', sentence.start - 1) + 1, sentence.start);
  return /^\s*(?:[-*•]|\d+[.)]) [^\n]{0,60}:\s|^\s*(?:[-*•]|\d+[.)]) [^\n]{0,60}\.\s$/u.test(line);
}

/** "Some tips:" comes next in the paragraph, or a list right below it: there is more to what is said. */
export function announcesList({ context, passage, sentence }: AskedSentence): boolean {
  const next = passage.sentences.find(({ start }) => start >= sentence.end);
  return next?.block === sentence.block && context.text(next).trimEnd().endsWith(':');
}

/** Whether a sentence is part of a list. */
export function isInList({ context, sentence }: AskedSentence): boolean {
  return context.document.blocks[sentence.block]?.kind === 'list';
}

/** "them" and "they" stand for several, which the same sentence has to name. */
export function hasLostPlural(text: string): boolean {
  const at = text.search(/\b(?:them|they|their|theirs)\b/iu);
  return at !== -1 && !/\w{2,}(?<!s)s\b|\b(?:people|children|anyone|someone|everyone)\b/iu.test(text.slice(0, at));
}
