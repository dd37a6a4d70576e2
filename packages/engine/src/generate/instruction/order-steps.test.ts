import { describe, expect, it } from 'vitest';
import { findCandidates } from '../fixtures/make-document.ts';

const STEPS = [
  'Cut a round hole into the net',
  'Measure the hole with a ruler',
  'Tie a new mesh into it',
  'Pull the mesh tight with both hands',
];

function procedure(steps: readonly string[]): string {
  return `# Nets\n\n## Mending a net\n\nMending takes an hour.\n\n${steps.map((step, index) => `${index + 1}. ${step}`).join('\n')}`;
}

describe('order-steps', () => {
  it('gives all steps in another order and answers with their own', async () => {
    const [candidate] = await findCandidates('order-steps', procedure(STEPS));
    const [asked, answered] = candidate?.messages ?? [];
    const shown = asked?.role === 'user' ? (asked.context ?? '').split('\n') : [];
    expect(shown.toSorted()).toEqual(STEPS.map((step) => `- ${step}`).toSorted());
    expect(shown).not.toEqual(STEPS.map((step) => `- ${step}`));
    expect(answered?.content).toBe(STEPS.map((step, index) => `${index + 1}. ${step}`).join('\n'));
  });

  it.each([
    [
      'documents to hand in',
      [
        'The form of the harbour office',
        'The letter of the captain',
        'A map of the northern bay',
        'The list of the whole crew',
      ],
    ],
    ['steps that point at others', [...STEPS.slice(0, 3), 'Repeat step 2 for every other hole']],
    ['steps of any order', [...STEPS.slice(0, 3), 'Count all boats in the harbour']],
    ['three steps', STEPS.slice(0, 3)],
  ])('leaves %s alone', async (_, steps) => {
    expect(await findCandidates('order-steps', procedure(steps))).toEqual([]);
  });
});
