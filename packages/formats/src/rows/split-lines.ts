import { RowBuffer, type RowSlice } from './row-slice.ts';

const LINE_FEED = 0x0a;

/** Cuts a stream at LF (a CR before it is white space to JSON); a last line without LF counts. */
export async function* splitLines(chunks: AsyncIterable<Buffer>, maxRowBytes: number): AsyncGenerator<RowSlice> {
  const row = new RowBuffer(maxRowBytes);
  let line = 1;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      row.add(chunk.subarray(from, end));
      if (!row.isEmpty) yield row.take({ line, column: 1 });
      line += 1;
      from = end + 1;
    }
    row.add(chunk.subarray(from));
  }
  if (!row.isEmpty) yield row.take({ line, column: 1 });
}
