import type { TextPosition } from '../json/text-position.ts';
import { RowBuffer, type RowSlice } from './row-slice.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const LINE_FEED = 0x0a;

type State = 'before' | 'element' | 'after';

/**
 * Cuts a JSON list into its elements while it streams by. It only balances brackets and strings: whether an element
 * is JSON is for its reader to say, so one bad element does not spoil the next.
 */
export async function* splitArray(chunks: AsyncIterable<Buffer>, maxRowBytes: number): AsyncGenerator<RowSlice> {
  const splitter = new ArraySplitter(maxRowBytes);
  for await (const chunk of chunks) yield* splitter.feed(chunk);
  yield* splitter.end();
}

class ArraySplitter {
  readonly #row: RowBuffer;
  #state: State = 'before';
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #line = 1;
  #column = 1;
  #start: TextPosition | undefined;
  /** A comma was read, so an element must follow. */
  #isElementDue = false;

  constructor(maxRowBytes: number) {
    this.#row = new RowBuffer(maxRowBytes);
  }

  *feed(chunk: Buffer): Generator<RowSlice> {
    /** Where the current element's bytes begin in this chunk. */
    let from = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index] ?? 0;
      if (this.#state === 'element' && this.#endsElement(byte)) {
        this.#row.add(chunk.subarray(from, index));
        yield* this.#takeElement(byte);
      } else if (this.#state === 'after' && !isSpace(byte) && this.#start === undefined) {
        this.#start = this.#position();
        yield {
          kind: 'broken',
          message: 'Text follows the end of the list.',
          bytes: Buffer.alloc(0),
          start: this.#start,
        };
      }
      if (this.#state === 'before' && byte === OPEN_LIST) {
        this.#state = 'element';
        from = index + 1;
      } else if (this.#state === 'element') {
        if (this.#start === undefined && (isSpace(byte) || this.#isSeparator(byte))) from = index + 1;
        else this.#track(byte);
      }
      this.#advance(byte);
    }
    if (this.#state === 'element') this.#row.add(chunk.subarray(from));
  }

  *end(): Generator<RowSlice> {
    if (this.#state === 'after') return;
    // What was read of the last element may be whole, when only the list's end was cut off.
    if (this.#start !== undefined) yield this.#row.take(this.#start);
    const message = 'The file ends inside its list; the closing "]" is missing.';
    yield { kind: 'broken', message, bytes: Buffer.alloc(0), start: this.#position() };
  }

  #isSeparator(byte: number): boolean {
    return byte === COMMA && this.#depth === 0;
  }

  #endsElement(byte: number): boolean {
    return !this.#isInString && this.#depth === 0 && (byte === COMMA || byte === CLOSE_LIST);
  }

  *#takeElement(byte: number): Generator<RowSlice> {
    const isLast = byte === CLOSE_LIST;
    if (this.#start !== undefined) {
      yield this.#row.take(this.#start);
    } else if (!isLast || this.#isElementDue) {
      const start = this.#position();
      yield { kind: 'broken', message: 'An element of the list is missing here.', bytes: Buffer.alloc(0), start };
    }
    this.#start = undefined;
    this.#isElementDue = !isLast;
    if (isLast) this.#state = 'after';
  }

  #track(byte: number): void {
    this.#start ??= this.#position();
    if (this.#isInString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === BACKSLASH) this.#isEscaped = true;
      else if (byte === QUOTE) this.#isInString = false;
    } else if (byte === QUOTE) {
      this.#isInString = true;
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      this.#depth += 1;
    } else if ((byte === CLOSE_LIST || byte === CLOSE_OBJECT) && this.#depth > 0) {
      this.#depth -= 1;
    }
  }

  /** Columns count UTF-16 code units: continuation bytes add none, four-byte characters two. */
  #advance(byte: number): void {
    if (byte === LINE_FEED) {
      this.#line += 1;
      this.#column = 1;
    } else if (byte < 0x80 || byte >= 0xc0) {
      this.#column += byte >= 0xf0 ? 2 : 1;
    }
  }

  #position(): TextPosition {
    return { line: this.#line, column: this.#column };
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === LINE_FEED || byte === 0x0d || byte === 0x09;
}
