import { describe, expect, it } from 'vitest';
import { falseStatement } from './false-statement.ts';

describe('falseStatement', () => {
  it.each([
    ['Boats must be out of the water within 30 days of the storm.', 'within 60 days'],
    ['Each crew has three nets for the whole season.', 'has five nets'],
    ['The keeper signs the book before the boats leave the harbour.', 'after the boats'],
    ['The minimum crew of a cutter is four.', 'The maximum crew'],
    ['The office opens every Monday at noon.', 'every Thursday'],
    ['The harbour office is open to visitors.', 'is not open'],
    ['Visitors cannot board a boat in the dock.', 'Visitors can board'],
    ['You should not mend wet nets in the sun.', 'You should mend'],
  ])('makes %j say something else', (statement, expected) => {
    expect(falseStatement(statement, statement)).toContain(expected);
  });

  it('takes no number that the passage holds elsewhere', () => {
    const passage = 'Boats must be out within 30 days. Nets are due within 60 days.';
    expect(falseStatement('Boats must be out within 30 days.', passage)).toBe('Boats must be out within 90 days.');
  });

  it('leaves a word alone whose opposite is in the passage', () => {
    const passage = 'The internal mail goes by boat. The external mail goes by rail.';
    expect(falseStatement('The internal mail goes by boat.', passage)).toBeUndefined();
  });

  it.each([
    'Boats leave only when the keeper is there.',
    'Most boats are painted in the autumn.',
    'When the wind is strong, boats stay in the harbour.',
    'See chapter 3 for the rules of the harbour.',
    'The boat is also used for fishing.',
    'The nets are not mended without a needle.',
    'Chart 6 shows the depths of the channel.',
    'The keeper is old and the pilot is young.',
    'The crew should be 12 sailors or more on 2 boats.',
  ])('leaves %j alone, where one change decides nothing', (statement) => {
    expect(falseStatement(statement, statement)).toBeUndefined();
  });

  it('keeps the article right', () => {
    expect(falseStatement('Crews sign an internal list.', 'Crews sign an internal list.')).toBe(
      'Crews sign an external list.',
    );
    expect(falseStatement('Crews sign a mandatory list.', 'Crews sign a mandatory list.')).toBeUndefined();
  });
});
