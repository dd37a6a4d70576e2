import type { Field } from './field.ts';
import { isField, RECIPE_FIELDS, SECTION_DESCRIPTIONS, type FieldTable } from './fields.ts';

const LINE_LENGTH = 100;

/** A recipe in YAML with every setting at its default and explained: what `dsgen init` writes. */
export function commentedRecipe(): string {
  const top = ['# What dsgen makes of a corpus. Every setting is optional; these are the defaults.'];
  return `${[...top, ...tableLines(RECIPE_FIELDS, '')].join('\n')}\n`;
}

function tableLines(table: FieldTable, indent: string): string[] {
  return Object.entries(table).flatMap(([name, entry]) => {
    if (isField(entry)) return fieldLines(name, entry, indent);
    return ['', ...comment(SECTION_DESCRIPTIONS[name] ?? '', indent), `${name}:`, ...tableLines(entry, '  ')];
  });
}

function fieldLines(name: string, field: Field, indent: string): string[] {
  return [...comment(describe(field), indent), setting(name, field, indent)];
}

function describe(field: Field): string {
  return field.kind === 'choices' ? `${field.description} Any of: ${field.values.join(', ')}.` : field.description;
}

function setting(name: string, field: Field, indent: string): string {
  if (field.default !== undefined) return `${indent}${name}: ${yamlValue(field.default)}`;
  const example = 'example' in field ? field.example : undefined;
  return `${indent}# ${name}: ${yamlValue(example ?? '')}`;
}

/** Every default is a number, a boolean, a plain word or a list of plain words: the same in YAML as in text. */
function yamlValue(value: string | number | boolean | readonly string[]): string {
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
}

function comment(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = `${indent}#`;
  for (const word of text.split(' ')) {
    if (line.length + word.length >= LINE_LENGTH) {
      lines.push(line);
      line = `${indent}#`;
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
