import { packingOfName, packRows, type Codec } from '@dsgen/sdk';
import { withRowSink } from './row-file.ts';

export interface WritePackedOptions {
  /** Format of the rows, where it is known. */
  readonly codec?: Codec;
}

/**
 * Writes rows, given as JSON Lines, in the container that the name of the file says; nothing that looks whole is left when
 * it fails. Gives the name as the last screen shows it.
 */
export function writePacked(
  lines: AsyncIterable<Uint8Array>,
  out: string,
  options: WritePackedOptions = {},
): Promise<string> {
  return withRowSink(out, async (sink) => {
    if (out === '-') for await (const bytes of lines) await sink.write(bytes);
    else {
      const packed = packRows(lines, { ...packingOfName(out), ...options });
      for await (const bytes of gathered(packed)) await sink.write(bytes);
    }
    return sink.shown;
  });
}

/** One write for each row would cost more than the row. A pipe gets its rows at once. */
const WRITTEN_BYTES = 64 * 1024;

async function* gathered(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    pieces.push(chunk);
    bytes += chunk.byteLength;
    if (bytes < WRITTEN_BYTES) continue;
    yield pieces.length === 1 ? chunk : Buffer.concat(pieces);
    pieces = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(pieces);
}
