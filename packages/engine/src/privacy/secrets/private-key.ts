import type { TextRange } from '@dsgen/core';
import { matchAt } from '../characters.ts';
import type { Detector, Match } from '../detector.ts';

const LABEL = /-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP |SSH2 ENCRYPTED )?PRIVATE KEY(?: BLOCK)?-----/y;
/** Headers, base64 and line breaks, the latter perhaps as they stand in JSON; the next hyphens end it, so each character is read once. */
const BODY = /(?:[\dA-Za-z+/=\s\\:,.]|-(?!----)){0,16384}/y;
const END = /-----END [A-Z\d ]{0,40}-----/y;
/** The shortest real key, Ed25519, has 64 characters of base64. */
const FEWEST_CHARACTERS = 60;

/** Private keys in PEM and PGP armour. One that is cut off is a leak too. */
export const privateKey: Detector = {
  name: 'private-key',
  category: 'secret',
  trigger: { on: 'words', words: /-----BEGIN /g },
  verify,
};

function verify(text: string, { start }: TextRange): Match | undefined {
  const label = matchAt(LABEL, text, start);
  if (label === undefined) return undefined;
  const bodyStart = start + label.length;
  const body = matchAt(BODY, text, bodyStart) ?? '';
  const bodyEnd = bodyStart + body.length;
  const characters = body.replaceAll(/[^\dA-Za-z+/=]/gu, '');
  if (characters.length < FEWEST_CHARACTERS || new Set(characters).size < 20) return undefined;
  return { kind: 'private-key', start, end: bodyEnd + (matchAt(END, text, bodyEnd)?.length ?? 0) };
}
