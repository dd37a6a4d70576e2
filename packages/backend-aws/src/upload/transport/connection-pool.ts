import { openConnection, type Connection, type RequestBody } from './connection.ts';
import type { HttpAnswer } from './http-answer.ts';

export interface ConnectionPoolOptions {
  /** `https://host` or `http://host:port`. */
  readonly origin: string;
  /** How long nothing may move on a connection, in milliseconds. */
  readonly idleTimeoutMs: number;
}

/** Connections to one server: as many as there are requests at once. How many that is, the caller decides. */
export interface ConnectionPool {
  /** @throws TransferError for what happens to the connection; what the body throws */
  exchange(head: string, body: RequestBody): Promise<HttpAnswer>;
  /** Ends all requests; they and all later ones reject with `reason`. */
  destroy(reason: unknown): void;
}

/** Servers close connections that nobody uses; one that was used a moment ago is likely to be open. */
const MAX_IDLE_MS = 4_000;

export function createConnectionPool({ origin, idleTimeoutMs }: ConnectionPoolOptions): ConnectionPool {
  const target = new URL(origin);
  const open = new Set<Connection>();
  /** The one that was used last is used next, so that too many die of being idle. */
  const idle: Connection[] = [];
  let end: { readonly reason: unknown } | undefined;

  function take(): Connection {
    for (let next = idle.pop(); next !== undefined; next = idle.pop()) {
      if (next.isOpen && performance.now() - next.idleSince < MAX_IDLE_MS) return next;
      next.destroy(new Error('the connection was idle for too long'));
    }
    const connection = openConnection({ origin: target, idleTimeoutMs, onClose: (closed) => open.delete(closed) });
    open.add(connection);
    return connection;
  }
  return {
    async exchange(head, body) {
      if (end !== undefined) throw end.reason;
      const connection = take();
      const answer = await connection.exchange(head, body);
      if (connection.isOpen) idle.push(connection);
      return answer;
    },
    destroy(reason) {
      end = { reason };
      for (const connection of open) connection.destroy(reason);
    },
  };
}
