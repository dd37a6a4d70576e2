import { InputError, UsageError } from '@dsgen/core';
import { isObject, own } from '../conversation/row-reader.ts';

/** What makes rows the same: their whole value, or one field of it. Equal values have equal keys, however they are written. */
export type RowKey = (value: unknown, line: number) => string;

/**
 * @param field Name of a column, or a JSON pointer into the row: `source`, `/metadata/source`. Undefined takes the whole row.
 * @throws UsageError `field-invalid`; the key throws InputError `field-missing` at a row without the field.
 */
export function rowKey(field: string | undefined): RowKey {
  if (field === undefined) return canonicalText;
  const path = pathOf(field);
  return (value, line) => {
    const found = path.reduce<unknown>(member, value);
    if (found === undefined) throw fieldMissing(field, line);
    return canonicalText(found);
  };
}

function pathOf(field: string): readonly string[] {
  if (!field.startsWith('/')) {
    if (field !== '') return [field];
    throw new UsageError({
      code: 'field-invalid',
      message: 'Grouping rows failed: the field has no name.',
      fix: 'Give the name of a column, or a JSON pointer such as /metadata/source.',
    });
  }
  return field
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function member(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(key) ? value[Number(key)] : undefined;
  return isObject(value) ? own(value, key) : undefined;
}

/** JSON with sorted keys. Recursion is safe: the depth of a row is limited when it is read. */
function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonicalText(value[key])}`);
  return `{${members.join(',')}}`;
}

function fieldMissing(field: string, line: number): InputError {
  return new InputError({
    code: 'field-missing',
    message: `Grouping rows by ${JSON.stringify(field)} failed: the row on line ${line} does not have it.`,
    fix: 'Choose a field that every row has; dsgen stats lists the columns of a file.',
    position: { line },
  });
}
