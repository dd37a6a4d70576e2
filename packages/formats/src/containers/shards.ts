import { UsageError } from '@dsgen/core';

export interface ShardOptions {
  /** Rows of a shard at most. Default: no limit. */
  readonly maxRows?: number;
  /** Bytes of a shard at most, before compression; a single longer row makes a shard of its own. Default: no limit. */
  readonly maxBytes?: number;
}

/** Rows that belong into one file. */
export interface Shard {
  /** 0-based. */
  readonly index: number;
  readonly rows: readonly string[];
  readonly bytes: number;
}

/**
 * Cuts rows into shards by count and size. One shard is in memory at a time.
 *
 * @throws UsageError `shard-limit` when there is no limit or one is not positive.
 */
export async function* shardRows(
  rows: AsyncIterable<string> | Iterable<string>,
  options: ShardOptions,
): AsyncGenerator<Shard> {
  const { maxRows = Number.POSITIVE_INFINITY, maxBytes = Number.POSITIVE_INFINITY } = options;
  if (!(maxRows >= 1) || !(maxBytes >= 1) || (maxRows === maxBytes && maxRows === Number.POSITIVE_INFINITY)) {
    throw new UsageError({
      code: 'shard-limit',
      message: `Cutting rows into shards failed: the limits are ${maxRows} rows and ${maxBytes} bytes.`,
      fix: 'Give a positive number of rows, of bytes, or of both.',
    });
  }
  let shard: { index: number; rows: string[]; bytes: number } = { index: 0, rows: [], bytes: 0 };
  for await (const row of rows) {
    const bytes = Buffer.byteLength(row);
    if (shard.rows.length > 0 && (shard.rows.length >= maxRows || shard.bytes + bytes > maxBytes)) {
      yield shard;
      shard = { index: shard.index + 1, rows: [], bytes: 0 };
    }
    shard.rows.push(row);
    shard.bytes += bytes;
  }
  if (shard.rows.length > 0) yield shard;
}

/**
 * Name of a shard, as `datasets` and the hub have it once the number of shards is known.
 *
 * @example
 * ```ts
 * import { shardName } from '@dsgen/formats';
 *
 * console.log(shardName('train', 2, { extension: 'jsonl.zst' })); // train-00002.jsonl.zst
 * console.log(shardName('train', 2, { extension: 'jsonl', total: 12 })); // train-00002-of-00012.jsonl
 * ```
 */
export function shardName(base: string, index: number, { extension, total }: ShardNameOptions): string {
  const end = total === undefined ? '' : `-of-${digits(total)}`;
  return `${base}-${digits(index)}${end}.${extension}`;
}

export interface ShardNameOptions {
  readonly extension: string;
  /** How many shards there are. Default: not known, and not in the name. */
  readonly total?: number;
}

function digits(number: number): string {
  return String(number).padStart(5, '0');
}
