import type { Candidate } from '@dsgen/core';
import { ARTICLES, DISCOURSE_OPENERS, REFERRING_PRONOUNS, STOP_WORDS } from '../analyze/english/word-classes.ts';
import { countWords, topicOverlap, wordsOf } from '../analyze/english/words.ts';
import { isImperative, isUnlicensedDefinite } from '../generate/wording/phrases.ts';

/** What the ranker looks at: language and shape of a record, nothing that only one corpus has. */
export type Features = Readonly<Record<string, number>>;

const ANCHOR =
  /^(?:(?:in the context of|regarding|with regard to|on the subject of|concerning|in relation to|according to(?: the)?) (?<name>.+?)|(?:in|at) (?<spoken>[^\s,]+)), (?=\p{Ll}|`)/iu;
const ANCHOR_LAST = / (?:in the context of|according to) (?<name>[^?]+?)[.?]$/iu;

/** The features of a candidate that stands alone. Each is a number of the order of one. */
export function featuresOf({ messages, lineage }: Pick<Candidate, 'messages' | 'lineage'>): Features {
  const prompt = messages[0]?.content ?? '';
  const answer = messages.at(-1)?.content ?? '';
  const { question, anchor } = takeAnchor(prompt);
  const heading = lineage.headingPath.at(-1) ?? '';
  return {
    ...questionFeatures(question),
    ...anchorFeatures(anchor, question),
    ...answerFeatures(answer, question),
    depth: Math.min(lineage.headingPath.length, 5) / 5,
    headingWords: Math.min(countWords(heading), 10) / 10,
    headingInQuestion: topicOverlap(heading, prompt),
    pathInQuestion: topicOverlap(lineage.headingPath.slice(0, -1).join(' '), prompt),
  };
}

interface Prompt {
  readonly question: string;
  readonly anchor: string;
}

/** The question without the words that tie it to its place, and the name in those words. */
function takeAnchor(prompt: string): Prompt {
  const before = ANCHOR.exec(prompt);
  if (before !== null) {
    const { name, spoken } = before.groups ?? {};
    return { question: prompt.slice(before[0].length), anchor: name ?? spoken ?? '' };
  }
  const after = ANCHOR_LAST.exec(prompt);
  return after === null
    ? { question: prompt, anchor: '' }
    : { question: prompt.slice(0, after.index), anchor: after.groups?.['name'] ?? '' };
}

function questionFeatures(question: string): Features {
  const words = wordsOf(question);
  const content = words.filter(({ lower }) => !STOP_WORDS.has(lower));
  const inner = words.slice(1).filter(({ text }) => text !== 'I');
  return {
    questionWords: Math.min(words.length, 25) / 25,
    questionContent: Math.min(content.length, 10) / 10,
    questionNames: Math.min(inner.filter(({ text }) => /[\p{Lu}\p{N}_]/u.test(text)).length, 4) / 4,
    questionHasName: flag(inner.some(({ text }) => /[\p{Lu}\p{N}_]/u.test(text))),
    questionHasCode: flag(question.includes('`')),
    questionMixedCase: flag(hasMixedCase(question)),
    questionDefinites: Math.min(countDefinites(question), 3) / 3,
    questionAnd: flag(/\b(?:and|or)\b/u.test(question)),
    questionParenthesis: flag(/[()]/u.test(question)),
    questionGerund: flag(/\b(?:about|explain|of|describe|explanation of|introduction to) [a-z]+ing\b/u.test(question)),
    questionYesNo: flag(/^(?:is|are|do|does|can|may|must|should|will|has|have)\b/iu.test(question)),
    questionWhat: flag(/^what\b/iu.test(question)),
    questionHow: flag(/^(?:how|explain how|describe how|walk me)\b/iu.test(question)),
    questionWhy: flag(/^why\b/iu.test(question)),
    questionVerbNoun: flag(
      /\b(?:good|nice|handy|easier|difficult|better|further|properly|correctly)\b/iu.test(question),
    ),
    averageWord: content.reduce((sum, { text }) => sum + text.length, 0) / (10 * Math.max(1, content.length)),
  };
}

function anchorFeatures(anchor: string, question: string): Features {
  const words = wordsOf(anchor);
  const [first] = words;
  return {
    hasAnchor: flag(anchor !== ''),
    anchorHasName: flag(words.some(({ text }) => /[\p{Lu}\p{N}_]/u.test(text)) || anchor.includes('`')),
    anchorWords: Math.min(words.length, 8) / 8,
    anchorPlainNoArticle: flag(
      anchor !== '' && !/[\p{Lu}\p{N}_`]/u.test(anchor) && first !== undefined && !ARTICLES.has(first.lower),
    ),
    anchorGerund: flag(first?.lower.endsWith('ing') ?? false),
    anchorVerb: flag(anchor !== '' && isImperative(anchor)),
    anchorMixedCase: flag(hasMixedCase(anchor)),
    anchorRepeats: topicOverlap(anchor, question) * flag(anchor !== ''),
    placeless: flag(
      !words.some(({ text }) => /[\p{Lu}\p{N}_]/u.test(text)) && !/[\p{Lu}\p{N}`]/u.test(question.slice(1)),
    ),
  };
}

function answerFeatures(answer: string, question: string): Features {
  const prose = answer.replaceAll(/```[\s\S]*?```/gu, ' ');
  const words = wordsOf(prose);
  const first = firstSentence(prose);
  const [opener] = wordsOf(first);
  const lower = prose.toLowerCase();
  return {
    answerWords: Math.log1p(words.length) / 6,
    answerShort: flag(words.length < 12),
    answerLong: flag(words.length > 200),
    answerHasCode: flag(answer.includes('```')),
    answerHasList: flag(/^[ \t]*(?:[-*] |\d+\. )/mu.test(answer)),
    answerIsList: flag(/^[ \t]*(?:[-*] |\d+\. )/u.test(answer)),
    answerHasTable: flag(/^\|/mu.test(answer)),
    answerHasHeading: flag(/^\*\*/mu.test(answer)),
    answerWe: rate(lower, /\b(?:we|our|us|let's|i|i'm|i’m)\b/gu, words.length),
    answerYou: rate(lower, /\b(?:you|your)\b/gu, words.length),
    answerThis: rate(lower, /\b(?:this|these|that|those|such|here|it)\b/gu, words.length),
    answerNumbers: rate(lower, /\d+/gu, words.length),
    answerNames: rate(prose.slice(1), /(?<=[a-z,] )\p{Lu}/gu, words.length),
    answerExample: flag(/\b(?:example|suppose|imagine|consider|say you|assume)\b/u.test(lower)),
    answerChange: flag(/\b(?:now|already|first|next|then|finally|recently|yet)\b/u.test(firstSentence(lower))),
    opensDependently: flag(
      opener !== undefined && (REFERRING_PRONOUNS.has(opener.lower) || DISCOURSE_OPENERS.has(opener.lower)),
    ),
    opensImperative: flag(isImperative(first)),
    opensWithIf: flag(/^(?:if|when|once|after|before|as|to|for|in|with|while)\b/iu.test(first)),
    opensWithWe: flag(/\b(?:we|our|us|let's|i)\b/iu.test(first)),
    opensWithThis: flag(/\b(?:this|these|those|such|above|below)\b/iu.test(first)),
    firstWords: Math.min(countWords(first), 40) / 40,
    firstOverlap: topicOverlap(question, first),
    answerOverlap: topicOverlap(question, prose),
    answerDefinites: Math.min(countDefinites(first), 4) / 4,
    answerParenthesis: flag(/\(see |\(e\.g\./iu.test(prose)),
    answerQuestion: flag(/\?/u.test(prose)),
    answerExclaim: flag(/!(?:\s|$)/u.test(prose)),
    answerOdd: flag(/\bnot (?:a|an|to)\b|\bwhich means\b|\bbut\b/u.test(first)),
  };
}

function flag(holds: boolean): number {
  return holds ? 1 : 0;
}

function rate(text: string, pattern: RegExp, words: number): number {
  return Math.min(1, (10 * (text.match(pattern)?.length ?? 0)) / Math.max(10, words));
}

function firstSentence(text: string): string {
  return /^[\s\S]*?[.!?:](?=\s|$)/u.exec(text.trim())?.[0] ?? text.trim();
}

/** "refactoring to Improve Modularity": some words of a phrase with a capital, some without, as a half-lowered title has. */
function hasMixedCase(text: string): boolean {
  return /\b\p{Ll}{3,}(?:ing)? (?:to |and |of |the )?\p{Lu}\p{Ll}{3,}\b/u.test(
    text.replaceAll(/`[^`]*`/gu, 'code').slice(1),
  );
}

/** "the request", "the option": definite phrases that say nothing of which one they mean. */
function countDefinites(text: string): number {
  const phrases = text.matchAll(
    /\bthe (?:[a-z-]+ )?[a-z-]+(?: (?:of|for|in|on|to|from|with|at|by|that|which|[\p{Lu}`])\S*)?/gu,
  );
  return Array.from(phrases, ([phrase]) => phrase).filter((phrase) => isUnlicensedDefinite(phrase)).length;
}
