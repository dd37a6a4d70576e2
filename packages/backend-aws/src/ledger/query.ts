import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { AbortableOptions } from '@dsgen/core';
import { abortable, type Tables } from './tables.ts';

export interface QueryItemsInput {
  readonly table: string;
  readonly partition: string;
  /** Beginning of the sort key. */
  readonly prefix: string;
  /** Only sort keys after this one. */
  readonly after?: string;
  readonly descending?: boolean;
  readonly limit?: number;
}

type Item = Readonly<Record<string, unknown>>;

/** Items of a partition in the order of their sort keys, a page in memory at a time; reads see every finished write. */
export async function* queryItems(
  { document }: Tables,
  input: QueryItemsInput,
  options: AbortableOptions = {},
): AsyncGenerator<Item> {
  const { table, partition, prefix, after, descending = false, limit } = input;
  let from: Item | undefined;
  do {
    options.signal?.throwIfAborted();
    const page = await document.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        ScanIndexForward: !descending,
        KeyConditionExpression: 'PK = :partition AND SK BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':partition': partition,
          // A space sorts before every character of our keys, so the key itself is left out.
          ':first': after === undefined ? prefix || ' ' : `${after} `,
          ':last': `${prefix}~`,
        },
        ...(limit === undefined ? {} : { Limit: limit }),
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
      abortable(options),
    );
    yield* page.Items ?? [];
    from = limit === undefined ? page.LastEvaluatedKey : undefined;
  } while (from !== undefined);
}
