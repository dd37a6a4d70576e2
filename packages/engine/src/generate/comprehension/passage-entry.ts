import type { Block, TextRange } from '@dsgen/core';
import { countWords } from '../../analyze/english/words.ts';
import type { PatternContext } from '../pattern.ts';
import { passagePattern, type PlacedQuestion } from './passage-pattern.ts';

/** "Mural: We use it as a whiteboard." among other entries, asked as "What does the passage say about Mural?". */
export const passageEntry = passagePattern({
  name: 'passage-entry',
  promise: 'The answer is all that the list of the passage says of the entry that the question names.',
  precision: 0.92,
  reasoning: 'recall',
  *ask(context, passage): Iterable<PlacedQuestion> {
    for (const list of passage.blocks.filter(({ kind }) => kind === 'list')) {
      const entries = readEntries(context, list);
      const told = entries.filter(({ text }) => isTold(context.text(text)));
      if (told.length < FEWEST) continue;
      const { term, text } = context.choose(list, told);
      yield { at: text, answer: [text], questions: askAbout(term) };
    }
  },
});

const FEWEST = 3;

interface Entry {
  readonly term: string;
  readonly text: TextRange;
}

const ENTRY = /^(?<term>[\p{L}`][^:–—.!?()"“”]{1,50}?)(?::|\s[–—-])\s+(?<text>\S[\s\S]+)$/u;

/** The entries of a list all of whose items are entries, without deeper items. */
function readEntries(context: PatternContext, { items = [] }: Block): Entry[] {
  const entries = items.map((item): Entry | undefined => {
    const { term, text } = item.depth > 0 ? {} : (ENTRY.exec(context.text(item))?.groups ?? {});
    return term === undefined || text === undefined || countWords(term) > 5
      ? undefined
      : { term, text: { start: item.end - text.length, end: item.end } };
  });
  const found = entries.filter((entry) => entry !== undefined);
  const isWhole = found.length === items.length && new Set(found.map(({ term }) => term)).size === items.length;
  return isWhole ? found : [];
}

/** Whole sentences, of some length. */
function isTold(text: string): boolean {
  return /^\p{Lu}/u.test(text) && /[.!]["”)]?$/u.test(text) && countWords(text) >= 8;
}

function askAbout(term: string): string[] {
  const name = term.includes('`') ? term : `"${term}"`;
  return [
    `What does the passage say about ${name}?`,
    `How does the text explain ${name}?`,
    `What do you learn about ${name} from the passage?`,
    `What is said about ${name} in the passage?`,
  ];
}
