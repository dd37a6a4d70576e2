import { MAX_STRING_LENGTH, NAME_PATTERN, type Field } from './field.ts';
import { isField, RECIPE_FIELDS, SECTION_DESCRIPTIONS, type FieldTable } from './fields.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

const textSchema = { type: 'string', minLength: 1, maxLength: MAX_STRING_LENGTH } as const;

/**
 * JSON Schema (Draft 2020-12) of a recipe as a person writes it, for editors and other tools. `recipe.schema.json`
 * beside this package's `package.json` is the same, as a file. Rules between settings, such as shares that sum to 1,
 * are beyond it.
 */
export const recipeSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'dsgen recipe',
  description: 'What to make of a corpus. Every setting has a default.',
  ...tableSchema(RECIPE_FIELDS),
};

function tableSchema(table: FieldTable): JsonSchema {
  const properties = Object.entries(table).map(([name, entry]) => [
    name,
    isField(entry)
      ? { description: entry.description, ...fieldSchema(entry) }
      : { description: SECTION_DESCRIPTIONS[name], ...tableSchema(entry) },
  ]);
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) };
}

function fieldSchema(field: Field): JsonSchema {
  switch (field.kind) {
    case 'constant':
      return { const: field.default };
    case 'boolean':
      return { type: 'boolean', ...defaultOf(field) };
    case 'choice':
      return { enum: field.values, default: field.default };
    case 'choices':
      return { type: 'array', items: { enum: field.values }, minItems: 1, uniqueItems: true, ...defaultOf(field) };
    case 'names':
      return { type: 'array', items: { type: 'string', pattern: NAME_PATTERN }, minItems: 1, uniqueItems: true };
    case 'texts':
      return { type: 'array', items: textSchema, minItems: 1, uniqueItems: true };
    case 'string':
      return { ...textSchema, ...defaultOf(field) };
    case 'integer':
    case 'number':
      return { type: field.kind, minimum: field.minimum, maximum: field.maximum, ...defaultOf(field) };
  }
}

function defaultOf(field: Field): JsonSchema {
  return field.default === undefined ? {} : { default: field.default };
}
