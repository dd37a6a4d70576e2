import type { Block, TextRange } from '@dsgen/core';
import { AUXILIARIES, PREPOSITIONS, RELATIVES, SUBORDINATORS } from '../../analyze/english/word-classes.ts';
import { contentStems, countWords, wordsOf } from '../../analyze/english/words.ts';
import type { PatternContext } from '../pattern.ts';
import { isFiniteVerb, isImperative, upperFirst } from '../wording/phrases.ts';
import { opensDependently } from '../wording/reference.ts';
import { passagePattern, type PlacedQuestion } from './passage-pattern.ts';

/** "Mural: We use it as a whiteboard." among other entries, asked as "What does the passage say about Mural?". */
export const passageEntry = passagePattern({
  name: 'passage-entry',
  version: 2,
  promise: 'The answer is all that the list of the passage says of the entry that the question names.',
  precision: 0.92,
  reasoning: 'recall',
  *ask(context, passage): Iterable<PlacedQuestion> {
    for (const list of passage.blocks.filter(({ kind }) => kind === 'list')) {
      const entries = readEntries(context, list);
      const told = entries.filter(({ term, text }) => isName(term) && isTold(term, context.text(text)));
      if (entries.length < FEWEST || told.length === 0) continue;
      const { term, text } = context.choose(list, told);
      yield { at: text, answer: [text], questions: askAbout(term) };
    }
  },
});

const FEWEST = 3;

/** An item of a list that names a thing and then tells of it. */
export interface Entry {
  readonly term: string;
  readonly name: TextRange;
  readonly text: TextRange;
}

const ENTRY = /^(?<term>[\p{L}`][^:–—.!?()"“”]{1,50}?)(?::|\s[–—-])\s+(?<text>\S[\s\S]+)$/u;

/** The entries of a list all of whose items are entries, without deeper items. */
export function readEntries(context: PatternContext, { items = [] }: Block): Entry[] {
  const entries = items.map((item): Entry | undefined => {
    const { term, text } = item.depth > 0 ? {} : (ENTRY.exec(context.text(item))?.groups ?? {});
    return term === undefined || text === undefined || countWords(term) > 5
      ? undefined
      : {
          term: term.trim(),
          name: { start: item.start, end: item.start + term.trim().length },
          text: { start: item.end - text.length, end: item.end },
        };
  });
  const found = entries.filter((entry) => entry !== undefined);
  const isWhole = found.length === items.length && new Set(found.map(({ term }) => term)).size === items.length;
  return isWhole ? found : [];
}

/** A thing by its name: no time, no act of somebody, no sentence. */
function isName(term: string): boolean {
  if (/^`[^`]+`$/u.test(term)) return true;
  const words = wordsOf(term);
  return (
    words.length > 0 &&
    !/[`"“”/]/u.test(term) &&
    !PREPOSITIONS.has(words[0]?.lower ?? '') &&
    !words.some(({ lower }) => AUXILIARIES.has(lower) || isFiniteVerb(lower)) &&
    contentStems(term).length > 0 &&
    !LABEL.test(term) &&
    !isImperative(upperFirst(term))
  );
}

/** Labels of a form or a page, about which nothing is told. */
const LABEL =
  /^(?:note|tip|tips|warning|example|examples|important|question|answer|pros?|cons?|why|when|where|who|what|how|yes|no|step|status|date|play|part|day|week|time|location|email|phone|see|link|links|optional|required|recommended|default|\d.*)\b/iu;

/** Whole sentences with a subject of their own, of some length. What a setting is may be said without a verb. */
function isTold(term: string, text: string): boolean {
  const [first] = wordsOf(text);
  const words = countWords(text);
  if (first === undefined || words < FEWEST_WORDS || words > MOST_WORDS || UNTOLD.test(text)) return false;
  if (!/^[\p{Lu}`]/u.test(text) || !/[.!]$/u.test(text) || opensDependently(text)) return false;
  return term.startsWith('`') ? !/(?:ing|ed)$/u.test(first.lower) : isSentence(text);
}

/** An instruction, or a subject and its verb. */
function isSentence(text: string): boolean {
  const opening =
    /^(?:(?:If|When|Once|Before|After|In|For|At|By|With|During|As|While|Unless) [^,.]+, )?(?<clause>[^.,:;]+)/u.exec(
      text,
    );
  const clause = opening?.groups?.['clause'] ?? '';
  const [first, ...rest] = wordsOf(clause);
  if (first === undefined || isFiniteVerb(first.lower) || SUBORDINATORS.has(first.lower)) return false;
  if (/(?:ing|ed|ly)$/u.test(first.lower)) return false;
  const end = rest.findIndex(({ lower }) => lower === 'that' || RELATIVES.has(lower));
  const before = rest.slice(0, end === -1 ? undefined : end);
  return isImperative(upperFirst(clause)) || before.some(({ lower }) => AUXILIARIES.has(lower) || isFiniteVerb(lower));
}

const FEWEST_WORDS = 9;
const MOST_WORDS = 80;

/** The author's own voice, quotations, questions, and pointers to other places. */
const UNTOLD =
  /^(?:yes|no|never|play|step)\b|\b(?:we|our|ours|us|I|my|this|these|those|such|see|above|below|following|required if|used (?:for|by|to))\b|["“”?]|:$|\b(?:e\.g\.|etc)$/iu;

function askAbout(term: string): string[] {
  if (term.startsWith('`'))
    return [
      `What does the passage say about ${term}?`,
      `How does the text describe ${term}?`,
      `What does the text say about ${term}?`,
      `What is said about ${term} in the passage?`,
    ];
  return [
    `What does the passage say about "${term}"?`,
    `What does the text say under "${term}"?`,
    `What is said about "${term}" in the text?`,
    `What does the passage have to say about "${term}"?`,
  ];
}
