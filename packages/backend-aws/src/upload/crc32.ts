/** The polynomial of zlib, gzip and S3's CRC32, lowest bit first. */
const POLYNOMIAL = 0xedb88320;

/** A linear map of 32 bits: what one bit becomes, by bit. */
type Matrix = readonly number[];

/**
 * The CRC32 of two byte strings one after the other, from the CRC32 of each and the length of the second: the checksum of a
 * whole file without reading it again.
 */
export function combineCrc32(first: number, second: number, secondBytes: number): number {
  let state = first >>> 0;
  // Appending zeros is linear: the maps for 1, 2, 4, … zero bytes, each the square of the one before.
  let appendZeros = square(square(square(ONE_ZERO_BIT)));
  for (let left = secondBytes; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) state = apply(appendZeros, state);
    appendZeros = square(appendZeros);
  }
  return (state ^ second) >>> 0;
}

const ONE_ZERO_BIT: Matrix = [POLYNOMIAL, ...Array.from({ length: 31 }, (_, bit) => 2 ** bit)];

function apply(matrix: Matrix, vector: number): number {
  let sum = 0;
  for (let bit = 0; bit < 32; bit += 1) if (((vector >>> bit) & 1) === 1) sum ^= matrix[bit] ?? 0;
  return sum >>> 0;
}

function square(matrix: Matrix): Matrix {
  return matrix.map((column) => apply(matrix, column));
}

/** A CRC32 as S3 writes it: base64 of its bytes, highest first. */
export function encodeCrc32(crc: number): string {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(crc >>> 0);
  return bytes.toString('base64');
}
