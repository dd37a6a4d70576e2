import { describe, expect, it } from 'vitest';
import { createByteGate } from './byte-gate.ts';

interface Held {
  readonly started: string[];
  hold(name: string): () => Promise<string>;
  end(name: string): Promise<void>;
}

function createHeld(): Held {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    started,
    hold: (name) => async () => {
      started.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      return name;
    },
    async end(name) {
      ends.get(name)?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('createByteGate', () => {
  it('lets work in as long as it fits, and the next in line when something leaves', async () => {
    const gate = createByteGate(10);
    const held = createHeld();
    const all = [gate.run(6, held.hold('a')), gate.run(4, held.hold('b')), gate.run(5, held.hold('c'))];
    await held.end('nothing');
    expect(held.started).toEqual(['a', 'b']);
    await held.end('b');
    expect(held.started).toEqual(['a', 'b']);
    await held.end('a');
    expect(held.started).toEqual(['a', 'b', 'c']);
    await held.end('c');
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c']);
  });

  it('runs what is larger than the gate alone', async () => {
    const gate = createByteGate(10);
    const held = createHeld();
    const all = [gate.run(1, held.hold('small')), gate.run(50, held.hold('huge')), gate.run(1, held.hold('last'))];
    await held.end('nothing');
    expect(held.started).toEqual(['small']);
    await held.end('small');
    expect(held.started).toEqual(['small', 'huge']);
    await held.end('huge');
    await held.end('last');
    expect(await Promise.all(all)).toEqual(['small', 'huge', 'last']);
  });

  it('gives room back after a failure', async () => {
    const gate = createByteGate(1);
    await expect(gate.run(1, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await gate.run(1, async () => 'next')).toBe('next');
  });
});
