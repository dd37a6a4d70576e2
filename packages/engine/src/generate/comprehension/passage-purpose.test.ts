import { describe, expect, it } from 'vitest';
import { around, ask } from './fixtures/harbour.ts';

const ASKED: ReadonlyArray<readonly [string, RegExp]> = [
  ['To rent a berth in winter, write to the guild of the northern pier.', /rent a berth in winter/iu],
  ['If you want to rent a berth in winter, write to the guild of the northern pier.', /rent a berth in winter/iu],
  [
    'To protect the hull of a boat, every fender must be fixed by two ropes.',
    /what must be done to protect the hull of a boat/iu,
  ],
  [
    'Use the brass lever to open the lock chamber at low tide.',
    /(?:what can you use to|how (?:can|do) you) open the lock chamber/iu,
  ],
  ['Small boats are moved by pulling the grey chain.', /how are small boats moved/iu],
  ['You can call a keeper at night by ringing the bell twice.', /how (?:can|do) you call a keeper at night/iu],
  ['By ringing the bell twice, you can call a keeper at night.', /call a keeper at night/iu],
  ['The safest way to store a boat is to tie two ropes.', /what is the safest way to store a boat/iu],
  ['Press the grey button to call a keeper at night.', /call a keeper at night/iu],
  ['To open the lock of a spare gate, we call `unlock` with its number.', /open the lock of a spare gate/iu],
  ['To rent a berth in winter, ask for the grey form (form 7) at the guild.', /rent a berth in winter/iu],
];

const LEFT_ALONE: ReadonlyArray<readonly [string, string]> = [
  ['halves of two clauses', 'Use the long rope to lengthen the ladder and `hook` to hold the lamps of the pier.'],
  ['half of a second aim', 'Use the Tarring Board to plan new boats and as a reference for old sails.'],
  ['two verbs where one is meant', 'Press the grey button to add select the lamps of the pier.'],
  ['what one may hope for', 'By ringing the bell twice, you can expect a calm night at the pier.'],
  ['a bare tool', 'Use the knowledge to build new boats of the northern pier.'],
  ['somebody to write to', 'If you want to rent a berth in winter, contact the keeper of the northern pier.'],
  ['one of many things', 'To get access to most basins, turn the brass lever of the northern lock.'],
  [
    'what goes on with a next step',
    'To open the lock chamber, turn the brass lever twice. Scroll the wheel to the left.',
  ],
  ['a tool that only its text knows', 'Use it to open the lock chamber.'],
  ['"to" of a clause about the tool', 'Use ropes that are easy to clean in winter.'],
  ['somebody who is asked to act', 'Ask the keeper to open the lock chamber.'],
  ['a participle before its "to"', 'Visit the small museum built to honour the keepers.'],
  ['an aim and no way', 'Create a clear plan to rent a berth in winter.'],
  ['a noun that looks like an instruction', 'To protect the hull, duplicate ropes of old tenants should be avoided.'],
  ['a pointer to where the way is told', 'To rent a berth in winter, follow the steps of the harbour guide.'],
  ['what is done to something else', 'Tenants are asked to sweep the pier using the brooms of the guild.'],
  ['one example', 'To show the second lock of the pier, we call `unlock` with its number.'],
  ['an alternative to what was said', 'To rent a berth in winter, write to the guild instead.'],
  ['the first step of several', 'To rent a berth in winter, first write to the guild of the northern pier.'],
  ['where more is told', 'You can find more information by asking the guild of the northern pier.'],
  ['an act without its object', 'To specify the name, write to the guild of the northern pier.'],
  ['what comes about against your will', 'You lose the deposit of a berth by leaving the gate open.'],
];

describe('passage-purpose', () => {
  it.each(ASKED)('asks of "%s"', async (sentence, question) => {
    const asked = await ask('passage-purpose', around(sentence));
    expect(asked?.question).toMatch(question);
    expect(asked?.answer).toBe(sentence);
  });

  it('answers with the first of two clauses', async () => {
    const asked = await ask(
      'passage-purpose',
      around('You can call a keeper at night by ringing the bell twice, and we advise you to wear a coat.'),
    );
    expect(asked?.answer).toBe('You can call a keeper at night by ringing the bell twice.');
  });

  it('leaves alone what each of several paragraphs tells in its way', async () => {
    const told = 'Small boats are moved by pulling the grey chain.';
    const other = 'At the southern pier, small boats are pushed over rollers by using a pole.';
    expect(await ask('passage-purpose', `${around(told)}\n\n${other}`)).toBeUndefined();
  });

  it.each(LEFT_ALONE)('leaves alone %s', async (_what, sentence) => {
    expect(await ask('passage-purpose', around(sentence))).toBeUndefined();
  });
});
