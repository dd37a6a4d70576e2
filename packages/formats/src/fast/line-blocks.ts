import { isAscii, isUtf8 } from 'node:buffer';
import { isSurelyStable, normaliseText } from '../conversation/stable-text.ts';
import { RowBuffer } from '../rows/row-slice.ts';

const LINE_FEED = 0x0a;

/** Whole lines of a file, as many as came together. */
export interface LineBlock {
  /** Every line with its LF; only the last line of a file may lack it. */
  readonly bytes: Buffer;
  /** The same as text; undefined when the bytes are not all UTF-8. */
  readonly text: string | undefined;
  /** Whether the text is ASCII without control characters but LF: nothing in it needs a closer look. */
  readonly isPlain: boolean;
  /** Whether this is one line beyond the limit, of which `bytes` are the first ones only. */
  readonly isTooLong: boolean;
}

/** Cuts a stream into blocks of whole lines. Of a line beyond the limit only the start is kept, in a block of its own. */
export async function* lineBlocks(chunks: AsyncIterable<Buffer>, maxRowBytes: number): AsyncGenerator<LineBlock> {
  const open = new RowBuffer(maxRowBytes);
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0 && open.isTooLong) {
      const start = chunk.indexOf(LINE_FEED) + 1;
      open.add(chunk.subarray(0, start - 1));
      yield takeBlock(open);
      if (start < end) yield toBlock(chunk.subarray(start, end));
    } else if (end > 0) {
      const whole = chunk.subarray(0, end);
      yield toBlock(open.isEmpty ? whole : Buffer.concat([takeBlock(open).bytes, whole]));
    }
    open.add(chunk.subarray(end));
  }
  if (!open.isEmpty) yield takeBlock(open);
}

/** The line that has no end yet. */
function takeBlock(open: RowBuffer): LineBlock {
  const { kind, bytes } = open.take({ line: 1, column: 1 });
  return kind === 'too-long' ? { bytes, text: undefined, isPlain: false, isTooLong: true } : toBlock(bytes);
}

const controls = /[^\n -\uffff]/;

function toBlock(bytes: Buffer): LineBlock {
  if (isAscii(bytes)) {
    const text = bytes.toString('latin1');
    return { bytes, text, isPlain: !controls.test(text), isTooLong: false };
  }
  return { bytes, text: isUtf8(bytes) ? bytes.toString('utf8') : undefined, isPlain: false, isTooLong: false };
}

/** Characters that JSON writes as escapes, or that this package does: control characters but LF, and line separators. */
const neverCopied = /[^\n -\u0084\u0086-\u2027\u202a-\uffff]/;

/** Whether the texts of a line come out of the plain path as they are. */
export function isCopyable(line: string): boolean {
  return !neverCopied.test(line) && (isSurelyStable(line) || normaliseText(line) === line);
}
