const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  n: 'ⁿ',
  i: 'ⁱ',
};

/** Inline code in backticks, with a longer fence where the code holds backticks itself. White space inside stays. */
export function codeSpan(code: string): string {
  const text = code.trim();
  if (text === '') return '';
  if (!text.includes('`')) return `\`${text}\``;
  const longest = (text.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${text} ${fence}`;
}

/**
 * A superscript as plain text: `10⁶` must not become `106`. Marks that lead to notes go; ordinals stay as they are.
 */
export function superscript(text: string, holdsLink: boolean): string {
  const trimmed = text.trim();
  if (trimmed === '' || holdsLink || /^\[.{0,40}\]$|^[*†‡§]+$/.test(trimmed)) return '';
  if (/^(?:st|nd|rd|th|e|er|re|ème|o|a|TM|SM|®|™)$/i.test(trimmed)) return trimmed;
  if (trimmed.length > 12) return ` ${trimmed}`;
  const mapped = [...trimmed].map((character) => SUPERSCRIPTS[character]);
  return mapped.every((character) => character !== undefined) ? mapped.join('') : `^${trimmed}`;
}
