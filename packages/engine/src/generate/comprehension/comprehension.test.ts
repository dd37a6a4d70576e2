import { describe, expect, it } from 'vitest';
import { takeApart, type RecordParts } from '../../assess/record-parts.ts';
import { findCandidates } from '../fixtures/make-document.ts';

const BEFORE = 'The harbour of Almvik has forty berths along a wooden pier, most of them rented by the year.';
const AFTER = 'Visitors find the washroom behind the old smithy. Fresh water comes from the tap near the crane.';

/** A passage with the sentence in its middle. */
function around(sentence: string): string {
  return `# Harbour\n\n## Berths\n\n${BEFORE} ${sentence} ${AFTER}\n\nThe crane lifts boats of up to six tons.`;
}

async function ask(pattern: string, source: string): Promise<RecordParts | undefined> {
  const [found] = await findCandidates(pattern, source);
  return found === undefined ? undefined : takeApart(found);
}

const ASKED: ReadonlyArray<readonly [string, string, RegExp]> = [
  [
    'passage-condition',
    'If you lose the key of a berth, call the harbour office.',
    /what should you do.*if you lose the key of a berth|if you lose the key of a berth, what should you do/iu,
  ],
  ['passage-condition', 'When a storm is announced, the keeper must close the gate.', /what must the keeper do/iu],
  ['passage-condition', 'Once a boat is sold, you will need to sign the ledger.', /what will you need to do/iu],
  ['passage-condition', 'If the rope breaks, the alarm will ring.', /what happens/iu],
  ['passage-condition', 'Tenants must leave the pier when the red lamp is lit.', /when must tenants leave the pier/iu],
  [
    'passage-condition',
    'Keep the gate closed until the tide has turned.',
    /(?:until when|how long) should you keep the gate closed/iu,
  ],
  [
    'passage-purpose',
    'To rent a berth for the winter, write to the harbour office.',
    /(?:how (?:do|can) you|what should you do to) rent a berth for the winter/iu,
  ],
  [
    'passage-purpose',
    'To protect the hull of a boat, every fender must be fixed by two ropes.',
    /what must be done to protect the hull of a boat/iu,
  ],
  [
    'passage-purpose',
    'Use the brass lever to open the lock chamber.',
    /(?:what can you use to|how can you) open the lock chamber/iu,
  ],
  ['passage-purpose', 'Small boats are moved by pulling the grey chain.', /how are small boats moved/iu],
  ['passage-purpose', 'Ring the bell twice to call the night keeper.', /call the night keeper/iu],
  [
    'passage-reason',
    'The inner basin is closed in winter because ice damages the gates.',
    /why is the inner basin closed in winter/iu,
  ],
  [
    'passage-reason',
    'Because the sand shifts, the buoys are moved every spring.',
    /why are the buoys moved every spring/iu,
  ],
  [
    'passage-reason',
    'Tie the boat with two ropes to prevent damage to the planks.',
    /(?:why|what reason).* tie the boat with two ropes/iu,
  ],
  [
    'passage-reason',
    'The keeper examines the gate because thieves came twice.',
    /why does the keeper examine the gate/iu,
  ],
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
  ['passage-definition', 'A mooring is a place where a boat is tied to a buoy.', /a mooring/iu],
  [
    'passage-definition',
    'Anna Lindgren is an engineer at the northern lock who tests the gates.',
    /who is Anna Lindgren|who Anna Lindgren is/iu,
  ],
  ['passage-definition', 'The purpose of the ledger is to record every rope that is lent.', /purpose of the ledger/iu],
  ['passage-definition', 'Winter demurrage means the fee for a berth that is kept too long.', /demurrage/iu],
  ['passage-fact', 'The keeper is responsible for opening the lock at dawn.', /what is the keeper responsible for/iu],
  ['passage-fact', 'The ledger contains the names of all tenants since the fire.', /what does the ledger contain/iu],
  [
    'passage-fact',
    'The permit allows tenants to use the crane at night.',
    /what does the permit allow tenants to do/iu,
  ],
  ['passage-fact', 'Permits are signed by the keeper on Mondays.', /by whom are permits signed/iu],
  ['passage-fact', 'The fee depends on the length of the boat.', /what does the fee depend on/iu],
  ['passage-rule', 'New tenants must show a proof of insurance at the office.', /what must new tenants do/iu],
  ['passage-rule', 'Guests are required to sign the book on arrival at night.', /what are guests required to do/iu],
];

const LEFT_ALONE: ReadonlyArray<readonly [string, string, string]> = [
  ['passage-condition', 'a condition that leans on what came before', 'If it breaks, call the harbour office.'],
  ['passage-condition', 'a wish without a consequence', 'If you want a larger berth, the price will rise.'],
  ['passage-condition', '"if" for "whether"', 'Tell the keeper if the boat has an engine.'],
  ['passage-condition', 'what cannot act', 'If the keeper is away, the letter can go to the office.'],
  ['passage-condition', 'an "if" of a clause inside', 'Read the board to learn how to act if a storm is near.'],
  ['passage-condition', 'an amount before its "before"', 'Tenants may get a letter two months before the lease ends.'],
  ['passage-purpose', 'a tool that only its text knows', 'Use it to open the lock chamber.'],
  ['passage-purpose', '"to" of a clause about the tool', 'Use ropes that are easy to clean in winter.'],
  ['passage-purpose', 'somebody who is asked to act', 'Ask the keeper to open the lock chamber.'],
  [
    'passage-reason',
    'a reason of the last clause only',
    'The gate is closed and the lamp is lit because ice damages the planks.',
  ],
  ['passage-reason', 'a reason beside others', 'The basin is closed partly because ice damages the gates.'],
  ['passage-number', 'a number of kinds', 'The harbour has two ways of mooring boats.'],
  ['passage-comparison', 'things of two kinds', 'The pier is closed at night, while permits are sold at noon.'],
  ['passage-definition', 'a judgement', 'A mooring is a good place that boats like.'],
  ['passage-definition', '"means" as a noun', 'Ropes provide a means of holding boats in place at night.'],
  ['passage-reason', '"since" of time', 'The northern gate is closed since the fire of the winter.'],
  ['passage-definition', 'one among many', 'A common berth is a place that boats share.'],
  ['passage-definition', 'what belongs to something', 'The harbour’s rise to fame is a sign of its merit in trade.'],
  ['passage-purpose', 'a participle before its "to"', 'Visit the small museum built to honour the keepers.'],
  ['passage-definition', 'an act', 'Climbing over the fence is a habit that costs a fee.'],
  ['passage-fact', 'an act told to somebody', 'The keeper asks all tenants to sweep the pier.'],
  ['passage-fact', 'a slip of the author', 'The length and width determines the fee of a berth.'],
  ['passage-rule', 'a thing that has no duties', 'The ropes must hang over the rail of the pier.'],
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
    const asked = await ask(
      'passage-condition',
      around('If you lose the key of a berth, call the office. Otherwise, ring at the gate.'),
    );
    expect(asked?.answer).toBe('If you lose the key of a berth, call the office. Otherwise, ring at the gate.');
  });

  it('asks nothing that another sentence may answer as well', async () => {
    expect(
      await ask('passage-rule', around('New tenants must sign the ledger at noon. Dogs of new tenants are welcome.')),
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
        'passage-reason',
        around('The basin is closed because ice damages the gates.'),
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
