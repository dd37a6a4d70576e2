import type { TextRange } from '@dsgen/core';
import { isHex, isWordCharacter, matchAt } from '../characters.ts';
import type { Detector, Match } from '../detector.ts';

const SIX_PAIRS = /[\dA-Fa-f]{2}(?<gap>[:-])(?:[\dA-Fa-f]{2}\k<gap>){4}[\dA-Fa-f]{2}(?![\w:-])/y;

/** Broadcast, null, and those set aside for documentation (RFC 7042) or made of a counted or repeated pair. */
const NOBODY =
  /^(?:ff:ff:ff:ff:ff:ff|00:00:00:00|00:00:5e:00:53|aa:bb:cc|01:23:45:67|00:11:22|12:34:56|de:ad:be:ef|(?<pair>..)(?::\k<pair>){5}$)/iu;

/** Hardware addresses, which name a device for its whole life. */
export const macAddress: Detector = {
  name: 'mac-address',
  category: 'pii',
  trigger: { on: 'sign', sign: ':' },
  verify,
};

/** The same with hyphens. */
export const hyphenMacAddress: Detector = {
  name: 'hyphen-mac-address',
  category: 'pii',
  trigger: { on: 'sign', sign: '-' },
  verify,
};

function verify(text: string, { start: sign }: TextRange): Match | undefined {
  const start = sign - 2;
  const before = text.charCodeAt(start - 1);
  if (!isHex(text.charCodeAt(sign - 1)) || isWordCharacter(before) || before === 0x3a || before === 0x2d)
    return undefined;
  const shape = matchAt(SIX_PAIRS, text, start);
  if (shape === undefined || NOBODY.test(shape.replaceAll('-', ':'))) return undefined;
  return { kind: 'mac-address', start, end: start + shape.length };
}
