import { describe, expect, it } from 'vitest';
import { findAnswers, findQuestions } from '../fixtures/make-document.ts';

async function ask(sentence: string, heading = 'Storage'): Promise<string[]> {
  return findQuestions('definition', `# ${heading}\n\n${sentence}`, { title: heading });
}

describe('definition', () => {
  it('asks what a thing is when a sentence says its genus and what sets it apart', async () => {
    const [question] = await ask('A silo is a tall building that keeps grain dry until it is sold.');
    expect(question).toMatch(
      /\b(?:what a silo is|what (?:exactly )?is a silo|define a silo|meant by a silo|in short, is a silo)\b/iu,
    );
  });

  it('takes the next sentence along when it goes on with a pronoun', async () => {
    const [answer] = await findAnswers(
      'definition',
      '# Silos\n\nA silo is a tall building that keeps grain dry. It is filled from the top. Farmers buy it in spring.',
    );
    expect(answer).toBe('A silo is a tall building that keeps grain dry. It is filled from the top.');
  });

  it.each([
    ['Although a silo is a building that keeps grain dry, it may leak.', 'a subordinator is no subject'],
    ['Any silo is a building that keeps grain dry in winter months.', 'nor is a quantifier'],
    ['Usually a silo is a building that keeps grain dry in winter.', 'nor an adverb'],
    ['It is a tall building that keeps grain dry until it is sold.', 'nor a pronoun'],
    ['Silos and barns are the most common buildings for the storage of grain.', 'superlatives judge'],
    ['A dry silo is a key part of every farm that wants to sell in spring.', 'being a part is no genus'],
    ['Rust is one of the problems that silos of steel have.', 'nor is being one of many'],
    ['Clerks are expected to weigh the grain of every farmer.', 'a participle is no genus'],
    ['A bit of a problem are silos that were built of wood.', 'an inverted sentence has no subject in front'],
    ['The form is a document that the farmer has to sign.', 'a definite thing must be known'],
    ['Silos are buildings for grain, but barns are cheaper.', 'a contrast says more than what it is'],
    ['A silo is a building that we described for you.', 'we is the narrator'],
  ])('leaves %j alone: %s', async (sentence) => {
    expect(await ask(sentence)).toEqual([]);
  });

  it('keeps the casing of names in mid-sentence', async () => {
    const questions = await ask('Granarium Storage Aid is a government program that pays for new silos.');
    expect(questions.join()).toContain('Granarium Storage Aid');
  });

  it('names the document where the term is a common word', async () => {
    const [question] = await findQuestions(
      'definition',
      '# Harbour rules\n\n## Arrivals\n\nA berth is a place that the harbour master gives to a ship.',
      { title: 'Harbour rules' },
    );
    expect(question).toMatch(/harbour rules/iu);
  });

  describe('without its passage', () => {
    const strict = { recipe: { generate: { allPatterns: false } } };

    it.each([
      ['Silobase is a program that counts the grain of a farm.', /Silobase/u],
      ['Granulometrics is the study of grains that differ in size.', /granulometrics/iu],
    ])('asks for what has one meaning anywhere, as in %j', async (sentence, term) => {
      const heading = sentence.split(' ')[0] ?? '';
      expect(await findQuestions('definition', `# Farms\n\n## ${heading}\n\n${sentence}`, strict)).toEqual([
        expect.stringMatching(term),
      ]);
    });

    it.each([
      ['Ledger', 'A ledger is a book that keeps the sums of a farm.', 'nothing says whose'],
      [
        'Solution',
        'Solution is a prototype that shows a plan early. Test the solution twice.',
        'it is a label of the page',
      ],
      ['SLA', 'An SLA is an agreement that binds a farm to a buyer.', 'its letters are not written out'],
      ['Grain Store', 'Grain Store is a program that counts the grain of a farm.', 'nothing tells its article'],
      ['Maria', 'Maria Silva is a strategist that farms ask for advice.', 'a person is no what'],
      ['Grainset', 'A grainset is a set that holds the grainsets of a whole farm.', 'so does this with a plural'],
      ['Silobase', 'Silobase is a program that farms run across Lower Northmark.', 'it is told of one place'],
      ['Silobase', 'Silobase is a program made to do that in the dry season.', '"that" was said before'],
      ['Farmorama', 'Farmorama is a farm (discussion) that is a farmorama for all.', 'it goes in a circle'],
    ])('leaves %j alone: %s', async (heading, sentence) => {
      expect(await findQuestions('definition', `# Farms\n\n## ${heading}\n\n${sentence}`, strict)).toEqual([]);
    });
  });
});
