/** Browsers look this far; longer preambles have hidden a declaration in the wild, so a little further. */
const SEARCHED_BYTES = 16 * 1024;

/** The encoding an HTML or XML document declares for itself, as written. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SEARCHED_BYTES));
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{1,40})["']/i.exec(head)?.[1];
  if (xml !== undefined) return xml;
  for (const meta of head.matchAll(/<meta\s[^>]{0,500}>/gi)) {
    const charset = /charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(meta[0])?.[1];
    if (charset !== undefined) return charset;
  }
  return undefined;
}
