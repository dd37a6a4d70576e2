import type { TextRange } from '@dsgen/core';
import { matchAt } from '../characters.ts';
import type { Detector, Match } from '../detector.ts';
import { looksLikeKey, looksLikePassword } from './assigned-value.ts';

const NAMES =
  /pass(?:word|wd|phrase|code)|\bpwd|_pwd|kennwort|passwort|mot de passe|contraseña|secret|token|api[-_ ]?key|access[-_ ]?key|auth[-_ ]?key|account[-_ ]?key|private[-_ ]?key|encryption[-_ ]?key|signing[-_ ]?key|license[-_ ]?key|credential|\bauth\b/gi;

/** Up to the value: the rest of the name, then a sign or a word that gives it a value, on the same line. */
const ASSIGNMENT =
  /[\w-]{0,24}["'`\]]{0,2}(?:[ \t]{0,4}(?::=|=>|==?|:)[ \t\n]{0,4}| (?:for [^\n:=.]{1,40} )?(?:is|was|to|of|ist|lautet|est|es)(?: now| set to)?[: ] ?)(?:[bfru]?["'`“‘])?/y;
/** In a table or a list the value may follow the name directly. */
const CELL = /[\w-]{0,24} {0,4}\| {0,4}`?/y;
/** A sign of equality only ends a value, as in base64; so `a=a=a=` is read once. */
const VALUE = /[^\s"'`“”‘’,;<>|)=]{1,256}={0,2}/y;

/** Values that a name next to them calls a secret: `password = …`, "the token is …". */
export const assignedSecret: Detector = {
  name: 'assigned-secret',
  category: 'secret',
  trigger: { on: 'words', words: NAMES },
  verify,
};

function verify(text: string, { start: nameStart, end: nameEnd }: TextRange): Match | undefined {
  const assignment = matchAt(ASSIGNMENT, text, nameEnd) ?? matchAt(CELL, text, nameEnd);
  if (assignment === undefined) return undefined;
  const start = nameEnd + assignment.length;
  const value = matchAt(VALUE, text, start)?.replace(/[.:!?]+$/u, '') ?? '';
  const name = text.slice(nameStart, nameEnd).toLowerCase();
  const isPassword = /pass|pwd|wort|contrase/u.test(name);
  if (!(isPassword ? looksLikePassword(value) : looksLikeKey(value))) return undefined;
  return { kind: kindOf(text, { nameStart, isPassword, value }), start, end: start + value.length };
}

interface Assigned {
  readonly nameStart: number;
  readonly isPassword: boolean;
  readonly value: string;
}

function kindOf(text: string, { nameStart, isPassword, value }: Assigned): string {
  if (isPassword) return 'password';
  const context = text.slice(Math.max(0, nameStart - 24), nameStart);
  if (/aws/iu.test(context) && /^[\dA-Za-z+/]{40}$/u.test(value)) return 'aws-secret-key';
  return 'secret-value';
}
