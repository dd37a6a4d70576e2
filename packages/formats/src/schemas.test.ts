import type { RowIssue } from '@dsgen/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codecs, FORMAT_NAMES } from './codecs.ts';

const ajv = new Ajv2020({ strict: false, unicode: false, logger: false });

const call = { id: 'c1', type: 'function', function: { name: 'w', arguments: '{}' } };
const rows = {
  alpaca: { instruction: 'Why?', input: 'x', output: 'So.', system: 'Be brief.', history: [['a', 'b']] },
  sharegpt: {
    conversations: [
      { from: 'system', value: 'Be brief.' },
      { from: 'human', value: 'Hi' },
      { from: 'gpt', value: 'Hello.' },
    ],
    tools: '[]',
  },
  openai: {
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Hi', name: 'ann' },
      { role: 'assistant', content: '', tool_calls: [call], weight: 0 },
      { role: 'tool', tool_call_id: 'c1', content: 'cold' },
      { role: 'assistant', content: 'Hello.', weight: 1 },
    ],
    tools: [{ type: 'function', function: { name: 'w', description: 'd', parameters: {} } }],
  },
  'prompt-completion': { prompt: 'Why?', completion: 'So.' },
  mistral: {
    messages: [
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'Hello.', weight: 1 },
    ],
  },
  bedrock: {
    schemaVersion: 'bedrock-conversation-2024',
    system: [{ text: 'Be brief.' }],
    messages: [
      { role: 'user', content: [{ text: 'Hi' }] },
      { role: 'assistant', content: [{ text: 'Hello.' }] },
    ],
  },
  vertex: {
    systemInstruction: { role: 'system', parts: [{ text: 'Be brief.' }] },
    contents: [
      { role: 'user', parts: [{ text: 'Hi' }] },
      { role: 'model', parts: [{ text: 'Hello.' }] },
    ],
  },
  'preference-openai': {
    input: { messages: [{ role: 'user', content: 'Hi' }] },
    preferred_output: [{ role: 'assistant', content: 'Hello.' }],
    non_preferred_output: [{ role: 'assistant', content: 'What?' }],
  },
  'preference-trl': {
    prompt: [{ role: 'user', content: 'Hi' }],
    chosen: [{ role: 'assistant', content: 'Hello.' }],
    rejected: [{ role: 'assistant', content: 'What?' }],
  },
  'preference-axolotl': {
    messages: [
      { role: 'system', content: 'Be kind.' },
      { role: 'user', content: 'Hi' },
    ],
    chosen: { role: 'assistant', content: 'Hello.' },
    rejected: { role: 'assistant', content: 'What?' },
  },
  'preference-llamafactory': {
    conversations: [
      { from: 'system', value: 'Be kind.' },
      { from: 'human', value: 'Hi' },
    ],
    chosen: { from: 'gpt', value: 'Hello.' },
    rejected: { from: 'gpt', value: 'What?' },
  },
  kto: {
    prompt: [{ role: 'user', content: 'Hi' }],
    completion: [{ role: 'assistant', content: 'What?' }],
    label: false,
  },
  text: { text: 'All of it is trained.' },
} as const;

/** What the shape of a row cannot say, and a schema therefore does not. */
const beyondShape = new Set([
  'bad-order',
  'no-answer',
  'unanswered-call',
  'empty-text',
  'bad-embedded-json',
  'same-answers',
]);

function isBeyondShape(issue: RowIssue, row: unknown): boolean {
  // ShareGPT keeps its tools as JSON inside a string.
  const isInText =
    issue.pointer?.startsWith('/tools') === true && typeof (row as { tools?: unknown }).tools === 'string';
  return isInText || beyondShape.has(issue.code);
}

/** The row with one value, somewhere in it, replaced, removed or joined by another. */
function mutated(row: object): fc.Arbitrary<unknown> {
  const places = pointers(row, []);
  const junk = fc.constantFrom<unknown>(undefined, 7, '', ' ', [], {}, true, 'assistant', 'human', '1', 0, 1);
  return fc.tuple(fc.constantFrom(...places), junk, fc.boolean()).map(([place, value, isExtra]) => {
    const copy = structuredClone(row) as Record<string, unknown>;
    let holder: Record<string, unknown> = copy;
    for (const key of place.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
    holder[isExtra && !Array.isArray(holder) ? 'extra' : (place.at(-1) ?? '')] = value;
    return JSON.parse(JSON.stringify(copy)) as unknown;
  });
}

function pointers(value: unknown, path: readonly string[]): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const own = path.length === 0 ? [] : [path];
  return [...own, ...Object.entries(value).flatMap(([key, member]) => pointers(member, [...path, key]))];
}

function holdsNull(value: unknown): boolean {
  if (value === null) return true;
  return typeof value === 'object' && Object.values(value as object).some(holdsNull);
}

describe.each(FORMAT_NAMES)('the schema of %s', (name) => {
  const isValid = ajv.compile(codecs[name].schema);

  it('accepts what the codec writes', () => {
    const decoded = codecs[name].decode(rows[name]);
    const written = decoded.ok ? codecs[name].encode(decoded.value) : decoded;
    expect([isValid(written), isValid.errors]).toEqual([true, null]);
  });

  it('and the codec agree on rows with one thing changed', () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(mutated(rows[name]), (row) => {
        // A null stands for a missing value when reading, and is never written, so only the codec takes it.
        fc.pre(!holdsNull(row));
        const decoded = codecs[name].decode(row);
        // Where only the meaning of the row is wrong, the schema may or may not see it.
        fc.pre(decoded.ok || !decoded.issues.every((issue) => isBeyondShape(issue, row)));
        const isRight = decoded.ok && decoded.notes === undefined;
        expect([isValid(row), row, decoded]).toEqual([isRight, row, decoded]);
      }),
      { numRuns: 3000 },
    );
  });
});
