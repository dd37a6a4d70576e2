import type { Block, ListItem, TextRange } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import { anchorFor } from '../subjects/anchor.ts';
import { answerBody } from '../sections/answer-body.ts';
import type { Draft, Pattern, PatternContext, Piece } from '../pattern.ts';

/** A command-line option, with or without code marks, and with what it takes. */
const OPTION = /^`?(?<name>--?[A-Za-z][\w-]*)(?:[ =[<`,(].{0,60})?$/u;

/** "`--quiet`: Say nothing." */
const ENTRY = /^(?<term>`?--?[A-Za-z][^:–—]{0,60}?)\s*(?::|\s[–—-])\s+(?<text>\S.+)$/su;

/** Options of a command in a list or under headings: asked as "What does the `--quiet` option do?". */
export const option: Pattern = {
  name: 'option',
  task: 'qa',
  promise: 'The answer is all that the document says of the option at this place.',
  family: 'option',
  version: 1,
  languages: ['en'],
  precision: 0.88,
  isDefault: false,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const heading = optionName(section.heading ?? '');
      const body = heading === undefined ? undefined : answerBody(context, section, { minWords: 12, maxWords: 200 });
      const draft =
        heading === undefined || body === undefined ? undefined : toDraft(context, section, heading, body.pieces);
      if (draft !== undefined) yield draft;
      for (const index of section.blocks) {
        const block = context.document.blocks[index];
        if (block?.kind === 'list') yield* fromList(context, section, block);
      }
    }
  },
};

function* fromList(context: PatternContext, section: Section, block: Block): Iterable<Draft> {
  for (const { terms, meaning } of entries(context, block)) {
    const names = terms.map(optionName);
    const [name] = names;
    const [first] = meaning;
    if (name === undefined || first === undefined || names.includes(undefined)) continue;
    const words = meaning.reduce((sum, range) => sum + countWords(context.text(range)), 0);
    if (meaning.some((range) => /(?:^|[.!] )\(?See /u.test(context.text(range)))) continue;
    if (words < 8 || words > 120 || !/^[\p{Lu}`]/u.test(context.text(first))) continue;
    // A short form beside a long one is an alias; two long ones are two options, told apart by words such as "respectively".
    const long = new Set(names.filter((entry) => entry?.startsWith('--')));
    if (long.size > 1) continue;
    const longest = [...long][0] ?? name;
    const pieces = meaning.flatMap((range, index): Piece[] => (index === 0 ? [range] : ['\n\n', range]));
    const draft = toDraft(context, section, longest, pieces);
    if (draft !== undefined) yield draft;
  }
}

interface Entry {
  readonly terms: readonly string[];
  readonly meaning: readonly TextRange[];
}

/** Terms with the deeper items below them, or items that hold both. */
function entries(context: PatternContext, block: Block): Entry[] {
  const found: Entry[] = [];
  let terms: string[] = [];
  let meaning: ListItem[] = [];
  function close(): void {
    if (terms.length > 0 && meaning.length > 0) found.push({ terms, meaning });
    terms = [];
    meaning = [];
  }
  for (const item of block.items ?? []) {
    if (item.depth > 0) {
      meaning.push(item);
      continue;
    }
    if (meaning.length > 0) close();
    const text = context.text(item);
    const groups = ENTRY.exec(text)?.groups;
    if (groups?.['term'] !== undefined && groups['text'] !== undefined) {
      terms = [];
      found.push({ terms: [groups['term']], meaning: [{ start: item.end - groups['text'].length, end: item.end }] });
    } else {
      terms.push(text);
    }
  }
  close();
  return found;
}

function optionName(text: string): string | undefined {
  return OPTION.exec(text.trim())?.groups?.['name'];
}

/** Many commands have a `-v`: without the name of its command an option is not asked for. */
function toDraft(context: PatternContext, section: Section, name: string, answer: readonly Piece[]): Draft | undefined {
  const at = answer.find((piece) => typeof piece !== 'string') ?? section;
  const question = context.choose(at, [
    `What does the \`${name}\` option do?`,
    `What is the \`${name}\` option for?`,
    `Explain the \`${name}\` option.`,
    `What is the effect of the \`${name}\` option?`,
  ]);
  const anchor = anchorFor(context, section, question);
  if (anchor === undefined) return undefined;
  return {
    section,
    question,
    anchor,
    answer,
    reasoning: 'recall',
    focus: `${context.topic.name ?? ''} ${name}`,
    fit: 0.6,
  };
}
