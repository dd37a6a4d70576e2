import { ExtractError } from '@dsgen/core';

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  /** Encoding label, lower case, such as `utf-8` or `windows-1252`. */
  readonly encoding: string;
  readonly warnings: readonly string[];
}

/** Statistics need no more than this; the rest only costs time. */
const SAMPLE_BYTES = 64 * 1024;

/** More controls than this share of a text, or more replaced characters, and it was no text. */
const MOST_CONTROLS = 0.02;
const MOST_REPLACED = 0.05;

/** A file of UTF-8 with at most this share of broken sequences is damaged UTF-8, not another encoding. */
const MOST_BROKEN_UTF8 = 0.002;

/** Byte order marks, longest first: the mark of UTF-32LE starts with that of UTF-16LE. */
const MARKS: ReadonlyArray<readonly [bytes: readonly number[], encoding: string]> = [
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * Decodes text of unknown encoding: byte order mark, then valid UTF-8, then UTF-16 by its zero bytes, then the
 * encoding the document declares, then statistics.
 *
 * @throws ExtractError `unsupported-type` for binary data, `bad-encoding` for text that no encoding explains.
 */
export async function decodeText(bytes: Uint8Array, declared?: string): Promise<DecodedText> {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return checkedText(await decodeAs(bytes.subarray(marked[0].length), marked[1]));
  const zeros = zeroBytePattern(bytes);
  if (zeros === 'binary') throw new ExtractError('unsupported-type', 'The file is binary data, not text.');
  if (zeros !== 'none') return checkedText(await decodeAs(bytes, zeros));
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== undefined) return checkedText(utf8);
  return checkedText(await decodeAs(bytes, await chooseEncoding(bytes, declared)));
}

/** Decodes with a given label; labels the platform does not know go to iconv-lite. */
async function decodeAs(bytes: Uint8Array, encoding: string): Promise<DecodedText> {
  const decoder = createDecoder(encoding);
  if (decoder !== undefined) return { text: decoder.decode(bytes), encoding: decoder.encoding, warnings: [] };
  const { default: iconv } = await import('iconv-lite');
  if (iconv.encodingExists(encoding)) return { text: iconv.decode(bytes, encoding), encoding, warnings: [] };
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252', warnings: [] };
}

function createDecoder(encoding: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(encoding);
  } catch {
    return undefined;
  }
}

/** UTF-8 when it is valid, or so nearly valid that a few damaged characters are the better explanation. */
function decodeUtf8(bytes: Uint8Array): DecodedText | undefined {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', warnings: [] };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const broken = count(text, /\ufffd/g);
    const intact = count(text, /[\u0080-\ufffc]/g);
    if (broken > Math.max(1, intact * 0.05) || broken > text.length * MOST_BROKEN_UTF8 + 1) return undefined;
    if (intact === 0) return undefined;
    return { text, encoding: 'utf-8', warnings: [`${broken} invalid UTF-8 sequences were replaced`] };
  }
}

/** What the zero bytes of a sample say: UTF-16 has them in every other byte, text in 8-bit encodings has none. */
function zeroBytePattern(bytes: Uint8Array): 'none' | 'binary' | 'utf-16le' | 'utf-16be' {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const pairs = sample.length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be';
  return even + odd > sample.length * MOST_CONTROLS ? 'binary' : 'none';
}

async function chooseEncoding(bytes: Uint8Array, declared: string | undefined): Promise<string> {
  if (declared !== undefined && !/^utf-?8$/i.test(declared) && createDecoder(declared) !== undefined) return declared;
  const { analyse } = await import('chardet');
  const matches = analyse(denseSample(bytes)).filter((match) => !/^utf-?8$|^ascii$/i.test(match.name));
  const [best] = matches;
  return best === undefined || best.confidence < 10 ? 'windows-1252' : best.name;
}

/** The part of the file that has something to say: around its first byte beyond ASCII. */
function denseSample(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  return bytes.subarray(Math.max(0, first - SAMPLE_BYTES / 2), Math.max(0, first) + SAMPLE_BYTES / 2);
}

function checkedText(decoded: DecodedText): DecodedText {
  const sample = decoded.text.slice(0, SAMPLE_BYTES);
  // eslint-disable-next-line no-control-regex -- counts control characters
  const controls = count(sample, /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u0084\u0086-\u009f]/g);
  const replaced = count(sample, /\ufffd/g);
  if (controls > sample.length * MOST_CONTROLS + 2) {
    throw new ExtractError('unsupported-type', 'The file is binary data, not text.');
  }
  if (replaced > sample.length * MOST_REPLACED + 2) {
    throw new ExtractError('bad-encoding', `The text is not valid ${decoded.encoding}, and no other encoding fits.`);
  }
  return decoded;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
