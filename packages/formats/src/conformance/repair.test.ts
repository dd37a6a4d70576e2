import { describe, expect, it } from 'vitest';
import { resolveConsumers } from './consumers.ts';
import { repairRows, type RepairedRow } from './repair.ts';

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function repaired(text: string, names: readonly string[]): Promise<readonly RepairedRow[]> {
  const rows: RepairedRow[] = [];
  for await (const row of repairRows(bytes(text), { consumers: resolveConsumers(names) })) rows.push(row);
  return rows;
}

const called =
  '{"messages":[{"role":"user","content":"Weather?"},{"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":{"name":"w","arguments":"{\\"city\\":\\"Oslo\\"}"}}]},{"role":"tool","tool_call_id":"call_1","content":"cold"},{"role":"assistant","content":"Cold."}],"tools":[{"type":"function","function":{"name":"w"}}]}';

describe('repairRows', () => {
  it('fills what is missing, leaves out what is unknown, and says which rows it changed', async () => {
    const good = '{"instruction":"a","input":"","output":"b"}';
    const bad = '{"id":7,"output":{"b":1},"instruction":"a","input":null}';
    expect(await repaired(`${good}\n${bad}\n`, ['llamafactory', 'axolotl', 'torchtune'])).toEqual([
      { ok: true, line: 1, text: `${good}\n`, isChanged: false },
      { ok: true, line: 2, text: '{"instruction":"a","input":"","output":"{\\"b\\":1}"}\n', isChanged: true },
    ]);
  });

  it('gives TRL the arguments as an object and content that is no null', async () => {
    const [row] = await repaired(called, ['trl']);
    const { messages } = JSON.parse(row?.ok === true ? row.text : '{}') as { messages: Record<string, unknown>[] };
    expect(messages[1]).toMatchObject({ content: '', tool_calls: [{ function: { arguments: { city: 'Oslo' } } }] });
  });

  it('gives Mistral ids of nine characters that still belong together, and whole tools', async () => {
    const [row] = await repaired(called, ['mistral']);
    const text = row?.ok === true ? row.text : '';
    const { messages, tools } = JSON.parse(text) as {
      messages: Array<{ tool_calls?: Array<{ id: string }>; tool_call_id?: string }>;
      tools: unknown;
    };
    expect(messages[1]?.tool_calls?.[0]?.id).toMatch(/^[A-Za-z0-9]{9}$/);
    expect(messages[2]?.tool_call_id).toBe(messages[1]?.tool_calls?.[0]?.id);
    expect(tools).toEqual([{ type: 'function', function: { name: 'w', description: '', parameters: {} } }]);
  });

  it('leaves rows out that it would have to change in meaning, with the reason', async () => {
    const rows = await repaired(`${called}\n{"messages":[{"role":"user","content":"Hi"}]}\noops\n`, ['together']);
    expect(rows.map((row) => row.ok)).toEqual([false, false, false]);
    expect(rows[0]?.ok === false && rows[0].issues.map(({ code }) => code)).toEqual(['column-unknown', 'role-unknown']);
    expect(rows[2]).toMatchObject({ line: 3, raw: 'oops' });
  });
});
