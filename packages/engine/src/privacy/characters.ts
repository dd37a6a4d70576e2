const WORD = 1;
const HEX = 4;
/** Part of a token: ASCII letters and digits, `_` and `-`. */
const TOKEN = 8;

const CLASSES = classify();

/** Classes by UTF-16 code unit: one look-up in place of comparisons, in the loop that sees every character. */
function classify(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  // Letters of Latin, Greek and Cyrillic; what stands next to a value in other scripts does not continue it.
  classes.fill(WORD, 0xc0, 0x530);
  for (let code = 0; code < 128; code += 1) {
    const character = String.fromCharCode(code);
    if (/\w/.test(character)) classes[code] = WORD | TOKEN;
    if (/\d/.test(character)) classes[code] = WORD | TOKEN | HEX;
    if (/[a-f]/i.test(character)) classes[code] = WORD | TOKEN | HEX;
    if (character === '-') classes[code] = TOKEN;
  }
  return classes;
}

/** Before the first and after the last character the code is `NaN`, which has no class. */
function has(code: number, kind: number): boolean {
  return ((CLASSES[code] ?? 0) & kind) !== 0;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isHex(code: number): boolean {
  return has(code, HEX);
}

export function isTokenCharacter(code: number): boolean {
  return has(code, TOKEN);
}

export function isWordCharacter(code: number): boolean {
  return has(code, WORD);
}

/**
 * Whether a number or code ends where it ends, rather than being a part of a longer one: `123-45` stands alone in
 * `(123-45).` and does not in `A123-45`, `7.123-45` or `123-45-6`.
 */
export function standsAlone(text: string, start: number, end: number): boolean {
  return startsAlone(text, start) && endsAlone(text, end);
}

export function startsAlone(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (isWordCharacter(before)) return false;
  return !(isJoint(before) && isWordCharacter(text.charCodeAt(start - 2)));
}

export function endsAlone(text: string, end: number): boolean {
  const after = text.charCodeAt(end);
  if (isWordCharacter(after)) return false;
  return !(isJoint(after) && isDigit(text.charCodeAt(end + 1)));
}

/** `-`, `.`, `/` and `,` join the parts of one number. */
function isJoint(code: number): boolean {
  return code >= 44 && code <= 47;
}

/** What a sticky pattern matches exactly at `at`. */
export function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
