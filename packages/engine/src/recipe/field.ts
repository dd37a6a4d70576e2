/** One setting of a recipe: what it may be, what it is when left out, and the words that explain it. */
export type Field = {
  /** One or two sentences, without the default. */
  readonly description: string;
} & FieldKind;

type FieldKind =
  | { readonly kind: 'constant'; readonly default: number }
  | { readonly kind: 'boolean'; readonly default?: boolean; readonly example?: boolean }
  | {
      readonly kind: 'choice';
      readonly values: readonly string[];
      readonly default?: string;
      readonly example?: string;
    }
  | {
      readonly kind: 'choices';
      readonly values: readonly string[];
      readonly default?: readonly string[];
      readonly example?: readonly string[];
    }
  | {
      readonly kind: 'integer' | 'number';
      readonly minimum: number;
      readonly maximum: number;
      readonly default?: number;
      /** Shown by `dsgen init` where there is no default. */
      readonly example?: number;
    }
  | { readonly kind: 'names'; readonly default?: readonly string[]; readonly example?: readonly string[] }
  | { readonly kind: 'texts'; readonly default?: readonly string[]; readonly example?: readonly string[] }
  | { readonly kind: 'string'; readonly default?: string; readonly example?: string };

/** Longest text setting. */
export const MAX_STRING_LENGTH = 1024;

/** What is wrong with a value, as the end of "…must be"; undefined when nothing is. */
export function violation(field: Field, value: unknown): string | undefined {
  return accepts(field, value) ? undefined : expectation(field);
}

function accepts(field: Field, value: unknown): boolean {
  switch (field.kind) {
    case 'constant':
      return value === field.default;
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return field.values.some((known) => known === value);
    case 'choices':
      return isChoices(field.values, value);
    case 'names':
      return isNames(value);
    case 'texts':
      return Array.isArray(value) && value.length > 0 && value.every(isText) && new Set(value).size === value.length;
    case 'string':
      return isText(value);
    case 'integer':
    case 'number':
      return isInRange(field, value);
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MAX_STRING_LENGTH;
}

function isChoices(values: readonly string[], value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  return value.every((item: unknown, index) => values.some((known) => known === item) && value.indexOf(item) === index);
}

/** What a name may be: also the name of a file. */
export const NAME_PATTERN = '^[a-z0-9][a-z0-9-]{0,63}$';

function isNames(value: unknown): boolean {
  const pattern = new RegExp(NAME_PATTERN, 'u');
  if (!Array.isArray(value) || value.length === 0) return false;
  return value.every(
    (item: unknown, index) => typeof item === 'string' && pattern.test(item) && value.indexOf(item) === index,
  );
}

function isInRange(field: Extract<Field, { readonly kind: 'integer' | 'number' }>, value: unknown): boolean {
  const isNumber = field.kind === 'integer' ? Number.isSafeInteger(value) : Number.isFinite(value);
  return isNumber && typeof value === 'number' && value >= field.minimum && value <= field.maximum;
}

function expectation(field: Field): string {
  switch (field.kind) {
    case 'constant':
      return String(field.default);
    case 'boolean':
      return 'true or false';
    case 'choice':
      return `one of ${field.values.join(', ')}`;
    case 'choices':
      return `a list of different values from ${field.values.join(', ')}`;
    case 'names':
      return 'a list of different names of letters, digits and hyphens';
    case 'texts':
      return `a list of different texts of 1 to ${MAX_STRING_LENGTH} characters`;
    case 'string':
      return `a text of 1 to ${MAX_STRING_LENGTH} characters`;
    case 'integer':
    case 'number':
      return `${field.kind === 'integer' ? 'a whole number' : 'a number'} from ${field.minimum} to ${field.maximum}`;
  }
}
