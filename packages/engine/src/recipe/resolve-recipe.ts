import { nearestName, type ModelOptions, type Recipe } from '@dsgen/core';
import { consumerFormat } from './consumer-format.ts';
import { violation, type Field } from './field.ts';
import { isField, RECIPE_FIELDS, type FieldTable } from './fields.ts';
import { findScorerConflicts } from '../score/find-scorer-conflicts.ts';
import { findExportConflicts } from './export-conflicts.ts';
import { conflict, quoteValue, recipeError, type RecipeIssue } from './recipe-issue.ts';

type Resolution =
  | { readonly recipe: Recipe; readonly issues: readonly [] }
  | { readonly recipe?: never; readonly issues: readonly RecipeIssue[] };

/**
 * The whole recipe for what a person wrote of it: defaults filled in, keys in one order. Nothing is ignored: an unknown
 * key, a wrong type or a value out of range is an error that names the path, the value, what is allowed and the nearest
 * key.
 *
 * @throws UsageError with every problem in `data.issues`.
 * @example
 * ```ts
 * import { resolveRecipe } from '@dsgen/engine';
 *
 * const recipe = resolveRecipe({ tasks: ['qa'], chunk: { maxTokens: 256 } });
 * console.log(recipe.chunk); // { maxTokens: 256, overlapTokens: 64 }
 * ```
 */
export function resolveRecipe(input: unknown): Recipe {
  const { recipe, issues } = checkRecipe(input);
  if (recipe === undefined) throw recipeError(issues, 'The recipe');
  return recipe;
}

/** Like `resolveRecipe`, with the problems as data. */
export function checkRecipe(input: unknown): Resolution {
  const issues: RecipeIssue[] = [];
  const resolved = resolveTable(RECIPE_FIELDS, input ?? {}, { path: [], issues });
  if (issues.length > 0) return { issues };
  // The table has exactly the fields of Recipe, and every value passed its field's check.
  const recipe = withConsumerFormat(resolved as unknown as Recipe, input);
  const conflicts = findConflicts(recipe);
  return conflicts.length > 0 ? { issues: conflicts } : { recipe, issues: [] };
}

/** Who names consumers and no format gets one that they understand. */
function withConsumerFormat(recipe: Recipe, input: unknown): Recipe {
  const given = isMapping(input) && isMapping(input['export']) ? input['export']['format'] : undefined;
  const format = given === undefined ? consumerFormat(recipe.export) : undefined;
  return format === undefined ? recipe : { ...recipe, export: { ...recipe.export, format } };
}

interface Place {
  readonly path: readonly string[];
  readonly issues: RecipeIssue[];
}

function resolveTable(table: FieldTable, input: unknown, { path, issues }: Place): Record<string, unknown> {
  if (!isMapping(input)) {
    issues.push(wrongValue(path, input, `a mapping with the keys ${Object.keys(table).join(', ')}`));
    return {};
  }
  for (const key of Object.keys(input)) {
    if (!Object.hasOwn(table, key)) issues.push(unknownKey(table, [...path, key], input[key]));
  }
  const resolved: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(table)) {
    const value = Object.hasOwn(input, name) ? input[name] : undefined;
    const place = { path: [...path, name], issues };
    // A section whose lines are all commented out reads as null.
    const result = isField(entry) ? resolveField(entry, value, place) : resolveTable(entry, value ?? {}, place);
    if (result !== undefined && !isAbsentSection(entry, result)) resolved[name] = result;
  }
  return resolved;
}

/** A section without defaults is there only when something in it is set. */
function isAbsentSection(entry: Field | FieldTable, result: unknown): boolean {
  return !isField(entry) && isMapping(result) && Object.keys(result).length === 0;
}

function resolveField(field: Field, value: unknown, { path, issues }: Place): unknown {
  if (value === undefined) return field.default;
  const expected = violation(field, value);
  if (expected === undefined) return value;
  const allowed = field.kind === 'choice' || field.kind === 'choices' ? field.values : undefined;
  issues.push(wrongValue(path, value, expected, allowed));
  return undefined;
}

function unknownKey(table: FieldTable, path: readonly string[], value: unknown): RecipeIssue {
  const allowed = Object.keys(table);
  const key = path.at(-1) ?? '';
  const meant = nearestName(key, allowed);
  const parent = path.length > 1 ? `in ${path.slice(0, -1).join('.')}` : 'at the top';
  return {
    code: 'recipe-unknown-key',
    path,
    message: `unknown key ${quoteValue(key)} ${parent} (value ${quoteValue(value)}); the keys are ${allowed.join(', ')}`,
    fix: meant === undefined ? 'Remove it or use one of those keys.' : `Did you mean "${meant}"?`,
    value: quoteValue(value),
    allowed,
  };
}

function wrongValue(
  path: readonly string[],
  value: unknown,
  expected: string,
  allowed?: readonly string[],
): RecipeIssue {
  const name = path.length === 0 ? 'the recipe' : path.join('.');
  const strays = (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
  const meant = strays
    .map((stray) => nearestName(stray, allowed ?? []))
    .find((found) => found !== undefined && !strays.includes(found));
  return {
    code: 'recipe-invalid-value',
    path,
    message: `${name} is ${quoteValue(value)}; it must be ${expected}`,
    fix: meant === undefined ? `Set ${name} to ${expected}.` : `Did you mean "${meant}"?`,
    value: quoteValue(value),
    ...(allowed === undefined ? {} : { allowed }),
  };
}

/** Settings that are fine alone and cannot hold together. */
function findConflicts(recipe: Recipe): RecipeIssue[] {
  const { split, chunk, assess, model } = recipe;
  const conflicts: RecipeIssue[] = [
    ...findModelConflicts(model),
    ...findExportConflicts(recipe),
    ...findScorerConflicts(assess),
  ];
  const sum = split.train + split.validation + split.test;
  if (Math.abs(sum - 1) > 1e-6) {
    const shares = `train ${split.train}, validation ${split.validation}, test ${split.test}`;
    conflicts.push(conflict(['split'], `the shares (${shares}) sum to ${Number(sum.toFixed(6))}; they must sum to 1`));
  }
  if (chunk.overlapTokens * 2 > chunk.maxTokens) {
    const most = Math.floor(chunk.maxTokens / 2);
    const message = `chunk.overlapTokens is ${chunk.overlapTokens}; it must be at most ${most}, half of chunk.maxTokens`;
    conflicts.push(conflict(['chunk', 'overlapTokens'], message));
  }
  if (assess.minTokens > assess.maxTokens) {
    const message = `assess.minTokens is ${assess.minTokens}; it must be at most assess.maxTokens, ${assess.maxTokens}`;
    conflicts.push(conflict(['assess', 'minTokens'], message));
  }
  if (recipe.generate.vary?.includes('answers') === true && recipe.model === undefined) {
    conflicts.push(
      conflict(['generate', 'vary'], 'generate.vary has "answers", which a model rewords; name one, or leave it out'),
    );
  }
  return conflicts;
}

const MODEL_NAME = /^[a-z0-9-]+\/\S+$/u;

function findModelConflicts(model: Partial<ModelOptions> | undefined): RecipeIssue[] {
  const conflicts: RecipeIssue[] = [];
  if (model !== undefined && model.name === undefined) {
    conflicts.push(conflict(['model', 'name'], 'model.name is missing; the other settings of model need it'));
  }
  for (const key of ['name', 'judge'] as const) {
    const value = model?.[key];
    if (value === undefined || MODEL_NAME.test(value)) continue;
    const message = `model.${key} is ${quoteValue(value)}; it must be provider/name, such as openai/gpt-5-mini`;
    conflicts.push(conflict(['model', key], message));
  }
  return conflicts;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
