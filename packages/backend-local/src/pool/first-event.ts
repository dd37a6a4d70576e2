import type { EventEmitter } from 'node:events';

export interface FirstEvent {
  readonly name: string;
  readonly value: unknown;
}

/** The first of several events and its first argument. All listeners are gone afterwards. */
export function firstEvent(emitter: EventEmitter, names: readonly string[]): Promise<FirstEvent> {
  return new Promise((resolve) => {
    const listeners = names.map((name) => ({ name, listener: (value: unknown) => finish(name, value) }));
    function finish(name: string, value: unknown): void {
      for (const { name: other, listener } of listeners) emitter.off(other, listener);
      resolve({ name, value });
    }
    for (const { name, listener } of listeners) emitter.on(name, listener);
  });
}
