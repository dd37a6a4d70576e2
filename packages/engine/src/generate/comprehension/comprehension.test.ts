import { describe, expect, it } from 'vitest';
import { findCandidates } from '../fixtures/make-document.ts';
import { AFTER, around, ask, BEFORE } from './fixtures/harbour.ts';

const ASKED: ReadonlyArray<readonly [string, string, RegExp]> = [
  ['passage-number', 'The maximum length of a boat is 12 meters.', /what is the maximum length of a boat/iu],
  [
    'passage-number',
    'The lock takes about ten minutes for a full passage.',
    /how (?:many minutes|long) does the lock take for a full passage/iu,
  ],
  [
    'passage-number',
    'Tenants must pay the fee within 30 days of the invoice.',
    /within how many days of the invoice must tenants pay the fee/iu,
  ],
  [
    'passage-number',
    'Reserve the crane at least two weeks before the haul.',
    /how many weeks before the haul should you reserve the crane/iu,
  ],
  ['passage-number', 'You have 14 days to appeal against the fee.', /how many days do you have to appeal/iu],
  [
    'passage-number',
    'The lock empties the small basin within 20 minutes.',
    /within how many minutes does the lock empty the small basin/iu,
  ],
  ['passage-number', 'Unclaimed boats are removed after 90 days.', /after how many days are unclaimed boats removed/iu],
  [
    'passage-number',
    'The harbour guild was founded in 1871.',
    /(?:when|in which year) was the harbour guild founded/iu,
  ],
  ['passage-definition', 'A mooring is a place where a boat is tied to a buoy.', /a mooring/iu],
  [
    'passage-definition',
    'Anna Lindgren is an engineer at the northern lock who tests the gates.',
    /who is Anna Lindgren|who Anna Lindgren is/iu,
  ],
  ['passage-definition', 'The purpose of the ledger is to record every rope that is lent.', /purpose of the ledger/iu],
  ['passage-definition', 'Winter demurrage means the fee for a berth that is kept too long.', /demurrage/iu],
];

const LEFT_ALONE: ReadonlyArray<readonly [string, string, string]> = [
  ['passage-number', 'a number of kinds', 'The harbour has two ways of mooring boats.'],
  ['passage-definition', 'a judgement', 'A mooring is a good place that boats like.'],
  ['passage-definition', '"means" as a noun', 'Ropes provide a means of holding boats in place at night.'],
  ['passage-definition', 'one among many', 'A common berth is a place that boats share.'],
  ['passage-definition', 'what belongs to something', 'The harbour’s rise to fame is a sign of its merit in trade.'],
  ['passage-definition', 'an act', 'Climbing over the fence is a habit that costs a fee.'],
];

describe('questions about a passage', () => {
  it.each(ASKED)('%s asks of "%s"', async (pattern, sentence, question) => {
    const asked = await ask(pattern, around(sentence));
    expect(asked?.question).toMatch(question);
    expect(asked?.answer).toBe(sentence);
    expect(asked?.passage).toContain(sentence);
  });

  it.each(LEFT_ALONE)('%s leaves alone %s', async (pattern, _what, sentence) => {
    expect(await ask(pattern, around(sentence))).toBeUndefined();
  });

  it('takes along a sentence that changes what was said', async () => {
    const answer = 'Tenants must pay the fee within 30 days of the invoice. However, guilds are exempt.';
    expect((await ask('passage-number', around(answer)))?.answer).toBe(answer);
  });

  it('asks nothing that another sentence may answer as well', async () => {
    const second = 'Leave the rudder of a boat on the pier before you sell a boat.';
    expect(
      await ask('passage-condition', around(`Show the old ledger to the keeper before you sell a boat. ${second}`)),
    ).toBeUndefined();
  });

  it('asks nothing where the answer is most of the passage', async () => {
    const sentence = `If you lose the key of a berth, call the office${' and wait for the keeper of the northern lock at the gate'.repeat(3)}.`;
    expect(
      await ask('passage-condition', `# Harbour\n\n${sentence} The keys are made of brass in the old town.`),
    ).toBeUndefined();
  });

  it('asks the same question in several ways', async () => {
    const questions = new Set<string>();
    for (const seed of ['1', '2', '3', '4', '5', '6', '7', '8']) {
      const [found] = await findCandidates(
        'passage-condition',
        around('If you lose the key of a berth, call the harbour office.'),
        { recipe: { seed: Number(seed) } },
      );
      questions.add(found?.messages[0]?.content ?? '');
    }
    expect(questions.size).toBeGreaterThan(3);
  });
});

describe('lists of a passage', () => {
  const LISTS: ReadonlyArray<readonly [string, 'acts' | 'things', RegExp]> = [
    ['Tenants must:', 'acts', /what must tenants do/iu],
    ['The keeper is responsible for:', 'things', /what is the keeper responsible for/iu],
    ['The permit allows you to:', 'acts', /what does the permit allow you to do/iu],
    ['The ledger contains:', 'things', /what does the ledger contain/iu],
    [
      'Please provide the following papers in your letter:',
      'things',
      /(?:which|what) papers should you provide in your letter/iu,
    ],
    [
      'When you leave the berth, you must:',
      'acts',
      /what must you do when you leave the berth|when you leave the berth, what must you do/iu,
    ],
    ['Here are some tips for calm nights:', 'acts', /some tips for calm nights/iu],
    ['Duties of the guests may include but are not limited to:', 'acts', /the duties of the guests/iu],
    ['There are three ways to leave the harbour:', 'things', /the three ways to leave the harbour/iu],
    ['The guild has the following kinds of boats:', 'things', /(?:which|what) kinds of boats does the guild have/iu],
    ['To sell a berth, the keeper goes through the following steps:', 'acts', /steps.* to sell a berth|do i sell/iu],
    ['Follow these steps to open the gate:', 'acts', /steps.* to open the gate|do i open the gate/iu],
    ['To enter the register, bring the following papers:', 'things', /which papers should you bring to enter the/iu],
    ['The fee is based on the following factors:', 'things', /(?:which|what) factors is the fee based on/iu],
    ['Tenants must sign the following papers:', 'things', /(?:which|what) papers must tenants sign/iu],
    ['You should call the keeper if:', 'things', /when should i call the keeper/iu],
  ];
  const ITEMS = {
    acts: '- sweep the planks\n- fasten the ropes\n- close the gate',
    things: '- a letter of the owner\n- the length of the hull\n- a drawing of the mast',
  };

  it.each(LISTS)('are asked for by "%s"', async (lead, kind, question) => {
    const asked = await ask('passage-list', `# Harbour\n\n${BEFORE} ${lead}\n\n${ITEMS[kind]}\n\n${AFTER}`);
    expect(asked?.question).toMatch(question);
    expect(asked?.answer).toBe(ITEMS[kind]);
  });

  it.each([
    ['They include:', ITEMS.things],
    ['To limit these risks:', ITEMS.acts],
    ['The following pages:', ITEMS.things],
    ['Repair the crane and include:', ITEMS.things],
    ['For example:', ITEMS.things],
    ['There are four kinds of papers:', ITEMS.things],
    ['Ongoing duties include:', ITEMS.acts],
    ['Good berths will:', '- have a roof of tin\n- be near the old gate'],
    ['The ledger contains:', '- Open the gate at dawn\n- Close the gate at dusk'],
    ['Add the following papers to your letter, and:', ITEMS.things],
    ['There are three kinds of papers:', '- a letter\n- a drawing\n  - of the mast\n- a list'],
    ['There are three kinds of papers:', '- a letter (see the board)\n- a drawing\n- a list'],
    ['There are three kinds of papers:', '- a letter,\n- a drawing, and\n- a list'],
  ])('are left alone after "%s" before "%s"', async (lead, list) => {
    expect(await ask('passage-list', `# Harbour\n\n${BEFORE} ${lead}\n\n${list}\n\n${AFTER}`)).toBeUndefined();
  });

  it('are asked for one of their entries', async () => {
    const entries = [
      'Lamps: The lamps are lit at dusk by the keeper alone.',
      'Ropes: The ropes are changed each spring by the tenants.',
      'Gates: The gates are closed as soon as the bell rings.',
    ];
    const asked = await ask(
      'passage-entry',
      `# Harbour\n\n${BEFORE}\n\n${entries.map((entry) => `- ${entry}`).join('\n')}`,
    );
    expect(entries.map((entry) => entry.split(': ')[1])).toContain(asked?.answer);
    expect(asked?.question).toMatch(/"(?:Lamps|Ropes|Gates)"/u);
  });
});

describe('the passage of a question', () => {
  const SENTENCE = 'If you lose the key of a berth, call the harbour office.';

  it('leaves out what points elsewhere', async () => {
    const asked = await ask(
      'passage-condition',
      around(`${SENTENCE} For more information, see the handbook of the guild.`),
    );
    expect(asked?.passage).toContain(SENTENCE);
    expect(asked?.passage).not.toContain('handbook');
  });

  it('ends before code and labels', async () => {
    const asked = await ask(
      'passage-condition',
      `# Harbour\n\n${BEFORE} ${SENTENCE} ${AFTER}\n\nNext steps\n\n\`\`\`\nopen gate\n\`\`\``,
    );
    expect(asked?.passage).toBe(`${BEFORE} ${SENTENCE} ${AFTER}`);
  });

  it.each([
    ['too short', `# Harbour\n\n${SENTENCE}`],
    [
      'leaning on another part',
      `# Harbour\n\n${BEFORE} ${SENTENCE} The gates, as mentioned above, are made of oak. ${AFTER}`,
    ],
    ['opening in the middle', `# Harbour\n\nHowever, this is not all. ${BEFORE} ${SENTENCE} ${AFTER}`],
    [
      'without the list that it announces',
      `# Harbour\n\n${BEFORE} ${SENTENCE} The gates are:\n\n\`\`\`\nnorth\n\`\`\``,
    ],
  ])('is not one %s', async (_what, source) => {
    expect(await ask('passage-condition', source)).toBeUndefined();
  });
});
