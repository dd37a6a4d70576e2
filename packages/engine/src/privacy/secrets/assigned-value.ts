import { isPlaceholder } from './placeholder.ts';

/** What stands for a password in manuals: words for it, and words that everybody uses. */
const PLACEHOLDER_WORDS: ReadonlySet<string> = new Set(
  `my your our the some new old a an db user users root admin super very test demo guest default app api client access auth
  private secret secrets shared strong postgres mysql password passwords passwd passphrase pass pwd pw token tokens key keys
  value string credential credentials hash username name here required optional hidden none null nil true false undefined
  empty prompt goes file id is redis mongo rabbitmq login hello world letmein welcome abc foo bar baz qux`.split(
    /\s+/u,
  ),
);

function isPlaceholderWords(value: string): boolean {
  return value
    .toLowerCase()
    .split(/[._!\-\d]+/u)
    .every(
      (word) =>
        word === '' || PLACEHOLDER_WORDS.has(word) || PLACEHOLDER_WORDS.has(word.replace(/password$|pass$/u, '')),
    );
}

/** Code, references and templates: what is there is fetched, not written down. */
const REFERENCE =
  /^[$%<{[(&]|^(?:os|process|env|settings|config|self|this|req|request|ctx|params|props|options|args|data|response|std|crate|secrets?|vault|var|local|module|ssm|arn|file|http|https|s3)[.:[(/]|[({[]$|\(\)|\w\(|::|->|=>|\$\{|\}\}|^\/|^\.{1,2}\/|[<>|;]/u;

export function isPlaceholderWord(value: string): boolean {
  return isPlaceholderWords(value) || REFERENCE.test(value) || isPlaceholder(value);
}

/** Whether a value can be a password that somebody uses: it mixes kinds of characters and is no word, path or number. */
export function looksLikePassword(value: string): boolean {
  if (value.length < 7 || value.length > 128) return false;
  const hasDigit = /\d/.test(value);
  const kinds =
    Number(hasDigit) + Number(/[a-z]/.test(value)) + Number(/[A-Z]/.test(value)) + Number(/[^\dA-Za-z]/.test(value));
  if (kinds < 2 || (kinds === 2 && (!hasDigit || !/[A-Za-z]/.test(value) || /^[A-Za-z]+\d{1,2}$/.test(value))))
    return false;
  return !isPlainWords(value) && !isPlaceholderWord(value);
}

/** Whether a value can be a key: long, with letters and digits as a generator mixes them. */
export function looksLikeKey(value: string): boolean {
  if (value.length < 16 || value.length > 512 || !/[A-Za-z]/.test(value)) return false;
  if (isPlainWords(value) || isPlaceholderWord(value)) return false;
  // One in three hundred random keys of 32 letters and digits has no digit.
  if (!/\d/u.test(value))
    return value.length >= 24 && /[a-z]/u.test(value) && /[A-Z]/u.test(value) && entropy(value) >= 4;
  return entropy(value) >= (/^[\da-f-]+$/iu.test(value) ? 2.8 : 3.2);
}

/** Every part after the first begins with a capital or a separator, so there is one way to read a value. */
const PLAIN_WORDS =
  /^(?:[A-Z]?[a-z]{2,}|[A-Z]{2,})(?:[A-Z][a-z]{2,}|[._/ -](?:[A-Z]?[a-z]+|[A-Z]{2,}|v?\d{1,4}))*\d{0,2}[.,!?]?$/u;

/** Words joined by hyphens, dots, underscores or capitals, perhaps numbered: names of things. */
function isPlainWords(value: string): boolean {
  return PLAIN_WORDS.test(value);
}

/** Bits per character, by how often each occurs. */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
