import { describe, expect, it } from 'vitest';
import { hasFiniteVerb, mayHaveSlip } from './source-slips.ts';

describe('mayHaveSlip', () => {
  it.each([
    'The anchor doesn’t holds the boat in a storm.',
    'Here are few notes on knots.',
    'The winch allows to lift the anchor.',
    'The net is torn, it needs twine.',
    'The class provide a way to learn knots.',
    'These boats is old.',
    'A anchor is heavy.',
    'If you leave the boat in the harbour somebody has to watch it.',
    'You have to check and fixing the nets.',
    'Knots, splices, etc are taught here.',
    'The crew can recieve letters.',
    'However the boat is old.',
    'You can login at the gate.',
    'For some of the boats, once their first voyage is over somebody has to watch them.',
    'And also in the winter.',
  ])('sees %j', (sentence) => {
    expect(mayHaveSlip(sentence)).toBe(true);
  });

  it.each([
    'The anchor doesn’t hold the boat in a storm.',
    'If the net is torn, it needs twine.',
    'Each of these boats is old, and the harbour is full of them.',
    'An anchor, a rope and a knife are needed.',
    'The keeper, who is old, closes the gate.',
    'Boats that are moored here pay a fee (see `fees`), which is due in May.',
  ])('lets %j pass', (sentence) => {
    expect(mayHaveSlip(sentence)).toBe(false);
  });
});

describe('hasFiniteVerb', () => {
  it.each([
    ['The anchor holds the boat.', true],
    ['Boats are moored here.', true],
    ['An old anchor for the boat.', false],
    ['A way to tie a knot.', false],
  ])('of %j is %s', (sentence, expected) => {
    expect(hasFiniteVerb(sentence)).toBe(expected);
  });
});
