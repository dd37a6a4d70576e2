/** Titles that programs fill in and nobody reads. */
const STOCK_TITLE =
  /^(?:untitled|document\s?\d*|microsoft (?:word|powerpoint|excel)\b.*|presentation\s?\d*|slide \d+|title|scan\w*|print|.*\.(?:docx?|pdf|tex|dvi|indd|qxd|pptx?|xlsx?|rtf|html?|odt))$/i;

/**
 * The title in the metadata of a PDF where it is plausible: not a stock word or file name, and made of words that the first
 * page shows. Only metadata that can be read without decoding streams is looked at.
 *
 * @param bytes The PDF from `%PDF-` on.
 * @param firstPages Text of the first pages.
 */
export function findTitle(bytes: Uint8Array, firstPages: string): string | undefined {
  const candidates = [titleOfXmp(bytes), titleOfInfo(bytes)];
  return candidates.find((title) => title !== undefined && isPlausible(title, firstPages));
}

function titleOfXmp(bytes: Uint8Array): string | undefined {
  const packet = sliceBetween(bytes, '<dc:title', '</dc:title>');
  const text = packet === undefined ? undefined : /<rdf:li[^>]*>([^<]*)</.exec(packet.toString('utf8'))?.[1];
  return text === undefined ? undefined : tidy(decodeEntities(text));
}

/** `/Title (…)` of the information dictionary, found through the trailer. */
function titleOfInfo(bytes: Uint8Array): string | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = file.subarray(-65_536).toString('latin1');
  const reference = /\/Info\s+(\d{1,9})\s+(\d{1,5})\s+R/.exec(tail);
  if (reference === null || /\/Encrypt\s/.test(tail)) return undefined;
  const start = file.lastIndexOf(`\n${reference[1]} ${reference[2]} obj`, undefined, 'latin1');
  if (start === -1) return undefined;
  const dictionary =
    file
      .subarray(start, start + 4096)
      .toString('latin1')
      .split('endobj')[0] ?? '';
  return titleOfDictionary(dictionary);
}

function titleOfDictionary(dictionary: string): string | undefined {
  const literal = /\/Title\s*\(((?:[^()\\]|\\[^])*)\)/.exec(dictionary)?.[1];
  if (literal !== undefined) return tidy(decodeString(Buffer.from(unescape(literal), 'latin1')));
  const hex = /\/Title\s*<([\da-fA-F\s]*)>/.exec(dictionary)?.[1];
  return hex === undefined ? undefined : tidy(decodeString(Buffer.from(hex.replace(/\s/g, ''), 'hex')));
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescape(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|\r?\n|[^])/g, (_match, escape: string) => {
    if (/^[0-7]/.test(escape)) return String.fromCharCode(Number.parseInt(escape, 8) & 0xff);
    return /^\r?\n$/.test(escape) ? '' : (ESCAPES[escape] ?? escape);
  });
}

/** UTF-16 with a mark, UTF-8 with a mark, else Latin 1, which is PDFDocEncoding for the letters that matter. */
function decodeString(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return bytes
      .subarray(2, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString('utf8');
  return bytes.toString('latin1');
}

function decodeEntities(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (match, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? match;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : match;
    },
  );
}

function tidy(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

function isPlausible(title: string, firstPages: string): boolean {
  if (title.length < 4 || title.length > 200 || STOCK_TITLE.test(title)) return false;
  const words = title.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const shown = new Set(firstPages.toLowerCase().match(/[\p{L}\d]+/gu));
  return words.length > 0 && words.every((word) => shown.has(word));
}

function sliceBetween(bytes: Uint8Array, from: string, to: string): Buffer | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = file.lastIndexOf(from, undefined, 'latin1');
  const end = start === -1 ? -1 : file.indexOf(to, start, 'latin1');
  return end === -1 || end - start > 4096 ? undefined : file.subarray(start, end);
}
