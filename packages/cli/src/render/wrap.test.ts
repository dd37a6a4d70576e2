import { expect, it } from 'vitest';
import { wrapPainted } from './wrap.ts';

function shout(text: string): string {
  return text.toUpperCase();
}

function keep(text: string): string {
  return text;
}

it('breaks at spaces, indents every line and keeps line ends', () => {
  const text = 'one two three four five six\n\nseven';
  expect(wrapPainted([{ text, paint: keep }], { width: 22, indent: '  ' })).toBe(
    '  one two three four\n  five six\n\n  seven',
  );
});

it('paints pieces on their own across line breaks', () => {
  const pieces = [
    { text: 'before ', paint: keep },
    { text: 'quoted words go on', paint: shout },
    { text: ' after', paint: keep },
  ];
  expect(wrapPainted(pieces, { width: 24, indent: '' })).toBe('before QUOTED WORDS GO\nON after');
});

it('keeps a word that is longer than a line, and whole lines where there is no width', () => {
  const text = `x ${'y'.repeat(40)} z`;
  expect(wrapPainted([{ text, paint: keep }], { width: 20, indent: '' })).toBe(`x\n${'y'.repeat(40)}\nz`);
  expect(wrapPainted([{ text, paint: keep }], { width: Number.POSITIVE_INFINITY, indent: '' })).toBe(text);
});
