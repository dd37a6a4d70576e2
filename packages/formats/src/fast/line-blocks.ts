import { isAscii, isUtf8 } from 'node:buffer';
import { isSurelyStable, normaliseText } from '../conversation/stable-text.ts';
import { RowBuffer } from '../rows/row-slice.ts';

const LINE_FEED = 0x0a;

/** Whole lines of a file, as many as came together. */
export interface LineBlock {
  /** Every line with its LF; only the last line of a file may lack it. */
  readonly bytes: Buffer;
  /**
   * `plain`: ASCII without control characters but LF, so nothing in it needs a closer look. `text`: UTF-8. `broken`: not
   * UTF-8. `too-long`: one line beyond the limit, of which `bytes` are the first ones only.
   */
  readonly kind: 'plain' | 'text' | 'broken' | 'too-long';
}

/** As much as the processor keeps at hand while it is worked on: of 64 KiB to 1 MiB the fastest. */
const BLOCK_BYTES = 128 * 1024;

async function* smaller(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += BLOCK_BYTES) yield chunk.subarray(start, start + BLOCK_BYTES);
  }
}

/** Cuts a stream into blocks of whole lines. Of a line beyond the limit only the start is kept, in a block of its own. */
export async function* lineBlocks(chunks: AsyncIterable<Buffer>, maxRowBytes: number): AsyncGenerator<LineBlock> {
  const open = new RowBuffer(maxRowBytes);
  for await (const chunk of smaller(chunks)) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    const first = end === 0 || open.isEmpty ? 0 : chunk.indexOf(LINE_FEED) + 1;
    if (first > 0) yield endLine(open, chunk.subarray(0, first));
    if (first < end) yield toBlock(chunk.subarray(first, end));
    open.add(chunk.subarray(end));
  }
  if (!open.isEmpty) yield takeBlock(open);
}

/** The line that came in pieces, with its LF. */
function endLine(open: RowBuffer, rest: Buffer): LineBlock {
  if (!open.isTooLong) return toBlock(Buffer.concat([takeBlock(open).bytes, rest]));
  open.add(rest.subarray(0, -1));
  return takeBlock(open);
}

function takeBlock(open: RowBuffer): LineBlock {
  const { kind, bytes } = open.take({ line: 1, column: 1 });
  return kind === 'too-long' ? { bytes, kind } : toBlock(bytes);
}

function toBlock(bytes: Buffer): LineBlock {
  if (!isAscii(bytes)) return { bytes, kind: isUtf8(bytes) ? 'text' : 'broken' };
  return { bytes, kind: asciiHoldsControls(bytes) ? 'text' : 'plain' };
}

const WORDS_AT_ONCE = 4;

/** Whether there are control characters but LF, looked for in sixteen bytes at a time: far faster than a pattern. */
function asciiHoldsControls(bytes: Buffer): boolean {
  if (bytes.length < 4) return holdsControl(bytes, 0, bytes.length);
  const head = -bytes.byteOffset & 3;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + head, (bytes.length - head) >> 2);
  let index = 0;
  for (; index + WORDS_AT_ONCE <= words.length; index += WORDS_AT_ONCE) {
    // Of a byte below 0x20 the subtraction leaves the high bit, which no ASCII byte has.
    const differences =
      ((words[index] ?? 0) - 0x20202020) |
      ((words[index + 1] ?? 0) - 0x20202020) |
      ((words[index + 2] ?? 0) - 0x20202020) |
      ((words[index + 3] ?? 0) - 0x20202020);
    const start = head + index * 4;
    if ((differences & 0x80808080) !== 0 && holdsControl(bytes, start, start + WORDS_AT_ONCE * 4)) return true;
  }
  return holdsControl(bytes, 0, head) || holdsControl(bytes, head + index * 4, bytes.length);
}

function holdsControl(bytes: Buffer, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x20 && byte !== LINE_FEED) return true;
  }
  return false;
}

/** Characters that JSON writes as escapes, or that this package does: control characters but LF, and line separators. */
const neverCopied = /[^\n -\u0084\u0086-\u2027\u202a-\uffff]/;

/** Whether the texts of a line of UTF-8 come out of the plain path as they are. */
export function isCopyable(line: Buffer): boolean {
  if (isAscii(line)) return !asciiHoldsControls(line);
  const text = line.toString('utf8');
  return !neverCopied.test(text) && (isSurelyStable(text) || normaliseText(text) === text);
}
