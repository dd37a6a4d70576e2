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
    ['confusion', 'Crews mend their nets later than this.', 'Crews mend there nets later then this.'],
    ['confusion', 'The tide may be too high and could have turned.', 'The tide maybe to high and could of turned.'],
    ['misspelling', 'It is necessary until the boat is available.', 'It is neccessary untill the boat is availible.'],
    ['typo', 'The fishermen lit lanterns.', 'The fishremen lit lantrns.'],
    ['doubled word', 'They go to sea.', 'They go to to sea.'],
    ['apostrophe', 'It doesn’t sink. You’re safe.', 'It doesnt sink. Youre safe.'],
  ] as const)('makes the %s mistakes of %j', (kind, text, expected) => {
    expect(miswritten(kind, text)).toBe(expected);
  });

  it('leaves the grammar alone, of which a rule does not see all that is wrong', () => {
    const text = 'Ten hours is enough, as it were: a boat goes by.';
    expect(possibleMistakes(text)).toEqual([]);
  });

  it('leaves code alone', () => {
    expect(possibleMistakes('`The information is available to you`')).toEqual([]);
  });
});
