import { describe, expect, it } from 'vitest';
import { isPointerSentence, pointersOf } from './pointers.ts';

describe('isPointerSentence', () => {
  it.each([
    'For more information, see the page on nets.',
    'The figure below shows the parts of a net.',
    'The following screenshot shows the form.',
    'Listing 7-17 shows a net in the water.',
    'Templates can be found here.',
    'Tip: For more about nets, see the harbour page.',
    'Read the Net Mending guide for the details.',
    'To see how nets are dried, check the rules of the harbour.',
    'We discuss knots in the Rope section.',
    'For information about getting a net, check the page of the harbour.',
  ])('knows that %j only points', (sentence) => {
    expect(isPointerSentence(sentence)).toBe(true);
  });

  it.each([
    'As shown in the diagram below, nets are heavy.',
    'The figure of a fish shows the way to the harbour.',
    'See whether the net is torn.',
    'Nets are shown at the fair.',
    'The pier is covered in the winter.',
    'Follow the repair guide to mend a net.',
    'Note: the net is heavy.',
    'The following parts belong to a net:',
  ])('reads %j', (sentence) => {
    expect(isPointerSentence(sentence)).toBe(false);
  });
});

describe('pointersOf', () => {
  it('holds what goes on from a pointer, and nothing after that', () => {
    const sentences = ['Nets are heavy.', 'For more, see the rules.', 'This saves time.', 'Dry nets are light.'];
    expect([...pointersOf(sentences)]).toEqual([1, 2]);
    expect([...pointersOf(['Nets are heavy.', 'This is well known.'])]).toEqual([]);
  });
});
