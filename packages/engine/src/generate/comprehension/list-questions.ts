import { NUMBER_WORDS } from '../../analyze/english/word-classes.ts';
import { isImperative, upperFirst } from '../wording/phrases.ts';
import { isAct, LIST_SHAPES, type AnnouncedList, type Groups, type ItemKind } from './list-shapes.ts';

/** The question that a list answers together with the sentence before it; undefined where that sentence is of no known shape. */
export function askOfList(list: AnnouncedList): readonly string[] | undefined {
  for (const { shape, items, ask } of LIST_SHAPES) {
    const groups = shape.exec(list.text)?.groups;
    if (groups === undefined || !isOfKind(list.items, items) || !countsRight(list, groups)) continue;
    const questions = ask(list, groups);
    if (questions !== undefined && questions.length > 0) return questions;
  }
  return undefined;
}

function isOfKind(items: readonly string[], kind: ItemKind): boolean {
  if (kind === 'any') return true;
  const areActs = items.every(isAct);
  // "What must it do?" is not answered by what it must be or have.
  if (kind === 'acts') return areActs;
  return !items.some((item) => isImperative(item) || isImperative(upperFirst(item)));
}

/** "Three kinds" before two items: the list is not what was counted. */
function countsRight({ items }: AnnouncedList, { number }: Groups): boolean {
  if (number === undefined) return true;
  const count = /^\d+$/u.test(number) ? Number(number) : NUMBER_WORDS.get(number.toLowerCase());
  return count === undefined || count === items.length;
}
