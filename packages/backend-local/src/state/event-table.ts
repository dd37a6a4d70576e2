import type { DatabaseSync } from 'node:sqlite';
import type { JobEvent, JobEventBody } from '@dsgen/core';

export interface EventTable {
  /** Adds an event and gives it the next sequence number of its job. */
  append(jobId: string, body: JobEventBody): JobEvent;
  after(jobId: string, sequence: number, limit: number): readonly JobEvent[];
  /** Forgets all events of a job. */
  delete(jobId: string): void;
}

/** What jobs told, in order. */
export function createEventTable(database: DatabaseSync): EventTable {
  const insert = database.prepare(
    `INSERT INTO events (job_id, sequence, body)
     SELECT ?, coalesce(max(sequence), 0) + 1, ? FROM events WHERE job_id = ? RETURNING sequence`,
  );
  const select = database.prepare(
    'SELECT sequence, body FROM events WHERE job_id = ? AND sequence > ? ORDER BY sequence LIMIT ?',
  );
  const remove = database.prepare('DELETE FROM events WHERE job_id = ?');
  return {
    append(jobId, body) {
      const row = insert.get(jobId, JSON.stringify(body), jobId);
      return { sequence: Number(row?.['sequence']), ...body };
    },
    after: (jobId, sequence, limit) => select.all(jobId, sequence, limit).map(toEvent),
    delete: (jobId) => void remove.run(jobId),
  };
}

function toEvent(row: Readonly<Record<string, unknown>>): JobEvent {
  return { sequence: Number(row['sequence']), ...(JSON.parse(String(row['body'])) as JobEventBody) };
}
