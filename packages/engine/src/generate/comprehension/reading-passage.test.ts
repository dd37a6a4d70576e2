import { describe, expect, it } from 'vitest';
import { contextFor } from '../fixtures/make-document.ts';
import { readingPassages } from './reading-passage.ts';

const OPENING =
  'The harbour of Almvik lies behind a long wall of stone, and most of the boats in the harbour belong to fishers who have lived there for many years and pay no fee. Fresh water is free for all guests of the pier.';

async function texts(body: string): Promise<readonly string[]> {
  const context = await contextFor(`# Almvik\n\n## Where boats lie\n\n${OPENING}\n\n${body}\n\n## Gates\n\nNone.`);
  return context.analysis.sections.flatMap((section) => readingPassages(context, section)).map(({ text }) => text);
}

describe('readingPassages', () => {
  it('reads the paragraphs and lists of a section', async () => {
    const list = 'The gate is opened so:\n\n1. Ring the bell. Wait for the lamp.\n2. Turn the lever. Push the gate.';
    expect(await texts(list)).toEqual([`${OPENING}\n\n${list}`]);
  });

  it.each([
    ['a label that ran into its text', 'Night Crane Night Crane is the old crane of the guild, made of oak.'],
    ['a label with a note', 'Crane (of oak) Crane is the oldest machine of the guild and of the town.'],
    [
      'a picture that is announced',
      'The board will look something like this:\n\n1. The gate is shut.\n2. The lamp is lit.',
    ],
    [
      'one caption in every step',
      'The gate is opened so:\n\n1. Ring the bell. Open the gate\n2. Turn the lever. Open the gate\n3. Push. Open the gate',
    ],
  ])('end before %s', async (_what, body) => {
    expect(await texts(body)).toEqual([OPENING]);
  });
});
