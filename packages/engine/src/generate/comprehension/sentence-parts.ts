import type { TextRange } from '@dsgen/core';
import type { Piece } from '../pattern.ts';
import { subjectDefect } from '../wording/phrases.ts';

/** Whether a text opens like a sentence: what an author writes without a capital is a note. */
export function isCapital(text: string): boolean {
  return /^[\p{Lu}\p{N}`]/u.test(text);
}

/** A sentence without its asides in brackets: "The Review Board (RB) meets weekly." */
export function withoutAsides(text: string): string {
  return text.replaceAll(/ \([^()]*\)/gu, '');
}

/** A sentence and what stands before it: a place or a time that belongs into its question, or a mere adverb. */
export interface LedSentence {
  /** "in a release build", to be asked along; empty for none. */
  readonly lead: string;
  readonly main: string;
}

const ADVERB =
  /^(?:Typically|Usually|Generally|Normally|Currently|Internally|Ultimately|Essentially|Basically|Traditionally|In general|In practice|As a rule), (?=\S)/u;
const PLACE =
  /^(?<word>In|For|At|On|During|Within|With|Under|Inside|Outside|Throughout|Upon) (?<noun>[^,:;!?()]{3,60}), (?<main>.+)$/u;

/** Takes the opening off a sentence: "In a release build, the compiler …". Undefined where it is more than a noun phrase. */
export function apart(text: string): LedSentence | undefined {
  const bare = text.replace(ADVERB, '');
  if (bare !== text) return { lead: '', main: upperInitial(bare) };
  const { word = '', noun, main = '' } = PLACE.exec(text)?.groups ?? {};
  if (noun === undefined) return { lead: '', main: text };
  if (LEANING.test(noun) || subjectDefect(`The ${noun.replace(/^(?:the|an?) /u, '')}`, 8) !== undefined)
    return undefined;
  return { lead: ` ${word.toLowerCase()} ${noun}`, main: upperInitial(main) };
}

const LEANING =
  /\b(?:this|that|these|those|such|it|them|its|their|case|cases|example|general|particular|addition|order|fact|short|other|contrast|turn|words|same|listing|above|below|following|chapter|section|step|now|practice|instance|most|many|some|comparison|summary|essence|effect|total|reality|theory|principle|parallel|response|return|exchange|now|least|once|first|last)\b/iu;

function upperInitial(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const SECOND =
  /, (?:and (?:(?:the|an?|its|their|your|each|it|they|you|we)\b|[`\p{Lu}])|so (?:it|they|you|we|the)\b|which (?:means|makes)\b|meaning\b|because\b).*\.$/u;

/** A sentence up to its second clause, which says something else; undefined where it has only one, or the first leans. */
export function firstClause(text: string): string | undefined {
  const at = SECOND.exec(text)?.index;
  return at === undefined || POINTS.test(text.slice(0, at)) ? undefined : text.slice(0, at);
}

/** Words that only the text around resolves. */
const POINTS = /\b(?:this|these|those|such an?)\b|[\n\r]/iu;

/** Where an answer is the beginning of a sentence: its place, and the point that ends it. */
export function upTo(at: TextRange, length: number): readonly Piece[] {
  return [{ start: at.start, end: at.start + length }, '.'];
}
