import type { CodecRecord, DecodeResult, RowIssue } from '@dsgen/core';
import { escapePointer } from '../json/inspect-json.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads the parts of one row and collects what is wrong with them, so that a row reports all its defects at once. */
export class RowReader {
  readonly #issues: RowIssue[] = [];
  readonly #notes: RowIssue[] = [];

  get hasIssues(): boolean {
    return this.#issues.length > 0;
  }

  fail(code: string, pointer: string, message: string): void {
    this.#issues.push({ code, message, pointer });
  }

  /** Something that was read although the format's contract says otherwise. */
  note(code: string, pointer: string, message: string): void {
    this.#notes.push({ code, message, pointer });
  }

  /** The value as an object; undefined, and an issue, when it is none. */
  object(value: unknown, pointer: string): JsonObject | undefined {
    if (isObject(value)) return value;
    this.#wrongType(pointer, 'an object', value);
    return undefined;
  }

  list(value: unknown, pointer: string): readonly unknown[] | undefined {
    if (Array.isArray(value)) return value;
    this.#wrongType(pointer, 'a list', value);
    return undefined;
  }

  string(value: unknown, pointer: string): string | undefined {
    if (typeof value === 'string') return value;
    this.#wrongType(pointer, 'a string', value);
    return undefined;
  }

  /** A string that may be missing; `null` counts as missing because Arrow-based tools fill gaps with it. */
  optionalString(value: unknown, pointer: string): string | undefined {
    return value === undefined || value === null ? undefined : this.string(value, pointer);
  }

  optionalList(value: unknown, pointer: string): readonly unknown[] | undefined {
    return value === undefined || value === null ? undefined : this.list(value, pointer);
  }

  /** Notes columns that the record will not keep. A `null` holds nothing and passes quietly. */
  noteUnknown(object: JsonObject, pointer: string, known: ReadonlySet<string>): void {
    for (const [key, value] of Object.entries(object)) {
      if (known.has(key) || value === null) continue;
      const message = `${JSON.stringify(key)} is not part of the format and is left out.`;
      this.note('unknown-column', `${pointer}/${escapePointer(key)}`, message);
    }
  }

  result(value: CodecRecord): DecodeResult {
    if (this.hasIssues) return { ok: false, issues: this.#issues };
    return this.#notes.length === 0 ? { ok: true, value } : { ok: true, value, notes: this.#notes };
  }

  failure(): DecodeResult {
    return { ok: false, issues: this.#issues };
  }

  #wrongType(pointer: string, wanted: string, value: unknown): void {
    const name = pointer === '' ? 'The row' : `The value at ${pointer}`;
    if (value === undefined) this.fail('missing-field', pointer, `${name} is missing; ${wanted} is needed.`);
    else this.fail('wrong-type', pointer, `${name} is ${typeName(value)}; ${wanted} is needed.`);
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own property: rows are untrusted, and `constructor` is no column. */
export function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
