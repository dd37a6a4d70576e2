import { readJsonString, type StringFlaw } from './read-json-string.ts';

export type JsonDefectCode =
  | 'json-syntax'
  | 'duplicate-key'
  | 'unsafe-number'
  | 'lone-surrogate'
  | 'nul-character'
  | 'too-deep';

export interface JsonDefect {
  readonly code: JsonDefectCode;
  readonly message: string;
  /** UTF-16 offset into the text, 0-based. */
  readonly offset: number;
  readonly pointer: string;
}

export interface InspectJsonOptions {
  readonly maxDepth: number;
  /** JSON pointers whose values' offsets are wanted. */
  readonly locate?: ReadonlySet<string>;
  /** Whether to build the value too. Default false. */
  readonly build?: boolean;
}

export interface JsonInspection {
  /** In text order; at most {@link MAX_DEFECTS}, and nothing after the first syntax error. */
  readonly defects: readonly JsonDefect[];
  readonly offsets: ReadonlyMap<string, number>;
  /** With `build`: the value, when there is no syntax error. */
  readonly value?: unknown;
}

/** A row with more defects than this is hopeless; listing them all would let one row flood a report. */
export const MAX_DEFECTS = 20;

/**
 * Reads one JSON text slowly and tells everything `JSON.parse` keeps quiet about: where a syntax error is, keys given
 * twice, integers that a double cannot hold, lone surrogates, NUL characters, and where the value of a pointer starts.
 *
 * @example
 * inspectJson('{"a":1,"a":2}', { maxDepth: 8 }).defects[0]?.code; // 'duplicate-key'
 */
export function inspectJson(text: string, options: InspectJsonOptions): JsonInspection {
  return new JsonInspector(text, options).run();
}

interface Frame {
  readonly pointer: string;
  /** Objects only. */
  readonly keys?: Set<string>;
  index: number;
  /** Pointer token of the member that is being read. */
  current: string;
  /** The same as the key itself. */
  key: string;
  /** Members read so far, when the value is built. */
  readonly members: Array<readonly [string, unknown]>;
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const integerPattern = /^-?\d+$/;
const literals = ['true', 'false', 'null'] as const;

class SyntaxStop extends Error {}

class JsonInspector {
  readonly #text: string;
  readonly #options: InspectJsonOptions;
  readonly #defects: JsonDefect[] = [];
  readonly #offsets = new Map<string, number>();
  readonly #frames: Frame[] = [];
  #position = 0;
  #value: unknown;

  constructor(text: string, options: InspectJsonOptions) {
    this.#text = text;
    this.#options = options;
  }

  run(): JsonInspection {
    try {
      do this.#readValue();
      while (this.#moveToNextValue());
    } catch (error) {
      if (!(error instanceof SyntaxStop)) throw error;
    }
    return { defects: this.#defects, offsets: this.#offsets, value: this.#value };
  }

  /** Reads a scalar, or opens a container and its first member, so that nesting costs no stack. */
  #readValue(): void {
    for (;;) {
      this.#skipSpace();
      const pointer = this.#pointer();
      if (this.#options.locate?.has(pointer) === true) this.#offsets.set(pointer, this.#position);
      const character = this.#text[this.#position];
      if (character === '{') {
        if (!this.#openContainer(pointer, '}')) return;
        this.#readKey();
      } else if (character === '[') {
        if (!this.#openContainer(pointer, ']')) return;
      } else {
        this.#readScalar(character);
        return;
      }
    }
  }

  /** Whether there is a first member to read; an empty container is closed at once. */
  #openContainer(pointer: string, closer: '}' | ']'): boolean {
    if (this.#frames.length >= this.#options.maxDepth) {
      this.#defect('too-deep', `The row nests deeper than ${this.#options.maxDepth} levels.`, this.#position);
      throw new SyntaxStop();
    }
    this.#position += 1;
    this.#skipSpace();
    if (this.#text[this.#position] === closer) {
      this.#position += 1;
      this.#keep(closer === ']' ? [] : {});
      return false;
    }
    const keys = closer === '}' ? { keys: new Set<string>() } : {};
    this.#frames.push({ pointer, index: 0, current: '0', key: '', members: [], ...keys });
    return true;
  }

  /** Whether another value follows; closes every container that ends here. */
  #moveToNextValue(): boolean {
    for (;;) {
      this.#skipSpace();
      const frame = this.#frames.at(-1);
      const character = this.#text[this.#position];
      if (frame === undefined) {
        if (character !== undefined) this.#stop(`Expected the end of the row but found ${quote(character)}.`);
        return false;
      }
      const closer = frame.keys === undefined ? ']' : '}';
      if (character === ',') {
        this.#position += 1;
        if (frame.keys === undefined) this.#nextElement(frame);
        else this.#readKey();
        return true;
      }
      if (character !== closer) this.#stopExpecting(`',' or '${closer}'`, character);
      this.#frames.pop();
      this.#position += 1;
      this.#keep(
        frame.keys === undefined ? frame.members.map(([, value]) => value) : Object.fromEntries(frame.members),
      );
    }
  }

  #nextElement(frame: Frame): void {
    frame.index += 1;
    frame.current = String(frame.index);
  }

  #readKey(): void {
    const frame = this.#frames.at(-1);
    this.#skipSpace();
    const start = this.#position;
    if (this.#text[start] !== '"') this.#stopExpecting('a quoted key', this.#text[start]);
    const key = this.#readString();
    if (frame?.keys !== undefined) {
      frame.key = key;
      frame.current = escapePointer(key);
      if (frame.keys.has(key)) {
        this.#defect('duplicate-key', `The key ${quote(key)} is given twice; only one can be meant.`, start);
      }
      frame.keys.add(key);
    }
    this.#skipSpace();
    if (this.#text[this.#position] !== ':') this.#stopExpecting("':'", this.#text[this.#position]);
    this.#position += 1;
  }

  #readScalar(character: string | undefined): void {
    if (character === '"') {
      this.#keep(this.#readString());
      return;
    }
    const literal = literals.find((word) => this.#text.startsWith(word, this.#position));
    if (literal !== undefined) {
      this.#position += literal.length;
      this.#keep(JSON.parse(literal));
      return;
    }
    numberPattern.lastIndex = this.#position;
    const token = numberPattern.exec(this.#text)?.[0];
    if (token === undefined) this.#stopExpecting('a JSON value', character);
    if (!isHeldExactly(token)) {
      this.#defect(
        'unsafe-number',
        `The number ${token.slice(0, 40)} is beyond what JSON readers keep exactly (2^53); write it as a string.`,
        this.#position,
      );
    }
    this.#position += token.length;
    this.#keep(Number(token));
  }

  /** Hands a finished value to the container that holds it. */
  #keep(value: unknown): void {
    if (this.#options.build !== true) return;
    const frame = this.#frames.at(-1);
    if (frame === undefined) this.#value = value;
    else frame.members.push([frame.key, value]);
  }

  #readString(): string {
    const result = readJsonString(this.#text, this.#position);
    if (result.syntaxError !== undefined) {
      this.#position = result.end;
      this.#stop(result.syntaxError);
    }
    for (const flaw of result.flaws) this.#stringDefect(flaw);
    const source = this.#text.slice(this.#position, result.end);
    this.#position = result.end;
    return JSON.parse(source) as string;
  }

  #stringDefect(flaw: StringFlaw): void {
    const message =
      flaw.code === 'lone-surrogate'
        ? 'Half of a surrogate pair stands alone; it is no character and no UTF-8 file can hold it.'
        : 'The text holds a NUL character, which many consumers cut at.';
    this.#defect(flaw.code, message, flaw.offset);
  }

  #pointer(): string {
    const frame = this.#frames.at(-1);
    return frame === undefined ? '' : `${frame.pointer}/${frame.current}`;
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#position);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#position += 1;
    }
  }

  #defect(code: JsonDefectCode, message: string, offset: number): void {
    if (this.#defects.length < MAX_DEFECTS) this.#defects.push({ code, message, offset, pointer: this.#pointer() });
  }

  #stopExpecting(expected: string, character: string | undefined): never {
    if (character !== undefined) return this.#stop(`Expected ${expected} but found ${quote(character)}.`);
    const frame = this.#frames.at(-1);
    const place =
      frame === undefined ? 'before any value' : frame.keys === undefined ? 'inside a list' : 'inside an object';
    return this.#stop(`The row ends ${place}; each row must be one whole JSON value on one line.`);
  }

  #stop(message: string): never {
    // A syntax error must be reported even when the list is full: without it the row would look readable.
    if (this.#defects.length >= MAX_DEFECTS) this.#defects.pop();
    this.#defect('json-syntax', message, this.#position);
    throw new SyntaxStop();
  }
}

/** Whether reading and writing the number again gives the same integer; fractions are rounded everywhere. */
function isHeldExactly(token: string): boolean {
  const value = Number(token);
  if (!Number.isFinite(value)) return false;
  return !integerPattern.test(token) || Number.isSafeInteger(value) || String(value) === token;
}

/** Quoted for a message, never raw: the text is untrusted and may hold terminal escapes. */
function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

/** One reference token of a JSON pointer (RFC 6901). */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
