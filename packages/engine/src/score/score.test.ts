import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Candidate } from '@dsgen/core';
import { createMemoryArtefactStore } from '@dsgen/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCandidate } from '../export/fixtures/processed.ts';
import { resolveRecipe } from '../recipe/resolve-recipe.ts';
import { openScorers, type OpenScorersOptions } from './open-scorers.ts';
import { scoreCandidates } from './score-candidates.ts';
import { gateDefect, readScoreGate } from './score-gate.ts';

const folder = mkdtempSync(join(tmpdir(), 'dsgen-score-'));
afterAll(() => rmSync(folder, { recursive: true }));

function candidate(question: string, answer: string, context?: string): ReturnType<typeof makeCandidate> {
  return makeCandidate({ documentId: 'd', question, answer, ...(context === undefined ? {} : { context }) });
}

async function scoreOf(
  name: string,
  entry: ReturnType<typeof makeCandidate>,
  options: Partial<OpenScorersOptions> = {},
): Promise<number | null | undefined> {
  const { scorers, close } = await openScorers({
    assess: { scorers: [name], perplexityModel: 'any' },
    store: createMemoryArtefactStore(),
    environment: {},
    ...options,
  });
  try {
    const [scored] = await scoreCandidates([entry], { assess: {}, scorers });
    return Object.entries(scored?.candidate.quality ?? {}).find(([score]) => score !== 'tokens')?.[1];
  } finally {
    await close();
  }
}

describe('the scorer of grammar', () => {
  it('gives the share of sentences in which nothing is wrong', async () => {
    const clean = candidate('When does the ferry leave?', 'The ferry leaves at noon. It arrives two hours later.');
    const broken = candidate('When does the ferry leave?', 'The ferry leaves at noon. He go to school every days.');
    expect(await scoreOf('grammar', clean)).toBe(1);
    expect(await scoreOf('grammar', broken)).toBeCloseTo(2 / 3, 2);
  });

  it('has nothing to say of another language, of code and of labels', async () => {
    const german = candidate('Wann fährt die Fähre?', 'Die Fähre fährt mittags und kommt zwei Stunden später an.');
    const code = withFields(candidate('Write it.', 'He go to school every days.'), { task: 'code' });
    const label = withFields(candidate('Which?', 'He go to school.'), { payload: { label: 'a' } });
    expect(await scoreOf('grammar', german)).toBeNull();
    expect(await scoreOf('grammar', code)).toBeNull();
    expect(await scoreOf('grammar', label)).toBeNull();
  });
});

function withFields(
  entry: ReturnType<typeof makeCandidate>,
  fields: Partial<Candidate>,
): ReturnType<typeof makeCandidate> {
  return { ...entry, candidate: { ...entry.candidate, ...fields } };
}

interface Completions {
  readonly server: Server;
  readonly prompts: string[];
  readonly url: string;
}

/** A completions server that echoes: each word is a token, and each is half as likely as the one before. */
async function startEchoServer(respond: (prompt: string, count: number) => Answer = echo): Promise<Completions> {
  const prompts: string[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { prompt } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { prompt: string };
    prompts.push(prompt);
    const { status, body } = respond(prompt, prompts.length);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, prompts, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` };
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

function echo(prompt: string): Answer {
  const tokens = Array.from(`${prompt} more`.matchAll(/\s*\S+/gu), ({ 0: text, index }) => ({
    text,
    start: Array.from(prompt.slice(0, index)).length,
  }));
  const logprobs = {
    text_offset: tokens.map(({ start }) => start),
    token_logprobs: tokens.map(({ text }, index) => (index === 0 ? null : text.includes('rare') ? -4 : -1)),
  };
  return { status: 200, body: { choices: [{ text: `${prompt} more`, logprobs }] } };
}

describe('the scorer of perplexity', () => {
  let completions: Completions;
  beforeAll(async () => {
    completions = await startEchoServer();
  });
  afterAll(() => completions.server.close());

  it('looks at the tokens of the answer only, after the question and its passage', async () => {
    const environment = { DSGEN_PERPLEXITY_URL: completions.url };
    const entry = candidate('A rare 😀 question?', 'Seven plain words stand in this answer.', 'A rare passage.');
    expect(await scoreOf('perplexity', entry, { environment })).toBeCloseTo(Math.E, 2);
    expect(completions.prompts.at(-1)).toBe(
      'A rare 😀 question?\n\nA rare passage.\n\nSeven plain words stand in this answer.',
    );
    const odd = candidate('A question?', 'rare rare rare plain');
    expect(await scoreOf('perplexity', odd, { environment })).toBeCloseTo(Math.exp(13 / 4), 2);
  });

  it('asks once for the same record, and again for another model', async () => {
    const options = { environment: { DSGEN_PERPLEXITY_URL: completions.url }, store: createMemoryArtefactStore() };
    const entry = candidate('Once?', 'Once is enough for this.');
    const before = completions.prompts.length;
    const first = await scoreOf('perplexity', entry, options);
    expect(await scoreOf('perplexity', entry, options)).toBe(first);
    expect(completions.prompts.length - before).toBe(1);
    await scoreOf('perplexity', entry, {
      ...options,
      assess: { scorers: ['perplexity'], perplexityModel: 'another' },
    });
    expect(completions.prompts.length - before).toBe(2);
  });

  it('tries again what may pass, and has nothing to say of a record that the model cannot hold', async () => {
    const busy = await startEchoServer((prompt, count) =>
      count < 3 ? { status: 503, body: { error: 'loading' } } : echo(prompt),
    );
    expect(await scoreOf('perplexity', candidate('Q?', 'An answer.'), { environment: at(busy) })).toBeCloseTo(Math.E);
    busy.server.close();
    const small = await startEchoServer(() => ({
      status: 400,
      body: { error: { message: "This model's maximum context length is 8 tokens." } },
    }));
    expect(await scoreOf('perplexity', candidate('Q?', 'An answer.'), { environment: at(small) })).toBeNull();
    small.server.close();
  });

  it('stops the job rather than make up a score when the server leaves the echo out or refuses', async () => {
    const silent = await startEchoServer(() => ({
      status: 200,
      body: { choices: [{ logprobs: { text_offset: [9], token_logprobs: [-0.5] } }] },
    }));
    const refusing = await startEchoServer(() => ({ status: 404, body: { error: { message: 'no model "any"' } } }));
    const entry = candidate('Q?', 'An answer.');
    await expect(scoreOf('perplexity', entry, { environment: at(silent) })).rejects.toMatchObject({
      code: 'scorer-server-unfit',
      fix: expect.stringContaining('vLLM'),
    });
    await expect(scoreOf('perplexity', entry, { environment: at(refusing) })).rejects.toMatchObject({
      code: 'scorer-server-failed',
      message: expect.stringContaining('no model'),
    });
    silent.server.close();
    refusing.server.close();
  });
});

function at({ url }: Completions): { readonly DSGEN_PERPLEXITY_URL: string } {
  return { DSGEN_PERPLEXITY_URL: url };
}

describe('a scorer of the user', () => {
  it('is the default export of a module, and its file names the score', async () => {
    const file = join(folder, 'brevity.mjs');
    writeFileSync(file, 'export default ({ messages }) => 1 / messages.at(-1).content.split(" ").length;');
    const { scorers } = await openScorers({
      assess: { scorers: [file] },
      store: createMemoryArtefactStore(),
      environment: {},
    });
    const [kept, left] = await scoreCandidates(
      [candidate('How long?', 'Two hours.'), candidate('Why?', 'Because of the tide, which runs against it.')],
      { assess: { scoreGates: ['brevity >= 0.3'] }, scorers },
    );
    expect(kept?.candidate.quality).toMatchObject({ brevity: 0.5 });
    expect(kept?.verdict).toEqual({ accepted: true });
    expect(left?.verdict).toEqual({
      accepted: false,
      reason: 'low-score',
      detail: 'Its score "brevity" is 0.125; the gate asks for >= 0.3.',
    });
  });

  it('says what is wrong with a module that cannot be used', async () => {
    const noFunction = join(folder, 'constant.mjs');
    writeFileSync(noFunction, 'export default 1;');
    for (const path of [noFunction, join(folder, 'missing.mjs')]) {
      await expect(scoreOf(path, candidate('Q?', 'A.'))).rejects.toMatchObject({
        code: 'scorer-module-invalid',
        message: expect.stringContaining(JSON.stringify(path)),
      });
    }
  });
});

describe('a gate', () => {
  it('is a score, a sign and a number', () => {
    expect(readScoreGate('grammar >= 0.9')).toEqual({ score: 'grammar', sign: '>=', limit: 0.9 });
    expect(readScoreGate(' perplexity<=40 ')).toEqual({ score: 'perplexity', sign: '<=', limit: 40 });
    for (const text of ['grammar', 'grammar > 1', 'grammar >= high', '>= 1']) {
      expect(readScoreGate(text)).toBeUndefined();
    }
  });

  it('does not let through what has no score', () => {
    const gate = { score: 'perplexity', sign: '<=', limit: 40 } as const;
    expect(gateDefect(gate, 40)).toBeUndefined();
    expect(gateDefect(gate, 41)).toContain('is 41');
    expect(gateDefect(gate, null)).toContain('has no score');
  });
});

describe('a recipe with scorers', () => {
  it.each([
    [{ scorers: ['gramar'] }, 'there is no such scorer', 'Did you mean "grammar"?'],
    [{ scorers: ['./rank.mjs'] }, 'a score of its own', 'another name'],
    [{ scorers: ['./a/x.mjs', './b/x.mjs'] }, 'two that record "x"', 'Change'],
    [{ scorers: ['perplexity'] }, 'assess.perplexityModel', 'Change'],
    [{ scorers: ['grammar'], scoreGates: ['grammar > 1'] }, 'a gate is a score', 'grammar >= 0.9'],
    [{ scoreGates: ['grammar >= 1'] }, 'nothing in assess.scorers', 'Change'],
  ])('is refused before anything runs: %j', (assess, message, fix) => {
    expect(() => resolveRecipe({ assess })).toThrowError(
      expect.objectContaining({ message: expect.stringContaining(message), fix: expect.stringContaining(fix) }),
    );
  });
});
