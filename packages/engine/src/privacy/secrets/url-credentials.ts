import type { TextRange } from '@dsgen/core';
import type { Detector, Match } from '../detector.ts';
import { isPlaceholderWord } from './assigned-value.ts';
import { isPlaceholder } from './placeholder.ts';

const USER_INFO = /:\/\/[^\s:@/"'<>`{}$]{0,64}:(?<password>[^\s@/"'<>`{}]{3,128})@[\w[][\w.:\-\]]{0,120}/y;

/** Machines of the reader's own: there a password guards an example. */
const LOCAL =
  /@(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0|host|hostname|server|db|database|postgres|mysql|redis|mongo(?:db)?|rabbitmq|(?:[\w-]+\.)*example(?:\.\w+)?|proxy|myhost)(?:[:,]|$)/iu;

/** Addresses and connection strings with a password in them: `postgres://user:password@host`. */
export const urlCredentials: Detector = {
  name: 'url-credentials',
  category: 'secret',
  trigger: { on: 'sign', sign: ':' },
  verify,
};

function verify(text: string, { start: colon }: TextRange): Match | undefined {
  if (text.charCodeAt(colon + 1) !== 0x2f || text.charCodeAt(colon + 2) !== 0x2f) return undefined;
  USER_INFO.lastIndex = colon;
  const found = USER_INFO.exec(text);
  const password = found?.groups?.['password'] ?? '';
  if (found === null || isPlaceholderWord(password)) return undefined;
  if (LOCAL.test(found[0]) && !isStrong(password)) return undefined;
  let start = colon;
  while (colon - start < 24 && /[\w+.-]/u.test(text.charAt(start - 1))) start -= 1;
  return { kind: 'url-credentials', start, end: colon + found[0].replace(/[.:]+$/u, '').length };
}

/** Nobody invents such a password for an example. */
function isStrong(password: string): boolean {
  return password.length >= 12 && /\d/u.test(password) && /[a-z]/iu.test(password) && !isPlaceholder(password);
}
