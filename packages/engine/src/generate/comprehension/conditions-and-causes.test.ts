import { describe, expect, it } from 'vitest';
import { around, ask } from './fixtures/harbour.ts';

/** What the sentences below speak of without saying which. */
const KNOWN =
  'There is a keeper, a northern lock, a gate with a bell and an alarm, a red lamp, a ledger, an inner basin of sand, and old ropes hold buoys on a pier.';

const ASKED: ReadonlyArray<readonly [string, string, RegExp]> = [
  [
    'passage-condition',
    'If you lose the key of a berth, call the harbour office.',
    /what should you do.*if you lose the key of a berth|if you lose the key of a berth, what should you do/iu,
  ],
  ['passage-condition', 'When a storm is announced, the keeper must close the gate.', /what must the keeper do/iu],
  ['passage-condition', 'Once a boat is sold, you will need to sign the ledger.', /what will you need to do/iu],
  ['passage-condition', 'If the rope breaks, the alarm will ring at the northern lock.', /what happens/iu],
  [
    'passage-condition',
    'Tenants must leave the pier when the red lamp is lit.',
    /what must tenants do when the red lamp is lit|when the red lamp is lit, what must tenants do/iu,
  ],
  [
    'passage-condition',
    'Rinse the planks with fresh water before you paint a boat.',
    /what should you do before you paint a boat|before you paint a boat, what should you do/iu,
  ],
  [
    'passage-condition',
    'The keeper removes the old ropes when a storm comes up.',
    /what happens when a storm comes up|when a storm comes up, what happens/iu,
  ],
  [
    'passage-condition',
    'When painting a boat, keep the gates of the northern lock closed.',
    /what should you do when painting a boat|when painting a boat, what should you do/iu,
  ],
  ['passage-condition', 'If you see thin ice near a pier, report cracks of any size at once.', /what should you do/iu],
  ['passage-condition', 'If you see thin ice near a pier, access keys of old boats will expire.', /what happens/iu],
  [
    'passage-condition',
    'After paying the fee of a berth, you’ll get a brass key by post.',
    /what happens after paying the fee of a berth|after paying the fee of a berth, what happens/iu,
  ],
  [
    'passage-condition',
    'Once a boat has been sold, you will receive a new number by post.',
    /what happens once a boat has been sold|once a boat has been sold, what happens/iu,
  ],
  [
    'passage-reason',
    'The inner basin is closed in winter because ice damages the gates.',
    /why is the inner basin closed in winter/iu,
  ],
  [
    'passage-reason',
    'Because the sand shifts in every storm, the buoys are moved each spring.',
    /why are the buoys moved each spring/iu,
  ],
  [
    'passage-reason',
    'The keeper examines the gate because thieves came twice.',
    /why does the keeper examine the gate/iu,
  ],
  [
    'passage-reason',
    'Large boats avoid the inner basin because ice damages their hulls.',
    /why do large boats avoid the inner basin/iu,
  ],
  [
    'passage-reason',
    'Winter permits don’t cover the inner basin because ice damages old ropes.',
    /why don’t winter permits cover the inner basin/iu,
  ],
  [
    'passage-comparison',
    'The difference between a berth and a mooring is that a mooring has no pier.',
    /a berth and a mooring/iu,
  ],
  ['passage-comparison', 'Unlike moorings, berths have a pier of their own.', /moorings/iu],
  [
    'passage-comparison',
    'Summer permits have a fixed date, whereas winter permits can end with the ice.',
    /summer permits.*winter permits/iu,
  ],
];

const LEFT_ALONE: ReadonlyArray<readonly [string, string, string]> = [
  ['passage-condition', 'a step before another', 'If you lose your key, call the old office. Once it is found, ring.'],
  ['passage-condition', 'a pointer of a duty', 'If you see thin ice, you must follow the old guide of the guild.'],
  ['passage-condition', 'what an option does', 'If `lamp` is set, use the red lamp of the northern lock at night.'],
  ['passage-condition', 'a pronoun of the other clause', 'The keeper removes the old ropes if a storm lifts them.'],
  ['passage-condition', 'a pointer', 'If you see thin ice near a pier, review the old guide of the guild.'],
  ['passage-condition', 'a condition that leans on what came before', 'If it breaks, call the harbour office.'],
  ['passage-condition', 'a wish without a consequence', 'If you want a larger berth, the price will rise.'],
  ['passage-condition', '"if" for "whether"', 'Tell the keeper if the boat has an engine.'],
  ['passage-condition', 'what cannot act', 'If the keeper is away, the letter can go to the office.'],
  [
    'passage-condition',
    'a state that does not come about',
    'If the keeper is away, the office is located in the tower.',
  ],
  [
    'passage-condition',
    'an act without somebody who acts',
    'When opening the gate, the alarm will ring at the office.',
  ],
  ['passage-condition', 'an answer that says nothing new', 'If the gate needs a key, you should use the key.'],
  ['passage-condition', 'what is allowed only then', 'The old bell should only be rung if the keeper sees a fire.'],
  ['passage-condition', 'what is better left', 'Long trips should be avoided if the boat has an old engine.'],
  [
    'passage-condition',
    'a case that is taken up again',
    'If the keeper sees a fire at night, ring the old bell. The gate is near. When the keeper sees a fire, he is brave.',
  ],
  [
    'passage-condition',
    'what could be the case anywhere',
    'When reading maps, you should light the lamps of the pier.',
  ],
  ['passage-condition', 'a state of mind', 'If you have any questions, call the old harbour office at noon.'],
  ['passage-condition', 'a second condition', 'If the bell rings, leave the pier at once if it is dark.'],
  ['passage-condition', 'a phrase that is no clause', 'After the long winter, call the old harbour office at noon.'],
  ['passage-condition', 'a thing of another text', 'If you lose the token, call the old harbour office at noon.'],
  ['passage-condition', 'somebody of another text', 'If you see a fire, ring the old bell and call them at once.'],
  ['passage-condition', 'the first of two orders', 'If you lose your key, call the old office. Wait at the gate.'],
  [
    'passage-condition',
    'what the next sentence takes back',
    'If you lose your key, call the old office. Otherwise, ring.',
  ],
  ['passage-condition', 'an "if" of a clause inside', 'Read the board to learn how to act if a storm is near.'],
  ['passage-condition', 'an amount before its "before"', 'Tenants may get a letter two months before the lease ends.'],
  [
    'passage-reason',
    'a reason of the last clause only',
    'The gate is closed and the lamp is lit because ice damages the planks.',
  ],
  ['passage-reason', 'a reason beside others', 'The basin is closed partly because ice damages the gates.'],
  ['passage-reason', 'an order, which is no reason', 'Tie the boat with two ropes to prevent damage to the planks.'],
  ['passage-reason', 'a cause that somebody tells', 'The northern gate is closed because we saw the ice last night.'],
  ['passage-reason', 'a judgement', 'The inner basin is great because its gates keep the ice away.'],
  ['passage-comparison', 'things of two kinds', 'The pier is closed at night, while permits are sold at noon.'],
  ['passage-reason', '"since" of time', 'The northern gate is closed since the fire of the winter.'],
];

describe('questions about conditions, causes and contrasts', () => {
  it.each(ASKED)('%s asks of "%s"', async (pattern, sentence, question) => {
    const asked = await ask(pattern, around(`${KNOWN} ${sentence}`));
    expect(asked?.question).toMatch(question);
    expect(asked?.answer).toBe(sentence);
  });

  it.each(LEFT_ALONE)('%s leaves alone %s', async (pattern, _what, sentence) => {
    expect(await ask(pattern, around(`${KNOWN} ${sentence}`))).toBeUndefined();
  });
});
