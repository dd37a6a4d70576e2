import { UsageError, type InputPosition } from '@dsgen/core';

/** One thing wrong with a recipe. */
export interface RecipeIssue {
  readonly code: 'recipe-unknown-key' | 'recipe-invalid-value' | 'recipe-conflict' | 'recipe-syntax';
  /** Names from the top of the recipe to the setting: `['chunk', 'maxTokens']`. */
  readonly path: readonly string[];
  readonly message: string;
  readonly fix: string;
  /** The value as JSON, shortened. */
  readonly value?: string;
  /** Keys or values that would do, where they can be listed. */
  readonly allowed?: readonly string[];
}

/** An issue and where it is in the text, when there is a text. */
export type PlacedIssue = RecipeIssue & Pick<InputPosition, 'line' | 'column'>;

/** A setting that is fine alone and does not go with another. */
export function conflict(path: readonly string[], message: string): RecipeIssue {
  return { code: 'recipe-conflict', path, message, fix: `Change ${path.join('.')}, or what it depends on.` };
}

/** The error for one or more issues. All of them are in `data.issues`. */
export function recipeError(issues: readonly PlacedIssue[], name: string): UsageError {
  const [first] = issues;
  const lines = issues.map((issue) => `${position(issue)}${issue.message}`);
  const message =
    lines.length === 1 ? `${name}: ${lines[0]}` : [`${name} has ${lines.length} problems:`, ...lines].join('\n  ');
  return new UsageError({
    code: first?.code ?? 'recipe-invalid-value',
    message,
    fix: first?.fix ?? 'Correct the recipe.',
    data: { name, issues },
  });
}

/** A value for a message: JSON, no longer than a line. */
export function quoteValue(value: unknown): string {
  const json = describe(value);
  return json.length > 80 ? `${json.slice(0, 77)}...` : json;
}

function describe(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  if (Array.isArray(value) && value.length > 20) return `a list of ${value.length} items`;
  try {
    return JSON.stringify(value) ?? 'undefined';
  } catch {
    // A circular value, or a BigInt within: its kind must do.
    return 'an object';
  }
}

function position({ line, column }: PlacedIssue): string {
  return line === undefined ? '' : `line ${line}, column ${column ?? 1}: `;
}
