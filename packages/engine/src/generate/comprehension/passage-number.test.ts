import { describe, expect, it } from 'vitest';
import { around, ask } from './fixtures/harbour.ts';

/** What the sentences below speak of without saying which. */
const KNOWN =
  'There is a fee with an invoice, a haul by crane, a lock with a small basin, and the gate is shut at night.';

const ASKED: ReadonlyArray<readonly [string, RegExp]> = [
  ['The maximum length of a boat is 12 meters.', /what is the maximum length of a boat/iu],
  [
    'The lock takes about ten minutes for a full passage.',
    /how (?:many minutes|long) does the lock take for a full passage/iu,
  ],
  [
    'Tenants must pay the fee within 30 days of the invoice.',
    /within how many days of the invoice must tenants pay the fee/iu,
  ],
  [
    'Reserve the crane at least two weeks before the haul.',
    /how many weeks before the haul should you reserve the crane/iu,
  ],
  ['You have 14 days to appeal against the fee.', /how many days do you have to appeal/iu],
  [
    'The lock empties the small basin within 20 minutes.',
    /within how many minutes does the lock empty the small basin/iu,
  ],
  ['Unclaimed boats are removed after 90 days.', /after how many days are unclaimed boats removed/iu],
  ['The harbour guild was founded in 1871.', /(?:when|in which year) was the harbour guild founded/iu],
  ['Repairs typically take two weeks.', /how (?:long|many weeks) do repairs typically take/iu],
  ['A passage can take up to two hours after a storm.', /how (?:long|many hours) can a passage take after a storm/iu],
  ['Lamps are inspected every three weeks.', /how often are lamps inspected/iu],
  ['Winter permits are valid for 90 days.', /for how long are winter permits valid/iu],
  ['The length of a rope is limited to 60 meters.', /to how many meters is the length of a rope limited/iu],
  ['New tenants may take up to 12 weeks of leave.', /how many weeks of leave may new tenants take/iu],
];

const LEFT_ALONE: ReadonlyArray<readonly [string, string]> = [
  ['a number of kinds', 'The harbour has two ways of mooring boats.'],
  ['two numbers', 'Tenants must pay the fee within 30 days of the invoice or 10 days of the audit.'],
  ['a value of nothing', 'The minimum allowed value is 5 seconds.'],
  ['hours of nothing', 'Tenants can receive up to 4 hours for each winter.'],
  ['a verb that goes on', 'Fees are paid within 30 days of each audit and booked in spring.'],
  ['a stray capital', 'Tenants must pay the fee within 30 days of completed Registration. The registration is free.'],
  ['one party under two names', 'Tenant must have a lamp. The guild clears your log after 30 days.'],
  ['a thing of another text', 'The token expires after 30 days.'],
];

describe('passage-number', () => {
  it.each(ASKED)('asks of "%s"', async (sentence, question) => {
    const asked = await ask('passage-number', around(`${KNOWN} ${sentence}`));
    expect(asked?.question).toMatch(question);
    expect(asked?.answer).toBe(sentence);
  });

  it.each(LEFT_ALONE)('leaves alone %s', async (_what, sentence) => {
    expect(await ask('passage-number', around(`${KNOWN} ${sentence}`))).toBeUndefined();
  });
});
