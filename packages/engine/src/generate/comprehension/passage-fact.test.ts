import { describe, expect, it } from 'vitest';
import { findCandidates } from '../fixtures/make-document.ts';
import { around, ask } from './fixtures/harbour.ts';

const ASKED: ReadonlyArray<readonly [string, RegExp]> = [
  // Who
  [
    'The night keeper is responsible for opening the lock at dawn.',
    /who is responsible for opening the lock at dawn/iu,
  ],
  ['Permits are signed by the keeper on Mondays.', /who signs permits/iu],
  ['Old permits must be approved by the harbour keeper.', /who must approve old permits/iu],
  [
    'The harbour keeper must inspect the gates before the ice comes.',
    /who must inspect the gates before the ice comes/iu,
  ],
  ['Only the night keeper may open the small gate after dark.', /who may open the small gate after dark/iu],
  // When, where and how often
  ['The small gates are inspected every spring by two divers.', /how often are the small gates inspected/iu],
  ['The spare ropes are stored in the tar shed behind the crane.', /where are the spare ropes stored/iu],
  ['The winter auction takes place on the first Sunday of March.', /when does the winter auction take place/iu],
  ['Sealing a boat for the winter with warm tar is called caulking.', /sealing a boat for the winter with warm tar/iu],
  ['The lamp timer defaults to the hour of sunset.', /what does the lamp timer default to/iu],
  // What it is for, made of, tied to
  ['The brass lever is used to open the northern lock at low tide.', /brass lever/iu],
  ['The winter fee depends on the length of the boat.', /what does the winter fee depend on/iu],
  ['The winter fee is based on the length and the age of a boat.', /what is the winter fee based on/iu],
  [
    'The width of a berth is determined by the oldest plan of the pier.',
    /what (?:is the width of a berth determined by|determines the width of a berth)/iu,
  ],
  ['The harbour ledger contains the names of all tenants since the fire.', /what does the harbour ledger contain/iu],
  ['The lock log only records the passages of large boats at night.', /what does the lock log record/iu],
  ['The night permit allows tenants to use the crane after dark.', /what does the night permit allow tenants to do/iu],
  ['The diving bell lets you repair a hull without a dry dock.', /diving bell/iu],
  ['A written permit is required to store a boat overnight.', /what is required to store a boat overnight/iu],
  ['By default, the lock system closes the northern gates at dusk.', /what does the lock system do by default/iu],
  ['Abandoned boats are removed after two letters to the owner.', /what happens to abandoned boats/iu],
  ['The harbour guild uses a bronze bell to call the divers.', /harbour guild.*call the divers/iu],
  // Whole clauses
  ['The lock system ensures that no gate opens against the tide.', /what does the lock system ensure/iu],
  [
    'The old pump takes the water of the basin and returns clean sand.',
    /what does the old pump take, and what does it return/iu,
  ],
  [
    'Each keeper of the pier is responsible for two lamps and their oil.',
    /who is responsible for two lamps and their oil/iu,
  ],
  ['Only sealed boats can be lifted by the northern crane.', /what can be lifted by the northern crane/iu],
  ['The `seal` command closes both gates of a lock within ten seconds.', /what does the `seal` command do/iu],
  // Openings and asides
  [
    'In a dry winter, the harbour guild measures the depth of each basin.',
    /what does the harbour guild measure in a dry winter/iu,
  ],
  ['The small guild (SG) maintains the chains of the northern pier.', /what does the small guild maintain/iu],
];

const LEFT_ALONE: ReadonlyArray<readonly [string, string]> = [
  ['a time that is told once', 'The small gates are opened once a keeper has rung the old bell of the tower.'],
  ['an act whose verb is not certain', 'Ensuring the crew contains the fire at night should be done by two keepers.'],
  ['a thing that only its text knows', 'The framework contains the names of all tenants since the fire.'],
  ['a noun that has lost its article', 'Harbour guide contains the names of all tenants since the fire.'],
  ['a second act', 'The harbour ledger contains all names and gives the office its numbers.'],
  ['a contrast', 'The brass lever is used to open the northern lock, but the chain is stronger.'],
  ['what was a link', 'The harbour ledger contains all names of the old tenants (example).'],
  ['a "them" of the sentence before', 'The brass lever is used to open them at low tide in spring.'],
  ['what says the same again', 'The closing lever is used to close the northern lock at low tide.'],
  ['more than one person of a general kind', 'The user can open the small gate after dark.'],
  ['where more is written', 'More details can be found in the Harbour Handbook.'],
  ['a list of acts', 'The lock log records all large boats, tells the guild and calls the keeper.'],
  ['a verb that does not go with its subject', 'The names of the old ledger contains all tenants since the fire.'],
  ['a step of a tale', 'The spare gates are stored in the shed. Then the keeper tars the gates.'],
  ['a plural that says nothing', 'Changes are stored in the tar shed behind the crane.'],
  ['an outcome that was not told of', 'The closing failure contains the names of all tenants since the fire.'],
  ['a noun before that nothing told of it', 'The ledger contains the names of all tenants since the fire.'],
  ['a note that has lost its subject', 'Goes into any basin of the harbour is required to open the northern lock.'],
  ['a rule of a name', 'By default, Harbourmaster will close the northern gates at dusk.'],
  ['a second act after a modal', 'The lock system will record the names of all boats and send them to the guild.'],
  ['an answer that is in the question', 'For new keepers, the new keeper receives the keys of the northern lock.'],
  ['what only adds to something', 'The harbour ledger contains the names of all tenants as well.'],
  ['what is told in another place', 'The harbour ledger contains the names of all tenants here.'],
  ['a missing article', 'The harbour ledger contains all names with `--names` option of the office.'],
  ['somebody without an article', 'The harbour ledger contains all names that keeper can open at night.'],
  ['two words of one', 'The brass lever is used to open the the northern lock at low tide.'],
];

describe('a capital of its own', () => {
  it('is not taken into a question', async () => {
    const known = 'The registration of a boat is free, and every registration is public.';
    const sentence = 'Only the night keeper may sign the completed Registration after dark.';
    expect(
      await ask('passage-fact', around(`${known} ${sentence.replace('Registration', 'registration')}`)),
    ).toBeDefined();
    expect(await ask('passage-fact', around(`${known} ${sentence}`))).toBeUndefined();
  });
});

describe('passage-fact', () => {
  it.each(ASKED)('asks of "%s"', async (sentence, question) => {
    const asked = await ask('passage-fact', around(sentence));
    expect(asked?.question).toMatch(question);
    expect(asked?.answer).toBe(sentence);
  });

  it.each(LEFT_ALONE)('leaves alone %s', async (_what, sentence) => {
    expect(await ask('passage-fact', around(sentence))).toBeUndefined();
  });

  it('asks nothing of what the next sentence takes back', async () => {
    const source = around('The winter fee depends on the length of the boat. However, old tenants pay less.');
    expect(await ask('passage-fact', source)).toBeUndefined();
  });

  it('answers with the first of two clauses', async () => {
    const asked = await ask(
      'passage-fact',
      around('The harbour ledger contains the names of all tenants, and the index lists their boats.'),
    );
    expect(asked?.answer).toBe('The harbour ledger contains the names of all tenants.');
  });

  it('asks two questions of a passage at most', async () => {
    const source = around(
      'The winter fee depends on the length of the boat. The harbour ledger contains the names of all tenants. The diving bell lets you repair a hull without a dry dock.',
    );
    expect(await findCandidates('passage-fact', source)).toHaveLength(2);
  });
});
