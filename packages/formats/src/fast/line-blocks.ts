import { isAscii, isUtf8 } from 'node:buffer';
import { isSurelyStable, normaliseText } from '../conversation/stable-text.ts';

const LINE_FEED = 0x0a;

/** Whole lines of a file, as many as came together. */
export interface LineBlock {
  /** Every line with its LF; only the last line of a file may lack it. */
  readonly bytes: Buffer;
  /** The same as text; undefined when the bytes are not all UTF-8. */
  readonly text: string | undefined;
  /** Whether the text is ASCII without control characters but LF: nothing in it needs a closer look. */
  readonly isPlain: boolean;
}

/** Cuts a stream into blocks of whole lines. A line is held until it ends, whatever its length. */
export async function* lineBlocks(chunks: AsyncIterable<Buffer>): AsyncGenerator<LineBlock> {
  let pending: Buffer[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end === 0) {
      pending.push(chunk);
      continue;
    }
    yield toBlock(pending.length === 0 ? chunk.subarray(0, end) : Buffer.concat([...pending, chunk.subarray(0, end)]));
    pending = end === chunk.length ? [] : [chunk.subarray(end)];
  }
  if (pending.length > 0) yield toBlock(Buffer.concat(pending));
}

const controls = /[^\n -\uffff]/;

function toBlock(bytes: Buffer): LineBlock {
  if (isAscii(bytes)) {
    const text = bytes.toString('latin1');
    return { bytes, text, isPlain: !controls.test(text) };
  }
  return { bytes, text: isUtf8(bytes) ? bytes.toString('utf8') : undefined, isPlain: false };
}

/** Characters that JSON writes as escapes, or that this package does: control characters but LF, and line separators. */
const neverCopied = /[^\n -\u0084\u0086-\u2027\u202a-\uffff]/;

/** Whether the texts of a line come out of the plain path as they are. */
export function isCopyable(line: string): boolean {
  return !neverCopied.test(line) && (isSurelyStable(line) || normaliseText(line) === line);
}
