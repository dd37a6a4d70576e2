import { DsgenError } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { codecs } from './codecs.ts';
import { resolveConsumers } from './conformance/consumers.ts';
import { convert, type ConvertedRow, type ConvertOptions } from './convert.ts';
import { LossCounter } from './loss-counter.ts';

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function collect<Value>(values: AsyncIterable<Value>): Promise<readonly Value[]> {
  const list: Value[] = [];
  for await (const value of values) list.push(value);
  return list;
}

function converted(text: string, options: ConvertOptions): Promise<readonly ConvertedRow[]> {
  return collect(convert(bytes(text), options));
}

async function errorCode(promise: Promise<unknown>): Promise<string | undefined> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    return DsgenError.isInstance(error) ? error.code : String(error);
  }
}

const passage = '{"instruction":"Summarise.","input":"A passage.","output":"Short."}\n';
const extra = '{"instruction":"Why?","input":"","output":"So.","lang":"en"}\n';
const weighted =
  '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"No.","weight":0},{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello."}]}\n';
const called =
  '{"messages":[{"role":"user","content":"Weather?"},{"role":"assistant","tool_calls":[{"id":"a","type":"function","function":{"name":"w","arguments":"{}"}}]},{"role":"tool","tool_call_id":"a","content":"cold"},{"role":"assistant","content":"Cold."}]}\n';

describe('convert', () => {
  it('turns Alpaca into OpenAI chat and says that the passage is merged', async () => {
    expect(await converted(passage, { to: codecs.openai })).toEqual([
      {
        ok: true,
        line: 1,
        text: '{"messages":[{"role":"user","content":"Summarise.\\n\\nA passage."},{"role":"assistant","content":"Short."}]}\n',
        losses: [
          {
            field: 'messages/0/context',
            kind: 'merged',
            reason: 'The passage is appended to the question; where it begins is not kept.',
          },
        ],
      },
    ]);
  });

  it('names what reading leaves out as well as what writing leaves out', async () => {
    const [row] = await converted(extra, { to: codecs.alpaca });
    expect(row?.ok === true && row.losses).toMatchObject([{ field: 'lang', kind: 'dropped' }]);
    const [other] = await converted(weighted, { to: codecs.alpaca });
    expect(other?.ok === true && other.losses).toMatchObject([{ field: 'messages/1/weight', kind: 'dropped' }]);
  });

  it('refuses a row that would mean something else, and goes on', async () => {
    const rows = await converted(called + weighted, { to: codecs.alpaca });
    expect(rows.map((row) => row.ok)).toEqual([false, true]);
    expect(rows[0]?.ok === false && rows[0].issues[0]?.code).toBe('not-representable');
  });

  it('passes bad rows on with their raw text', async () => {
    const rows = await converted(`${passage}{"instruction":1}\n${passage}`, { to: codecs.openai });
    expect(rows[1]).toMatchObject({ ok: false, line: 2, raw: '{"instruction":1}' });
    expect(rows[2]).toMatchObject({ ok: true, line: 3 });
  });

  it('stops in strict mode at a loss, at a bad row and at a row that cannot be held, but not at merging', async () => {
    expect(await errorCode(converted(passage, { to: codecs.openai, strict: true }))).toBeUndefined();
    expect(await errorCode(converted(extra, { to: codecs.openai, strict: true }))).toBe('conversion-loss');
    expect(await errorCode(converted(called, { to: codecs.alpaca, strict: true }))).toBe('conversion-bad-row');
    expect(await errorCode(converted(`${passage}{}`, { to: codecs.openai, strict: true }))).toBe('conversion-bad-row');
  });

  it('keeps tool calls from OpenAI to ShareGPT and back', async () => {
    const [there] = await converted(called, { to: codecs.sharegpt });
    const [back] = await converted(there?.ok === true ? there.text : '', { to: codecs.openai });
    expect(JSON.parse(back?.ok === true ? back.text : '{}')).toEqual({
      messages: [
        { role: 'user', content: 'Weather?' },
        {
          role: 'assistant',
          content: '',
          tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'w', arguments: '{}' } }],
        },
        { role: 'tool', tool_call_id: 'call_1', content: 'cold' },
        { role: 'assistant', content: 'Cold.' },
      ],
    });
  });
});

describe('convert for consumers', () => {
  it('shapes rows for them and leaves out what they would not take, with the reason', async () => {
    const forTrl = await converted(called, { to: codecs.openai, consumers: resolveConsumers(['trl']) });
    expect(forTrl.map((row) => row.ok && row.text)).toEqual([expect.stringContaining('"arguments":{}')]);
    const forTogether = await converted(called, { to: codecs.openai, consumers: resolveConsumers(['together']) });
    expect(forTogether).toMatchObject([{ ok: false, line: 1, issues: [{ code: 'role-unknown', line: 1 }] }]);
  });
});

describe('LossCounter', () => {
  it('adds up by field and reason, whatever the positions', () => {
    const counter = new LossCounter();
    const weight = { kind: 'dropped', reason: 'No weights.' } as const;
    counter.add(
      [
        { field: 'messages/1/weight', ...weight },
        { field: 'messages/3/weight', ...weight },
      ],
      4,
    );
    counter.add([{ field: 'messages/5/weight', ...weight }], 9);
    counter.add([{ field: 'lang', kind: 'dropped', reason: 'Unknown.' }], 2);
    expect(counter.counts()).toEqual([
      { field: 'messages/N/weight', ...weight, rows: 2, firstLine: 4 },
      { field: 'lang', kind: 'dropped', reason: 'Unknown.', rows: 1, firstLine: 2 },
    ]);
  });
});
