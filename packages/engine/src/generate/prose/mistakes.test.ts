import { describe, expect, it } from 'vitest';
import { possibleMistakes, withMistakes } from './mistakes.ts';

function miswritten(text: string): string {
  return withMistakes(text, possibleMistakes(text));
}

describe('possibleMistakes', () => {
  it.each([
    ['The net is mended with a needle.', 'The net are mended with an needle.'],
    ['Crews mend their nets in an old shed.', 'Crews mend there nets in a old shed.'],
    ['The informal agreement occurred later than this.', 'The informal agreemnet ocurred later then this.'],
  ])('of %j are ones that nobody writes on purpose', (text, expected) => {
    expect(miswritten(text)).toBe(expected);
  });

  it.each([
    'The team is small and there is time.',
    'Ten hours is enough.',
    'Run `a command that is formatted` first.',
    'Programmers focussed on it.',
    'The self-employed pay a user fee to www.example.org.',
  ])('leave %j alone, which is or may be right both ways', (text) => {
    expect(miswritten(text)).toBe(text);
  });
});
