import { describe, expect, it } from 'vitest';
import { findCandidates } from '../fixtures/make-document.ts';

const INTRO =
  'The keeper of the harbour wrote down in the spring what all of the boats and their parts are made of, and where they can be found.';

const TABLE = `# Boats

${INTRO}

| Boat | Wood | Length |
| North | \`oak\` | 12 m |
| South | pine | 9.5 m |
| East | \`oak\` | 1,200 m |
| West | ash | 7 m |
| Far | elm | 8 m |`;

async function turns(pattern: string, source = TABLE): Promise<Array<readonly [asked: string, answer: string]>> {
  const found = await findCandidates(pattern, source);
  return found.map(({ messages }) => [messages[0]?.content ?? '', messages[1]?.content ?? ''] as const);
}

describe('questions about a table', () => {
  it('ask for a row by what it is called', async () => {
    const [[asked, answer] = ['', '']] = await turns('table-row');
    const boat = /"(?<boat>North|South|East|West|Far)"/u.exec(asked)?.groups?.['boat'] ?? 'none';
    const [, wood, length] = new RegExp(`\\| ${boat} \\| (.+?) \\| (.+?) \\|`, 'u').exec(TABLE) ?? [];
    expect(answer).toBe(`- Wood: ${wood ?? ''}\n- Length: ${length ?? ''}`);
  });

  it('set two rows side by side that differ', async () => {
    const [[asked, answer] = ['', '']] = await turns('table-comparison');
    const lines = answer.split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      const { boat = 'none', cell = 'none' } = /^- (?<boat>\w+): (?<cell>.+)$/u.exec(line)?.groups ?? {};
      expect(asked).toContain(`"${boat}"`);
      expect(TABLE).toMatch(new RegExp(`\\| ${boat} \\|.*${cell.replace('.', '\\.')}`, 'u'));
    }
  });

  it('count the rows with a value and name them', async () => {
    const [[asked, answer] = ['', '']] = await turns('table-count');
    expect(asked).toContain('`oak`');
    expect(answer).toBe('2: North and East.');
  });

  it('find the greatest and the least by number, not by letter', async () => {
    const [[asked, answer] = ['', '']] = await turns('table-extreme');
    expect(answer).toBe(asked.includes('highest') ? 'East, with 1,200 m.' : 'West, with 7 m.');
  });

  it.each([
    ['units differ', TABLE.replace('9.5 m', '9.5 km')],
    ['one cell is a range', TABLE.replace('9.5 m', '9-10 m')],
    ['two rows are greatest', TABLE.replace('12 m', '1,200 m').replace('7 m', '8 m')],
    ['a row sums up the others', TABLE.replace('Far', 'Total')],
    ['the numbers are codes', TABLE.replaceAll(' m |', ' |').replace('Length', 'Code')],
  ])('have no greatest where %s', async (_case, source) => {
    expect(await turns('table-extreme', source)).toEqual([]);
  });

  it('never count a value that another holds', async () => {
    expect(await turns('table-count', TABLE.replace('| pine |', '| `oak` and pine |'))).toEqual([]);
    expect(await turns('table-filter', TABLE.replace('| pine |', '| `oak` and pine |'))).toEqual([]);
  });

  it('say of what a bare number is the name of a row', async () => {
    const source = ['North', 'South', 'East', 'West', 'Far'].reduce(
      (text, boat, index) => text.replace(boat, String(index + 1)),
      TABLE,
    );
    for (const pattern of ['table-lookup', 'table-comparison']) {
      const [[asked] = ['']] = await turns(pattern, source);
      expect(asked).toMatch(/\bthe row with "\d" under "Boat"/u);
    }
    expect(await turns('table-count', source)).toEqual([]);
  });

  it.each([
    ['Pros', 'Cons'],
    ['Do', "Don't"],
    ['Before the storm', 'After the storm'],
  ])('take no rows from lists side by side: %j and %j', async (first, second) => {
    const source = TABLE.replace('Boat |', `${first} |`).replace('Wood', second);
    for (const pattern of ['table-lookup', 'table-row', 'table-comparison', 'table-count', 'table-extreme']) {
      expect(await turns(pattern, source)).toEqual([]);
    }
    const named = TABLE.replace('Wood', first).replace('Length', second);
    expect(await turns('table-lookup', named)).toHaveLength(1);
  });

  it('answer with a cell as a reader sees it', async () => {
    const source = TABLE.replaceAll('`oak`', String.raw`oak \| elm`);
    for (const pattern of ['table-lookup', 'table-row', 'table-comparison']) {
      expect((await turns(pattern, source)).map(([, answer]) => answer).join()).not.toContain('\\');
    }
  });
});
