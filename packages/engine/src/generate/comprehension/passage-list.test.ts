import { describe, expect, it } from 'vitest';
import { AFTER, ask, BEFORE } from './fixtures/harbour.ts';

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
    ['You offer the following kinds of boats:', ITEMS.things],
    ['Some of the ropes of hemp that can help include:', ITEMS.things],
    ['The following papers are required by your partner:', ITEMS.things],
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
});
