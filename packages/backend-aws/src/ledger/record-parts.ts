import { createHash } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { BackendError, type AbortableOptions, type ArtefactStore, type DatasetRecord } from '@dsgen/core';
import type { JobReference } from '../workflow/steps.ts';
import { queryItems } from './query.ts';
import { expiry, jobKey, sortable, type Tables } from './tables.ts';

const MAX_PART_LENGTH = 4 * 1024 * 1024;
/** Records may be this old before they are handed out although the part is not full. */
const MAX_AGE_MS = 500;

/** A stretch of a job's records, in dataset order. */
interface RecordPart {
  readonly SK: string;
  /** Position of its first record, from 0. */
  readonly first: number;
  readonly count: number;
  readonly key: string;
  readonly sha256: string;
}

export interface PartPlace {
  readonly tables: Tables;
  readonly store: ArtefactStore;
  readonly reference: JobReference;
}

/** Hands out records while a job assembles them. A step that is run again leaves out what an earlier attempt handed out. */
export class RecordPartWriter {
  readonly #place: PartPlace;
  #pending: string[] = [];
  #pendingLength = 0;
  #handedOut: number;
  #toSkip: number;
  #lastFlush = Date.now();

  private constructor(place: PartPlace, handedOut: number) {
    this.#place = place;
    this.#handedOut = handedOut;
    this.#toSkip = handedOut;
  }

  static async open(place: PartPlace): Promise<RecordPartWriter> {
    const last = await lastPart(place.tables, place.reference);
    return new RecordPartWriter(place, last === undefined ? 0 : last.first + last.count);
  }

  /** Takes a record as JSON. */
  async append(line: string): Promise<void> {
    if (this.#toSkip > 0) {
      this.#toSkip -= 1;
      return;
    }
    this.#pending.push(line);
    this.#pendingLength += line.length;
    if (this.#pendingLength >= MAX_PART_LENGTH || Date.now() - this.#lastFlush > MAX_AGE_MS) await this.close();
  }

  /** Hands out what waits. */
  async close(): Promise<void> {
    this.#lastFlush = Date.now();
    if (this.#pending.length === 0) return;
    const { tables, store, reference } = this.#place;
    const body = Buffer.from(this.#pending.map((line) => `${line}\n`).join(''));
    const first = this.#handedOut;
    const key = `runs/${reference.jobId}/${reference.epoch}/records/part-${sortable(first)}.jsonl`;
    await store.put(key, body);
    const item = {
      PK: jobKey(tables, reference.jobId),
      SK: partPrefix(reference.epoch) + sortable(first),
      first,
      count: this.#pending.length,
      key,
      sha256: createHash('sha256').update(body).digest('hex'),
      ...expiry(),
    };
    await tables.document.send(new PutCommand({ TableName: tables.work, Item: item }));
    this.#handedOut += this.#pending.length;
    this.#pending = [];
    this.#pendingLength = 0;
  }
}

/** The records an owner of a job has handed out, from a position on. */
export async function* readRecordParts(
  { tables, store, reference }: PartPlace,
  after: number,
  options: AbortableOptions = {},
): AsyncGenerator<DatasetRecord> {
  const prefix = partPrefix(reference.epoch);
  const query = { table: tables.work, partition: jobKey(tables, reference.jobId), prefix };
  for await (const item of queryItems(tables, query, options)) {
    const part = item as unknown as RecordPart;
    if (part.first + part.count <= after) continue;
    const lines = (await readPart(store, part, options)).trimEnd().split('\n');
    for (const line of lines.slice(Math.max(0, after - part.first))) yield JSON.parse(line) as DatasetRecord;
  }
}

async function readPart(store: ArtefactStore, { key, sha256 }: RecordPart, options: AbortableOptions): Promise<string> {
  const bytes = await store.get(key, options);
  if (bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === sha256) {
    return Buffer.from(bytes).toString('utf8');
  }
  throw new BackendError({
    code: 'records-damaged',
    message: `Cannot read records from ${JSON.stringify(key)}: the object ${bytes === undefined ? 'is missing' : 'is not what was written'}`,
    fix: 'Read the finished dataset instead, or resume the job.',
    data: { key },
  });
}

async function lastPart(tables: Tables, { jobId, epoch }: JobReference): Promise<RecordPart | undefined> {
  const query = { table: tables.work, partition: jobKey(tables, jobId), prefix: partPrefix(epoch) };
  for await (const item of queryItems(tables, { ...query, descending: true, limit: 1 })) {
    return item as unknown as RecordPart;
  }
  return undefined;
}

function partPrefix(epoch: number): string {
  return `PARTS#${sortable(epoch)}#`;
}
