import { DsgenError, type CodecRecord } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { createCustomCodec } from './codec.ts';

const record: CodecRecord = {
  id: 'abc',
  task: 'qa',
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Why?', context: 'A passage.' },
    { role: 'assistant', content: 'So.' },
  ],
};
const sources = [{ documentId: 'd1', page: 2, start: 0, end: 9, quote: 'A passage' }];
const text = { type: 'string' };

async function rowOf(properties: Record<string, unknown>, more: Record<string, unknown> = {}) {
  const codec = await createCustomCodec({ type: 'object', properties, ...more });
  return codec.encode({ ...record, sources, lineage: { path: 'guide/a.md', headingPath: ['A', 'B'] } } as never);
}

async function errorOf(schema: Record<string, unknown>): Promise<DsgenError | undefined> {
  try {
    await createCustomCodec(schema);
    return undefined;
  } catch (error) {
    if (DsgenError.isInstance(error)) return error;
    throw error;
  }
}

describe('custom codec', () => {
  it('fills properties by the names people use, in the order of the schema', async () => {
    expect(JSON.stringify(await rowOf({ Response: text, 'system-prompt': text, passage: text, Prompt: text }))).toBe(
      '{"Response":"So.","system-prompt":"Be brief.","passage":"A passage.","Prompt":"Why?"}',
    );
  });

  it('takes input for the passage beside an instruction, and for the question alone', async () => {
    expect(await rowOf({ instruction: text, input: text, output: text })).toEqual({
      instruction: 'Why?',
      input: 'A passage.',
      output: 'So.',
    });
    expect(await rowOf({ input: text, output: text })).toEqual({ input: 'Why?\n\nA passage.', output: 'So.' });
  });

  it('obeys x-dsgen over names, with parts and with pointers', async () => {
    const row = await rowOf({
      question: { ...text, 'x-dsgen': 'answer' },
      q: { ...text, 'x-dsgen': 'question' },
      where: { ...text, 'x-dsgen': '/lineage/path' },
      first: { ...text, 'x-dsgen': '/sources/0/quote' },
    });
    expect(row).toEqual({ question: 'So.', q: 'Why?\n\nA passage.', where: 'guide/a.md', first: 'A passage' });
  });

  it('follows nested objects, references, allOf, constants and defaults', async () => {
    const row = await rowOf(
      {
        prompt: { $ref: '#/$defs/Prompt' },
        answer: text,
        version: { const: 2 },
        licence: { type: 'string', default: 'CC0' },
      },
      {
        $defs: {
          Prompt: { type: 'object', required: ['text'], properties: { text: { ...text, 'x-dsgen': 'question' } } },
        },
        allOf: [{ properties: { page: { type: 'integer' } }, required: ['page'] }],
      },
    ).catch((error: unknown) => error);
    // `prompt` goes by its name before its shape, so the schema is violated: the keyword must say what is meant.
    expect(DsgenError.isInstance(row) && row.code).toBe('record-not-representable');
    const nested = await rowOf(
      { item: { $ref: '#/$defs/Item' }, version: { const: 2 }, licence: { type: 'string', default: 'CC0' } },
      {
        $defs: { Item: { type: 'object', properties: { question: text, answer: text } } },
        allOf: [{ properties: { page: { type: 'integer' } }, required: ['page'] }],
      },
    );
    expect(nested).toEqual({
      item: { question: 'Why?\n\nA passage.', answer: 'So.' },
      version: 2,
      licence: 'CC0',
      page: 2,
    });
  });

  it('shapes sources, headings and lists as the schema asks', async () => {
    expect(
      await rowOf({ evidence: { type: 'array', items: text }, section: text, answers: { type: 'array' } }),
    ).toEqual({
      evidence: ['A passage'],
      section: 'A > B',
      answers: ['So.'],
    });
    const items = { type: 'object', properties: { documentId: text, quote: text } };
    expect(await rowOf({ sources: { type: 'array', items } })).toEqual({
      sources: [{ documentId: 'd1', quote: 'A passage' }],
    });
  });

  it('refuses a schema that requires what nothing can fill, with the fix', async () => {
    const error = await errorOf({ type: 'object', required: ['colour'], properties: { answer: text, colour: text } });
    expect(error).toMatchObject({ code: 'schema-unmapped-property' });
    expect(error?.message).toContain('/colour');
    expect(error?.fix).toContain('x-dsgen');
  });

  it.each([
    ['schema-bad-source', { properties: { a: { 'x-dsgen': 'anser' } } }],
    ['schema-not-object', { type: 'string' }],
    ['schema-invalid', { type: 'objekt', properties: { answer: text } }],
    ['schema-invalid', { properties: { answer: { $ref: 'https://example.com/other.json' } } }],
    ['schema-invalid', { $schema: 'https://example.com/unknown', properties: { answer: text } }],
  ])('answers a wrong schema with %s', async (code, schema) => {
    expect((await errorOf(schema))?.code).toBe(code);
  });

  it('takes draft-07 where the schema says so', async () => {
    const row = await rowOf({ question: text, answer: text }, { $schema: 'http://json-schema.org/draft-07/schema#' });
    expect(row).toEqual({ question: 'Why?\n\nA passage.', answer: 'So.' });
  });

  it('blocks a record whose row would violate the schema, and says how', async () => {
    const codec = await createCustomCodec({
      type: 'object',
      required: ['question', 'answer'],
      properties: { question: text, answer: { type: 'string', minLength: 100 } },
    });
    expect(codec.losses(record).filter((loss) => loss.kind === 'blocked')).toEqual([
      {
        field: 'messages',
        kind: 'blocked',
        reason: 'The row would violate the schema. The value at /answer must NOT have fewer than 100 characters.',
      },
    ]);
    expect(() => codec.encode(record)).toThrow('/answer must NOT have fewer than 100 characters');
  });

  it('reads rows back and notes what a record does not keep', async () => {
    const codec = await createCustomCodec({
      type: 'object',
      required: ['question', 'answer'],
      properties: { question: text, answer: text, label: text },
    });
    expect(codec.decode({ question: 'Why?', answer: 'So.', label: 'x' })).toMatchObject({
      ok: true,
      value: {
        messages: [
          { role: 'user', content: 'Why?' },
          { role: 'assistant', content: 'So.' },
        ],
      },
      notes: [{ code: 'column-not-kept', pointer: '/label' }],
    });
    expect(codec.decode({ question: 'Why?' })).toMatchObject({ ok: false, issues: [{ code: 'schema-required' }] });
  });

  it('checks formats such as date', async () => {
    const codec = await createCustomCodec({
      properties: { question: text, answer: { type: 'string', format: 'date' } },
    });
    expect(codec.decode({ question: 'When?', answer: 'yesterday' }).ok).toBe(false);
    expect(codec.decode({ question: 'When?', answer: '2026-11-24' }).ok).toBe(true);
  });
});
