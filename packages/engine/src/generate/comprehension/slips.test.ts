import { describe, expect, it } from 'vitest';
import { around, ask } from './fixtures/harbour.ts';

/** A document that has "harbour" often enough to know how it is written. */
const sentence = 'The winter fee depends on the length of the boat in the northern harbour.';

describe('questions about a passage', () => {
  it('are asked of a sentence without a slip', async () => {
    expect(await ask('passage-fact', around(sentence))).toBeDefined();
  });

  it.each([
    ['a letter too few', sentence.replace('northern', 'nothern')],
    ['two letters turned around', sentence.replace('northern', 'norhtern')],
    ['an article before a plural', sentence.replace('the boat', "a boats' keel")],
    ['a list without its "of"', sentence.replace('the length of the boat', 'a list taxes')],
    ['an article that is said otherwise', sentence.replace('the boat', 'a HTTP boat')],
    [
      'a verb that is no participle',
      sentence.replace('the length of the boat', 'a rule that is annually issues by the guild'),
    ],
    ['"to" before a participle', sentence.replace('in the northern harbour', 'the guild wants to repaired')],
  ])('are not asked where the author wrote %s', async (_what, slipped) => {
    const known = 'The northern pier is old. Its northern lock is older, and the northern gates are new.';
    expect(await ask('passage-fact', around(`${slipped}\n\n${known} The northern crane is green.`))).toBeUndefined();
  });
});
