import { describe, expect, it } from 'vitest';
import { readingPassages } from '../comprehension/reading-passage.ts';
import { contextFor } from '../fixtures/make-document.ts';
import { toldThings } from './told-about.ts';

const BEFORE = 'The harbour of Almvik lies behind a long wall, and most of the boats there belong to fishers.';
const AFTER = 'Visitors may stay for two nights without a fee. Fresh water is free for all who come by boat.';

async function told(sentence: string): Promise<ReadonlyArray<readonly [string, string]>> {
  const context = await contextFor(`# Almvik\n\n## Where boats lie\n\n${BEFORE} ${sentence} ${AFTER}`);
  const passages = context.analysis.sections.flatMap((section) => readingPassages(context, section));
  return passages
    .flatMap((passage) => toldThings(context, passage))
    .map(({ name, answer }): readonly [string, string] => [name, context.text(answer)])
    .filter(([name]) => sentence.toLowerCase().startsWith(name));
}

describe('toldThings', () => {
  it.each([
    ['the northern lock', 'The northern lock is opened by the guild at dawn on the days of the market.'],
    ['the `lock_hours` setting', 'The `lock_hours` setting says at which time of the day the gates are opened.'],
    [
      'the western crane',
      'The western crane was built by the guild of smiths in a hard winter. It lifts boats of six tons.',
    ],
  ])('finds what the passage says of %s', async (name, sentence) => {
    expect(await told(sentence)).toEqual([[name, sentence]]);
  });

  it.each([
    ['a thing that is named again', 'The wooden wall is painted by the guild at the end of each cold winter.'],
    ['one of many', 'A northern lock is opened by the guild at dawn on the days of the market.'],
    ['somebody', 'The northern keepers must be called by the guild at dawn on the days of the market.'],
    ['a bare word', 'The lock is opened by the guild at dawn on the days of the market.'],
    ['an opinion', 'The northern lock is very important to the guild on the days of the market.'],
    ['what is told elsewhere', 'The northern lock is described in the handbook of the guild of the smiths.'],
    ['what leans on a sentence before', 'The northern lock is also opened by these guilds at dawn on market days.'],
    [
      'what goes on for long',
      'The northern lock is opened by the guild at dawn. It is old. It is made of oak. It leaks.',
    ],
    [
      'the first of several steps',
      'The northern lock is filled by the guild at dawn on market days. You then pull it.',
    ],
    ['what has lost a word', 'The northern lock is painted by the guild with a list colours on market days.'],
    ['an act', 'Opening the northern lock is what the guild does at dawn on market days.'],
  ])('leaves alone %s', async (_what, sentence) => {
    expect(await told(sentence)).toEqual([]);
  });
});
