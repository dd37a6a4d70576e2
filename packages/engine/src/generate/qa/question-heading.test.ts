import { describe, expect, it } from 'vitest';
import { findQuestions } from '../fixtures/make-document.ts';

const STRICT = { recipe: { generate: { allPatterns: false } } };

function page(heading: string, answer: string, title = 'Ropes'): string {
  return `# ${title}\n\n## ${heading}\n\n${answer}`;
}

async function ask(heading: string, answer: string, title?: string): Promise<string[]> {
  return findQuestions('question-heading', page(heading, answer, title), STRICT);
}

const ANSWER = 'Crews splice a rope at both ends, and they whip it with thin twine.';

describe('a heading that asks', () => {
  it('is asked as it is where it names the one thing of its document', async () => {
    expect(await ask('What is a rope?', 'A rope is a line of three strands that crews lay by hand.')).toEqual([
      'What is a rope?',
    ]);
  });

  it('names the product that the user gives', async () => {
    const source = page('How do crews splice broken lines?', ANSWER);
    const [question] = await findQuestions('question-heading', source, {
      recipe: { generate: { allPatterns: false, subject: 'Knotter' } },
    });
    expect(question).toMatch(/\bin Knotter\b/iu);
  });

  it.each([
    ['When do crews splice ropes?', 'A splice is strong, but it takes a crew of three.', 'it does not say when'],
    ['Which ropes do crews splice?', 'There are a number of ropes that take a splice.', 'it names none'],
    [
      'How do crews splice ropes?',
      'These strands are laid by hand, and the crew whips them.',
      'it leans on what came before',
    ],
    ['How do crews splice ropes?', `${ANSWER}\n\nin the handbook.`, 'a link left half a line'],
    ['How do crews splice ropes?', `${ANSWER} There are three ways:\n\n- by hand`, 'one item is no list'],
    [
      'How do crews splice ropes?',
      `${ANSWER}\n\n\`\`\`\nlay 3\n\`\`\`\n\n\`\`\`\nlay(3)\n\`\`\``,
      'its code is told twice',
    ],
    ['How do crews get a rope?', 'Ask the-rope-crew for one.', 'the way is of one yard only'],
  ])('%j answered with %j is left alone in the manual of a product: %s', async (heading, answer) => {
    const recipe = { generate: { allPatterns: false, subject: 'Knotter' } };
    expect(await findQuestions('question-heading', page(heading, answer), { recipe })).toEqual([]);
  });

  it.each([
    ['How do crews splice lines?', ANSWER, 'nothing says where'],
    ['Is a rope your own?', `Yes. ${ANSWER}`, 'it is asked of the reader'],
    ['Is a rope strong?', ANSWER, 'the answer is neither yes nor no'],
    ['What is a rope?', `Sometimes it breaks. ${ANSWER}`, 'the answer does not say what it is'],
    ['What is a rope?', `- ${ANSWER}`, 'the answer begins with a list'],
    ['What is a rope and how is it spliced?', `A rope is a line. ${ANSWER}`, 'two things are asked'],
  ])('%j is left alone: %s', async (heading, answer) => {
    expect(await ask(heading, answer)).toEqual([]);
  });
});
