import { describe, expect, it } from 'vitest';
import { hasLeftOvers } from './left-over.ts';

describe('hasLeftOvers', () => {
  it.each([
    'Note: Note that the net is wet.',
    'Choose a colour for the net component For example, take red.',
    'Nets are heavy. Learn more.',
    'The red cords are in bold.',
    'The first line ties the knot.',
    'Read the rules of the pier here and the form here.',
    'Nets (source) are heavy.',
    '- Set up your nets properly here\n- Then rest',
    'Order the nets here. Then rest.',
    'As seen in the pyramid, nets come first.',
    'Nets are heavy.\n\n1. Here we tie the knot.',
    'Add the net to the list. (See how to)',
    'Answer - Nets are heavy.',
    'The net is mended. Good luck!',
    "You'll see other nets later, at the pier.",
    '```\nnet: { mesh: 3 } <1>\n```\n\n1. The mesh.',
  ])('finds them in %j', (text) => {
    expect(hasLeftOvers(text)).toBe(true);
  });

  it.each([
    'Note: the net is wet. Tip: take care.',
    'Take red, for example. However, blue will do.',
    'The call `nets[0](knot)` ties it.',
    '```\nconst mesh = nets[0][1](2);\n```',
    'Hang the net on the line.',
    'Nets come from here. Boats end here, and here the pier begins.',
  ])('finds none in %j', (text) => {
    expect(hasLeftOvers(text)).toBe(false);
  });
});
