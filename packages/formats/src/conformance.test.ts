import { codecConformance } from '@dsgen/testkit/conformance';
import { codecs } from './codecs.ts';
import { createCustomCodec } from './custom/codec.ts';
import { createTextCodec } from './text/codec.ts';

const chatMl = [
  '{% for tool in tools or [] %}{{ tool | tojson }}\n{% endfor %}',
  '{% for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content | trim }}',
  '{% for call in message.tool_calls or [] %}{{ call.function.name }}({{ call.function.arguments | tojson }}){% endfor %}',
  '<|im_end|>\n{% endfor %}',
].join('');

const call = { id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":"Oslo"}' } };
const parameters = { type: 'object', properties: { city: { type: 'string' } } };

codecConformance({
  name: 'alpaca',
  create: () => codecs.alpaca,
  rows: [
    { instruction: 'Why is the sky blue?', input: '', output: 'It scatters blue light most.' },
    { instruction: 'Summarise.', input: 'A long passage.', output: 'Short.', system: 'Be brief.' },
    { instruction: 'And then?', input: '', output: 'Then night.', history: [['What comes first?', 'Day.']] },
  ],
});

codecConformance({
  name: 'sharegpt',
  create: () => codecs.sharegpt,
  rows: [
    {
      conversations: [
        { from: 'human', value: 'Hi' },
        { from: 'gpt', value: 'Hello.' },
      ],
    },
    {
      conversations: [
        { from: 'system', value: 'Be brief.' },
        { from: 'human', value: 'Weather in Oslo and Rome?' },
        {
          from: 'function_call',
          value: '[{"name":"weather","arguments":{"city":"Oslo"}},{"name":"weather","arguments":{"city":"Rome"}}]',
        },
        { from: 'observation', value: '["cold","warm"]' },
        { from: 'gpt', value: 'Cold in Oslo, warm in Rome.' },
      ],
      tools: JSON.stringify([{ name: 'weather', description: 'Looks it up.', parameters }]),
    },
  ],
});

codecConformance({
  name: 'openai',
  create: () => codecs.openai,
  rows: [
    {
      messages: [
        { role: 'user', content: 'Hi', name: 'ann' },
        { role: 'assistant', content: 'No.', weight: 0 },
        { role: 'user', content: 'Again.' },
        { role: 'assistant', content: 'Hello.', weight: 1 },
      ],
    },
    {
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Weather in Oslo?' },
        { role: 'assistant', content: '', tool_calls: [call] },
        { role: 'tool', tool_call_id: 'call_1', content: 'cold' },
        { role: 'assistant', content: 'Cold.' },
      ],
      tools: [{ type: 'function', function: { name: 'weather', parameters } }],
    },
  ],
});

codecConformance({
  name: 'prompt-completion',
  create: () => codecs['prompt-completion'],
  rows: [{ prompt: 'Why?', completion: 'So.' }],
});

codecConformance({
  name: 'bedrock',
  create: () => codecs.bedrock,
  rows: [
    {
      schemaVersion: 'bedrock-conversation-2024',
      system: [{ text: 'Be brief.' }],
      messages: [
        { role: 'user', content: [{ text: 'Hi' }] },
        { role: 'assistant', content: [{ text: 'Hello.' }] },
      ],
    },
  ],
});

codecConformance({
  name: 'mistral',
  create: () => codecs.mistral,
  rows: [
    {
      messages: [
        { role: 'user', content: 'Weather?' },
        {
          role: 'assistant',
          content: '',
          tool_calls: [{ id: 'abcDEF123', type: 'function', function: { name: 'w', arguments: '{}' } }],
        },
        { role: 'tool', tool_call_id: 'abcDEF123', content: 'cold' },
        { role: 'assistant', content: 'Cold.' },
      ],
      tools: [{ type: 'function', function: { name: 'w', description: '', parameters: {} } }],
    },
  ],
});

codecConformance({
  name: 'vertex',
  create: () => codecs.vertex,
  rows: [
    {
      systemInstruction: { role: 'system', parts: [{ text: 'Be brief.' }] },
      contents: [
        { role: 'user', parts: [{ text: 'Hi' }] },
        { role: 'model', parts: [{ text: 'Hello.' }] },
      ],
    },
  ],
});

codecConformance({
  name: 'preference-openai',
  create: () => codecs['preference-openai'],
  rows: [
    {
      input: { messages: [{ role: 'user', content: 'Hi' }] },
      preferred_output: [{ role: 'assistant', content: 'Hello.' }],
      non_preferred_output: [{ role: 'assistant', content: 'What?' }],
    },
  ],
});

codecConformance({
  name: 'preference-trl',
  create: () => codecs['preference-trl'],
  rows: [
    {
      prompt: [{ role: 'user', content: 'Hi' }],
      chosen: [{ role: 'assistant', content: 'Hello.' }],
      rejected: [{ role: 'assistant', content: 'What?' }],
    },
  ],
});

codecConformance({
  name: 'preference-axolotl',
  create: () => codecs['preference-axolotl'],
  rows: [
    {
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'Hi' },
      ],
      chosen: { role: 'assistant', content: 'Hello.' },
      rejected: { role: 'assistant', content: 'What?' },
    },
  ],
});

codecConformance({
  name: 'preference-llamafactory',
  create: () => codecs['preference-llamafactory'],
  rows: [
    {
      conversations: [
        { from: 'system', value: 'Be kind.' },
        { from: 'human', value: 'Hi' },
      ],
      chosen: { from: 'gpt', value: 'Hello.' },
      rejected: { from: 'gpt', value: 'What?' },
    },
  ],
});

codecConformance({
  name: 'kto',
  create: () => codecs['kto'],
  rows: [
    {
      prompt: [{ role: 'user', content: 'Hi' }],
      completion: [{ role: 'assistant', content: 'What?' }],
      label: false,
    },
  ],
});

codecConformance({
  name: 'text without a template',
  create: () => codecs.text,
  rows: [{ text: 'All of it is trained.' }],
});

codecConformance({
  name: 'text by a template',
  create: () => createTextCodec({ source: chatMl }),
  rows: [{ text: '<|im_start|>user\nHi<|im_end|>\n' }],
});

codecConformance({
  name: 'custom: question and answer',
  create: () =>
    createCustomCodec({
      type: 'object',
      required: ['question', 'answer'],
      additionalProperties: false,
      properties: {
        id: { type: 'string' },
        system: { type: 'string' },
        context: { type: 'string' },
        question: { type: 'string' },
        answer: { type: 'string', pattern: '\\S' },
        task: { type: 'string' },
      },
    }),
  rows: [{ id: 'a1', context: 'A passage.', question: 'Why?', answer: 'So.', task: 'qa' }],
});

codecConformance({
  name: 'custom: turns of its own',
  create: () =>
    createCustomCodec({
      type: 'object',
      required: ['dialogue'],
      properties: {
        dialogue: { type: 'array', items: { type: 'object', properties: { from: {}, value: { type: 'string' } } } },
        tools: { type: 'array' },
      },
    }),
  rows: [
    {
      dialogue: [
        { from: 'human', value: 'Hi' },
        { from: 'gpt', value: 'Hello.' },
      ],
    },
  ],
});
