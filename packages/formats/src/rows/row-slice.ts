import type { TextPosition } from '../json/text-position.ts';

/** The bytes of one row, cut out of a stream, before anything is read. */
export type RowSlice =
  | { readonly kind: 'row'; readonly bytes: Buffer; readonly start: TextPosition }
  /** Only the first bytes are kept. */
  | { readonly kind: 'too-long'; readonly bytes: Buffer; readonly start: TextPosition }
  /** The container itself is broken here: a list that does not end, text after its end. */
  | { readonly kind: 'broken'; readonly message: string; readonly bytes: Buffer; readonly start: TextPosition };

/** How much of a row that is too long is kept to show it. */
export const KEPT_BYTES = 1024;

/** Collects the pieces of a row that spans chunks, without copying more than once, and lets go beyond the limit. */
export class RowBuffer {
  readonly #maxBytes: number;
  #pieces: Buffer[] = [];
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get isEmpty(): boolean {
    return this.#bytes === 0;
  }

  get isTooLong(): boolean {
    return this.#bytes > this.#maxBytes;
  }

  add(piece: Buffer): void {
    if (piece.length === 0) return;
    const isKept = !this.isTooLong || this.#bytes < KEPT_BYTES;
    this.#bytes += piece.length;
    if (!isKept) return;
    this.#pieces.push(piece);
    // Copies: a view of the pieces would keep them all.
    if (this.isTooLong) this.#pieces = [Buffer.concat(this.#pieces, Math.min(this.#bytes, KEPT_BYTES))];
  }

  /** Gives the row away and is empty again. */
  take(start: TextPosition): RowSlice {
    const bytes = this.#pieces.length === 1 ? (this.#pieces[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#pieces);
    const kind = this.isTooLong ? 'too-long' : 'row';
    this.#pieces = [];
    this.#bytes = 0;
    return { kind, bytes, start };
  }
}
