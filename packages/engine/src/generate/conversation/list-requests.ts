import type { Block, TextRange } from '@dsgen/core';
import { countWords } from '../../analyze/english/words.ts';
import { readEntries } from '../comprehension/passage-entry.ts';
import type { Exchange, PatternContext, Piece } from '../pattern.ts';

/** What may be asked of a list that was just given: its names alone, or the same items in another order or layout. */
export function listRequest(context: PatternContext, list: Block): Exchange | undefined {
  const entries = readEntries(context, list);
  if (entries.length >= FEWEST) return namesOnly(context, list, entries);
  const items = (list.items ?? []).map(({ start, end }) => ({ start, end }));
  const texts = items.map((item) => context.text(item).trim());
  const isOrdered = /^\s*\d+[.)]/u.test(context.text(list));
  if (items.length < FEWEST || items.length > MOST || isOrdered || !texts.every(isPlainItem)) return undefined;
  const sorted = byText(context, items);
  const isSorted = sorted.every((item, index) => item === items[index]);
  const requests: Exchange[] = [
    { question: context.choose(list, NUMBER), answer: laidOut(items, (index) => `${index + 1}. `) },
    { question: context.choose(list, ONE_LINE), answer: joined(items) },
    ...(isSorted ? [] : [{ question: context.choose(list, SORT), answer: laidOut(sorted, () => '- ') }]),
  ];
  return context.choose({ start: list.start, end: list.start + 1 }, requests);
}

const FEWEST = 3;
const MOST = 12;
const MOST_ITEM_WORDS = 9;

/** A name or a short phrase, which stays whole in another layout. */
function isPlainItem(text: string): boolean {
  return countWords(text) <= MOST_ITEM_WORDS && !/[.,;:!?\n"“]/u.test(text) && /^[\p{L}\p{N}`]/u.test(text);
}

function namesOnly(
  context: PatternContext,
  list: Block,
  entries: ReturnType<typeof readEntries>,
): Exchange | undefined {
  const isPlain = entries.every(({ term }) => !/[<>"“”]/u.test(term) && term.split('`').length % 2 === 1);
  const areNames = entries.every(({ term }) => /^`[^`]+`$/u.test(term));
  return isPlain
    ? {
        question: context.choose(list, areNames ? NAMES : SHORT),
        answer: laidOut(
          entries.map(({ name }) => name),
          () => '- ',
        ),
      }
    : undefined;
}

function byText(context: PatternContext, items: readonly TextRange[]): readonly TextRange[] {
  return items
    .map((item) => ({ item, key: context.text(item).replaceAll('`', '').toLowerCase() }))
    .toSorted((left, right) => (left.key < right.key ? -1 : 1))
    .map(({ item }) => item);
}

function laidOut(items: readonly TextRange[], mark: (index: number) => string): readonly Piece[] {
  return items.flatMap((item, index): Piece[] => [`${index === 0 ? '' : '\n'}${mark(index)}`, item]);
}

function joined(items: readonly TextRange[]): readonly Piece[] {
  return items.flatMap((item, index): Piece[] => (index === 0 ? [item] : ['; ', item]));
}

const SHORT = [
  'Can you give me the short version, without the explanations?',
  'Please shorten that to the key words.',
  'And in short, without the details?',
  'Just the key words, please.',
];

const NAMES = [
  'Just the names, please.',
  'Can you list only the names?',
  'Please give me only the names, without the explanations.',
  'And the names alone, without the descriptions?',
];

const NUMBER = [
  'Please number them.',
  'Can you make that a numbered list?',
  'Thanks. As a numbered list, please.',
  'Could you put numbers in front of them?',
];

const ONE_LINE = [
  'Please put them on one line, separated by semicolons.',
  'Can you write that on one line, with semicolons in between?',
  'The same on a single line, separated by semicolons, please.',
  'I need that on one line. Use semicolons between the items.',
];

const SORT = [
  'Please sort them alphabetically.',
  'Can you put them in alphabetical order?',
  'The same in alphabetical order, please.',
  'Could you sort that list from A to Z?',
];
