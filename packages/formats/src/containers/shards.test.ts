import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shardName, shardRows, type Shard } from './shards.ts';

async function shards(rows: readonly string[], options: Parameters<typeof shardRows>[1]): Promise<readonly Shard[]> {
  const list: Shard[] = [];
  for await (const shard of shardRows(rows, options)) list.push(shard);
  return list;
}

describe('shardRows', () => {
  it('keeps every row in order and every limit but for a row that breaks it alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ minLength: 1, maxLength: 9 })),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 20 }),
        async (rows, maxRows, maxBytes) => {
          const list = await shards(rows, { maxRows, maxBytes });
          expect(list.flatMap((shard) => shard.rows)).toEqual(rows);
          expect(list.map((shard) => shard.index)).toEqual(list.map((_, index) => index));
          const broken = list.filter(
            (shard) => shard.rows.length > maxRows || (shard.bytes > maxBytes && shard.rows.length > 1),
          );
          expect(broken).toEqual([]);
        },
      ),
    );
  });

  it('asks for a limit', async () => {
    await expect(shards(['a'], {})).rejects.toThrow('Cutting rows into shards failed');
    await expect(shards(['a'], { maxRows: 0 })).rejects.toThrow('0 rows');
  });

  it('gives names that sort', () => {
    expect(shardName('train', 2, { extension: 'jsonl.zst' })).toBe('train-00002.jsonl.zst');
    expect(shardName('train', 2, { extension: 'jsonl', total: 12 })).toBe('train-00002-of-00012.jsonl');
  });
});
