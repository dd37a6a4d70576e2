import { describe, expect, it } from 'vitest';
import { findCandidates } from '../fixtures/make-document.ts';

const INTRO =
  'The keeper of the harbour wrote down in the spring what all of the boats and their parts are made of, and where they can be found.';

const TABLE = `# Ships

${INTRO}

| Part | Place | Material |
| keel | \`bottom\` | oak, old |
| mast | middle \\| fore | pine |
| rudder | stern | ash |`;

const CONVERSIONS = ['table-to-json', 'table-to-csv', 'table-to-list', 'fill-table'];

/** What each conversion makes of a table, over enough seeds that all had their turn. */
async function conversionsOf(
  source: string,
): Promise<Map<string, { readonly asked: string; readonly answer: string }>> {
  const found = new Map<string, { readonly asked: string; readonly answer: string }>();
  for (let seed = 0; seed < 24; seed += 1) {
    let made = 0;
    for (const pattern of CONVERSIONS) {
      for (const { messages } of await findCandidates(pattern, source, { recipe: { seed } })) {
        made += 1;
        found.set(pattern, { asked: messages[0]?.content ?? '', answer: messages[1]?.content ?? '' });
      }
    }
    expect(made).toBeLessThanOrEqual(1);
  }
  return found;
}

describe('conversions of a table', () => {
  it('keep every cell and lose the marks of Markdown where they mean nothing', async () => {
    const found = await conversionsOf(TABLE);
    expect(JSON.parse(found.get('table-to-json')?.answer ?? '')).toEqual([
      { Part: 'keel', Place: 'bottom', Material: 'oak, old' },
      { Part: 'mast', Place: 'middle | fore', Material: 'pine' },
      { Part: 'rudder', Place: 'stern', Material: 'ash' },
    ]);
    expect(found.get('table-to-csv')?.answer).toBe(
      'Part,Place,Material\nkeel,bottom,"oak, old"\nmast,middle | fore,pine\nrudder,stern,ash',
    );
    expect(found.get('table-to-list')?.answer).toBe(
      '- Part: keel; Place: `bottom`; Material: oak, old\n- Part: mast; Place: middle | fore; Material: pine\n- Part: rudder; Place: stern; Material: ash',
    );
    expect([...found.keys()]).not.toContain('fill-table');
  });

  it('give the facts of a plain table to fill it in from', async () => {
    const found = await conversionsOf(TABLE.replace(String.raw` \| fore`, ''));
    expect(found.get('fill-table')?.asked).toContain('"Part", "Place", "Material"');
    expect(found.get('fill-table')?.answer).toMatch(
      /^\| Part \| Place \| Material \|\n\| --- \| --- \| --- \|\n\| keel/u,
    );
  });

  it('say how two columns become one list', async () => {
    const found = await conversionsOf(
      `# Ships\n\n${INTRO}\n\n| Part | Place |\n| keel | bottom |\n| mast | middle |\n| rudder | stern |`,
    );
    expect(found.get('table-to-list')).toMatchObject({
      asked: expect.stringMatching(/"Part".*colon.*"Place"|"Part": "Place"|"Part" and its "Place".*colon/u),
      answer: '- keel: bottom\n- mast: middle\n- rudder: stern',
    });
  });

  it('put long cells below the first', async () => {
    const source = TABLE.replace('pine', 'pine: strong and light, and easy to get in every harbour of the north');
    expect((await conversionsOf(source)).get('table-to-list')?.answer).toContain(
      '- Part: mast\n  - Place: middle | fore\n  - Material: pine: strong',
    );
  });
});
