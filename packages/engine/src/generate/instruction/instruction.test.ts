import { describe, expect, it } from 'vitest';
import { findAnswers, findCandidates, findQuestions } from '../fixtures/make-document.ts';

const LOOM =
  'The loom turns wool into cloth. Each loom stands in a house of its own, and two weavers share it in shifts. The oldest of them was built by a carpenter from the north, who never told anyone how he had bent the beams.';

function part(about: string): string {
  return `${about} is the care of every weaver in the valley. Nobody is paid for it, and nobody minds, because a house with good ${about} sells more cloth in spring. The council counts the houses in autumn and writes their names on a board in the hall.`;
}

describe('overview', () => {
  it('asks for what the title names when the text before the first sub-heading introduces it', async () => {
    expect((await findQuestions('overview', `# The wool loom\n\n${LOOM}\n\n## Beams\n\nBeams are bent.`))[0]).toMatch(
      /the wool loom(?: in a few sentences)?[.?]$/u,
    );
  });

  it('wants the title in the first two sentences', async () => {
    expect(await findQuestions('overview', `# The mill\n\n${LOOM}`)).toEqual([]);
  });
});

describe('outline', () => {
  it('takes the headings out of the text and asks for them', async () => {
    const source = `# Weaving\n\n## Wool care\n\n${part('Wool')}\n\n## Loom care\n\n${part('Loom')}\n\n## Cloth care\n\n${part('Cloth')}`;
    const [candidate] = await findCandidates('outline', source);
    expect(candidate?.messages[1]?.content).toBe('1. Wool care\n2. Loom care\n3. Cloth care');
    expect(JSON.stringify(candidate?.messages[0])).not.toContain('Wool care');
  });

  it('leaves a text with a vague heading alone', async () => {
    const source = `# Weaving\n\n## Wool care\n\n${part('Wool')}\n\n## Overview\n\n${part('Loom')}\n\n## Cloth care\n\n${part('Cloth')}`;
    expect(await findCandidates('outline', source)).toEqual([]);
  });
});

describe('an outline', () => {
  it('has only headings that can be told from their parts', async () => {
    const source = `# Weaving\n\n## Wool care\n\n${part('Wool')}\n\n## Night shift wages\n\n${part('Loom')}\n\n## Cloth care\n\n${part('Cloth')}`;
    expect(await findCandidates('outline', source)).toEqual([]);
  });
});

describe('headings of one set', () => {
  it('are written alike in an outline', async () => {
    const source = `# Weaving\n\n## Wool care\n\n${part('Wool')}\n\n## Loom Care\n\n${part('Loom')}\n\n## Cloth care\n\n${part('Cloth')}`;
    expect(await findCandidates('outline', source)).toEqual([]);
    expect(await findCandidates('outline', source.replace('Loom Care', 'Loom care'))).toHaveLength(1);
    expect(
      await findCandidates('outline', source.replace('Wool care', 'Wool Care').replace('Cloth care', 'Cloth Care')),
    ).toHaveLength(1);
  });

  it('have all of their part: none ends with a label', async () => {
    const source = `# Weaving\n\n## Wool care\n\n${part('Wool')}\n\n(c) Fees.\n\n## Loom care\n\n${part('Loom')}\n\n## Cloth care\n\n${part('Cloth')}`;
    expect(await findCandidates('outline', source)).toEqual([]);
  });

  it('are written alike where one is to be chosen, and none has a number to itself', async () => {
    const others = ['Ferry Tickets', '7B-1 goat cheese', 'Harbour lights', 'Bread ovens'].map(
      (heading) => `## ${heading}\n\n${part(heading)} The tickets are red.`,
    );
    const source = `# Valley\n\n## Wool care\n\n${part('Wool care')}\n\n${others.join('\n\n')}`;
    const found = await findCandidates('choose-heading', source);
    const asked = found.find(({ messages }) => messages[1]?.content === 'Wool care')?.messages[0]?.content ?? '';
    expect(asked.match(/"[^"]+"/gu)?.toSorted()).toEqual(['"Bread ovens"', '"Harbour lights"', '"Wool care"']);
  });
});

describe('obligations', () => {
  it('quotes every sentence that obliges or forbids, and no other', async () => {
    const source = `# Weaving\n\n## Wool\n\n${LOOM} Weavers must wash the wool before they spin it. ${LOOM} Children must not touch the beams.`;
    expect(await findAnswers('obligations', source)).toEqual([
      '- Weavers must wash the wool before they spin it.\n- Children must not touch the beams.',
    ]);
  });

  it('gives nothing when one of them needs the sentence before it', async () => {
    const source = `# Weaving\n\n## Wool\n\n${LOOM} Weavers must wash the wool before they spin it. ${LOOM} They must not touch the beams.`;
    expect(await findAnswers('obligations', source)).toEqual([]);
  });
});

describe('sentences that oblige', () => {
  it('may be written in capitals, or stand in a list', async () => {
    const source = `# Weaving\n\n## Wool\n\n${LOOM} A weaver MUST wash the wool before the loom is set up.\n\n- Children MUST NOT touch the beams of the loom.\n- The wool of the valley is grey.`;
    expect(await findAnswers('obligations', source)).toEqual([
      '- A weaver MUST wash the wool before the loom is set up.\n- Children MUST NOT touch the beams of the loom.',
    ]);
  });

  it.each([
    'Ask the keeper how long a loom must stand still.',
    'This rule must be read to all weavers in spring.',
    'Each house sometimes must lend its loom to the council.',
    'A weaver must follow the rules of the third chapter.',
  ])('are none like %j', async (sentence) => {
    const source = `# Weaving\n\n## Wool\n\n${LOOM} Weavers must wash the wool before they spin it. ${sentence} ${LOOM} Children must not touch the beams.`;
    expect(await findAnswers('obligations', source)).toEqual([]);
  });
});

describe('a passage that frees its author from duties', () => {
  it.each([
    'The owner of the mill shall not be liable for wool that is lost in the river.',
    'WEAVERS USE THE LOOM OF THE MILL AT THEIR OWN RISK.',
  ])('has no rules like %j', async (sentence) => {
    const source = `# Weaving\n\n## Wool\n\n${LOOM} Weavers must wash the wool before they spin it. ${sentence} ${LOOM} Children must not touch the beams.`;
    expect(await findAnswers('obligations', source)).toEqual([]);
  });
});

describe('table-filter', () => {
  const TABLE = '| House | Cloth |\n| North | linen |\n| South | wool |\n| East | linen |\n| West | silk |';

  it('lists all rows that share a value', async () => {
    const [candidate] = await findCandidates('table-filter', `# Houses\n\n${TABLE}`);
    expect(candidate?.messages[0]?.content).toContain('"linen"');
    expect(candidate?.messages[1]?.content).toBe('- North\n- East');
  });

  it('needs a value that some rows share and others do not', async () => {
    expect(
      await findCandidates(
        'table-filter',
        `# Houses\n\n${TABLE.replaceAll('wool', 'linen').replaceAll('silk', 'linen')}`,
      ),
    ).toEqual([]);
  });
});

describe('choose-heading', () => {
  it('offers the heading among three that do not fit', async () => {
    const sections = ['Wool care', 'Ferry tickets', 'Harbour lights', 'Bread ovens', 'Goat cheese'].map(
      (heading) => `## ${heading}\n\n${part(heading)}`,
    );
    const [candidate] = await findCandidates('choose-heading', `# Valley\n\n${sections.join('\n\n')}`);
    const question = candidate?.messages[0]?.content ?? '';
    expect(candidate?.messages[1]?.content).toBe('Wool care');
    expect(question.match(/"[^"]+"/gu)).toHaveLength(4);
    expect(question).toContain('"Wool care"');
  });

  it('takes a heading of which one word in three is missing, and never a single word for a wrong one', async () => {
    const sections = ['Ferry tickets', 'Goat cheese', 'Bread', 'Boats'].map(
      (heading) => `## ${heading}\n\n${part(heading)}`,
    );
    const source = `# Valley\n\n## Wool care rules\n\n${part('Wool care')}\n\n${sections.join('\n\n')}`;
    const [candidate] = await findCandidates('choose-heading', source);
    const question = candidate?.messages[0]?.content ?? '';
    expect(candidate?.messages[1]?.content).toBe('Wool care rules');
    expect(Array.from(question.matchAll(/"([^"]+)"/gu), ([, option]) => option).toSorted()).toEqual([
      'Ferry tickets',
      'Goat cheese',
      'Wool care rules',
    ]);
  });

  it('needs three headings that describe something', async () => {
    expect(
      await findCandidates('choose-heading', `# Valley\n\n## Wool care\n\n${part('Wool care')}\n\n## Notes\n\nNone.`),
    ).toEqual([]);
  });
});
