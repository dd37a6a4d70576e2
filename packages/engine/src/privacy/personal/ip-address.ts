import type { TextRange } from '@dsgen/core';
import { isDigit, isHex, isWordCharacter, matchAt } from '../characters.ts';
import { isAfter } from '../context.ts';
import { lengths, type Detector, type Match } from '../detector.ts';

const DOT = 0x2e;
const HYPHEN = 0x2d;
const SLASH = 0x2f;
/** Without leading zeros, and not a part of something longer. */
const FOUR_NUMBERS = /(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}(?![\w-]|\.\d)/y;

/** Four small numbers are more often a version or a section: then the words before must say that it is an address. */
const SMALL = 32;
const CONTEXT =
  /\b(?:ip|ipv4|address(?:es)?|hosts?|server|client|peer|from|ping|ssh|login|remote|source|destination|gateway|connect(?:ed|ion)?)\b[^\n]{0,24}$/iu;
const VERSION =
  /(?:\bv|\b(?:version|release|build|firmware|driver|section|chapter|clause|oid|upgrade(?:d)?(?: to)?|step|assembly)s?\b[^\n]{0,20})$/iu;

/** Public resolvers, the same for everybody. */
const WELL_KNOWN: ReadonlySet<string> = new Set([
  '8.8.8.8',
  '8.8.4.4',
  '1.1.1.1',
  '1.0.0.1',
  '1.2.3.4',
  '9.9.9.9',
  '149.112.112.112',
  '208.67.222.222',
  '208.67.220.220',
  '169.254.169.254',
  '4.4.4.4',
  '5.6.7.8',
  '2.2.2.2',
  '3.3.3.3',
  '5.5.5.5',
  '6.6.6.6',
  '7.7.7.7',
  '4.2.2.2',
]);

/** Public IPv4 addresses: those of private networks, loopback, tests and documentation belong to nobody. */
export const ipv4Address: Detector = {
  name: 'ipv4-address',
  category: 'pii',
  trigger: { on: 'digits', lengths: lengths(1, 3) },
  verify: verifyIpv4,
};

function verifyIpv4(text: string, { start, end: firstEnd }: TextRange): Match | undefined {
  const before = text.charCodeAt(start - 1);
  if (text.charCodeAt(firstEnd) !== DOT || isWordCharacter(before) || before === DOT || before === HYPHEN)
    return undefined;
  const shape = matchAt(FOUR_NUMBERS, text, start);
  if (shape === undefined || WELL_KNOWN.has(shape)) return undefined;
  const octets = octetsOf(shape);
  if (!isPublic(octets)) return undefined;
  const end = start + shape.length;
  // The network of a range such as 52.94.0.0/16 is a service's, not a person's.
  if (text.charCodeAt(end) === SLASH && isDigit(text.charCodeAt(end + 1))) return undefined;
  if (Math.max(...octets) < SMALL && !isAfter(CONTEXT, text, start)) return undefined;
  return isAfter(VERSION, text, start, 28) ? undefined : { kind: 'ip-address', start, end };
}

function octetsOf(shape: string): readonly number[] {
  const octets = [0];
  for (let index = 0; index < shape.length; index += 1) {
    const code = shape.charCodeAt(index);
    if (code === DOT) octets.push(0);
    else octets[octets.length - 1] = (octets.at(-1) ?? 0) * 10 + code - 48;
  }
  return octets;
}

/** Outside the special-purpose ranges of the IANA registry. */
function isPublic([first = 0, second = 0, third = 0, fourth = 0]: readonly number[]): boolean {
  if (Math.max(first, second, third, fourth) > 255) return false;
  if (first === 0 || first === 10 || first === 127 || first >= 224) return false;
  if (first === 100 && second >= 64 && second < 128) return false;
  if (first === 172 && second >= 16 && second < 32) return false;
  if (first === 192 && (second === 168 || (second === 0 && (third === 0 || third === 2)))) return false;
  if (first === 198 && (second === 18 || second === 19 || (second === 51 && third === 100))) return false;
  if ((first === 169 && second === 254) || (first === 203 && second === 0 && third === 113)) return false;
  return fourth !== 0 || third !== 0;
}

const LONGEST_IPV6 = 39;
const DOCUMENTATION = /^(?:2001:0?db8:|3fff:)/iu;
const RESOLVERS = /^(?:2001:4860:4860::|2606:4700:4700::|2620:fe::)/iu;

/** Global unicast IPv6 addresses. */
export const ipv6Address: Detector = {
  name: 'ipv6-address',
  category: 'pii',
  trigger: { on: 'sign', sign: ':' },
  verify: verifyIpv6,
};

function verifyIpv6(text: string, { start: colon }: TextRange): Match | undefined {
  // Global addresses begin with 2 or 3 and have four digits before the first colon.
  const start = colon - 4;
  const first = text.charCodeAt(start);
  if ((first !== 0x32 && first !== 0x33) || isWordCharacter(text.charCodeAt(start - 1))) return undefined;
  const before = text.charCodeAt(start - 1);
  if (before === 0x3a || before === 0x2e) return undefined;
  let end = start;
  while (end - start <= LONGEST_IPV6 && (isHex(text.charCodeAt(end)) || text.charCodeAt(end) === 0x3a)) end += 1;
  if (text.charCodeAt(end - 1) === 0x3a && text.charCodeAt(end - 2) !== 0x3a) end -= 1;
  const address = text.slice(start, end);
  if (!isIpv6(address) || DOCUMENTATION.test(address) || RESOLVERS.test(address)) return undefined;
  return isWordCharacter(text.charCodeAt(end)) ? undefined : { kind: 'ip-address', start, end };
}

function isIpv6(address: string): boolean {
  const halves = address.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (halves.length > 2 || !groups.every((group) => /^[\da-f]{1,4}$/iu.test(group))) return false;
  return halves.length === 2 ? groups.length >= 2 && groups.length < 8 : groups.length === 8;
}
