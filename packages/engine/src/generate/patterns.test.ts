import { describe, expect, it } from 'vitest';
import { findAnswers, findCandidates, findQuestions, testRecipe } from './fixtures/make-document.ts';
import { isOn, PATTERNS } from './patterns.ts';

describe('reason', () => {
  it('moves the auxiliary in front of the subject', async () => {
    const source =
      '# Bees\n\n## Hives in winter\n\nHives in the north are wrapped in straw because the bees would freeze without it.';
    expect((await findQuestions('reason', source))[0]).toMatch(/why are hives in the north wrapped in straw\?$/iu);
  });

  it.each([
    'Just because hives are old is no reason to burn them because they are wood.',
    'They are wrapped in straw because the bees would freeze without it.',
    'The process is slow because the bees sleep for most of the winter.',
    'Whether hives are wrapped is open because nobody has asked the bees about it.',
    'The label says hives are wrapped because the bees would freeze without straw.',
  ])('leaves %j alone', async (sentence) => {
    expect(await findQuestions('reason', `# Bees\n\n${sentence}`)).toEqual([]);
  });
});

describe('rule', () => {
  it('asks what is forbidden as a permission and denies it', async () => {
    const source = '# Bees\n\nVisitors of the farm must not open a hive in the rain.';
    expect(await findQuestions('rule', source)).toEqual([
      expect.stringMatching(/may visitors of the farm open a hive in the rain\?$/iu),
    ]);
    expect(await findAnswers('rule', source)).toEqual(['No. Visitors of the farm must not open a hive in the rain.']);
  });

  it('never turns "must never" into "must"', async () => {
    const questions = await findQuestions('rule', '# Bees\n\nVisitors of the farm must never open a hive in the rain.');
    expect(questions.join()).not.toMatch(/\bmust\b/iu);
  });

  it.each([
    'Visitors of the farm must also sign the book at the gate.',
    'The form must be signed by the keeper of the bees.',
    'Visitors must wait, because the bees are tired.',
    'Opening hives of the bees must be done by hand.',
    'Hives of the bees must often be wrapped in straw.',
  ])('leaves %j alone', async (sentence) => {
    expect(await findQuestions('rule', `# Bees\n\n${sentence}`)).toEqual([]);
  });
});

describe('glossary-term', () => {
  it('asks for terms of a glossary list', async () => {
    const source =
      '# Glossary\n\n- Keel: the long beam at the bottom of a ship.\n- Stern: the rear end of a ship or a boat.';
    const questions = await findQuestions('glossary-term', source);
    expect(questions).toHaveLength(2);
    expect(questions[0]).toMatch(/"keel"/iu);
  });

  it('leaves alone what goes in a circle or begins with another thing', async () => {
    const entries = [
      '- Quay post: a quay post is what a ship asks the quay for.',
      '- Hull line: a ship goes to the bay twice a year, which is told.',
    ];
    expect(await findQuestions('glossary-term', `# Glossary\n\n${entries.join('\n')}`)).toEqual([]);
  });

  it('asks for terms that are headings below a glossary', async () => {
    const source =
      '# Ships\n\n## Terminology\n\n### Keel\n\nThe long beam at the bottom of a ship that holds its frame.';
    expect(await findAnswers('glossary-term', source)).toEqual([
      'The long beam at the bottom of a ship that holds its frame.',
    ]);
  });

  it('takes no label of another section for a term', async () => {
    expect(await findQuestions('glossary-term', '# Ships\n\n- Price: the sum that a buyer pays for a ship.')).toEqual(
      [],
    );
  });
});

describe('acronym', () => {
  const USED =
    'The Northern Rail Tariff Board (NRTB) owns the line. The NRTB sells tickets. The NRTB runs trains. The NRTB pays.';

  it.each(['The Northern Rail Tariff Board', 'How the NRTB works'])(
    'asks what an acronym stands for when the document expands and uses it below %j',
    async (heading) => {
      const source = `# Rail\n\n## ${heading}\n\n${USED}`;
      expect(await findAnswers('acronym', source)).toEqual(['NRTB stands for Northern Rail Tariff Board.']);
    },
  );

  it('leaves an acronym alone that no heading has', async () => {
    expect(await findAnswers('acronym', `# Rail\n\n${USED}`)).toEqual([]);
  });

  it('needs an expansion that fits letter by letter', async () => {
    expect(
      await findAnswers('acronym', '# Rail\n\nThe Northern Line (NRTB) is old. NRTB is big. NRTB pays. NRTB sells.'),
    ).toEqual([]);
  });
});

describe('tables', () => {
  const TABLE =
    '| Tree | Height | Age |\n| Oak | 30 metres | 500 years |\n| Birch | 20 metres | 80 years |\n| Elm | 35 metres | 300 years |';

  it('turns rows into objects keyed by column', async () => {
    const [answer] = await findAnswers('table-to-json', `# Trees\n\n${TABLE}`);
    expect(JSON.parse(answer ?? '')).toEqual([
      { Tree: 'Oak', Height: '30 metres', Age: '500 years' },
      { Tree: 'Birch', Height: '20 metres', Age: '80 years' },
      { Tree: 'Elm', Height: '35 metres', Age: '300 years' },
    ]);
  });

  it('looks up one cell by row and column', async () => {
    const [candidate] = await findCandidates('table-lookup', `# Trees\n\n${TABLE}`);
    expect(candidate?.messages[0]?.content).toMatch(/"(?:Height|Age)"/u);
    expect(candidate?.messages[1]?.content).toMatch(/metres|years/u);
  });

  it.each([
    ['| Tree | Tree |\n| Oak | 30 |\n| Elm | 20 |', 'repeated names'],
    ['| Tree | |\n| Oak | 30 |\n| Elm | 20 |', 'an empty name'],
    ['| Tree | Height |\n| Oak | 30 |', 'a single row'],
  ])('refuses a table with %s', async (table) => {
    expect(await findCandidates('table-to-json', `# Trees\n\n${table}`)).toEqual([]);
  });
});

describe('code-for-task', () => {
  it('asks for the code that its lead sentence announces, fence and all', async () => {
    const source = '# Archive\n\nTo list the files of an archive, run:\n\n```sh\npack list goods.pk\n```';
    expect(await findAnswers('code-for-task', source)).toEqual([
      'To list the files of an archive, run:\n\n```sh\npack list goods.pk\n```',
    ]);
    expect((await findQuestions('code-for-task', source))[0]).toMatch(/list the files of an archive/u);
  });

  it('refuses code with an include that was not resolved', async () => {
    expect(
      await findAnswers(
        'code-for-task',
        '# Archive\n\nTo list the files of an archive, run:\n\n```sh\n{{#include list.sh}}\n```',
      ),
    ).toEqual([]);
  });
});

describe('summaries', () => {
  const PARAGRAPHS = [
    'Salt marshes protect the villages of the coast from storms and floods. Waves lose their strength in the grass before they reach the wall. In the last century half of the marshes were drained for fields.',
    'The district now gives money to farmers who let salt marshes return to the coast. Some of them have sold their cows. Others keep sheep, which eat the grass without harm.',
    'Villages behind new salt marshes have had fewer floods since the storms of 1990. The wall there needs fewer repairs. Visitors come in summer to watch the birds that nest in the grass, and most of them stay for a night or two in one of the inns.',
  ];

  it('quotes the sentence that opens each paragraph with its point', async () => {
    const first =
      'Salt marshes protect the coast from floods. Waves lose strength in salt marshes before they reach the coast. Floods were rare on the coast when the marshes were whole, as old men say who have lived on the coast for more than eighty years and seen the floods.';
    const second =
      'The district pays farmers who give fields back to the marshes. Farmers sign for ten years and keep the fields open to the sea. The district sends a clerk to the fields in spring, and the clerk counts the birds of the fields for the farmers.';
    const source = `# Coast\n\n## Salt marshes\n\n${first}\n\n${second}`;
    expect(await findAnswers('topic-sentences', source)).toEqual([
      'Salt marshes protect the coast from floods. The district pays farmers who give fields back to the marshes.',
    ]);
  });

  it('takes no paragraph that does not open with its point', async () => {
    const source = `# Coast\n\n## Salt marshes\n\n${PARAGRAPHS.map((paragraph) => `My aunt likes salt and tea. ${paragraph}`).join('\n\n')}`;
    expect(await findAnswers('topic-sentences', source)).toEqual([]);
  });
});

describe('generateCandidates', () => {
  const SOURCE =
    '# Bees\n\nA hive is a box that holds a swarm of bees.\n\nVisitors of the farm must not open a hive in the rain.';

  it('gives the same candidates in every run', async () => {
    const [first, second] = [await findCandidates('definition', SOURCE), await findCandidates('definition', SOURCE)];
    expect(first).toEqual(second);
    expect(first[0]?.id).toMatch(/^[0-9a-f]{32}$/u);
  });

  it('asks without passages when the recipe is closed, and only with them when it is open', async () => {
    const closed = await findCandidates('rule', SOURCE, { recipe: { generate: { context: 'closed' } } });
    const open = await findCandidates('rule', SOURCE, { recipe: { generate: { context: 'open' } } });
    expect(closed[0]?.messages[0]).not.toHaveProperty('context');
    expect(open[0]?.messages[0]).toHaveProperty('context');
    expect(await findCandidates('write-heading', SOURCE, { recipe: { generate: { context: 'closed' } } })).toEqual([]);
  });

  it('makes nothing for tasks the recipe does not name', async () => {
    expect(await findCandidates('rule', SOURCE, { recipe: { tasks: ['code'] } })).toEqual([]);
  });

  it.each(PATTERNS.filter(({ isDefault }) => isDefault === false))(
    'makes nothing by $name, which is off, unless all patterns are asked for',
    (pattern) => {
      const [usual, all] = [false, true].map((allPatterns) => testRecipe({ generate: { allPatterns } }));
      expect(usual !== undefined && isOn(pattern, usual)).toBe(false);
      expect(all !== undefined && isOn(pattern, all)).toBe(true);
    },
  );
});
