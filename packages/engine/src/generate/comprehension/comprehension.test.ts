import { describe, expect, it } from 'vitest';
import { findCandidates } from '../fixtures/make-document.ts';
import { AFTER, around, ask, BEFORE } from './fixtures/harbour.ts';

describe('questions about a passage', () => {
  it('take along a sentence that changes what was said', async () => {
    const answer =
      'To rent a berth in winter, write to the guild of the northern pier. Otherwise, ring the bell twice.';
    expect((await ask('passage-purpose', around(answer)))?.answer).toBe(answer);
  });

  it('leave out what another sentence may answer as well', async () => {
    const second = 'Leave the rudder of a boat on the pier before you sell a boat.';
    expect(
      await ask('passage-condition', around(`Show the old ledger to the keeper before you sell a boat. ${second}`)),
    ).toBeUndefined();
  });

  it('leave out what most of the passage answers', async () => {
    const sentence = `If you lose the key of a berth, call the office${' and wait for the keeper of the northern lock at the gate'.repeat(3)}.`;
    expect(
      await ask('passage-condition', `# Harbour\n\n${sentence} The keys are made of brass in the old town.`),
    ).toBeUndefined();
  });

  it('ask the same in several ways', async () => {
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
    ['opening without its subject', `# Harbour\n\nReturns the list of all berths. ${BEFORE} ${SENTENCE} ${AFTER}`],
    ['opening in the middle', `# Harbour\n\nHowever, this is not all. ${BEFORE} ${SENTENCE} ${AFTER}`],
    [
      'without the list that it announces',
      `# Harbour\n\n${BEFORE} ${SENTENCE} The gates are:\n\n\`\`\`\nnorth\n\`\`\``,
    ],
  ])('is not one %s', async (_what, source) => {
    expect(await ask('passage-condition', source)).toBeUndefined();
  });
});
