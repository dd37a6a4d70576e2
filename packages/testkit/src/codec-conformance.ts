import { DsgenError, type Codec, type CodecRecord, type Loss } from '@dsgen/core';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { codecRecords, hostileRows } from './codec-records.ts';

export interface CodecConformanceOptions {
  /** Shown in the test report. */
  readonly name: string;
  readonly create: () => Codec | Promise<Codec>;
  /** Rows of the format that must be read, and be written again as they are. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/**
 * The tests every codec must pass: writing and reading is the identity on what the format holds, and `losses` names
 * exactly what it does not. Call it at the top level of a test file.
 *
 * @example
 * codecConformance({ name: 'alpaca', create: () => codecs.alpaca, rows: [{ instruction: 'Why?', input: '', output: 'So.' }] });
 */
export function codecConformance(options: CodecConformanceOptions): void {
  describe(`codec: ${options.name}`, () => {
    let codec: Codec;
    beforeAll(async () => {
      codec = await options.create();
    });

    it('declares the version of the contract, a name and a schema', () => {
      expect(codec.specificationVersion).toBe(1);
      expect(codec.name).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(codec.schema).toBeTypeOf('object');
    });

    it.each(options.rows.map((row) => [JSON.stringify(row).slice(0, 80), row] as const))(
      'reads and writes again %s',
      (_, row) => {
        const decoded = codec.decode(row);
        const again = decoded.ok ? codec.encode(decoded.value) : decoded.issues;
        expect(JSON.stringify(again)).toBe(JSON.stringify(row));
      },
    );

    it('reads back what it wrote, but for the losses it names', () => {
      let written = 0;
      fc.assert(
        fc.property(codecRecords, (record) => {
          const losses = codec.losses(record);
          if (isBlocked(losses)) return;
          written += 1;
          const decoded = codec.decode(codec.encode(record));
          if (!decoded.ok) throw new Error(`unreadable: ${JSON.stringify(decoded.issues)}`);
          expect(decoded.notes).toBeUndefined();
          expect(remaining(decoded.value, losses)).toEqual(remaining(record, losses));
        }),
        { numRuns: 600 },
      );
      // Guards the test itself: it would prove nothing if every record were refused.
      expect(written).toBeGreaterThan(5);
    });

    it('names no loss that does not happen', () => {
      fc.assert(
        fc.property(codecRecords, (record) => {
          const losses = codec.losses(record);
          if (isBlocked(losses)) return;
          const decoded = codec.decode(codec.encode(record));
          if (!decoded.ok) throw new Error(`unreadable: ${JSON.stringify(decoded.issues)}`);
          const survivors = losses.filter(({ field }) => {
            const before = valueAt(normal(record), field);
            return JSON.stringify(valueAt(normal(decoded.value), field)) === JSON.stringify(before);
          });
          expect(survivors).toEqual([]);
        }),
        { numRuns: 600 },
      );
    });

    it('refuses to write exactly the records that a loss blocks', () => {
      fc.assert(
        fc.property(codecRecords, (record) => {
          const error = thrownBy(() => codec.encode(record));
          const code = DsgenError.isInstance(error) ? error.code : error;
          expect(code).toBe(isBlocked(codec.losses(record)) ? 'record-not-representable' : undefined);
        }),
        { numRuns: 600 },
      );
    });

    it('writes no null, no undefined and no lone surrogate', () => {
      fc.assert(
        fc.property(codecRecords, (record) => {
          if (isBlocked(codec.losses(record))) return;
          const row = codec.encode(record);
          expect(emptyValues(row, '')).toEqual([]);
          expect(JSON.stringify(row)).not.toMatch(/\\ud[89ab]/i);
        }),
        { numRuns: 500 },
      );
    });

    it('writes the same row however the record’s keys are ordered, and leaves the record alone', () => {
      fc.assert(
        fc.property(codecRecords, (record) => {
          if (isBlocked(codec.losses(record))) return;
          const row = JSON.stringify(codec.encode(deepFreeze(structuredClone(record))));
          expect(JSON.stringify(codec.encode(reverseKeys(record)))).toBe(row);
        }),
        { numRuns: 500 },
      );
    });

    it.each(hostileRows.map((row) => [String(JSON.stringify(row)), row] as const))(
      'answers %s with issues',
      (_, row) => {
        const decoded = codec.decode(row);
        expect(decoded.ok).toBe(false);
        if (decoded.ok) return;
        expect(decoded.issues.length).toBeGreaterThan(0);
        for (const issue of decoded.issues) {
          expect(issue.code).toMatch(/^[a-zA-Z][a-zA-Z0-9-]*$/);
          expect(issue.message).not.toBe('');
        }
      },
    );

    it('never throws at a row, whatever it is', () => {
      fc.assert(
        fc.property(fc.jsonValue(), (row) => {
          expect(codec.decode(row).ok).toBeTypeOf('boolean');
        }),
      );
    });
  });
}

function isBlocked(losses: readonly Loss[]): boolean {
  return losses.some((loss) => loss.kind === 'blocked');
}

function thrownBy(action: () => unknown): unknown {
  try {
    action();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Pointers of null and undefined values, outside the schemas of tools, which are the user's own data. */
function emptyValues(value: unknown, pointer: string): readonly string[] {
  if (value === null || value === undefined) return [pointer];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === 'parameters' ? [] : emptyValues(member, `${pointer}/${key}`),
  );
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * As JSON, with what says nothing left out: text in NFC, empty lists and passages, a weight of 1. Not by way of JSON
 * text: V8 can misname keys that have an escape (https://github.com/nodejs/node/issues/63785).
 */
function normal(value: unknown): Json {
  if (typeof value === 'string') return value.normalize('NFC');
  // JSON has no -0.
  if (typeof value === 'number') return value === 0 ? 0 : value;
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== 'object' || value === null) return value as Json;
  const entries = Object.entries(value).filter(([key, member]) => !saysNothing(key, member));
  return Object.fromEntries(entries.map(([key, member]) => [key.normalize('NFC'), normal(member)]));
}

function saysNothing(key: string, value: unknown): boolean {
  if (value === undefined || (key === 'context' && value === '') || (key === 'weight' && value === 1)) return true;
  return ['tools', 'rejected', 'toolCalls'].includes(key) && Array.isArray(value) && value.length === 0;
}

/** What must survive: the record without what is lost, merged passages appended, and what is merged as a whole left out. */
function remaining(record: CodecRecord, losses: readonly Loss[]): Json {
  const rest = normal(record);
  for (const { field, kind } of losses) {
    if (kind !== 'merged') continue;
    if (field.endsWith('/context')) mergePassage(rest, field);
    else remove(rest, field);
  }
  for (const { field, kind } of losses) {
    if (kind !== 'dropped') continue;
    remove(rest, field);
    // Text lost from a passage that was appended is lost from the question's text too.
    if (field.endsWith('/context')) remove(rest, field.replace(/context$/, 'content'));
  }
  return rest;
}

function mergePassage(record: Json, field: string): void {
  const message = valueAt(record, field.replace(/\/context$/, ''));
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return;
  const { content, context } = message;
  if (typeof context !== 'string' || typeof content !== 'string') return;
  message['content'] = content === '' ? context : `${content}\n\n${context}`;
  delete message['context'];
}

function segmentsOf(field: string): readonly string[] {
  return field
    .normalize('NFC')
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueAt(value: Json, field: string): Json | undefined {
  let current: Json | undefined = value;
  for (const segment of segmentsOf(field)) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, segment)) return undefined;
    current = (current as { [key: string]: Json })[segment];
  }
  return current;
}

function remove(value: Json, field: string): void {
  const segments = segmentsOf(field);
  const holder = segments.length === 1 ? value : valueAt(value, field.slice(0, field.lastIndexOf('/')));
  if (typeof holder !== 'object' || holder === null) return;
  delete (holder as { [key: string]: Json })[segments.at(-1) ?? ''];
}

function reverseKeys<Value>(value: Value): Value;
function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((element) => reverseKeys(element));
  if (typeof value !== 'object' || value === null) return value;
  // Arguments are the record's own data: the order of their keys is part of it.
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, key === 'arguments' || key === 'parameters' ? member : reverseKeys(member)]),
  );
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}
