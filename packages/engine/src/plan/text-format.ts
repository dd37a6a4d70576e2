import { mediaTypeOfName } from './file-extensions.ts';

const HTML_TAGS = [
  'html',
  'head',
  'body',
  'title',
  'meta',
  'div',
  'p',
  'h1',
  'table',
  'script',
  'style',
  'article',
  'main',
];
const MAIL_FIELDS =
  /^(?:received|return-path|from|to|subject|date|message-id|mime-version|delivered-to|x-[\w-]+|content-type):/i;

/**
 * Whether bytes are text in UTF-8, UTF-16 with a mark, or a single-byte encoding: at most 2 % control characters, as programs that
 * break off leave zero bytes in their logs. UTF-16 without a mark counts when every second byte of the sample is nearly always zero.
 */
export function looksLikeText(head: Uint8Array): boolean {
  if (head.length === 0 || hasUtf16Mark(head) || zeroPattern(head) !== undefined) return true;
  let controls = 0;
  for (const byte of head) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  }
  return controls <= head.length * 0.02;
}

/** The media type of text: marked-up formats by content, the rest by name, and by content again where the name is silent. */
export function sniffTextFormat(path: string, head: Uint8Array): string {
  const text = decodeSample(head);
  const start = text.replace(/^\uFEFF?\s+/, '').slice(0, 4096);
  const named = mediaTypeOfName(path);
  const markup = sniffMarkup(start, named);
  if (markup !== undefined) return markup;
  if (named !== undefined && isTextual(named)) return correctedByContent(named, start);
  if (isMail(start)) return 'message/rfc822';
  return sniffJson(start) ?? 'text/plain';
}

/** XML and HTML say what they are; a name that stands for code or Markdown with inline HTML is believed. */
function sniffMarkup(start: string, named: string | undefined): string | undefined {
  const lower = start.slice(0, 1024).toLowerCase();
  if (lower.startsWith('{\\rtf')) return 'application/rtf';
  if (lower.startsWith('<!doctype html')) return 'text/html';
  if (lower.startsWith('<?xml') || lower.startsWith('<svg')) return sniffXml(lower);
  const isFree = named === undefined || named === 'text/plain' || named === 'text/html' || !isTextual(named);
  if (!isFree || !lower.startsWith('<')) return undefined;
  if (named === 'text/html') return 'text/html';
  const firstTag = /<([a-z][a-z0-9]*)[\s>/]/.exec(lower)?.[1];
  return firstTag !== undefined && HTML_TAGS.includes(firstTag) ? 'text/html' : undefined;
}

function sniffXml(lower: string): string {
  if (lower.includes('<html') || lower.includes('<!doctype html')) return 'text/html';
  return lower.includes('<svg') ? 'image/svg+xml' : 'application/xml';
}

/** JSON that is really one object per line, and the other way round: a frequent mistake in names. */
function correctedByContent(named: string, start: string): string {
  if (named === 'application/x-ndjson') return start.startsWith('[') ? (sniffJson(start) ?? named) : named;
  if (named === 'application/json') return sniffJson(start) ?? 'text/plain';
  if (named === 'message/rfc822' && !isMail(start)) return 'text/plain';
  return named;
}

function sniffJson(start: string): string | undefined {
  const first = start[0];
  if (first !== '{' && first !== '[') return undefined;
  const [firstLine = '', secondLine = ''] = start.split('\n', 2).map((line) => line.trim());
  if (first === '{' && isJson(firstLine) && (secondLine === '' || secondLine.startsWith('{'))) {
    return secondLine === '' ? 'application/json' : 'application/x-ndjson';
  }
  return /^(?:\{\s*(?:"|\}|$)|\[\s*(?:[["{\d\]-]|true|false|null|$))/.test(start) ? 'application/json' : undefined;
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** Two header fields among the first lines, before any line that is none: enough for mail, too much for prose. */
function isMail(start: string): boolean {
  let fields = 0;
  for (const line of start.split(/\r?\n/, 12)) {
    if (MAIL_FIELDS.test(line)) fields += 1;
    else if (fields === 0 || !/^(?:\s|[\w-]+:)/.test(line)) break;
  }
  return fields >= 2;
}

function isTextual(mediaType: string): boolean {
  return (
    mediaType.startsWith('text/') ||
    mediaType === 'application/json' ||
    mediaType === 'application/x-ndjson' ||
    mediaType === 'message/rfc822'
  );
}

function decodeSample(head: Uint8Array): string {
  const sample = Buffer.from(head.subarray(0, 16_384));
  const isLittleEndian = (sample[0] === 0xff && sample[1] === 0xfe) || zeroPattern(head) === 'odd';
  if (isLittleEndian) return sample.toString('utf16le').replace(/^\uFEFF/, '');
  const isBigEndian = (sample[0] === 0xfe && sample[1] === 0xff) || zeroPattern(head) === 'even';
  if (isBigEndian)
    return sample
      .subarray(0, sample.length & ~1)
      .swap16()
      .toString('utf16le')
      .replace(/^\uFEFF/, '');
  return sample.toString('utf8').replace(/^\uFEFF/, '');
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** Which half of the byte pairs is zero in at least 70 % of a sample: Latin text in UTF-16 without a mark. */
function zeroPattern(head: Uint8Array): 'odd' | 'even' | undefined {
  const pairs = Math.min(head.length, 512) >> 1;
  if (pairs < 4) return undefined;
  let odd = 0;
  let even = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (head[index] === 0) even += 1;
    if (head[index + 1] === 0) odd += 1;
  }
  if (odd >= pairs * 0.7 && even === 0) return 'odd';
  return even >= pairs * 0.7 && odd === 0 ? 'even' : undefined;
}
