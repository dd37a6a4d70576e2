import { relative, resolve, sep } from 'node:path';
import { escapeText } from './escape.ts';

/** A path as a person in the working directory would write it: `./dataset` for what is inside, absolute for the rest. */
export function shownPath(path: string): string {
  const step = relative('.', path);
  if (step === '' || step === '..' || step.startsWith(`..${sep}`) || resolve(step) !== path) return path;
  return `.${sep}${step}`;
}

/** A word as a POSIX shell reads it back. */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./~-]+$/u.test(text)) return text;
  return `'${escapeText(text).replaceAll("'", String.raw`'\''`)}'`;
}
