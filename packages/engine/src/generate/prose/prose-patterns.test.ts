import type { Candidate } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { findCandidates } from '../fixtures/make-document.ts';

const HARBOUR = `# Harbour handbook

## Spring moorings

The keeper assigns a mooring to every boat in the spring. A mooring is held for twelve weeks and can be renewed by letter. If you leave a mooring, you must sign the book at the gate. The fee is paid in advance, and the office sends a receipt by post.

## Storm signals

Two lights on the mast are the signals of a storm from the west. When the lights burn, every boat must be out of the channel within 30 minutes. The pilots watch the signals day and night and report what they see to the coast guard.

## Torn nets

Crews mend torn nets in the shed behind the fish market. The shed is open from dawn to dusk in every season. Needles and twine are sold at the counter, and an old sailor shows new hands how to tie a sheet bend before the tide turns.

## What does the ice house sell?

Ice is sold by the ton to any trawler that carries a licence. The ice house opens before sunrise and closes when the last trawler has sailed. Buyers pay in cash at the loading ramp behind the red crane, and no boat is served twice on one day.
`;

/** Ten sections with a rule each, so that both uses of a statement occur. */
const STATEMENTS = `# Harbour rules\n\n${Array.from(
  'pilots porters sailors cooks divers carpenters riggers painters guards clerks'.split(' '),
  (crew, index) =>
    `## Rules for ${crew}\n\nThe ${crew} of the harbour are paid every ${index + 11} days by the office at the gate. Their tools stay in the shed behind the fish market, where an old sailor keeps a list of all that is lent and brought back. Lost tools are paid for by the crew that lost them.`,
).join('\n\n')}\n`;

function turnsOf({ messages }: Candidate): { question: string; passage: string; answer: string } {
  const [user, assistant] = messages;
  return {
    question: user?.content ?? '',
    passage: user?.role === 'user' ? (user.context ?? '') : '',
    answer: assistant?.content ?? '',
  };
}

async function turns(pattern: string, source = HARBOUR): Promise<Array<ReturnType<typeof turnsOf>>> {
  return (await findCandidates(pattern, source)).map(turnsOf);
}

function quoted(text: string): string {
  return /"(?<quote>[^"]+)"/u.exec(text)?.groups?.['quote'] ?? '';
}

describe('check-statement and correct-statement', () => {
  it('show a sentence of the passage beside one that says another thing, and name what differs', async () => {
    const checks = await turns('check-statement', STATEMENTS);
    expect(checks.length).toBeGreaterThan(0);
    for (const { question, passage, answer } of checks) {
      const {
        letter = '',
        said = '',
        claimed = '',
      } = /^(?<letter>[AB])\. The passage says "?(?<said>[^",]+)"?, not "?(?<claimed>[^":]+)"?: "/u.exec(answer)
        ?.groups ?? {};
      const { a = '', b = '' } = /\nA\) (?<a>.+)\nB\) (?<b>.+)$/u.exec(question)?.groups ?? {};
      const [right, wrong] = letter === 'A' ? [a, b] : [b, a];
      expect(passage).toContain(right);
      expect(passage).not.toContain(wrong);
      expect(right).toContain(said);
      expect(wrong).toContain(claimed);
      expect(answer).toContain(`: "${right}"`);
    }
  });

  it('give a wrong statement to be corrected by a sentence of the passage', async () => {
    const corrections = await turns('correct-statement', STATEMENTS);
    expect(corrections.length).toBeGreaterThan(0);
    for (const { question, passage, answer } of corrections) {
      expect(passage).toContain(answer);
      expect(passage).not.toContain(quoted(question));
    }
  });

  it('never both use one section', async () => {
    const sections = [
      ...(await findCandidates('check-statement', STATEMENTS)),
      ...(await findCandidates('correct-statement', STATEMENTS)),
    ].map(({ section }) => section);
    expect(new Set(sections).size).toBe(sections.length);
  });

  it('leave instructions, questions and what the writer says of himself alone', async () => {
    const source =
      '# Boats\n\nSign the book at the gate before you leave the harbour. We open the gate at noon and close it within 30 minutes. If the lights burn, call the coast guard within 10 minutes of the signal. Why are the nets mended behind the fish market in the winter? They are mended here, because this shed is dry.';
    expect(await turns('check-statement', source)).toEqual([]);
    expect(await turns('correct-statement', source)).toEqual([]);
  });
});

describe('choose-passage', () => {
  it('shows three passages, one of which has the words of the heading', async () => {
    const choices = await turns('choose-passage');
    expect(choices).toHaveLength(4);
    for (const { passage, answer } of choices) {
      const { letter = '', sentence = '' } =
        /^(?<letter>[ABC])\. It says: "(?<sentence>.+)"$/u.exec(answer)?.groups ?? {};
      const passages = passage.split(/(?:^|\n\n)(?=[ABC]\)\n)/u).filter((part) => part !== '');
      expect(passages.map((part) => part.charAt(0))).toEqual(['A', 'B', 'C']);
      expect(passages.filter((part) => part.includes(sentence)).map((part) => part.charAt(0))).toEqual([letter]);
    }
  });

  it('keeps the question mark of a heading that asks', async () => {
    const questions = (await turns('choose-passage')).map(({ question }) => question);
    expect(questions.filter((question) => question.includes('What does the ice house sell'))).toEqual([
      expect.stringMatching(/sell(?:\?" .+|"\?)$/u),
    ]);
  });

  it('offers no passage that holds a word of the heading', async () => {
    expect(
      await turns('choose-passage', HARBOUR.replaceAll('sailor', 'mooring').replaceAll('pilots', 'moorings')),
    ).toHaveLength(3);
  });
});

describe('no-answer', () => {
  const source = `# Journeys

## Who pays

The Northern Rail Board (NRB) pays for the line from the port to the hills.

## Tickets

Travellers buy tickets at the counter or from the guard in the van. The NRB sells books of ten at half of the fare, and children under six go free. Dogs travel with the luggage, on a lead and with a muzzle, and pay nothing at all on weekdays.`;

  it('asks a passage what an acronym stands for that it uses and another section writes out', async () => {
    const [found, ...more] = await turns('no-answer', source);
    expect(more).toEqual([]);
    expect(found?.question).toContain('NRB');
    expect(found?.passage).toMatch(/^Travellers/u);
    expect(found?.answer).toMatch(/does not say|not in the passage/u);
  });

  it.each([
    ['has a word of its meaning', 'guard in the van', 'guard of the northern line'],
    ['has it in code only', 'The NRB sells', 'The `NRB` office sells'],
    ['does not use it', 'The NRB sells', 'The office sells'],
  ])('leaves a passage alone that %s', async (_, words, others) => {
    expect(await turns('no-answer', source.replace(words, others))).toEqual([]);
  });
});

describe('correct-mistakes', () => {
  it('answers with the paragraph as it was', async () => {
    const found = await turns('correct-mistakes');
    expect(found.length).toBeGreaterThan(1);
    for (const { passage, answer } of found) {
      expect(HARBOUR).toContain(answer);
      const words = new Set(answer.split(' '));
      const wrong = passage.split(' ').filter((word) => !words.has(word));
      expect(passage).not.toBe(answer);
      expect(wrong.length).toBeLessThanOrEqual(5);
    }
  });
});
