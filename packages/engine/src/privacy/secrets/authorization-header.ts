import type { TextRange } from '@dsgen/core';
import { isTokenCharacter, matchAt } from '../characters.ts';
import type { Detector, Match } from '../detector.ts';
import { looksLikeKey } from './assigned-value.ts';
import { isPlaceholder } from './placeholder.ts';

const CREDENTIALS = /[\dA-Za-z+/._~-]{12,1024}={0,2}/y;
/** "admin:password", "user:pass" and "username:password", as manuals encode them, and Aladdin of RFC 7617. */
const TUTORIAL = /^(?:YWRtaW46|dXNlcjp|dXNlcm5hbWU6|QWxhZGRpbjp|dGVzdDp|Zm9v)/u;

/** What follows `Authorization: Bearer` and `Basic`. */
export const authorizationHeader: Detector = {
  name: 'authorization-header',
  category: 'secret',
  trigger: { on: 'words', words: /Bearer |Basic |bearer |basic /g },
  verify,
};

function verify(text: string, { start: nameStart, end: start }: TextRange): Match | undefined {
  if (isTokenCharacter(text.charCodeAt(nameStart - 1))) return undefined;
  const value = matchAt(CREDENTIALS, text, start)?.replace(/\.+$/u, '');
  if (value === undefined) return undefined;
  const isBasic = text.charCodeAt(nameStart) === 0x42 || text.charCodeAt(nameStart) === 0x62;
  const isSecret =
    isBasic && text.slice(nameStart, nameStart + 2).toLowerCase() === 'ba'
      ? isUserAndPassword(value)
      : looksLikeKey(value);
  return isSecret ? { kind: 'authorization-header', start, end: start + value.length } : undefined;
}

/** Base64 of printable text with a colon in it. */
function isUserAndPassword(value: string): boolean {
  if (!/\d|[A-Z].*[a-z]/u.test(value) || TUTORIAL.test(value) || isPlaceholder(value)) return false;
  return /^[\x20-\x7E]+:[\x20-\x7E]{3,}$/u.test(Buffer.from(value, 'base64').toString('latin1'));
}
