/** Control characters, lone surrogates, bidi controls, line and paragraph separators, byte order mark. */
const UNSAFE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * Text that came from a document, a file name or another program, made safe to print: nothing in it can move the cursor,
 * change colours, reorder what stands beside it or break the line. What is taken out stays visible as an escape such as `\x1b`.
 */
export function escapeText(text: string): string {
  return text.replace(UNSAFE, visibleEscape);
}

/** Like {@link escapeText} for text of several lines: keeps line feeds, turns tabs into two spaces. */
export function escapeLines(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\t', '  ').split('\n').map(escapeText).join('\n');
}

/** What JSON leaves as it is and a terminal may obey. */
const UNSAFE_IN_JSON = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** JSON that means the same and is safe on a terminal. */
export function escapeJson(json: string): string {
  return json.replace(UNSAFE_IN_JSON, (character) => hex(character.charCodeAt(0), String.raw`\u`, 4));
}

/** A value as indented JSON, safe on a terminal. */
export function toJson(value: unknown): string {
  return escapeJson(JSON.stringify(value, undefined, 2));
}

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', String.raw`\n`],
  ['\r', String.raw`\r`],
  ['\t', String.raw`\t`],
]);

function visibleEscape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return SHORT_ESCAPES.get(character) ?? (code < 0x100 ? hex(code, String.raw`\x`, 2) : hex(code, String.raw`\u`, 4));
}

function hex(code: number, prefix: string, digits: number): string {
  return prefix + code.toString(16).padStart(digits, '0');
}
