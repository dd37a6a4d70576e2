import { describe, expect, it } from 'vitest';
import { findAnswers, findQuestions } from '../fixtures/make-document.ts';

const ITEMS = '- Oak\n- Ash\n- Elm';

async function ask(lead: string, items = ITEMS): Promise<string[]> {
  return findQuestions('lead-in-list', `# Timber\n\n${lead}\n\n${items}`, { title: 'Timber' });
}

describe('lead-in-list', () => {
  it.each([
    ['There are three kinds of timber for boats:', /^(?:What are|List|Name) the three kinds of timber for boats[?.]$/u],
    ['Boatyards have three suppliers for masts:', /^What three suppliers for masts do boatyards have\?$/u],
    ['The following trees are felled in winter:', /^(?:Which|What) trees are felled in winter\?$/u],
    ['Buyers must sign the following forms:', /^Which forms must buyers sign\?$/u],
    ['Timber may be sold in the following cases:', /^In which cases may timber be sold\?$/u],
    ['To season a plank, follow these steps:', /season a plank[?.]$/u],
    ['The reasons for rot are:', /^What are the reasons for rot\?$/u],
    ['Some causes of rot are:', /^What are some causes of rot\?$/u],
    ['A bill of lading contains:', /^What does a bill of lading contain\?$/u],
    ['You should call the yard when:', /^When should I call the yard\?$/u],
  ])('turns %j into a question', async (lead, question) => {
    const questions = await ask(lead);
    expect(questions).toHaveLength(1);
    expect(questions[0]?.replace(/^[^,]+ timber, /u, '')).toMatch(new RegExp(question, 'iu'));
  });

  it.each(['Features include:', 'Two choices that appear are:', 'The following macros are available:'])(
    'leaves %j alone, which anything may have',
    async (lead) => {
      expect(await ask(lead, '- Oak\n- Ash')).toEqual([]);
    },
  );

  it('answers with the sentence and the whole list', async () => {
    const [answer] = await findAnswers(
      'lead-in-list',
      `# Timber\n\nThere are three kinds of timber for boats:\n\n${ITEMS}`,
    );
    expect(answer).toBe(`There are three kinds of timber for boats:\n\n${ITEMS}`);
  });

  it('refuses a number that is not the number of items', async () => {
    expect(await ask('There are four kinds of timber for boats:')).toEqual([]);
  });

  it.each([
    'What ways are there:',
    'Here are some:',
    'This includes:',
    'The following steps are shown:',
    'The forms include:',
  ])('leaves %j alone: it does not say of what', async (lead) => {
    expect(await ask(lead)).toEqual([]);
  });
});
