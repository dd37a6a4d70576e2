import { ExtractError } from '@dsgen/core';
import { findJsonError, type TextPosition } from './json-position.ts';

/** The entries of a JSON document: of its array, of the longest array of objects in it, or the document itself. */
export function parseEntries(text: string): readonly unknown[] {
  const value = parseValue(text, { line: 1, column: 1 });
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [value];
  const arrays = Object.values(value).filter((child): child is unknown[] => isEntryArray(child));
  const longest = arrays.reduce<readonly unknown[]>((best, next) => (next.length > best.length ? next : best), []);
  return longest.length > 0 ? longest : [value];
}

/** One entry per line. A document of a single value over many lines is read as that value. */
export function parseLines(text: string): readonly unknown[] {
  const entries: unknown[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() !== '') entries.push(parseValue(line, { line: index + 1, column: 1 }));
  }
  return entries;
}

function isEntryArray(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null);
}

function parseValue(text: string, start: TextPosition): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const found = findJsonError(text);
    const line = start.line + found.line - 1;
    throw new ExtractError('corrupt', `Not valid JSON at line ${line}, column ${found.column}.`, { cause: error });
  }
}
