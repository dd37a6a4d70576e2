import { styleText } from 'node:util';
import { expect, it } from 'vitest';
import { table } from './table.ts';

it('aligns columns, also where cells carry colours', () => {
  const red = styleText('red', 'bad', { validateStream: false });
  expect(
    table(
      [
        ['12', red, 'first'],
        ['3', 'fine', 'second'],
      ],
      { right: [0] },
    ).replaceAll(red, 'bad'),
  ).toBe('  12  bad   first\n   3  fine  second');
});

it('leaves no spaces at the end of a row', () => {
  expect(
    table(
      [
        ['a', ''],
        ['longer', 'x'],
      ],
      { indent: 0 },
    ),
  ).toBe('a\nlonger  x');
});
