import { describe, expect, it } from 'vitest';
import { findAnswers, findQuestions } from '../fixtures/make-document.ts';

async function ask(sentence: string): Promise<string> {
  return (await findQuestions('means', `# Nets\n\n## Mending nets\n\n${sentence}`)).join();
}

describe('means', () => {
  it.each([
    ['Torn nets can be mended by tying a sheet bend into each hole.', /how can torn nets be mended\?$/iu],
    ['Torn nets are mended using tarred twine and a flat needle.', /how are torn nets mended\?$/iu],
    ['You can mend torn nets by tying a sheet bend into each hole.', /how can I mend torn nets\?$/iu],
    ['Use the `mend` command to find holes in a net.', /how can I find holes in a net\?$/iu],
    ['You can use the Netter tool to mend your nets.', /how can I mend my nets\?$/iu],
  ])('asks how, of %j', async (sentence, question) => {
    expect(await ask(sentence)).toMatch(question);
    expect(await findAnswers('means', `# Nets\n\n## Mending nets\n\n${sentence}`)).toEqual([sentence]);
  });

  it.each([
    ['a reference back', 'It can be mended by tying a sheet bend into each hole of a net.'],
    ['a tool that only the text knows', 'Use this more than once to mend torn nets.'],
    ['a thing that only the text knows', 'You can mend the net by tying a sheet bend into each hole.'],
    ['one way beside others', 'Torn nets can also be mended by tying a sheet bend into each hole.'],
    ['a way that belongs to a participle', 'You can find nets mended using a flat needle and twine.'],
    ['what the section is not about', 'Boats can be painted by spraying two coats of tar on each hull.'],
  ])('asks nothing of %s', async (_what, sentence) => {
    expect(await ask(sentence)).toBe('');
  });
});
