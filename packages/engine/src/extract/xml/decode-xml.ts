import { TextDecoder } from 'node:util';

const CHUNK_BYTES = 256 * 1024;
const DECLARATION_BYTES = 200;

/**
 * Decodes XML in chunks, so that a large part never becomes one large string. The byte order mark decides, then the
 * declaration, else UTF-8. An unknown encoding name is read as UTF-8.
 */
export function* decodeXml(bytes: Uint8Array): Generator<string> {
  const decoder = createDecoder(bytes);
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    const isLast = start + CHUNK_BYTES >= bytes.length;
    yield decoder.decode(bytes.subarray(start, start + CHUNK_BYTES), { stream: !isLast });
  }
}

function createDecoder(bytes: Uint8Array): TextDecoder {
  try {
    return new TextDecoder(encodingOf(bytes));
  } catch {
    return new TextDecoder();
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  const declaration = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1');
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml [^>]{0,150}?encoding=["']([\w.:-]{1,40})["']/.exec(declaration)?.[1];
  // The declaration was read as single bytes, so it cannot be UTF-16 whatever it says.
  return declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}
