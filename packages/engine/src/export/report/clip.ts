/** The beginning of a text that is too long, with the number of characters left out; never half a character. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most).replace(/[\ud800-\udbff]$/u, '');
  return `${kept}… [${counts.format(text.length - kept.length)} more characters]`;
}

/** The end of a path that is too long: file names tell more than folders. */
export function clipPath(path: string, most = 160): string {
  return path.length <= most ? path : `…${path.slice(-most).replace(/^[\udc00-\udfff]/u, '')}`;
}

/** A heading or detail in one line. */
export function clipLine(text: string, most = 160): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most).replace(/[\ud800-\udbff]$/u, '')}…`;
}

const counts = new Intl.NumberFormat('en');
const shares = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `12,345` */
export function count(value: number): string {
  return counts.format(value);
}

/** `1 record`, `12 records` */
export function plural(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** `12.5%`; a share of nothing is `0.0%`. */
export function share(part: number, whole: number): string {
  return shares.format(whole === 0 ? 0 : part / whole);
}
