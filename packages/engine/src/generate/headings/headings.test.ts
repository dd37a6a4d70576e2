import { describe, expect, it } from 'vitest';
import { findAnswers, findCandidates, findQuestions } from '../fixtures/make-document.ts';

const STEPS = '1. Open the valve with a wrench.\n2. Wait until the water runs clear.\n3. Close the valve again.';
const PROSE =
  'Open the valve with a wrench and let the water run. Wait until it is clear and close the valve again. Write the time down in the log of the pump house.';

describe('task-heading', () => {
  it.each([
    ['Flushing the main pipe', 'flush the main pipe'],
    ['How to flush the main pipe', 'flush the main pipe'],
    ['Flush the main pipe', 'flush the main pipe'],
    ['3.2. Flushing the Main Pipe', 'flush the main pipe'],
    ['Installing and configuring the pump', 'install and configure the pump'],
  ])('reads %j as something to do', async (heading, phrase) => {
    const [question] = await findQuestions(
      'task-heading',
      `# Water works\n\n## ${heading}\n\n${STEPS}\n\nUse the main pipe only.`,
    );
    expect(question).toContain(phrase);
  });

  it('speaks as the reader of the document', async () => {
    const questions = await findQuestions(
      'task-heading',
      `# Water works\n\n## Resetting your meter\n\n${STEPS}\n\n${PROSE}`,
    );
    expect(questions.join()).toMatch(/reset (?:my|your) meter/u);
    expect(questions.join()).not.toMatch(/\bI reset your\b/u);
  });

  it.each([
    'Working hours',
    'Hiring process',
    'Pull requests',
    'Note on the pipes',
    'Keep it simple',
    'Getting started',
    'Request form',
  ])('does not take %j for an instruction', async (heading) => {
    expect(await findQuestions('task-heading', `# Water works\n\n## ${heading}\n\n${PROSE}`)).toEqual([]);
  });

  it('wants a section that tells how', async () => {
    const history =
      'The pipe was laid in 1910 by two brothers. Nobody remembers their names, and the plans were lost in a fire. The town honours both with a plaque.';
    expect(await findQuestions('task-heading', `# Water works\n\n## Flushing the main pipe\n\n${history}`)).toEqual([]);
  });

  it('takes sub-sections along, so that the answer is whole', async () => {
    const source = `# Water works\n\n## Flushing the main pipe\n\nDo it in two parts.\n\n### Opening the valve\n\n${STEPS}\n\n### Closing the valve\n\n${PROSE}\n\n## Other`;
    const [answer] = await findAnswers('task-heading', source);
    expect(answer).toContain('**Opening the valve**');
    expect(answer).toContain('**Closing the valve**');
  });
});

describe('question-heading', () => {
  it('asks the heading and answers with the section', async () => {
    const source =
      '# Ferry\n\n## Can I bring a bicycle on the ferry?\n\nYes. Bicycles travel free on every ferry. See the map for more.';
    const [candidate] = await findCandidates('question-heading', source);
    expect(candidate?.messages.map(({ content }) => content)).toEqual([
      'Can I bring a bicycle on the ferry?',
      'Yes. Bicycles travel free on every ferry.',
    ]);
  });

  it('completes the clause of a question', async () => {
    const questions = await findQuestions(
      'question-heading',
      '# Ferry\n\n## When to board the ferry\n\nPassengers board the ferry ten minutes before it leaves the pier.',
    );
    expect(questions).toEqual(['When should I board the ferry?']);
  });

  it.each([
    'Where can I learn more?',
    'Where can I find additional information?',
    'Where to find more information',
    'What is next?',
    'So what does this mean?',
    'Where are the?',
    'Why is there a ferry at night? (Or why is there a boat?)',
  ])('leaves %j alone', async (heading) => {
    expect(
      await findQuestions(
        'question-heading',
        `# Ferry\n\n## ${heading}\n\nPassengers board the ferry ten minutes before it leaves.`,
      ),
    ).toEqual([]);
  });

  it('writes the verb of a clause small, whatever the heading does', async () => {
    const source =
      '# Ferry tickets\n\n## How Tickets Are Checked\n\nA sailor checks all tickets at the pier before the ferry leaves.';
    expect((await findQuestions('question-heading', source)).join()).toMatch(/how are tickets checked\?$/iu);
    expect((await findQuestions('question-heading', source)).join()).not.toMatch(/Are/u);
  });

  it('asks nothing that names neither a thing nor a place', async () => {
    const text = 'The price is printed on the back of each card, in small letters.';
    expect(await findQuestions('question-heading', `## What is the price of the card?\n\n${text}`)).toEqual([]);
  });

  it('takes no place from the name of a howto', async () => {
    const text = 'A ticket costs four crowns for adults and two for children.';
    for (const name of ['HowTos for travellers', "A traveller's guide to the coast"]) {
      const source = `# Night ferry\n\n## ${name}\n\n### How much does a ticket cost?\n\n${text}`;
      expect((await findQuestions('question-heading', source))[0]).toMatch(/night ferry, how much/u);
    }
  });

  it('names the section above a question that does not name its topic', async () => {
    const [question] = await findQuestions(
      'question-heading',
      '# Town\n\n## Night ferry\n\n### How much does a ticket cost?\n\nA ticket costs four crowns for adults and two for children.',
    );
    expect(question).toMatch(/night ferry, how much does a ticket cost\?$/u);
  });
});

describe('aspect-heading', () => {
  it('asks for the aspect of the thing above', async () => {
    const source =
      '# Allotments\n\n## The winter garden\n\nIt has a roof.\n\n### Limitations\n\nThe winter garden holds at most forty plants, and none of them may be taller than a man.';
    expect((await findQuestions('aspect-heading', source))[0]).toMatch(/limitations of the winter garden/u);
  });
});

describe('explain-topic', () => {
  it('wants the heading in the first two sentences', async () => {
    const about =
      'Tide tables list the hours of high and low water for a year. Fishermen read them every morning before they leave the harbour. The office prints new tables in December, and each boat gets two.';
    expect(await findQuestions('explain-topic', `# Harbour\n\n## Tide tables\n\n${about}`)).toHaveLength(1);
    expect(await findQuestions('explain-topic', `# Harbour\n\n## Harbour fees\n\n${about}`)).toEqual([]);
  });

  it('does not name twice what its page spells as one word', async () => {
    const about =
      'Tide Clock 2 shows the hours of high and low water for a year. Fishermen read it every morning before they leave the harbour. The office mends it in December, when the boats are on land.';
    const [question] = await findQuestions('explain-topic', `# TideClock2\n\n## Tide Clock 2\n\n${about}`);
    expect(question).toMatch(/tide clock 2/iu);
    expect(question).not.toContain('TideClock2');
  });

  it.each(['Overview', 'Notes', 'See also', 'Example 2', 'What else'])(
    'takes no question from the vague heading %j',
    async (heading) => {
      const text = `${heading} of the tides of this coast for the year to come, with the hours of high water. ${heading} that every captain should read with care before he leaves the harbour in the morning.`;
      expect(await findQuestions('explain-topic', `# Harbour\n\n## ${heading}\n\n${text}`)).toEqual([]);
    },
  );

  it('lowers a heading in title case that the text writes small, and keeps a name', async () => {
    const small =
      'The tide table is a list of hours. Every tide table holds a year, and the harbour office prints a new tide table each December for all the boats that ask for one in time.';
    const [question] = await findQuestions('explain-topic', `# Harbour\n\n## Tide Table\n\n${small}`);
    expect(question).toMatch(/the tide table/u);
    const name =
      'In 1950 the town gave the Tide House to the harbour. Ever since, Tide House guests have slept above the water, and people say that the Tide House is the oldest inn of the whole coast.';
    expect((await findQuestions('explain-topic', `# Harbour\n\n## Tide House\n\n${name}`))[0]).toMatch(
      /the Tide House/u,
    );
  });
});

describe('write-heading', () => {
  it('gives the section as passage and its heading as answer', async () => {
    const text =
      'Tide tables list the hours of high and low water for a year. Fishermen read them every morning before they leave the harbour. The office prints new tables in December, and each boat gets two of them for free at the counter.';
    const [candidate] = await findCandidates('write-heading', `# Harbour\n\n## 4. Tide tables\n\n${text} ${text}`);
    expect(candidate?.messages[1]?.content).toBe('Tide tables');
    expect(candidate?.messages[0]).toMatchObject({ context: expect.stringContaining('Fishermen read them') });
  });

  it.each(['Tide tables - Tables of the office', 'Tide tables: the hours of the harbour'])(
    'takes no heading in two halves, such as %j',
    async (heading) => {
      const text =
        'Tide tables list the hours of high and low water of the harbour for a year. Fishermen read the tide tables of the office every morning before they leave the harbour. The office prints new tables in December, and each boat gets two of them for free at the counter.';
      expect(await findCandidates('write-heading', `# Harbour\n\n## Tide tables\n\n${text} ${text}`)).toHaveLength(1);
      expect(await findCandidates('write-heading', `# Harbour\n\n## ${heading}\n\n${text} ${text}`)).toEqual([]);
    },
  );

  it('takes no heading that means something only beside its neighbours', async () => {
    const text =
      'A single step leads from the pier to the deck. Each single step of the stairs is washed at dawn, before the first passengers come down to the pier. The sailors carry a lamp and a bucket, and the cook carries the broom.';
    expect(await findCandidates('write-heading', `# Harbour\n\n## Single step\n\n${text} ${text}`)).toEqual([]);
  });
});

describe('headings of a passage', () => {
  const text =
    'Tide tables list the hours of high and low water for a year. Fishermen read tide tables every morning before they leave the harbour. The office prints new tables in December, and each boat gets two of them for free at the counter. The tables hang on the door of the hall.';

  it.each([
    `${text} For the hours of the other coast, see the chapter on the north.`,
    `${text}\n\nTip: For more about the moon, see the almanac.`,
    `${text}\n\nRead the Moon guide for the details of its phases.`,
  ])('leave out what points elsewhere', async (source) => {
    const [candidate] = await findCandidates('write-heading', `# Harbour\n\n## Tide tables\n\n${source}`);
    expect(candidate?.messages[0]).toMatchObject({ context: text });
  });

  it.each([
    `These tide tables list the hours of high and low water for a year. ${text}`,
    `Once printed, tide tables are hung on the door of the hall. ${text}`,
    `Let's look at tide tables. ${text}`,
  ])('do not take a text that goes on from another', async (source) => {
    expect(await findCandidates('write-heading', `# Harbour\n\n## Tide tables\n\n${source}`)).toEqual([]);
  });

  it('stop before what is not there', async () => {
    const source = `${text}\n\nThe figure of the moon in Listing 3-2 is old. Nobody reads the tide tables by it.`;
    const [candidate] = await findCandidates('write-heading', `# Harbour\n\n## Tide tables\n\n${source}`);
    expect(candidate?.messages[0]).toMatchObject({ context: text });
  });

  it.each(['Tide Tables of this year', 'Please read tide tables', 'tide tables', 'Tide tables *', 'Usually tables'])(
    'are not %j',
    async (heading) => {
      expect(await findCandidates('write-heading', `# Harbour\n\n## ${heading}\n\n${text}`)).toEqual([]);
    },
  );

  it.each([
    ['I need tide tables', 'I need tide tables'],
    ['IV. Tide tables', 'Tide tables'],
    ['C code of tide tables', 'C code of tide tables'],
  ])('of %j read %j', async (heading, plain) => {
    const about = `I need the code of tide tables. C is the language of the code. ${text}`;
    const [candidate] = await findCandidates('write-heading', `# Harbour\n\n## ${heading}\n\n${about}`);
    expect(candidate?.messages[1]?.content).toBe(plain);
  });

  it.each([
    ['Tide Tables Act (TTA)', 'The Tide Tables Act says who prints tide tables. The Act is old, and TTA is its name.'],
    ['The `Tide<T>` table', 'The `Tide<T>` table of the office is a table of hours. A table is printed for each year.'],
    ['Which tide tables does a fisherman read every morning?', 'A fisherman reads tide tables.'],
  ])('may be %j', async (heading, about) => {
    const [candidate] = await findCandidates('write-heading', `# Harbour\n\n## ${heading}\n\n${about} ${text}`);
    expect(candidate?.messages[1]?.content).toBe(heading);
  });

  it('may be a single word where they are to be chosen', async () => {
    const others = ['Ferry tickets', 'Goat cheese', 'Bread ovens'].map(
      (heading) => `## ${heading}\n\n${heading} are old. Nobody knows who made them, and nobody asks.`,
    );
    const source = `# Harbour\n\n## Tides\n\nTides come twice a day. ${text}\n\n${others.join('\n\n')}`;
    expect((await findCandidates('choose-heading', source))[0]?.messages[1]?.content).toBe('Tides');
    expect(await findCandidates('write-heading', source)).toEqual([]);
  });

  it('is the title for what stands before the first heading', async () => {
    const source = `${text}\n\n# Harbour lights\n\nThey burn.`;
    const [candidate] = await findCandidates('write-heading', source, { title: 'Tide tables' });
    expect(candidate?.messages[1]?.content).toBe('Tide tables');
    expect(candidate?.sources.map(({ quote }) => quote)).toEqual([text]);
    expect(await findCandidates('write-heading', source)).toEqual([]);
  });
});
