import { describe, expect, it } from 'vitest';
import { checkDataset } from './check-report.ts';
import { checkRows, type CheckOptions } from './check.ts';
import { CONSUMERS, resolveConsumers } from './consumers.ts';

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function findings(text: string, names: readonly string[], options: Partial<CheckOptions> = {}) {
  const list = [];
  for await (const { verdicts } of checkRows(bytes(text), { consumers: resolveConsumers(names), ...options })) {
    list.push(...verdicts.flatMap((verdict) => verdict.findings));
  }
  return list;
}

function words(text: string): number {
  return text.split(/\s+/).length;
}

const good = '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello."}]}\n';
const tool =
  '{"messages":[{"role":"user","content":"é?"},{"role":"tool","tool_call_id":"a","content":"x"},{"role":"assistant","content":"Hello."}]}\n';

describe('checkRows', () => {
  it('places each finding at its row, line and column, with rule and fix', async () => {
    expect(await findings(`${good}\n${tool}`, ['together'])).toEqual([
      {
        consumer: 'together',
        rule: 'role-unknown',
        outcome: 'rejected',
        row: 2,
        line: 3,
        column: 53,
        pointer: '/messages/1/role',
        message: 'The role "tool" is not one of system, user, assistant.',
        fix: 'Use system, user and assistant only; rows with tools cannot be read.',
      },
    ]);
  });

  it('rejects lines that are no JSON for everyone and goes on', async () => {
    const found = await findings(`${good}{"messages":\n${good}`, ['trl', 'axolotl']);
    expect(found.map(({ consumer, rule, row, line }) => [consumer, rule, row, line])).toEqual([
      ['trl', 'json-syntax', 2, 2],
      ['axolotl', 'json-syntax', 2, 2],
    ]);
  });

  it('calls rows that readers disagree about mistrained', async () => {
    const found = await findings('{"instruction":"a","instruction":"b","input":"","output":"c"}\n', ['axolotl'], {
      format: 'alpaca',
    });
    expect(found).toMatchObject([{ rule: 'duplicate-key', outcome: 'mistrained', column: 20 }]);
  });

  it('finds rows longer than the context, and knows who cuts and who drops them', async () => {
    const lengths = { contextTokens: 5, count: (text: string) => text.split(' ').length };
    const long = good.replace('Hello.', 'one two three four five six');
    const found = await findings(good + long, ['axolotl', 'trl'], { lengths });
    expect(found.map(({ consumer, outcome, row }) => [consumer, outcome, row])).toEqual([
      ['axolotl', 'dropped', 2],
      ['trl', 'truncated', 2],
    ]);
  });

  it('looks at the file as a whole at its end', async () => {
    const list = `[${good.trim()}]`;
    const found = await findings(list, ['openai', 'together']);
    expect(found.map(({ consumer, rule, row }) => [consumer, rule, row])).toEqual([
      ['openai', 'too-few-rows', 0],
      ['openai', 'not-lines', 0],
      ['together', 'not-lines', 0],
    ]);
  });

  it('sees that unsloth would take texts for roles', async () => {
    const row = '{"conversations":[{"from":"human","value":"same"},{"from":"gpt","value":"same"}]}\n';
    expect(await findings(row.repeat(3), ['unsloth'])).toMatchObject([{ rule: 'keys-guessed-wrong', row: 0 }]);
    const other = row.replace('"same"},{', '"first"},{').replace('"same"}]', '"second"}]');
    expect(await findings(other + other.replace('first', 'third'), ['unsloth'])).toEqual([]);
  });
});

describe('checkDataset', () => {
  it('adds up to the rows of the file for every consumer', async () => {
    const text = good.repeat(10) + tool + good.replace('}]', ',"weight":0}]') + 'oops\n';
    const report = await checkDataset(bytes(text), { consumers: CONSUMERS, maxFindings: 1 });
    expect(report.rows).toBe(13);
    expect(report.isClean).toBe(false);
    for (const consumer of report.consumers) {
      const { rejected, dropped, mistrained, truncated } = consumer.outcomes;
      expect(consumer.accepted + rejected + dropped + mistrained + truncated).toBe(13);
      expect(consumer.findings.length).toBe(1);
    }
    const llama = report.consumers.find(({ consumer }) => consumer === 'llamafactory');
    expect(llama).toMatchObject({ accepted: 10, outcomes: { rejected: 1, dropped: 1, mistrained: 1, truncated: 0 } });
  });

  it('counts a rule once for a row that breaks it twice', async () => {
    const twice = good.replace('"assistant"', '"bot"').replace('"user"', '"human"');
    const report = await checkDataset(bytes(twice), { consumers: resolveConsumers(['together']), format: 'openai' });
    expect(report.consumers[0]?.rules).toContainEqual(expect.objectContaining({ rule: 'role-unknown', rows: 1 }));
  });

  it('asks every consumer that reads the format when none is named, and counts tokens when told how', async () => {
    const report = await checkDataset(bytes('{"contents":[]}\n'.repeat(2)), { lengths: { count: words } });
    expect(report.consumers.map(({ consumer }) => consumer)).toEqual(['vertex']);
    expect(report).toMatchObject({
      format: 'vertex',
      detection: { format: 'vertex' },
      lengths: { rows: 2, longest: 1 },
    });
  });

  it('does not ask a consumer that misreads the format, unless it is named', async () => {
    const row = '{"conversations":[{"from":"human","value":"Why?"},{"from":"gpt","value":"So."}]}\n';
    const report = await checkDataset(bytes(row));
    expect(report.consumers.map(({ consumer }) => consumer)).not.toContain('trl');
    const named = await checkDataset(bytes(row), { consumers: resolveConsumers(['trl']) });
    expect(named.consumers[0]?.outcomes.mistrained).toBe(1);
  });

  it('asks for a least number of rows only where they are trained on', async () => {
    const openai = { consumers: resolveConsumers(['openai']) };
    expect((await checkDataset(bytes(good), openai)).isClean).toBe(false);
    expect((await checkDataset(bytes(good), { ...openai, purpose: 'evaluation' })).isClean).toBe(true);
  });

  it('is clean where there is nothing to say', async () => {
    const report = await checkDataset(bytes(good.repeat(12)), {
      consumers: resolveConsumers(['llamafactory', 'axolotl', 'trl', 'torchtune', 'openai', 'together', 'mistral']),
    });
    expect(report.isClean).toBe(true);
  });
});
