import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { groundedAnswer, startModelServer } from '@dsgen/testkit';
import { describe, expect, it } from 'vitest';
import { runCli, runJson, temporaryFolder } from '../support/cli.ts';

const handbook = fileURLToPath(new URL('../../examples/handbook', import.meta.url));

interface Range {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

interface Planned {
  readonly model: {
    readonly sampledDocuments: number;
    readonly documents: number;
    readonly pricesAsOf?: string;
    readonly total: { readonly calls: Range; readonly inputTokens: Range; readonly costUsd?: Range };
  };
  readonly error?: { readonly code: string; readonly fix?: string };
}

describe('plan with a model', () => {
  it('counts the calls that a run then makes, without sending one', async () => {
    await using folder = await temporaryFolder();
    await using server = await openServer();
    const model = ['--model', 'openai-compatible/honest', '--base-url', server.baseUrl, '--store', 'store'];
    const plan = await runJson<Planned>(['plan', handbook, ...model, '--price', '1/2'], { cwd: folder.path });
    expect(plan.code, plan.stderr).toBe(0);
    expect(server.statistics().requests).toBe(0);
    const { total, documents, sampledDocuments } = plan.json.model;
    const run = await runJson<{ readonly ledger: { readonly calls: { readonly answered: number } } }>(
      ['generate', handbook, '--out', 'dataset', ...model],
      { cwd: folder.path },
    );
    expect(run.code, run.stderr).toBe(0);
    expect(sampledDocuments).toBe(documents);
    expect(total.calls).toMatchObject({ low: total.calls.likely, high: total.calls.likely });
    expect(run.json.ledger.calls.answered).toBe(total.calls.likely);
    const { low = 0, likely = 0, high = 0 } = total.costUsd ?? {};
    expect(low).toBeGreaterThan(0);
    expect(likely).toBeGreaterThan(low);
    expect(high).toBeGreaterThan(likely);
  });

  it('takes the price from the list with its day, from a list of the user, or says that it has none', async () => {
    await using folder = await temporaryFolder();
    writeFileSync(
      join(folder.path, 'prices.json'),
      '{"asOf":"2026-11-01","models":{"openai-compatible/mine":{"input":1,"output":2}}}',
    );
    const plan = ['plan', handbook, '--store', 'store', '--model'];
    const listed = await runJson<Planned>([...plan, 'openai/gpt-4o-mini'], { cwd: folder.path });
    expect(listed.json.model.pricesAsOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const own = await runJson<Planned>([...plan, 'openai-compatible/mine', '--prices', 'prices.json'], {
      cwd: folder.path,
    });
    expect(own.json.model).toMatchObject({ pricesAsOf: '2026-11-01', total: { costUsd: expect.any(Object) } });
    const unknown = await runCli([...plan, 'openai-compatible/mine'], { cwd: folder.path });
    expect(unknown.stdout).toContain('The price is not known: give it with --price IN/OUT');
  });

  it('says what is wrong with a price list', async () => {
    await using folder = await temporaryFolder();
    writeFileSync(join(folder.path, 'prices.json'), '{"models":{}}');
    for (const [file, words] of [
      ['prices.json', 'Cannot use the price list: "asOf" is not a day'],
      ['none.json', 'Cannot read the price list "none.json"'],
    ] as const) {
      const { code, stderr } = await runCli(['plan', handbook, '--model', 'openai/x', '--prices', file], {
        cwd: folder.path,
      });
      expect(code).toBe(3);
      expect(stderr).toContain(words);
    }
  });
});

async function openServer(): Promise<Awaited<ReturnType<typeof startModelServer>> & AsyncDisposable> {
  const server = await startModelServer({ answer: groundedAnswer });
  return { ...server, [Symbol.asyncDispose]: () => server.close() };
}
