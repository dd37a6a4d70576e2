import type { CodecRecord } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { chatTemplateOf } from './chat-template.ts';
import { createTextCodec } from './codec.ts';

const chatMl = [
  '{{ bos_token }}{% for message in messages %}',
  '<|im_start|>{{ message.role }}\n{{ message.content | trim }}<|im_end|>\n',
  '{% endfor %}',
].join('');

const record: CodecRecord = {
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Who approves leave?', context: 'Leave is approved by the team lead.' },
    { role: 'assistant', content: 'The team lead.' },
  ],
};

describe('text by a chat template', () => {
  it('renders the turns, passages after their questions, without the token that tokenizers put first', async () => {
    const codec = await createTextCodec({ source: chatMl, variables: { bos_token: '<s>' } });
    const turns = [
      '<|im_start|>system\nBe brief.<|im_end|>',
      '<|im_start|>user\nWho approves leave?\n\nLeave is approved by the team lead.<|im_end|>',
      '<|im_start|>assistant\nThe team lead.<|im_end|>\n',
    ];
    expect(codec.encode(record)).toEqual({ text: turns.join('\n') });
  });

  it('names the turns that the template leaves out', async () => {
    const source = '{% for message in messages if message.role != "system" %}{{ message.content }}{% endfor %}';
    const codec = await createTextCodec({ source });
    const hidden = codec.losses(record).filter(({ kind }) => kind === 'dropped');
    expect(hidden.map(({ field }) => field)).toEqual(['messages/0/content']);
  });

  it('refuses a record whose answer the template leaves out', async () => {
    const codec = await createTextCodec({ source: '{{ messages[0].content }}' });
    expect(() => codec.encode(record)).toThrow('does not show it as it is');
  });

  it('says what the template refuses in the words of the template', async () => {
    const source = '{% if messages[0].role == "system" %}{{ raise_exception("System role not supported") }}{% endif %}';
    const codec = await createTextCodec({ source });
    expect(codec.losses(record)).toContainEqual({
      field: 'messages',
      kind: 'blocked',
      reason: 'The chat template refuses it: System role not supported',
    });
  });

  it('hands calls to the template with their arguments as objects, and tells when it does not show the tools', async () => {
    const source =
      '{% for message in messages %}{{ message.content }}{% for call in message.tool_calls or [] %}{{ call.function.name }}:{{ call.function.arguments.city }};{% endfor %}{% endfor %}';
    const codec = await createTextCodec({ source });
    const called: CodecRecord = {
      messages: [
        { role: 'user', content: 'Weather?' },
        { role: 'assistant', content: '', toolCalls: [{ id: 'c1', name: 'weather', arguments: { city: 'Oslo' } }] },
        { role: 'tool', content: 'cold', toolCallId: 'c1' },
        { role: 'assistant', content: 'Cold.' },
      ],
      tools: [{ name: 'weather' }],
    };
    expect(codec.encode(called)).toEqual({ text: 'Weather?weather:Oslo;coldCold.' });
    expect(codec.losses(called).map(({ field, kind }) => [field, kind])).toContainEqual(['tools', 'dropped']);
  });

  it('passes what is a text already, and reads rows as such', async () => {
    const codec = await createTextCodec({ source: chatMl });
    const row = codec.encode(record);
    const decoded = codec.decode(row);
    expect(decoded.ok && codec.encode(decoded.value)).toEqual(row);
  });

  it('ignores the marks of what the assistant says, and has no clock', async () => {
    const source =
      '{% for message in messages %}{%- generation -%}{{ message.content }}{%- endgeneration -%}{% endfor %}{% if strftime_now is defined %}{{ strftime_now("%Y") }}{% endif %}';
    const codec = await createTextCodec({ source });
    expect(codec.encode({ messages: record.messages.slice(1) })).toEqual({
      text: 'Who approves leave?\n\nLeave is approved by the team lead.The team lead.',
    });
  });

  it.each([
    [
      'a loop without end',
      '{% for i in range(3000) %}{% for j in range(3000) %}{{ i }}{% endfor %}{% endfor %}',
      'steps',
    ],
    ['a huge list', '{% for i in range(1000000000) %}{{ i }}{% endfor %}', 'a range of 1000000000 numbers'],
    [
      'a text that doubles',
      '{% set ns = namespace(text="xxxxxxxx") %}{% for i in range(64) %}{% set ns.text = ns.text + ns.text %}{% endfor %}{{ ns.text }}',
      'too long a text',
    ],
    [
      'a list that doubles',
      '{% set ns = namespace(list=[1]) %}{% for i in range(64) %}{% set ns.list = ns.list + ns.list %}{% endfor %}{{ ns.list }}',
      'too long a list',
    ],
    ['a macro that calls itself', '{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}', ''],
  ])('stops %s', async (_, source, problem) => {
    const codec = await createTextCodec({ source });
    const [loss] = codec.losses(record);
    expect(loss?.kind).toBe('blocked');
    expect(loss?.reason).toContain(problem);
  });

  it.each([['{% for %}'], ['{{ messages'], ['{% if true %}no end']])('refuses the template %s', async (source) => {
    await expect(createTextCodec({ source })).rejects.toMatchObject({ code: 'chat-template-invalid' });
  });
});

describe('the chat template of a tokenizer', () => {
  it('is the one beside the configuration before the one in it, with the tokens of the configuration', () => {
    const tokenizerConfig = {
      chat_template: 'old',
      bos_token: { content: '<s>', lstrip: false },
      eos_token: '</s>',
      pad_token: null,
      model_max_length: 8192,
    };
    expect(chatTemplateOf({ template: 'new', tokenizerConfig })).toEqual({
      source: 'new',
      variables: { bos_token: '<s>', eos_token: '</s>' },
    });
    expect(chatTemplateOf({ tokenizerConfig }).source).toBe('old');
  });

  it('may be one of several: the default one, and one for tools', () => {
    const named = [
      { name: 'default', template: 'plain' },
      { name: 'tool_use', template: 'tools' },
    ];
    const template = chatTemplateOf({ tokenizerConfig: { chat_template: named } });
    expect(template).toEqual({ source: 'plain', toolSource: 'tools', variables: {} });
  });

  it.each([[{}], [null], [{ chat_template: [] }], [{ chat_template: 7 }], [[]]])(
    'is missing in %j',
    (tokenizerConfig) => {
      expect(() => chatTemplateOf({ tokenizerConfig })).toThrow('the tokenizer has none');
    },
  );
});
