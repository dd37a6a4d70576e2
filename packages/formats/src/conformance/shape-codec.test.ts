import type { CodecRecord } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { codecs } from '../codecs.ts';
import { createCustomCodec } from '../custom/codec.ts';
import { CONSUMERS, resolveConsumers } from './consumers.ts';
import { fileObstacle } from './file-shapes.ts';
import { shapeCodec } from './shape-codec.ts';

const plain: CodecRecord = {
  messages: [
    { role: 'user', content: 'Weather?' },
    { role: 'assistant', content: 'Cold.' },
  ],
};
const withTools: CodecRecord = {
  messages: [
    { role: 'user', content: 'Weather?' },
    { role: 'assistant', content: '', toolCalls: [{ id: 'c1', name: 'weather', arguments: { city: 'Oslo' } }] },
    { role: 'tool', content: 'cold', toolCallId: 'c1' },
    { role: 'assistant', content: 'Cold.' },
  ],
  tools: [{ name: 'weather' }],
};

describe('shapeCodec', () => {
  it('writes rows as the consumers want them', () => {
    const row = shapeCodec(codecs.openai, resolveConsumers(['trl'])).encode(withTools);
    expect(JSON.stringify(row)).toContain('"arguments":{"city":"Oslo"}');
    expect(JSON.stringify(codecs.openai.encode(withTools))).toContain('"arguments":"{');
  });

  it('refuses a record that one of them would not take, with its rule', () => {
    const codec = shapeCodec(codecs.openai, resolveConsumers(['trl', 'together']));
    expect(codec.losses(plain)).toEqual([]);
    const blocked = codec.losses(withTools).filter(({ kind }) => kind === 'blocked');
    expect(blocked[0]?.reason).toMatch(/^together: /);
    expect(() => codec.encode(withTools)).toThrow('together: ');
  });

  it('keeps what the format itself cannot hold, and leaves formats that no rule is about alone', async () => {
    const consumers = resolveConsumers(['llamafactory']);
    expect(shapeCodec(codecs.alpaca, consumers).losses(withTools)).toEqual(codecs.alpaca.losses(withTools));
    const custom = await createCustomCodec({ type: 'object', required: ['answer'], properties: { answer: {} } });
    expect(shapeCodec(custom, consumers)).toBe(custom);
    expect(shapeCodec(codecs.openai, [])).toBe(codecs.openai);
  });
});

describe('fileObstacle', () => {
  it('knows of every consumer which files it takes, and all take one plain file of JSON Lines', () => {
    for (const consumer of CONSUMERS) {
      expect(fileObstacle(consumer, { container: 'lines', isSharded: false })).toBeUndefined();
      expect(fileObstacle(consumer, { container: 'tar', isSharded: false })).toContain('does not open tar files');
    }
  });
});
