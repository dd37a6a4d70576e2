/**
 * Where the texts of a row are in its JSON, as offsets between their quotes. One object is reused for all rows, so that
 * reading a row allocates nothing.
 */
export interface RawTurns {
  /** -1 where the row has none. */
  systemStart: number;
  systemEnd: number;
  /** Start and end of each turn, user and assistant by turns; more room than `count` needs may follow. */
  readonly offsets: number[];
  /** Number of turns. */
  count: number;
  /** The passage of the last question; -1 where there is none. */
  contextStart: number;
  contextEnd: number;
}

export function emptyTurns(): RawTurns {
  return { systemStart: -1, systemEnd: -1, offsets: [], count: 0, contextStart: -1, contextEnd: -1 };
}

export function resetTurns(turns: RawTurns): void {
  turns.systemStart = -1;
  turns.contextStart = -1;
  turns.count = 0;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
/** Escapes that `JSON.stringify` writes too, so that text with them can be copied: `\" \\ \n \r \t \b \f`. */
const copiedEscapes = new Set([QUOTE, BACKSLASH, 0x6e, 0x72, 0x74, 0x62, 0x66]);

/** Walks a text of many rows, hopping from quote to quote. */
export class RawScanner {
  readonly text: string;
  /** Offset of the next character to read. */
  position = 0;
  /** Offset of the LF that ends the row: a string that runs over it is none. */
  #lineEnd = 0;
  /** Offset of the first backslash at or after the last string; looked up once for many strings. */
  #backslash = -1;

  constructor(text: string) {
    this.text = text;
    this.#backslash = this.#find(0);
  }

  /** Begins a row; gives the offset after its LF, or of the end of the text. */
  startRow(start: number): number {
    const end = this.text.indexOf('\n', start);
    this.#lineEnd = end === -1 ? this.text.length : end;
    this.position = start;
    return Math.min(this.#lineEnd + 1, this.text.length);
  }

  /** Whether the text goes on like this; if so, it is passed. */
  take(expected: string): boolean {
    if (!this.text.startsWith(expected, this.position)) return false;
    this.position += expected.length;
    return true;
  }

  /** As Python writes JSON, one space may follow a colon or comma. */
  takeSpace(): void {
    if (this.text.charCodeAt(this.position) === SPACE) this.position += 1;
  }

  /**
   * Passes a string whose opening quote is next and gives the offset of its closing quote; -1 when there is no string, when
   * it is blank at its start, or when its text cannot be copied as it is.
   */
  takeString(mayBeEmpty: boolean): number {
    if (this.text.charCodeAt(this.position) !== QUOTE) return -1;
    const start = this.position + 1;
    let end = this.text.indexOf('"', start);
    if (!this.#isInRow(end)) return -1;
    if (this.#backslash < start) this.#backslash = this.#find(start);
    while (this.#backslash < end) {
      const escaped = this.text.charCodeAt(this.#backslash + 1);
      if (!copiedEscapes.has(escaped)) return -1;
      if (this.#backslash + 1 === end) end = this.text.indexOf('"', end + 1);
      if (!this.#isInRow(end)) return -1;
      this.#backslash = this.#find(this.#backslash + 2);
    }
    if (!this.#isSpoken(start, end) && !(mayBeEmpty && start === end)) return -1;
    this.position = end + 1;
    return end;
  }

  #isInRow(end: number): boolean {
    return end !== -1 && end < this.#lineEnd;
  }

  /** A text that begins with a visible ASCII character is not blank; others deserve a closer look. */
  #isSpoken(start: number, end: number): boolean {
    const code = this.text.charCodeAt(start);
    return start < end && code > SPACE && code < 0x7f && code !== BACKSLASH;
  }

  #find(from: number): number {
    const found = this.text.indexOf('\\', from);
    return found === -1 ? Number.POSITIVE_INFINITY : found;
  }
}
