import type { CodecRecord, Message, ToolCall, ToolDefinition } from '@dsgen/core';
import * as fc from 'fast-check';

/** Text as people and their tools really write it: accents in both forms, emoji, separators, halves of pairs, NUL. */
const hostileText = fc.constantFrom(
  'cafe\u0301 au lait',
  'a line\u2028and\u2029another\u0085end',
  '👩‍👩‍👧 family',
  '\ud83d',
  'half \udc00 of a pair',
  'nul\0byte',
  '\u202eright to left',
  '\u001b[31mred',
  '"quoted" \\ and \\u0041',
  '  spaces around  ',
  '\r\n\ttabs',
  '',
  ' ',
  '{"name":"f","arguments":{}}',
  '["one","two"]',
  '\ufeffmark',
);

const text = fc.oneof(
  { weight: 6, arbitrary: fc.lorem({ maxCount: 6 }) },
  { weight: 1, arbitrary: hostileText },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'binary', maxLength: 12 }),
  },
);

const toolName = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/) },
  { weight: 1, arbitrary: fc.constantFrom('not a name', '', 'é'.repeat(3), 'x'.repeat(65)) },
);

/** Objects as arguments are: any JSON, keys that hurt, numbers at the edges. */
const jsonObject = fc.dictionary(
  fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('__proto__', 'constructor', 'toString', 'cafe\u0301', 'a/b~c')),
  fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom<unknown>(2 ** 53, 2 ** 60, -0, 1e21, 5e-324, Number.NaN, Number.POSITIVE_INFINITY),
    hostileText,
  ) as fc.Arbitrary<unknown>,
  { maxKeys: 3 },
);

const toolCall: fc.Arbitrary<ToolCall> = fc.record({
  id: fc.oneof(fc.constantFrom('call_1', 'call_2', 'call_3'), fc.stringMatching(/^call_[a-z0-9]{8}$/)),
  name: toolName,
  arguments: jsonObject,
});

const tool: fc.Arbitrary<ToolDefinition> = fc.record(
  { name: toolName, description: text, parameters: jsonObject },
  { requiredKeys: ['name'] },
);

const system = text.map((content): Message => ({ role: 'system', content }));
const user: fc.Arbitrary<Message> = fc.record(
  { role: fc.constant('user' as const), content: text, context: text, name: fc.constantFrom('ann', 'bob') },
  { requiredKeys: ['role', 'content'] },
);
const assistant: fc.Arbitrary<Message> = fc.record(
  {
    role: fc.constant('assistant' as const),
    content: text,
    weight: fc.constantFrom<0 | 1>(0, 1),
    name: fc.constantFrom('ann', 'bob'),
  },
  { requiredKeys: ['role', 'content'] },
);

/** A question, calls of tools with their answers in order, and what the assistant makes of them. */
const toolExchange: fc.Arbitrary<readonly Message[]> = fc
  .tuple(
    user,
    fc.oneof(fc.constant(''), text),
    fc.array(toolCall, { minLength: 1, maxLength: 3 }),
    fc.array(text, { minLength: 3, maxLength: 3 }),
    assistant,
  )
  .map(([asked, content, toolCalls, answers, last]) => [
    asked,
    { role: 'assistant', content, toolCalls },
    ...toolCalls.map(({ id }, index): Message => ({ role: 'tool', content: answers[index] ?? '', toolCallId: id })),
    last,
  ]);

const exchange: fc.Arbitrary<readonly Message[]> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(user, assistant) },
  { weight: 1, arbitrary: toolExchange },
);

const orderlyMessages = fc
  .tuple(fc.option(system), fc.array(exchange, { minLength: 1, maxLength: 3 }))
  .map(([first, exchanges]) => [...(first === null ? [] : [first]), ...exchanges.flat()]);

const strayMessage: fc.Arbitrary<Message> = fc.oneof(
  system,
  user,
  assistant,
  fc.record({ role: fc.constant('tool' as const), content: text, toolCallId: fc.constant('call_1') }),
);

/** Mostly conversations as they should be, sometimes any turns in any order, or an answer alone. */
const messages: fc.Arbitrary<readonly Message[]> = fc.oneof(
  { weight: 6, arbitrary: orderlyMessages },
  { weight: 1, arbitrary: fc.array(strayMessage, { maxLength: 5 }) },
  { weight: 1, arbitrary: fc.tuple(assistant) },
);

/** Records of every kind a codec may meet, good and bad. */
export const codecRecords: fc.Arbitrary<CodecRecord> = fc.record(
  {
    messages,
    tools: fc.array(tool, { maxLength: 2 }),
    rejected: fc.array(assistant, { maxLength: 1 }),
    id: fc.stringMatching(/^[0-9a-f]{8}$/),
    task: fc.constantFrom('qa' as const, 'instruction' as const),
  },
  { requiredKeys: ['messages'] },
);

/** Values that are no row of any format. */
export const hostileRows: readonly unknown[] = [
  null,
  undefined,
  0,
  'text',
  true,
  [],
  [[]],
  {},
  { __proto__: null },
  JSON.parse('{"__proto__":{"messages":[]}}'),
  { messages: null },
  { messages: {} },
  { messages: [null, 1, 'x', []] },
  { messages: [{ role: 'constructor', content: 'x' }] },
  { messages: [{ role: 'assistant', content: { text: 'x' } }] },
  { messages: [{ role: 'assistant', tool_calls: [{ id: 1, function: 'f' }] }] },
  { conversations: [] },
  { conversations: 'x' },
  { conversations: [{ from: 'toString', value: 'x' }] },
  { conversations: [{ from: 'human' }, { value: 'x' }] },
  { conversations: [{ from: 'function_call', value: '{"name":1}' }] },
  { instruction: {}, input: [], output: 1 },
  { instruction: 'x', input: '', output: { answer: 'x' } },
  { instruction: 'x', output: 'y', history: [['a'], 'b', [1, 2], null] },
];
