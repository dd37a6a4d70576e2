import { describe, expect, it } from 'vitest';
import { AFTER, ask, BEFORE } from './fixtures/harbour.ts';

function listed(...entries: readonly string[]): string {
  return `# Harbour\n\n${BEFORE} ${AFTER}\n\n${entries.map((entry) => `- ${entry}`).join('\n')}`;
}

const ROPES = 'Ropes: The ropes are changed each spring by the tenants of the pier.';
const GATES = 'Gates: The gates are closed as soon as the bell of the tower rings.';

describe('passage-entry', () => {
  it.each([
    ['a sentence', 'Night lamps: The lamps are lit at dusk by the keeper alone.', '"Night lamps"'],
    ['an instruction', 'Night lamps: Light every lamp of the pier before the bell rings.', '"Night lamps"'],
    ['what comes in a case', 'Night lamps: If a lamp is broken, the keeper must light the next one.', '"Night lamps"'],
    ['what a setting is', '`lamp_hours`: The number of hours that a lamp of the pier burns.', '`lamp_hours`'],
  ])('asks for an entry by its name where it tells %s', async (_what, entry, name) => {
    const asked = await ask('passage-entry', listed(entry, 'Ropes: Hemp, two inches.', 'Gates: Oak and iron.'));
    expect(asked?.question).toContain(name);
    expect(asked?.answer).toBe(entry.slice(entry.indexOf(': ') + 2));
  });

  it.each([
    ['a part of a sentence', 'Night lamps: Used for the long nights of the winter by the keeper.'],
    ['what nobody does', 'Night lamps: Lighting every lamp of the pier before the bell rings.'],
    ['a thing without a verb', 'Night lamps: A set of lamps that stand along the old wooden pier.'],
    ['a condition alone', 'Night lamps: If the lamps of the pier should be lit before the bell rings.'],
    ['what leans on another entry', 'Night lamps: These are lit at dusk by the keeper of the gate.'],
    ['the voice of the author', 'Night lamps: We light our lamps at dusk and put them out at dawn.'],
    ['a quotation', 'Night lamps: The keeper says “light the lamps at dusk and not before it”.'],
    ['a place elsewhere', 'Night lamps: The lamps are lit at dusk, see the board of the keeper.'],
    ['a time', 'In the evening: The lamps are lit at dusk by the keeper alone.'],
    ['a sentence as its name', 'Lamps are lit: The lamps are lit at dusk by the keeper alone.'],
    ['an order as its name', 'Manage time well: The lamps are lit at dusk by the keeper alone.'],
    ['a label', 'Note: The lamps are lit at dusk by the keeper alone.'],
  ])('leaves alone %s', async (_what, entry) => {
    const others = ['Ropes: Hemp, two inches.', 'Gates: Oak and iron.'];
    expect(await ask('passage-entry', listed(entry, ...others))).toBeUndefined();
  });

  it('needs a list of entries only', async () => {
    expect(await ask('passage-entry', listed(ROPES, GATES))).toBeUndefined();
    expect(await ask('passage-entry', listed(ROPES, GATES, 'the old crane of the yard'))).toBeUndefined();
  });
});
