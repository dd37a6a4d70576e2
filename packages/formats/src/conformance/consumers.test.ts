import { describe, expect, it } from 'vitest';
import { codecs, FORMAT_NAMES, type FormatName } from '../codecs.ts';
import { CONSUMERS, resolveConsumers } from './consumers.ts';
import { matchesOf } from './row-matches.ts';

const user = { role: 'user', content: 'Who approves leave?' };
const assistant = { role: 'assistant', content: 'The team lead.' };
const human = { from: 'human', value: 'Who approves leave?' };
const gpt = { from: 'gpt', value: 'The team lead.' };
const call = { id: 'call_1', type: 'function', function: { name: 'w', arguments: '{"city":"Oslo"}' } };
const called = { role: 'assistant', content: '', tool_calls: [call] };
const answer = { role: 'tool', tool_call_id: 'call_1', content: 'cold' };
const functionCall = { from: 'function_call', value: '{"name":"w","arguments":{}}' };
const observation = { from: 'observation', value: 'cold' };

function text(value: string) {
  return [{ text: value }];
}

/** `rejected:rule` for each rule that the row breaks, worst knowledge first by the consumer's own order. */
function brokenRules(consumer: string, format: FormatName, row: unknown): readonly string[] {
  const [known] = resolveConsumers([consumer]);
  if (known === undefined) return [];
  const matches = matchesOf({ ok: true, value: row, line: 1 }, known, { format });
  return [...new Set(matches.map(({ outcome, rule }) => `${outcome}:${rule}`))];
}

/** Rows that every consumer of the format takes as they are. */
const goodRows: ReadonlyArray<readonly [FormatName, unknown]> = [
  ['alpaca', { instruction: 'Who approves leave?', input: '', output: 'The team lead.' }],
  ['alpaca', { instruction: 'Summarise.', input: 'A passage.', output: 'Short.' }],
  ['sharegpt', { conversations: [human, gpt] }],
  ['sharegpt', { conversations: [{ from: 'system', value: 'Be brief.' }, human, gpt, human, gpt] }],
  ['openai', { messages: [user, assistant] }],
  ['openai', { messages: [{ role: 'system', content: 'Be brief.' }, user, assistant, user, assistant] }],
  ['prompt-completion', { prompt: 'Who approves leave?', completion: 'The team lead.' }],
  [
    'bedrock',
    {
      schemaVersion: 'bedrock-conversation-2024',
      messages: [
        { role: 'user', content: text('Hi') },
        { role: 'assistant', content: text('Hello.') },
      ],
    },
  ],
  [
    'vertex',
    {
      contents: [
        { role: 'user', parts: text('Hi') },
        { role: 'model', parts: text('Hello.') },
      ],
    },
  ],
  [
    'preference-openai',
    {
      input: { messages: [user] },
      preferred_output: [assistant],
      non_preferred_output: [{ ...assistant, content: 'No.' }],
    },
  ],
  ['preference-trl', { prompt: [user], chosen: [assistant], rejected: [{ ...assistant, content: 'No.' }] }],
  ['preference-axolotl', { messages: [user], chosen: assistant, rejected: { ...assistant, content: 'No.' } }],
  ['preference-llamafactory', { conversations: [human], chosen: gpt, rejected: { ...gpt, value: 'No.' } }],
  ['kto', { prompt: [user], completion: [assistant], label: true }],
];

/** What becomes of rows that are not quite right; observed or read in each consumer's own code. */
const badRows: ReadonlyArray<readonly [string, FormatName, unknown, readonly string[]]> = [
  ['llamafactory', 'alpaca', { instruction: 'a', output: 'b' }, ['rejected:input-missing']],
  ['llamafactory', 'alpaca', { instruction: 'a', input: '', output: { b: 1 } }, ['dropped:output-not-text']],
  ['llamafactory', 'alpaca', { instruction: '', input: '', output: 'b' }, ['mistrained:prompt-empty']],
  ['llamafactory', 'alpaca', { instruction: 'a', input: '', output: '' }, ['mistrained:answer-empty']],
  ['llamafactory', 'alpaca', { instruction: 1, input: '', output: 'b' }, ['rejected:instruction-unusable']],
  ['llamafactory', 'sharegpt', { conversations: [gpt, human] }, ['dropped:turn-order']],
  ['llamafactory', 'sharegpt', { conversations: [human] }, ['dropped:turn-order']],
  ['llamafactory', 'sharegpt', { conversations: [{ from: 'user', value: 'a' }, gpt] }, ['dropped:turn-order']],
  ['llamafactory', 'sharegpt', { conversations: [{ role: 'user', content: 'a' }, gpt] }, ['rejected:turn-keys']],
  [
    'llamafactory',
    'sharegpt',
    { conversations: [human, { from: 'function_call', value: 'w()' }, observation, gpt] },
    ['rejected:call-not-json'],
  ],
  ['llamafactory', 'sharegpt', { conversations: [human, gpt], tools: [] }, ['rejected:tools-not-text']],
  ['llamafactory', 'sharegpt', { conversations: [human, functionCall, observation, gpt], tools: '[]' }, []],
  ['llamafactory', 'openai', { messages: [user, called, answer, assistant] }, ['mistrained:tool-calls-lost']],
  [
    'llamafactory',
    'openai',
    { messages: [{ role: 'developer', content: 'x' }, user, assistant] },
    ['dropped:turn-order'],
  ],
  ['llamafactory', 'openai', { messages: [user, { role: 'assistant', content: null }] }, ['rejected:content-not-text']],
  ['llamafactory', 'openai', { messages: [user, { ...assistant, weight: 0 }] }, ['mistrained:weight-ignored']],
  ['axolotl', 'alpaca', { instruction: 'a', input: '' }, ['rejected:column-missing']],
  ['axolotl', 'alpaca', { instruction: 'a', output: 'b' }, []],
  ['axolotl', 'alpaca', { instruction: 'a', output: 'b', history: [['c', 'd']] }, ['mistrained:history-ignored']],
  ['axolotl', 'alpaca', { instruction: 'a', output: 'b', history: [] }, []],
  ['axolotl', 'openai', { messages: [] }, ['rejected:turns-missing']],
  ['axolotl', 'openai', { messages: [user] }, ['dropped:nothing-to-train']],
  ['axolotl', 'openai', { messages: [user, { ...assistant, weight: 0 }] }, ['dropped:nothing-to-train']],
  ['axolotl', 'openai', { messages: [user, called, answer, assistant] }, []],
  [
    'axolotl',
    'openai',
    { messages: [user, { ...called, tool_calls: [{ function: { name: 'w', arguments: '{' } }] }, answer, assistant] },
    ['rejected:arguments-not-json'],
  ],
  ['axolotl', 'sharegpt', { conversations: [human, functionCall, observation, gpt] }, ['mistrained:call-as-text']],
  ['trl', 'alpaca', { instruction: 'a', input: '', output: 'b' }, ['rejected:format-unsupported']],
  ['trl', 'openai', { messages: [] }, ['rejected:messages-missing']],
  ['trl', 'openai', { messages: [user, called, answer, assistant] }, ['mistrained:arguments-as-text']],
  [
    'trl',
    'openai',
    { messages: [user, { ...called, content: null, tool_calls: [] }] },
    ['mistrained:content-not-text'],
  ],
  ['trl', 'openai', { messages: [user, { ...assistant, weight: 0 }] }, ['mistrained:weight-ignored']],
  ['torchtune', 'alpaca', { instruction: 'a', input: '', output: 'b', system: 'c' }, ['mistrained:column-ignored']],
  [
    'torchtune',
    'sharegpt',
    { conversations: [human, functionCall, observation, gpt] },
    ['rejected:role-unknown', 'rejected:turn-order'],
  ],
  ['torchtune', 'sharegpt', { conversations: [human, human, gpt] }, ['rejected:turn-order']],
  ['torchtune', 'openai', { messages: [assistant] }, ['rejected:turn-order']],
  [
    'torchtune',
    'openai',
    { messages: [user, { role: 'assistant', content: null, tool_calls: [call] }] },
    ['mistrained:content-repeated', 'mistrained:tool-calls-lost'],
  ],
  [
    'torchtune',
    'openai',
    { messages: [user, called, answer, assistant] },
    ['rejected:tool-role', 'mistrained:tool-calls-lost'],
  ],
  [
    'unsloth',
    'sharegpt',
    { conversations: [human, { ...gpt, weight: 1 }] },
    ['rejected:turn-keys', 'rejected:text-not-string'],
  ],
  ['unsloth', 'sharegpt', { conversations: [human, functionCall] }, ['rejected:role-unknown']],
  ['unsloth', 'openai', { messages: [user, assistant] }, ['rejected:format-unsupported']],
  ['openai', 'openai', { messages: [user, assistant], id: 'x' }, ['rejected:column-unknown']],
  ['openai', 'openai', { messages: [user] }, ['rejected:no-answer']],
  ['openai', 'openai', { messages: [user, called, answer, assistant] }, []],
  ['openai', 'openai', { messages: [user, { role: 'assistant', content: null, tool_calls: [call] }] }, []],
  ['openai', 'openai', { messages: [user, { role: 'assistant', content: null }] }, ['rejected:content-missing']],
  ['openai', 'openai', { messages: [user, { ...assistant, weight: 0.5 }] }, ['rejected:weight-value']],
  ['openai', 'openai', { messages: [{ ...user, weight: 1 }, assistant] }, ['rejected:weight-value']],
  [
    'openai',
    'openai',
    { messages: [user, { ...called, tool_calls: [{ ...call, function: { name: 'w', arguments: {} } }] }] },
    ['rejected:arguments-not-text'],
  ],
  [
    'openai',
    'openai',
    { messages: [user, { ...called, tool_calls: [{ ...call, function: { name: 'a b', arguments: '{}' } }] }] },
    ['rejected:tool-name'],
  ],
  [
    'together',
    'openai',
    { messages: [user, called, answer, assistant], tools: [] },
    ['rejected:column-unknown', 'rejected:role-unknown'],
  ],
  ['together', 'openai', { messages: [user, user, assistant] }, ['rejected:turn-order']],
  ['together', 'openai', { messages: [user, { role: 'assistant', content: null }] }, ['rejected:content-not-text']],
  ['together', 'openai', { messages: [user, { ...assistant, weight: 2 }] }, ['rejected:weight-value']],
  ['together', 'prompt-completion', { prompt: 'a', completion: 'b', id: 1 }, ['rejected:column-unknown']],
  ['mistral', 'openai', { messages: [assistant, user] }, ['rejected:last-not-assistant']],
  ['mistral', 'openai', { messages: [user, called, answer, assistant] }, ['rejected:call-id']],
  [
    'mistral',
    'openai',
    { messages: [user, assistant], tools: [{ type: 'function', function: { name: 'w' } }] },
    ['rejected:tool-incomplete'],
  ],
  ['bedrock', 'bedrock', { messages: [{ role: 'user', content: text('a') }] }, ['rejected:row-shape']],
  [
    'bedrock',
    'bedrock',
    {
      schemaVersion: 'bedrock-conversation-2024',
      messages: [
        { role: 'user', content: text('User: hi') },
        { role: 'assistant', content: text('Hello.') },
      ],
    },
    ['mistrained:reserved-word'],
  ],
  ['bedrock', 'openai', { messages: [user, assistant] }, ['rejected:format-unsupported']],
  ['vertex', 'vertex', { contents: [{ role: 'assistant', parts: text('a') }] }, ['rejected:row-shape']],
  ['llamafactory', 'alpaca', { instruction: 'a', input: '' }, ['rejected:output-missing']],
  ['llamafactory', 'sharegpt', { conversations: [] }, ['rejected:turns-missing']],
  ['llamafactory', 'sharegpt', { conversations: [human, { from: 'gpt', value: null }] }, ['rejected:text-not-string']],
  ['llamafactory', 'sharegpt', { conversations: [human, { from: 'gpt', value: '' }] }, ['mistrained:answer-empty']],
  ['llamafactory', 'openai', { messages: 'x' }, ['rejected:turns-missing']],
  ['llamafactory', 'openai', { messages: [user, { role: 'assistant' }] }, ['rejected:content-missing']],
  ['llamafactory', 'openai', { messages: [user, { role: 'assistant', content: ' ' }] }, ['mistrained:answer-empty']],
  ['axolotl', 'alpaca', { instruction: 'a', output: 7 }, ['rejected:text-not-string']],
  ['axolotl', 'alpaca', { instruction: 'a', output: '' }, ['mistrained:answer-empty']],
  ['axolotl', 'sharegpt', { conversations: [] }, ['rejected:turns-missing']],
  ['axolotl', 'sharegpt', { conversations: [human] }, ['dropped:nothing-to-train']],
  ['axolotl', 'sharegpt', { conversations: [human, { from: 'gpt', value: '' }] }, ['mistrained:answer-empty']],
  ['axolotl', 'openai', { messages: [user, { role: 'assistant', content: '' }] }, ['mistrained:answer-empty']],
  ['trl', 'sharegpt', { conversations: [human] }, ['mistrained:roles-not-mapped']],
  ['trl', 'openai', { messages: [user, { role: 'assistant' }] }, ['rejected:keys-missing']],
  ['trl', 'openai', { messages: [user, { role: 'assistant', content: '' }] }, ['mistrained:answer-empty']],
  ['trl', 'prompt-completion', { prompt: 'a', completion: ['b'] }, ['rejected:text-not-string']],
  ['trl', 'prompt-completion', { prompt: 'a', completion: '' }, ['mistrained:answer-empty']],
  ['torchtune', 'alpaca', { instruction: 'a' }, ['rejected:column-missing']],
  ['torchtune', 'alpaca', { instruction: 'a', output: null }, ['rejected:output-not-text']],
  ['torchtune', 'alpaca', { instruction: 'a', output: '' }, ['mistrained:answer-empty']],
  ['torchtune', 'sharegpt', { conversations: 1 }, ['rejected:turns-missing']],
  ['torchtune', 'sharegpt', { conversations: [human, { from: 'gpt', value: '' }] }, ['mistrained:answer-empty']],
  ['torchtune', 'openai', {}, ['rejected:messages-missing']],
  ['torchtune', 'openai', { messages: [user, { role: 'assistant' }] }, ['rejected:keys-missing']],
  ['torchtune', 'openai', { messages: [user, { ...assistant, weight: 0 }] }, ['mistrained:weight-ignored']],
  ['torchtune', 'openai', { messages: [user, { role: 'assistant', content: '' }] }, ['mistrained:answer-empty']],
  ['unsloth', 'sharegpt', { conversations: [] }, ['rejected:turns-missing']],
  ['unsloth', 'sharegpt', { conversations: [human, { from: 'gpt', value: '' }] }, ['mistrained:answer-empty']],
  ['openai', 'openai', { messages: [] }, ['rejected:messages-missing']],
  ['openai', 'openai', { messages: [{ ...user, role: 'human' }, assistant] }, ['rejected:role-unknown']],
  [
    'openai',
    'openai',
    { messages: [user, called, { role: 'tool', content: 'cold' }, assistant] },
    ['rejected:tool-answer-id'],
  ],
  ['openai', 'openai', { messages: [{ content: 'a' }, assistant] }, ['rejected:role-unknown', 'rejected:role-missing']],
  ['openai', 'openai', { messages: [user, { role: 'assistant', content: '' }] }, ['mistrained:answer-empty']],
  ['together', 'prompt-completion', { prompt: 1, completion: 'b' }, ['rejected:text-not-string']],
  ['together', 'openai', { messages: [] }, ['rejected:messages-missing']],
  ['together', 'openai', { messages: [user, { role: 'assistant' }] }, ['rejected:keys-missing']],
  ['together', 'openai', { messages: [user] }, ['rejected:no-answer']],
  ['together', 'openai', { messages: [user, { role: 'assistant', content: '' }] }, ['mistrained:answer-empty']],
  ['mistral', 'openai', { messages: [] }, ['rejected:messages-missing']],
  [
    'mistral',
    'openai',
    { messages: [{ content: 'a' }, assistant] },
    ['rejected:role-missing', 'rejected:role-unknown'],
  ],
  ['mistral', 'openai', { messages: [user, { role: 'assistant' }] }, ['rejected:content-missing']],
  ['mistral', 'openai', { messages: [{ ...user, content: [] }, assistant] }, ['rejected:content-not-text']],
  [
    'mistral',
    'openai',
    { messages: [{ role: 'system', content: 'a' }, { role: 'system', content: 'b' }, user, assistant] },
    ['rejected:system-twice'],
  ],
  [
    'mistral',
    'openai',
    { messages: [user, { ...called, tool_calls: [{ id: 'abcdefgh1', function: { name: 'w', arguments: {} } }] }] },
    ['rejected:arguments-not-text'],
  ],
  ['mistral', 'openai', { messages: [user, { role: 'assistant', content: '' }] }, ['mistrained:answer-empty']],
  [
    'openai',
    'preference-openai',
    { input: { messages: [user] }, preferred_output: [assistant, assistant], non_preferred_output: [assistant] },
    ['rejected:row-shape'],
  ],
  [
    'together',
    'preference-openai',
    { input: { messages: [user, assistant] }, preferred_output: [assistant], non_preferred_output: [assistant] },
    ['rejected:row-shape'],
  ],
  ['trl', 'preference-trl', { prompt: [user], chosen: assistant, rejected: gpt }, ['rejected:row-shape']],
  ['trl', 'kto', { prompt: [user], completion: [assistant], label: 1 }, ['rejected:row-shape']],
  ['axolotl', 'preference-axolotl', { messages: [user], chosen: human, rejected: assistant }, ['rejected:row-shape']],
  [
    'llamafactory',
    'preference-llamafactory',
    { conversations: [human], chosen: [gpt], rejected: [gpt] },
    ['dropped:answer-not-turn'],
  ],
  [
    'llamafactory',
    'preference-llamafactory',
    { conversations: [human, gpt], chosen: gpt, rejected: { ...gpt, value: 'No.' } },
    ['dropped:prompt-order'],
  ],
];

describe('rules of consumers', () => {
  it.each(badRows)('%s on %s %j: %j', (consumer, format, row, expected) => {
    expect(brokenRules(consumer, format, row)).toEqual(expected);
  });

  it('raise no false alarm on good rows', () => {
    const alarms = CONSUMERS.flatMap((consumer) =>
      goodRows
        .filter(([format]) => consumer.formats.includes(format))
        .flatMap(([format, row]) => brokenRules(consumer.name, format, row).map((rule) => [consumer.name, rule])),
    );
    // TRL cannot read ShareGPT roles at all: that is a finding, not a false alarm.
    expect(alarms.filter(([name, rule]) => name !== 'trl' || rule !== 'mistrained:roles-not-mapped')).toEqual([]);
  });

  it('know each good row as its codec does', () => {
    expect(goodRows.filter(([format, row]) => !codecs[format].decode(row).ok)).toEqual([]);
    expect(new Set(goodRows.map(([format]) => format))).toEqual(new Set(FORMAT_NAMES));
  });

  it('are each shown by a row that breaks them', () => {
    const shown = new Set(
      badRows.flatMap(([consumer, format, row]) =>
        brokenRules(consumer, format, row).map((rule) => `${consumer} ${format} ${rule}`),
      ),
    );
    const unshown = CONSUMERS.flatMap((consumer) =>
      consumer.rules.flatMap((rule) =>
        rule.formats.map((format) => `${consumer.name} ${format} ${rule.outcome}:${rule.id}`),
      ),
    ).filter((rule) => !shown.has(rule));
    expect(unshown).toEqual([]);
  });

  it('have evidence and a fix', () => {
    for (const consumer of CONSUMERS) {
      for (const rule of [...consumer.rules, ...(consumer.fileRules ?? [])]) {
        expect(rule.evidence.source).not.toBe('');
        expect(rule.fix).toMatch(/\.$/);
        expect(rule.id).toMatch(/^[a-z-]+$/);
        expect(rule.formats.every((format) => consumer.formats.includes(format))).toBe(true);
      }
    }
  });

  it('names the consumers there are when one is unknown', () => {
    expect(() => resolveConsumers(['trl', 'trol'])).toThrow('"trol" is not known');
  });
});
