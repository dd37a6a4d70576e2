import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AbortableOptions } from '@dsgen/core';
import { queryItems } from './query.ts';
import { abortable, tenantKey, type Tables } from './tables.ts';

/** Values of one kind that belong to a tenant, by id. */
export interface RowTable<Value> {
  put(id: string, value: Value, options?: AbortableOptions): Promise<void>;
  get(id: string, options?: AbortableOptions): Promise<Value | undefined>;
  /** In the order of the ids. */
  list(options?: AbortableOptions): AsyncGenerator<Value>;
  delete(id: string, options?: AbortableOptions): Promise<void>;
}

/** Rows `<kind>#<id>` of a table, each holding its value as JSON. */
export function createRowTable<Value>(tables: Tables, table: string, kind: string): RowTable<Value> {
  const PK = tenantKey(tables);
  const prefix = `${kind}#`;
  function parse(item: Readonly<Record<string, unknown>>): Value {
    return JSON.parse(String(item['body'])) as Value;
  }
  return {
    async put(id, value, options) {
      const Item = { PK, SK: prefix + id, body: JSON.stringify(value) };
      await tables.document.send(new PutCommand({ TableName: table, Item }), abortable(options));
    },
    async get(id, options) {
      const Key = { PK, SK: prefix + id };
      const { Item } = await tables.document.send(
        new GetCommand({ TableName: table, Key, ConsistentRead: true }),
        abortable(options),
      );
      return Item === undefined ? undefined : parse(Item);
    },
    async *list(options) {
      for await (const item of queryItems(tables, { table, partition: PK, prefix }, options)) yield parse(item);
    },
    async delete(id, options) {
      const Key = { PK, SK: prefix + id };
      await tables.document.send(new DeleteCommand({ TableName: table, Key }), abortable(options));
    },
  };
}
