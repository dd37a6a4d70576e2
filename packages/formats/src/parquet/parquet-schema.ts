import type { SchemaElement } from 'hyparquet';
import { isObject, own, type JsonObject } from '../conversation/row-reader.ts';

/**
 * Parquet columns for rows of a JSON Schema: objects become groups, lists become LISTs, and what has no fixed shape, such as
 * the parameters of a tool, becomes JSON text. Everything may be null, as Arrow-based readers expect.
 */
export function parquetSchema(schema: JsonObject): SchemaElement[] {
  const properties = propertiesOf(schema);
  return [
    { name: 'root', num_children: properties.length },
    ...properties.flatMap(([name, property]) => elements(name, property)),
  ];
}

/** Names of the columns. */
export function columnNames(schema: JsonObject): readonly string[] {
  return propertiesOf(schema).map(([name]) => name);
}

function elements(name: string, schema: JsonObject): SchemaElement[] {
  const optional = { name, repetition_type: 'OPTIONAL' } as const;
  const items = own(schema, 'items');
  if (isObject(items)) {
    return [
      { ...optional, converted_type: 'LIST', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      ...elements('element', items),
    ];
  }
  const properties = propertiesOf(schema);
  if (properties.length > 0) {
    const children = properties.flatMap(([key, property]) => elements(key, property));
    return [{ ...optional, num_children: properties.length }, ...children];
  }
  return [{ ...optional, ...leaf(schema) }];
}

function leaf(schema: JsonObject): Pick<SchemaElement, 'type' | 'converted_type'> {
  const samples = [own(schema, 'const'), ...enumOf(schema)].filter((value) => value !== undefined);
  const type = own(schema, 'type') ?? (samples.length > 0 ? typeof samples[0] : undefined);
  if (type === 'boolean') return { type: 'BOOLEAN' };
  if (type === 'integer' || (type === 'number' && samples.every(Number.isInteger))) return { type: 'INT32' };
  if (type === 'number') return { type: 'DOUBLE' };
  return { type: 'BYTE_ARRAY', converted_type: type === 'string' ? 'UTF8' : 'JSON' };
}

/** Own properties and those of every branch: a column must hold what any of them has. */
function propertiesOf(schema: JsonObject): ReadonlyArray<readonly [string, JsonObject]> {
  const found = new Map<string, JsonObject>();
  for (const branch of [schema, ...branches(schema, 'oneOf'), ...branches(schema, 'anyOf')]) {
    const properties = own(branch, 'properties');
    for (const [name, property] of isObject(properties) ? Object.entries(properties) : []) {
      // The first mention may only restrict (`minItems`); one that says the type says more.
      const known = found.get(name);
      if (isObject(property) && (known === undefined || own(known, 'type') === undefined)) found.set(name, property);
    }
  }
  return [...found];
}

function branches(schema: JsonObject, keyword: string): readonly JsonObject[] {
  const list = own(schema, keyword);
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function enumOf(schema: JsonObject): readonly unknown[] {
  const list = own(schema, 'enum');
  return Array.isArray(list) ? list : [];
}
