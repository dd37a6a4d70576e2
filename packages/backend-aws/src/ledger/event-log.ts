import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AbortableOptions, JobEvent, JobEventBody } from '@dsgen/core';
import type { JobReference } from '../workflow/steps.ts';
import { queryItems } from './query.ts';
import type { JobEpoch } from './stored-job.ts';
import { expiry, isConditionFailure, jobKey, sortable, type Tables } from './tables.ts';

/** Events of one item: an item may be 400 KB, and a page is read whole. */
const EVENTS_PER_PAGE = 100;
/** News may be this old before they are written although the page is not full. */
const MAX_AGE_MS = 300;

interface EventPage {
  readonly SK: string;
  readonly first: number;
  readonly count: number;
  readonly body: string;
}

/**
 * Writes the events of one owner of a job, numbered without gaps. A step that is run again tells the same events; those
 * an earlier attempt told are left out.
 */
export class EventWriter {
  readonly #tables: Tables;
  readonly #reference: JobReference;
  #pending: JobEventBody[] = [];
  #told: number;
  /** Events still to come that an earlier attempt told. */
  #toSkip: number;
  #lastFlush = Date.now();

  private constructor(tables: Tables, reference: JobReference, at: { readonly told: number; readonly toSkip: number }) {
    this.#tables = tables;
    this.#reference = reference;
    this.#told = at.told;
    this.#toSkip = at.toSkip;
  }

  /**
   * `before` is the sequence of the last event of earlier steps; when unknown, the events that are there are taken for
   * those.
   */
  static async open(
    tables: Tables,
    {
      reference,
      epoch,
      before,
    }: { readonly reference: JobReference; readonly epoch: JobEpoch; readonly before?: number },
  ): Promise<EventWriter> {
    const told = await lastSequence(tables, reference, epoch.eventBase);
    return new EventWriter(tables, reference, { told, toSkip: told - Math.min(before ?? told, told) });
  }

  /** Sequence of the last event that is written. */
  get told(): number {
    return this.#told;
  }

  async write(event: JobEventBody): Promise<void> {
    if (this.#toSkip > 0) {
      this.#toSkip -= 1;
      return;
    }
    this.#pending.push(event);
    const isDue = this.#pending.length >= EVENTS_PER_PAGE || Date.now() - this.#lastFlush > MAX_AGE_MS;
    if (isDue) await this.flush();
  }

  /** @throws EventsEndedError when somebody else went on, as after a cancellation */
  async flush(): Promise<void> {
    this.#lastFlush = Date.now();
    if (this.#pending.length === 0) return;
    const first = this.#told + 1;
    const page = {
      PK: jobKey(this.#tables, this.#reference.jobId),
      SK: pageKey(this.#reference.epoch, first),
      first,
      count: this.#pending.length,
      body: JSON.stringify(this.#pending),
    };
    await putPage(this.#tables, page);
    this.#told += this.#pending.length;
    this.#pending = [];
  }
}

/** Another writer has told how the job went on. */
export class EventsEndedError extends Error {}

async function putPage(tables: Tables, page: EventPage & { readonly PK: string }): Promise<void> {
  try {
    await tables.document.send(
      new PutCommand({
        TableName: tables.work,
        Item: { ...page, ...expiry() },
        ConditionExpression: 'attribute_not_exists(PK)',
      }),
    );
  } catch (error) {
    throw isConditionFailure(error) ? new EventsEndedError('Cannot go on telling events: the job has ended') : error;
  }
}

/** Sequence of the last event an owner told, or `eventBase`. */
export async function lastSequence(
  tables: Tables,
  { jobId, epoch }: Pick<JobReference, 'jobId' | 'epoch'>,
  eventBase: number,
): Promise<number> {
  const query = { table: tables.work, partition: jobKey(tables, jobId), prefix: epochPrefix(epoch) };
  for await (const item of queryItems(tables, { ...query, descending: true, limit: 1 })) {
    const { first, count } = item as unknown as EventPage;
    return first + count - 1;
  }
  return eventBase;
}

/** Whether an owner told how the job ended. */
export async function isEndTold(tables: Tables, { jobId, epoch }: JobReference): Promise<boolean> {
  const query = { table: tables.work, partition: jobKey(tables, jobId), prefix: epochPrefix(epoch) };
  for await (const item of queryItems(tables, { ...query, descending: true, limit: 1 })) {
    return eventsOf(item as unknown as EventPage).at(-1)?.type === 'job-end';
  }
  return false;
}

/** The events of all owners of a job after a sequence, as far as they are written. */
export async function* readEvents(
  tables: Tables,
  { jobId, epochs, after }: { readonly jobId: string; readonly epochs: readonly JobEpoch[]; readonly after: number },
  options: AbortableOptions = {},
): AsyncGenerator<JobEvent> {
  for (const [index, { epoch }] of epochs.entries()) {
    const last = epochs[index + 1]?.eventBase ?? Number.POSITIVE_INFINITY;
    if (last <= after) continue;
    const query = { table: tables.work, partition: jobKey(tables, jobId), prefix: epochPrefix(epoch) };
    for await (const item of queryItems(tables, query, options)) {
      for (const event of eventsOf(item as unknown as EventPage)) {
        if (event.sequence > after && event.sequence <= last) yield event;
      }
    }
  }
}

function eventsOf({ first, body }: EventPage): JobEvent[] {
  return (JSON.parse(body) as JobEventBody[]).map((event, index) => ({ sequence: first + index, ...event }));
}

function epochPrefix(epoch: number): string {
  return `EVENTS#${sortable(epoch)}#`;
}

function pageKey(epoch: number, first: number): string {
  return epochPrefix(epoch) + sortable(first);
}
