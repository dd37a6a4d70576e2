import type { TextRange } from '@dsgen/core';
import { matchAt, standsAlone } from '../characters.ts';
import { isAfter } from '../context.ts';
import { lengths, type Detector, type Match } from '../detector.ts';

/** Up to two letters, then digits that may end in one letter: the form of nearly all passports and many licences. */
const CODE = /[A-Z]{0,2}\d{6,9}[A-Z]?/y;

const PASSPORT =
  /\b(?:passports?|passeport|pasaporte|passaporto|passaporte|reisepass(?:nummer)?|paspoort)\b[^\n]{0,32}$/iu;
const LICENCE =
  /\b(?:driver(?:['’]s|s)? licen[cs]e|driving licen[cs]e|driver id|führerschein(?:nummer)?|permis de conduire|patente di guida|permiso de conducir)\b[^\n]{0,32}$/iu;

/** Passport and driving licence numbers have no check digit that all share, so the words before decide. */
export const identityDocument: Detector = {
  name: 'identity-document',
  category: 'pii',
  trigger: { on: 'digits', lengths: lengths(6, 9) },
  verify,
};

function verify(text: string, { start: digits }: TextRange): Match | undefined {
  let start = digits;
  while (digits - start < 2 && /[A-Z]/u.test(text.charAt(start - 1))) start -= 1;
  const code = matchAt(CODE, text, start);
  if (
    code === undefined ||
    !standsAlone(text, start, start + code.length) ||
    /(?<digit>\d)\k<digit>{4}|123456/u.test(code)
  )
    return undefined;
  const end = start + code.length;
  if (isAfter(PASSPORT, text, start)) return { kind: 'passport', start, end };
  return isAfter(LICENCE, text, start, 56) ? { kind: 'driving-licence', start, end } : undefined;
}
