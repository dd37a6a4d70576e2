import { describe, expect, it } from 'vitest';
import { falseStatement } from './false-statement.ts';

describe('falseStatement', () => {
  it.each([
    ['Boats must be out of the water within 30 days of the storm.', 'within 15 days', '30 days', '15'],
    ['Crews carry at least 12 nets on board.', 'at least 24 nets', '12 nets', '24'],
    ['Each crew has three nets for the whole season.', 'has five nets', 'three nets', 'five'],
    ['The mooring costs $1,500 per season.', 'costs $3,000', '$1,500', '$3,000'],
    ['The dues rose by 5% after the storm.', 'by 10%', '5%', '10%'],
    ['A 30-minute watch is kept at the gate.', 'A 60-minute watch', '30-minute', '60-minute'],
    ['The new pier was built in 1932 by the town.', 'in 1929', '1932', '1929'],
    ['The season begins in April on the lake.', 'in August', 'April', 'August'],
    ['The keeper signs the book before leaving the harbour.', 'after leaving', 'before', 'after'],
    ['A list of the minimum crew hangs at the gate.', 'the maximum crew', 'minimum', 'maximum'],
    ['The office opens every Monday at noon.', 'every Thursday', 'monday', 'Thursday'],
    ['Old lamps are disabled by default.', 'are enabled', 'disabled', 'enabled'],
    ['The nets are counted once a month by the keeper.', 'once a week', 'month', 'week'],
    ['An appeal is made within some business days of the storm.', 'some calendar days', 'business', 'calendar'],
    ['Appeals are made in writing to the office of the harbour.', 'made verbally to', 'in writing', 'verbally'],
    ['All boats need a light at the mast.', 'Only some boats', 'all', 'only some'],
  ])('makes %j say something else', (statement, claim, said, claimed) => {
    const found = falseStatement(statement, statement);
    expect(found?.claim).toContain(claim);
    expect([found?.said, found?.claimed]).toEqual([said, claimed]);
  });

  it('takes no number that the passage holds elsewhere', () => {
    const passage = 'Crews rest for 30 days. Nets are due after 60 days.';
    expect(falseStatement('Crews rest for 30 days.', passage)?.claim).toBe('Crews rest for 90 days.');
  });

  it('leaves a word alone whose opposite is in the passage', () => {
    const passage = 'The internal mail goes by boat. The external mail goes by rail.';
    expect(falseStatement('The internal mail goes by boat.', passage)).toBeUndefined();
  });

  it.each([
    'Boats leave only when the internal gate is open.',
    'See chapter 3 for the rules of the harbour.',
    'Internal nets are not mended without a needle.',
    'Chart 6 shows the depths of the channel.',
    'Crews of 12 sailors take 24 sailors at most.',
    'One week (7 days) of rest is paid.',
    'The harbour has two gates, one for boats and one for carts.',
    'The keeper signs the book before the gate of the harbour.',
    'The two crews mend the nets at night.',
    'Repairs may take 6 months to a year.',
    'The office opens from Monday to Friday at noon.',
    'The keeper looks after the nets that are wet.',
    'The list is helpful in writing a letter to the office.',
    'The public should know the depths of the channel.',
    'At a minimum the mast needs paint.',
    'The Public Works office sells stamps.',
  ])('leaves %j alone, where one change decides nothing', (statement) => {
    expect(falseStatement(statement, statement)).toBeUndefined();
  });

  it('never makes a statement false by "not" alone', () => {
    expect(falseStatement('The harbour office is near the church.', '')).toBeUndefined();
    expect(falseStatement('Visitors cannot board a boat in the dock.', '')).toBeUndefined();
  });

  it('keeps the article right', () => {
    expect(falseStatement('Crews sign an internal list.', '')?.claim).toBe('Crews sign an external list.');
    expect(falseStatement('Crews keep a temporary list.', '')?.claim).toBe('Crews keep a permanent list.');
    expect(falseStatement('Crews use a synchronous clock.', '')).toBeUndefined();
  });
});
