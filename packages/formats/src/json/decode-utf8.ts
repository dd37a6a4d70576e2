import { isUtf8 } from 'node:buffer';

export type Utf8Text =
  | { readonly ok: true; readonly text: string }
  /** `text` has U+FFFD where bytes are wrong; `offset` is the first such place, in UTF-16 code units. */
  | { readonly ok: false; readonly text: string; readonly offset: number; readonly byte: number };

const REPLACEMENT = '\ufffd';
const REPLACEMENT_BYTES = Buffer.from(REPLACEMENT);

/** Decodes bytes as UTF-8 and tells where they are not. */
export function decodeUtf8(bytes: Buffer): Utf8Text {
  const text = bytes.toString('utf8');
  if (isUtf8(bytes)) return { ok: true, text };
  const bad = firstReplacement(bytes, text);
  return { ok: false, text, offset: bad.offset, byte: bytes[bad.byteOffset] ?? 0 };
}

/** The first U+FFFD that the decoder put there: one that the bytes themselves spell is a character like any other. */
function firstReplacement(bytes: Buffer, text: string): { readonly offset: number; readonly byteOffset: number } {
  let offset = 0;
  let byteOffset = 0;
  for (;;) {
    const next = text.indexOf(REPLACEMENT, offset);
    if (next === -1) return { offset: text.length, byteOffset: bytes.length };
    byteOffset += Buffer.byteLength(text.slice(offset, next));
    const end = byteOffset + REPLACEMENT_BYTES.length;
    if (!bytes.subarray(byteOffset, end).equals(REPLACEMENT_BYTES)) return { offset: next, byteOffset };
    offset = next + 1;
    byteOffset = end;
  }
}
