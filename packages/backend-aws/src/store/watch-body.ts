import type { IncomingMessage } from 'node:http';

/** Fewer bytes than this in one period, and the answer counts as stalled: a dead connection may still drip. */
const LEAST_BYTES = 1024;

/**
 * Ends the body of an answer that comes too slowly, so that the request is tried again. A reader that takes its time is left
 * in peace: what it has not taken yet is there.
 */
export function endStalledBody(body: IncomingMessage, periodMs: number): void {
  const { socket } = body;
  let seen = socket.bytesRead;
  const timer = setInterval(() => {
    const isStalled = socket.bytesRead - seen < LEAST_BYTES && body.readableLength === 0 && !body.complete;
    seen = socket.bytesRead;
    if (isStalled)
      body.destroy(Object.assign(new Error('the answer stalled'), { name: 'TimeoutError', code: 'ETIMEDOUT' }));
  }, periodMs);
  timer.unref();
  body.once('close', () => clearInterval(timer));
}
