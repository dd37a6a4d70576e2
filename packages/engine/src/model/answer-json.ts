/**
 * The JSON value in a model's answer: the whole text, else what a code fence holds, else the first object or list in the prose. Linear in
 * the length of the text.
 */
export function findJson(text: string): { readonly value: unknown } | undefined {
  const whole = parse(text.trim()) ?? parse(fenced(text));
  if (whole !== undefined) return whole;
  for (const part of balancedParts(text)) {
    const found = parse(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function parse(json: string | undefined): { readonly value: unknown } | undefined {
  if (json === undefined || json === '') return undefined;
  try {
    return { value: JSON.parse(json) as unknown };
  } catch {
    return undefined;
  }
}

function fenced(text: string): string | undefined {
  const open = text.indexOf('```');
  const start = open === -1 ? -1 : text.indexOf('\n', open);
  if (start === -1) return undefined;
  const end = text.indexOf('```', start);
  return text.slice(start + 1, end === -1 ? undefined : end).trim();
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** What lies between brackets that belong together, strings skipped: each part starts after the one before. */
function* balancedParts(text: string): Generator<string> {
  const expected: string[] = [];
  let start = -1;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (isInString) {
      if (character === '\\') index += 1;
      else if (character === '"') isInString = false;
      continue;
    }
    const closing = CLOSING[character];
    if (closing !== undefined) {
      if (expected.length === 0) start = index;
      expected.push(closing);
    } else if (expected.length === 0) {
      continue;
    } else if (character === '"') {
      isInString = true;
    } else if (character === expected.at(-1)) {
      expected.pop();
      if (expected.length === 0) yield text.slice(start, index + 1);
    }
  }
}
