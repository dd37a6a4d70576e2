import { EventEmitter } from 'node:events';
import { CancelledError } from '@dsgen/sdk';
import { describe, expect, it } from 'vitest';
import { ClosedOutputError, watchInterruption } from './interruption.ts';

function watch() {
  const told: string[] = [];
  const signals = new EventEmitter();
  const stdout = new EventEmitter();
  const interruption = watchInterruption({
    signals,
    stdout,
    onInterrupt: () => told.push('interrupted'),
    exit: (code) => told.push(`exit ${code}`),
  });
  return { told, signals, stdout, interruption };
}

describe('watchInterruption', () => {
  it('asks to stop at the first Ctrl-C and stops at the second', () => {
    const { told, signals, interruption } = watch();
    signals.emit('SIGINT');
    expect(interruption.signal.reason).toBeInstanceOf(CancelledError);
    expect(told).toEqual(['interrupted']);
    signals.emit('SIGINT');
    expect(told).toEqual(['interrupted', 'exit 130']);
  });

  it('takes a closed pipe for a wish to stop, and no other error', () => {
    const { stdout, interruption } = watch();
    stdout.emit('error', Object.assign(new Error('disk'), { code: 'EIO' }));
    expect(interruption.signal.aborted).toBe(false);
    stdout.emit('error', Object.assign(new Error('pipe'), { code: 'EPIPE' }));
    expect(interruption.signal.reason).toBeInstanceOf(ClosedOutputError);
  });

  it('leaves no listener behind', () => {
    const { signals, stdout, interruption } = watch();
    interruption[Symbol.dispose]();
    expect([signals.listenerCount('SIGINT'), signals.listenerCount('SIGTERM'), stdout.listenerCount('error')]).toEqual([
      0, 0, 0,
    ]);
  });
});
