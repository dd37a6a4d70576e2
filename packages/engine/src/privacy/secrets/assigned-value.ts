import { isPlaceholder } from './placeholder.ts';

/** What stands for a password in manuals: words for it, and words that everybody uses. */
const PLACEHOLDER_WORD =
  /^(?:(?:my|your|our|the|some|new|old|a|db|user|root|admin|super|very|test|default|app|api|client|access|auth|private|secret|shared|strong|postgres|mysql)?[._-]?)*(?:password|passwd|passphrase|pass|pwd|secret|token|key|value|string|credentials?|hash|user|name|admin|root|test|demo|guest|postgres|mysql|here|required|optional|hidden|none|null|nil|true|false|undefined|empty|prompt|pw|pa\w+word)(?:[._-]?(?:here|value|goes|file|name|id|\d{1,4}))*[!.]?$/iu;

/** Code, references and templates: what is there is fetched, not written down. */
const REFERENCE =
  /^[$%<{[(&]|^(?:os|process|env|settings|config|self|this|req|request|ctx|params|props|options|args|data|response|std|crate|secrets?|vault|var|local|module|ssm|arn|file|http|https|s3)[.:[(/]|[({[]$|\(\)|\w\(|::|->|=>|\$\{|\}\}|^\/|^\.{1,2}\/|[<>|;]/u;

export function isPlaceholderWord(value: string): boolean {
  return PLACEHOLDER_WORD.test(value) || REFERENCE.test(value) || isPlaceholder(value);
}

/** Whether a value can be a password that somebody uses: it mixes kinds of characters and is no word, path or number. */
export function looksLikePassword(value: string): boolean {
  if (value.length < 7 || value.length > 128 || isPlaceholderWord(value)) return false;
  if (isPlainWords(value) || /^[\d.,:/-]+$/u.test(value)) return false;
  const kinds = [/[a-z]/u, /[A-Z]/u, /\d/u, /[^\dA-Za-z]/u].filter((kind) => kind.test(value)).length;
  return (
    kinds >= 3 || (kinds === 2 && /\d/u.test(value) && /[A-Za-z]/u.test(value) && !/^[A-Za-z]+\d{1,2}$/u.test(value))
  );
}

/** Whether a value can be a key: long, with letters and digits as a generator mixes them. */
export function looksLikeKey(value: string): boolean {
  if (value.length < 16 || value.length > 512 || isPlaceholderWord(value) || isPlainWords(value)) return false;
  if (!/\d/u.test(value) || !/[A-Za-z]/u.test(value)) return false;
  return entropy(value) >= (/^[\da-f-]+$/iu.test(value) ? 2.8 : 3.2);
}

/** Words joined by hyphens, dots, underscores or capitals, perhaps numbered: names of things. */
function isPlainWords(value: string): boolean {
  return /^(?:[A-Za-z][a-z]*|[A-Z]+)(?:[._/ -]?(?:[A-Z]?[a-z]+|[A-Z]+|\d{1,4}(?![A-Za-z\d])|v\d))*[.,!?]?$/u.test(
    value,
  );
}

/** Bits per character, by how often each occurs. */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
