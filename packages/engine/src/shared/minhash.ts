import { hashWords } from './words.ts';

/** Values per signature. */
export const SIGNATURE_LENGTH = 64;
const BIN_SHIFT = 26;
const SHINGLE_WORDS = 3;
const EMPTY = 0xffffffff;

/**
 * A 64-value MinHash of the text's 3-word shingles by one permutation: each shingle is hashed once, the top bits choose
 * a bin, the smallest hash of each bin is kept. Empty bins borrow from a bin chosen by hash (optimal densification), so
 * short texts stay comparable. Two signatures agree in about as many places as the texts share shingles.
 */
export function minhash(text: string): Uint16Array {
  const minima = new Uint32Array(SIGNATURE_LENGTH).fill(EMPTY);
  const words = hashWords(text);
  const last = Math.max(0, words.length - SHINGLE_WORDS);
  for (let index = 0; index <= last && words.length > 0; index += 1) {
    let shingle = 0;
    for (let offset = 0; offset < SHINGLE_WORDS; offset += 1) {
      shingle = mix(Math.imul(shingle, 31) + (words[index + offset] ?? 0) + offset);
    }
    const bin = shingle >>> BIN_SHIFT;
    if (shingle < (minima[bin] ?? 0)) minima[bin] = shingle;
  }
  return densify(minima);
}

/** Share of equal values: an estimate of the Jaccard similarity of the two texts' shingles. */
export function estimateJaccard(left: Uint16Array, right: Uint16Array): number {
  let equal = 0;
  for (let index = 0; index < SIGNATURE_LENGTH; index += 1) if (left[index] === right[index]) equal += 1;
  return equal / SIGNATURE_LENGTH;
}

/** Base64 of the values, low byte first on every machine. */
export function encodeSignature(signature: Uint16Array): string {
  const bytes = Buffer.alloc(signature.length * 2);
  signature.forEach((value, index) => bytes.writeUInt16LE(value, index * 2));
  return bytes.toString('base64');
}

/** The reverse of `encodeSignature`. */
export function decodeSignature(encoded: string): Uint16Array {
  const bytes = Buffer.from(encoded, 'base64');
  const signature = new Uint16Array(SIGNATURE_LENGTH);
  for (let index = 0; index < SIGNATURE_LENGTH; index += 1) {
    signature[index] = (bytes[index * 2] ?? 0) | ((bytes[index * 2 + 1] ?? 0) << 8);
  }
  return signature;
}

/** The minima are 32 bits so that long texts do not crowd at zero; 16 hashed bits of each are enough to compare. */
function densify(minima: Uint32Array): Uint16Array {
  const signature = new Uint16Array(SIGNATURE_LENGTH);
  if (minima.every((value) => value === EMPTY)) return signature;
  for (let bin = 0; bin < SIGNATURE_LENGTH; bin += 1) {
    let value = minima[bin] ?? EMPTY;
    for (let attempt = 1; value === EMPTY; attempt += 1) {
      value = minima[mix(bin * 0x9e3779b1 + attempt) >>> BIN_SHIFT] ?? EMPTY;
    }
    signature[bin] = mix(value) & 0xffff;
  }
  return signature;
}

/** The finaliser of MurmurHash3: every input bit reaches every output bit. */
function mix(input: number): number {
  let value = input | 0;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
