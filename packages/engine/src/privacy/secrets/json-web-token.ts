import { isTokenCharacter, matchAt } from '../characters.ts';
import type { Detector } from '../detector.ts';

/** Header and payload are JSON objects in base64url, so both begin with `eyJ`; an encrypted one has five parts. */
const SHAPE = /eyJ[\w-]{10,4096}\.(?:eyJ)?[\w-]{10,4096}\.[\w-]{10,4096}(?:\.[\w-]{10,4096}){0,2}/y;

/** The token on the front page of jwt.io, which every tutorial shows: John Doe, 1516239022. */
const TUTORIAL = 'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9l';

/** JSON Web Tokens with their signature. */
export const jsonWebToken: Detector = {
  name: 'json-web-token',
  category: 'secret',
  trigger: { on: 'token' },
  verify(text, { start }) {
    if (!text.startsWith('eyJ', start)) return undefined;
    const found = matchAt(SHAPE, text, start);
    if (found === undefined || found.includes(TUTORIAL)) return undefined;
    const end = start + found.length;
    return isTokenCharacter(text.charCodeAt(end)) ? undefined : { kind: 'json-web-token', start, end };
  },
};
