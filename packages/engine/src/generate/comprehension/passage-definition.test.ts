import { describe, expect, it } from 'vitest';
import { around, ask } from './fixtures/harbour.ts';

describe('passage-definition', () => {
  it.each([
    ['A mooring is a place where a boat is tied to a buoy.', /a mooring/iu],
    ['Anna Lindgren is an engineer at the northern lock who tests the gates.', /who is Anna Lindgren/iu],
    ['The purpose of the winter ledger is to record every rope that is lent.', /purpose of the winter ledger/iu],
    ['Winter demurrage means the fee for a berth that is kept too long.', /demurrage/iu],
  ])('asks of "%s"', async (sentence, question) => {
    const asked = await ask('passage-definition', around(sentence));
    expect(asked?.question).toMatch(question);
    expect(asked?.answer).toBe(sentence);
  });

  it('answers with the definition alone', async () => {
    const sentence = 'A mooring is a place where a boat is tied to a buoy.';
    const asked = await ask('passage-definition', around(`${sentence} But most guests call every ring a post.`));
    expect(asked?.answer).toBe(sentence);
  });

  it.each([
    ['a judgement', 'A mooring is a good place that boats like.'],
    ['"means" as a noun', 'Ropes provide a means of holding boats in place at night.'],
    ['one among many', 'A common berth is a place that boats share.'],
    ['what belongs to something', 'The harbour’s rise to fame is a sign of its merit in trade.'],
    ['one that is recommended', 'A recommended rope is a line of hemp that boats of the guild share.'],
    ['a part', 'A mooring is a place where a boat is tied to a buoy. It includes a lamp and a rope.'],
    ['one company in the plural', 'Almvik Systems are experts in locks that train the keepers of the pier.'],
    ['a reason', 'A mooring is a kind of berth because it holds the boat of a tenant at night.'],
    ['an act', 'Climbing over the fence is a habit that costs a fee.'],
    ['two sentences in one', 'A mooring is a place where boats are tied, you pay for it by the night.'],
    ['a contrast', 'A mooring is a place where boats are tied, but a berth has a pier.'],
    ['the voice of the author', 'A mooring is a place where we tie the boats of our guests.'],
    ['which one of several', 'The purpose of the ledger is to record every rope that is lent.'],
    ['an aspect that has no name', 'The colour of the winter ledger is a shade of the old red paint.'],
    ['the same word again', 'The name of the northern lock is the lock name of the north.'],
  ])('leaves alone %s', async (_what, sentence) => {
    expect(await ask('passage-definition', around(sentence))).toBeUndefined();
  });
});
