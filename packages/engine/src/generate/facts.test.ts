import { describe, expect, it } from 'vitest';
import { findAnswers, findCandidates, findQuestions } from './fixtures/make-document.ts';

async function asked(pattern: string, sentence: string): Promise<string | undefined> {
  return (await findQuestions(pattern, `# Potter's kiln\n\n## Firing\n\n${sentence}`))[0];
}

describe('quantity', () => {
  it.each([
    ['The maximum height of a pot is 40 inches.', /what is the maximum height of a pot\?$/iu],
    [
      'A glaze firing takes about ten hours for a full kiln.',
      /how many hours does a glaze firing take for a full kiln\?$/iu,
    ],
    ['Booking codes must be at least 16 characters long.', /how long must booking codes be\?$/iu],
    ['Unclaimed pots are removed after 30 days.', /after how many days are unclaimed pots removed\?$/iu],
    ['Booking codes expire after 20 minutes.', /after how many minutes do booking codes expire\?$/iu],
    ['The Potters Guild was founded in 1871.', /(?:when|in which year) was the Potters Guild founded\?$/iu],
    [
      'The kiln of the guild has four layers of bricks.',
      /how many layers of bricks does the kiln of the guild have\?$/iu,
    ],
  ])('asks for the number in %j', async (sentence, question) => {
    expect(await asked('quantity', sentence)).toMatch(question);
    expect(await findAnswers('quantity', `# Potter's kiln\n\n## Firing\n\n${sentence}`)).toEqual([sentence]);
  });

  it.each([
    'The other firing takes ten hours.',
    'This takes ten hours.',
    'The default value is 16.',
    'A potter has two ways of firing.',
    'We fire pots for ten hours.',
    'A potter was born in 1871.',
    'The potter’s kiln has three functions that make firing easy.',
  ])('leaves %j alone', async (sentence) => {
    expect(await asked('quantity', sentence)).toBeUndefined();
  });
});

describe('comparison', () => {
  it.each([
    ['The difference between stoneware and porcelain is that porcelain is fired hotter.', /stoneware and porcelain/u],
    ['Unlike stoneware, porcelain is fired at a great heat.', /porcelain/u],
    [
      'Gas kilns are cheaper than wood kilns because they need no chopping.',
      /which are cheaper, gas kilns or wood kilns\?$/iu,
    ],
    ['Gas kilns have a burner, whereas wood kilns have a firebox.', /gas kilns.* wood kilns/u],
  ])('asks for what %j compares', async (sentence, question) => {
    expect(await asked('comparison', sentence)).toMatch(question);
  });

  it.each([
    'It is cheaper than wood.',
    'Pots are larger than before.',
    'Cups are larger than saucers.',
    'Porcelain is fired hot, while stoneware is popular.',
    'The former is hotter than the latter.',
  ])('leaves %j alone', async (sentence) => {
    expect(await asked('comparison', sentence)).toBeUndefined();
  });
});

describe('term-choice', () => {
  const TERMS = [
    ['Keel', 'the long beam at the bottom that holds a hull together'],
    ['Mast', 'a tall pole of wood which carries the canvas'],
    ['Rudder', 'a flat blade used to steer in open water'],
    ['Anchor', 'a heavy hook that keeps it from drifting away'],
    ['Galley', 'a small room where the meals are cooked'],
    ['Cabin', 'a place for sleeping, below deck and dry'],
  ];
  const glossary = `# Glossary\n\n${TERMS.map(([term, meaning]) => `- ${term}: ${meaning}.`).join('\n')}`;

  it('offers four terms of the document, of which one has the meaning', async () => {
    const found = [];
    for (let seed = 0; seed < 12 && found.length === 0; seed += 1) {
      found.push(...(await findCandidates('term-choice', glossary, { recipe: { seed } })));
    }
    const [first] = found;
    const label = first?.payload?.label ?? '';
    const meaning = TERMS.find(([term]) => term === label)?.[1] ?? '';
    expect(first?.messages[0]?.content).toContain(`"${meaning}"`);
    expect(first?.messages[1]?.content).toBe(label);
    expect(first?.payload?.choices).toHaveLength(4);
    expect(first?.payload?.choices).toContain(label);
  });

  it('needs four terms', async () => {
    const few = `# Glossary\n\n${TERMS.slice(0, 3)
      .map(([term, meaning]) => `- ${term}: ${meaning}.`)
      .join('\n')}`;
    expect(await findCandidates('term-choice', few)).toEqual([]);
  });
});

describe('tables in other forms', () => {
  const table = '# Ships\n\n| Part | Place |\n| keel | bottom |\n| mast | middle |\n| rudder | stern |';

  it('become a list without losing a cell', async () => {
    expect(await findAnswers('table-to-list', table)).toEqual([
      '- keel – Place: bottom\n- mast – Place: middle\n- rudder – Place: stern',
    ]);
  });

  it('are filled in from their facts', async () => {
    const [candidate] = await findCandidates('fill-table', table);
    expect(candidate?.messages[0]).toMatchObject({ context: expect.stringContaining('Part: keel; Place: bottom') });
    expect(candidate?.messages[0]?.content).toContain('"Part", "Place"');
    expect(candidate?.messages[1]?.content).toMatch(/^\| Part \| Place \|\n\| --- \| --- \|\n\| keel \| bottom \|/u);
  });

  it('are left alone when a cell would not survive in a line', async () => {
    expect(await findCandidates('fill-table', table.replace('bottom', 'bottom; front'))).toEqual([]);
  });
});
