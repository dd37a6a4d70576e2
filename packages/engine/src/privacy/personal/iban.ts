import type { TextRange } from '@dsgen/core';
import { endsAlone, matchAt, startsAlone } from '../characters.ts';
import { remainder } from '../check-digits.ts';
import { lengths, type Detector, type Match } from '../detector.ts';

/** Length by country, from the IBAN registry. */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  [
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18',
    'FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20',
    'LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19',
    'SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20',
  ]
    .join(' ')
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Longest IBAN with a space after every fourth character. */
const LONGEST = 42;

/** The registry's and encyclopaedias' own examples. */
const EXAMPLES: ReadonlySet<string> = new Set([
  'GB82WEST12345698765432',
  'DE89370400440532013000',
  'GB29NWBK60161331926819',
  'FR1420041010050500013M02606',
  'GB33BUKB20201555555555',
  'NL91ABNA0417164300',
  'BE68539007547034',
  'CH9300762011623852957',
  'ES9121000418450200051332',
  'IT60X0542811101000000123456',
]);

/** International bank account numbers: country, length and both check digits must be right. */
export const iban: Detector = {
  name: 'iban',
  category: 'pii',
  trigger: { on: 'digits', lengths: lengths(2, 32) },
  verify,
};

function verify(text: string, { start: digits }: TextRange): Match | undefined {
  const start = digits - 2;
  const length = LENGTHS.get(text.slice(Math.max(0, start), digits));
  if (length === undefined || !startsAlone(text, start)) return undefined;
  const shape = matchAt(/[A-Z]{2}\d\d(?:[ \u00A0-]?[\dA-Z]){10,40}/y, text, start);
  const end = shape === undefined ? undefined : endOf(text, { start, length });
  if (end === undefined || !endsAlone(text, end)) return undefined;
  const compact = text.slice(start, end).replaceAll(/[^\dA-Z]/gu, '');
  if (remainder(compact.slice(4) + compact.slice(0, 4), 97) !== 1 || EXAMPLES.has(compact)) return undefined;
  return { kind: 'iban', start, end };
}

/** Where its last character ends; what follows may be the next word. */
function endOf(
  text: string,
  { start, length }: { readonly start: number; readonly length: number },
): number | undefined {
  let count = 0;
  for (let index = start; index < start + LONGEST && index < text.length; index += 1) {
    if (text.charCodeAt(index) > 0x2f && text.charCodeAt(index) !== 0xa0) count += 1;
    if (count === length) return index + 1;
  }
  return undefined;
}
