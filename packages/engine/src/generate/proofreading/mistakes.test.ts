import { beforeAll, describe, expect, it } from 'vitest';
import { loadTokenizer } from '../../shared/tokens.ts';
import { possibleMistakes, withMistakes, type MistakeKind } from './mistakes.ts';

beforeAll(() => loadTokenizer());

/** The text with every mistake of one kind. */
function miswritten(kind: MistakeKind, text: string): string {
  return withMistakes(
    text,
    possibleMistakes(text).filter((mistake) => mistake.kind === kind),
  );
}

describe('possibleMistakes', () => {
  it.each([
    ['agreement', 'The net is mended with a needle.', 'The net are mended with a needle.'],
    ['agreement', 'Nets tear. They need twine. It holds.', 'Nets tear. They needs twine. It hold.'],
    ['article', 'A net is mended with a needle in an old shed.', 'A net is mended with an needle in a old shed.'],
    ['confusion', 'Crews mend their nets later than this.', 'Crews mend there nets later then this.'],
    ['confusion', 'The tide may be too high and could have turned.', 'The tide maybe to high and could of turned.'],
    ['misspelling', 'It is necessary until the boat is available.', 'It is neccessary untill the boat is availible.'],
    ['typo', 'The fishermen lit lanterns.', 'The fishremen lit lantrns.'],
    ['doubled word', 'They go to sea.', 'They go to to sea.'],
    ['apostrophe', 'It doesn’t sink. You’re safe.', 'It doesnt sink. Youre safe.'],
    ['capital', 'The boat sank. The crew swam.', 'The boat sank. the crew swam.'],
    ['punctuation', 'The boat sank. The crew, tired, swam.', 'The boat sank The crew,tired,swam.'],
    ['number', 'Two weeks and many policies.', 'Two weeks and many policy.'],
    ['verb form', 'Nets can follow and are chosen.', 'Nets can to follow and are chose.'],
    ['preposition', 'It depends on the responsible crew.', 'It depends of the responsible crew.'],
  ] as const)('makes the %s mistakes of %j', (kind, text, expected) => {
    expect(miswritten(kind, text)).toBe(expected);
  });

  it.each([
    'The team is small and there is time.',
    'Ten hours is enough.',
    'Run `a command that is formatted` first.',
    'The self-employed pay the fee to www.example.org.',
    'If it was late, he slept.',
  ])('leaves the agreement and articles of %j alone, which are or may be right both ways', (text) => {
    expect(miswritten('agreement', text)).toBe(text);
    expect(miswritten('article', text)).toBe(text);
  });

  it('leaves code alone', () => {
    expect(possibleMistakes('`The information is available to you`')).toEqual([]);
  });
});
