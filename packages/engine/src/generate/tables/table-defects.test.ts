import { describe, expect, it } from 'vitest';
import { findTableDefect } from './table-defects.ts';

const names = ['Tool', 'Task', 'Place'];
const rows = [
  ['caulk', 'seals the hull', 'deck'],
  ['sail', 'takes the wind', 'mast'],
  ['rope', 'holds the sail', 'mast'],
  ['keel', 'keeps the course', 'hull'],
];

function withRow(...row: readonly string[]): ReadonlyArray<readonly string[]> {
  return [...rows, row];
}

describe('findTableDefect', () => {
  it('takes rows of named values', () => {
    expect(findTableDefect(names, rows)).toBeUndefined();
  });

  it.each([
    ['a row of one cell', withRow('Below deck', '', '')],
    ['a row that repeats one text', withRow('Below deck', 'Below deck', 'Below deck')],
    ['a row that comes twice', withRow('rope', 'holds the sail', 'mast')],
    ['a row without its first cell', withRow('', 'holds the boat', 'bow')],
    ['the mark of a note', withRow('anchor*', 'holds the boat', 'bow')],
    ['the raised mark of a note', withRow('anchor', 'holds the boat²', 'bow')],
    ['a way to somewhere else', withRow('anchor', 'See the notes below.', 'bow')],
    ['a mark of code without its end', withRow('anchor', '{ holds }`', 'bow')],
    ['a placeholder', withRow('anchor', 'TBD', 'bow')],
    ['a list in a cell', withRow('anchor', 'holds * lies', 'bow')],
    ['a list of dashes in a cell', withRow('anchor', 'does two things: - holds; - lies', 'bow')],
    ['a cell that announces', withRow('anchor', 'one of these:', 'bow')],
    ['a paragraph in a cell', withRow('anchor', 'It holds the boat in place. '.repeat(15), 'bow')],
    ['items run together', withRow('anchor', 'Managing all resources Holding boats ready Tracking the tide', 'bow')],
    ['labels run together', withRow('anchor', 'Holds the boat. type: iron example: `bower`', 'bow')],
    ['a row without an end', withRow('anchor', 'holds the boat')],
  ])('finds %s', (_name, found) => {
    expect(findTableDefect(names, found)).toBeDefined();
  });

  it('finds a text that moved up into an empty cell', () => {
    expect(
      findTableDefect(
        [...names, 'Note'],
        rows.map((row) => [...row, 'Kept in the shed over winter.']),
      ),
    ).toBeUndefined();
    const shifted = [
      ...rows.map((row) => [...row, 'Kept in the shed over winter.']),
      ['anchor', 'holds', 'Never left in the rain.', ''],
    ];
    expect(findTableDefect([...names, 'Note'], shifted)).toBe('cells in the wrong column');
  });

  it('finds columns that hold one word of their name', () => {
    expect(
      findTableDefect(
        [...names, 'Harbour guide'],
        rows.map((row) => [...row, 'Guide']),
      ),
    ).toBe('labels of links');
  });

  it('reads units of area as what they are', () => {
    expect(findTableDefect(names, withRow('deck', 'measures 20 m²', 'boat'))).toBeUndefined();
  });

  it('finds columns of words that were links', () => {
    expect(
      findTableDefect(
        [...names, 'Docs'],
        rows.map((row) => [...row, 'Link']),
      ),
    ).toBe('labels of links');
  });

  it('finds columns of pictures, which hold nothing', () => {
    expect(
      findTableDefect(
        [...names, 'Picture'],
        rows.map((row) => [...row, '']),
      ),
    ).toBe('empty cells');
  });

  it.each([
    [['Tool', 'Task', 'mast']],
    [['Tool', 'Task', 'task']],
    [['Column 1', 'Column 2', 'Column 3']],
    [['Tool', 'x=1', 'Place']],
  ])('does not take %j for names', (odd) => {
    expect(findTableDefect(odd, rows)).toBeDefined();
  });
});
