import iconv from 'iconv-lite';

const DEFAULT_CODE_PAGE = 1252;
/** Windows character sets (`\fcharset`) with a code page of their own; all others use the document's. */
const CODE_PAGES: ReadonlyMap<number, number> = new Map([
  [77, 10_000],
  [128, 932],
  [129, 949],
  [130, 1361],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);
const MAC_ROMAN = 10_000;
const PLAIN_ASCII = /^[\0-\x7f]*$/;

/** The code page of a font's character set; `undefined` where the document's own applies. */
export function codePageOfCharset(charset: number): number | undefined {
  return CODE_PAGES.get(charset);
}

/** Decodes bytes given as Latin-1 characters; an unknown code page is read as Windows Latin. */
export function decodeCodePage(bytes: string, codePage: number): string {
  if (PLAIN_ASCII.test(bytes)) return bytes;
  const named = codePage === MAC_ROMAN ? 'macroman' : `cp${codePage}`;
  const encoding = codePage === 65_001 ? 'utf8' : named;
  return iconv.decode(
    Buffer.from(bytes, 'latin1'),
    iconv.encodingExists(encoding) ? encoding : `cp${DEFAULT_CODE_PAGE}`,
  );
}
