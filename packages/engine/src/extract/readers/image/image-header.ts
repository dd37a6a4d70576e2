/** Width times height as the header of a PNG, GIF or BMP states it; undefined for other formats. */
export function imagePixels(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 26) return undefined;
  const signature = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (signature === '\x89PNG') return view.getUint32(16) * view.getUint32(20);
  if (signature === 'GIF8') return view.getUint16(6, true) * view.getUint16(8, true);
  if (signature.startsWith('BM')) return Math.abs(view.getInt32(18, true) * view.getInt32(22, true));
  return undefined;
}

const MAX_TIFF_PAGES = 10_000;

/** How many images a TIFF chains together; 1 for other formats. */
export function tiffPageCount(bytes: Uint8Array): number {
  const order = Buffer.from(bytes.subarray(0, 2)).toString('latin1');
  if (order !== 'II' && order !== 'MM') return 1;
  const isLittle = order === 'II';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let pages = 0;
  let offset = readOffset(view, 4, isLittle);
  while (offset > 0 && offset + 2 <= bytes.length && pages < MAX_TIFF_PAGES) {
    pages += 1;
    offset = readOffset(view, offset + 2 + view.getUint16(offset, isLittle) * 12, isLittle);
  }
  return Math.max(1, pages);
}

/** 0, the end of the chain, for an offset beyond the file. */
function readOffset(view: DataView, at: number, isLittle: boolean): number {
  return at + 4 <= view.byteLength ? view.getUint32(at, isLittle) : 0;
}
