import { UsageError } from '@dsgen/core';
import { isObject, own, type JsonObject } from '../conversation/row-reader.ts';
import { RECORD_PARTS, wellKnownPart, type RecordPart } from './well-known.ts';

/** Where the value of one property comes from. */
export type Source =
  | { readonly kind: 'part'; readonly part: RecordPart }
  /** A JSON pointer into the record, split at its slashes. */
  | { readonly kind: 'pointer'; readonly segments: readonly string[] }
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'object'; readonly properties: readonly MappedProperty[] };

export interface MappedProperty {
  readonly name: string;
  readonly source: Source;
  /** The property's own schema, with local references followed. */
  readonly schema: JsonObject;
}

/** Deepest nesting of object properties that is mapped, and longest chain of references that is followed. */
const MAX_DEPTH = 16;

/**
 * Decides what fills each property of a user's schema: its `x-dsgen` keyword, else a constant, else its name.
 *
 * @throws UsageError `schema-not-object`, `schema-bad-source`, `schema-unmapped-property`.
 */
export function mapSchema(root: JsonObject): readonly MappedProperty[] {
  const mapped = new SchemaMapper(root).mapObject(root, '', 0);
  if (mapped.length > 0) return mapped;
  throw new UsageError({
    code: 'schema-not-object',
    message: 'Reading the schema failed: its root names no property that a record can fill.',
    fix: `Give it "type": "object" and properties such as question and answer, or mark properties with "x-dsgen".`,
  });
}

/** Every part that some property holds, nested ones included. */
export function mappedParts(properties: readonly MappedProperty[]): ReadonlySet<RecordPart> {
  const parts = new Set<RecordPart>();
  for (const { source } of properties) {
    if (source.kind === 'part') parts.add(source.part);
    if (source.kind === 'object') for (const part of mappedParts(source.properties)) parts.add(part);
  }
  return parts;
}

class SchemaMapper {
  readonly #root: JsonObject;

  constructor(root: JsonObject) {
    this.#root = root;
  }

  mapObject(schema: JsonObject, path: string, depth: number): readonly MappedProperty[] {
    const properties = this.#properties(schema);
    const required = this.#required(schema);
    const hasQuestion = properties.some(([name, property]) => this.#partOf(name, property) === 'question');
    const mapped: MappedProperty[] = [];
    for (const [name, property] of properties) {
      const place = `${path}/${name}`;
      const source = this.#source(name, property, { place, depth, hasQuestion });
      if (source !== undefined) mapped.push({ name, source, schema: property });
      else if (required.has(name)) throw unmapped(place);
    }
    return mapped;
  }

  #source(
    name: string,
    schema: JsonObject,
    context: { readonly place: string; readonly depth: number; readonly hasQuestion: boolean },
  ): Source | undefined {
    const given = own(schema, 'x-dsgen');
    if (given !== undefined) return parseSource(given, context.place);
    if (Object.hasOwn(schema, 'const')) return { kind: 'constant', value: schema['const'] };
    const part = wellKnownPart(name);
    // Beside an instruction, `input` is its passage; alone, it is the question.
    if (part === 'context' && name.toLowerCase() === 'input' && !context.hasQuestion) {
      return { kind: 'part', part: 'question' };
    }
    if (part !== undefined) return { kind: 'part', part };
    if (Object.hasOwn(schema, 'default')) return { kind: 'constant', value: schema['default'] };
    if (context.depth >= MAX_DEPTH || this.#properties(schema).length === 0) return undefined;
    const properties = this.mapObject(schema, context.place, context.depth + 1);
    return properties.length === 0 ? undefined : { kind: 'object', properties };
  }

  #partOf(name: string, schema: JsonObject): RecordPart | undefined {
    const given = own(schema, 'x-dsgen');
    return given === undefined ? wellKnownPart(name) : RECORD_PARTS.find((part) => part === given);
  }

  /** Own properties and those of `allOf`, in the order the schema gives them. */
  #properties(schema: JsonObject): ReadonlyArray<readonly [string, JsonObject]> {
    return this.#branches(schema).flatMap((branch) => {
      const properties = own(branch, 'properties');
      if (!isObject(properties)) return [];
      return Object.entries(properties).map(([name, value]) => [name, this.#resolve(value)] as const);
    });
  }

  #required(schema: JsonObject): ReadonlySet<unknown> {
    return new Set(
      this.#branches(schema).flatMap((branch): readonly unknown[] => {
        const required = own(branch, 'required');
        return Array.isArray(required) ? required : [];
      }),
    );
  }

  #branches(schema: JsonObject): readonly JsonObject[] {
    const resolved = this.#resolve(schema);
    const all = own(resolved, 'allOf');
    return Array.isArray(all) ? [resolved, ...all.map((branch) => this.#resolve(branch))] : [resolved];
  }

  /** Follows references inside the schema; others stay, and the validator reports them. */
  #resolve(schema: unknown): JsonObject {
    let current = schema;
    for (let hop = 0; hop < MAX_DEPTH; hop += 1) {
      const reference = isObject(current) ? own(current, '$ref') : undefined;
      if (typeof reference !== 'string' || !reference.startsWith('#')) break;
      current = valueAt(this.#root, pointerSegments(reference.slice(1)));
    }
    return isObject(current) ? current : {};
  }
}

function parseSource(given: unknown, place: string): Source {
  const part = RECORD_PARTS.find((name) => name === given);
  if (part !== undefined) return { kind: 'part', part };
  if (typeof given === 'string' && given.startsWith('/')) return { kind: 'pointer', segments: pointerSegments(given) };
  throw new UsageError({
    code: 'schema-bad-source',
    message: `Reading the schema failed: "x-dsgen" at ${place} is ${JSON.stringify(given)}, which names no part of a record.`,
    fix: `Use one of ${RECORD_PARTS.join(', ')}, or a JSON pointer such as "/lineage/path".`,
    data: { place, allowed: RECORD_PARTS },
  });
}

function unmapped(place: string): UsageError {
  return new UsageError({
    code: 'schema-unmapped-property',
    message: `Reading the schema failed: it requires ${place}, and nothing in a record goes by that name.`,
    fix: `Add "x-dsgen" to it with one of ${RECORD_PARTS.join(', ')} or a JSON pointer such as "/lineage/path", or give it a "default".`,
    data: { place, allowed: RECORD_PARTS },
  });
}

export function pointerSegments(pointer: string): readonly string[] {
  const tokens = pointer.split('/').slice(1);
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function valueAt(value: unknown, segments: readonly string[]): unknown {
  let current = value;
  for (const segment of segments) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, segment)) return undefined;
    current = (current as JsonObject)[segment];
  }
  return current;
}
