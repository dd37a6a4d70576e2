import { existsSync } from 'node:fs';
import { readRecipe, resolveConsumers, type RecipeInput } from '@dsgen/sdk';
import type { ExportFlags } from './export-flags.ts';
import type { ModelFlags } from './model-flags.ts';
import { escapeText } from './render/escape.ts';

/** Used when no recipe is named. */
const DEFAULT_RECIPE_FILE = 'dsgen.yaml';

export interface RecipeChoiceFlags extends Omit<ModelFlags, 'offline' | 'budget' | 'price'>, ExportFlags {
  readonly recipe?: string | undefined;
  readonly task?: readonly string[] | undefined;
  readonly limit?: number | undefined;
  readonly vary?: readonly string[] | undefined;
  readonly seed?: number | undefined;
  readonly ocr?: boolean | undefined;
  readonly 'ocr-language'?: string | undefined;
  readonly html?: string | undefined;
  readonly 'max-quarantined'?: number | undefined;
  readonly pii?: string | undefined;
}

export interface RecipeChoice {
  readonly recipe: RecipeInput;
  /** The file it comes from, when it comes from one. */
  readonly file?: string;
  /** True when the file was found, not named. */
  readonly found: boolean;
}

/** The recipe of a call: a file, the defaults where there is none, and over it what the flags say. */
export async function chooseRecipe(flags: RecipeChoiceFlags): Promise<RecipeChoice> {
  const file = flags.recipe ?? (existsSync(DEFAULT_RECIPE_FILE) ? DEFAULT_RECIPE_FILE : undefined);
  const base = file === undefined ? {} : await readRecipe(file);
  return {
    recipe: withFlags(base, flags),
    found: flags.recipe === undefined && file !== undefined,
    ...(file === undefined ? {} : { file }),
  };
}

/** `Recipe: dsgen.yaml (found in this folder)`; nothing for the defaults. */
export function describeRecipeChoice({ file, found }: RecipeChoice): string | undefined {
  if (file === undefined) return undefined;
  return `Recipe: ${escapeText(file)}${found ? ' (found in this folder)' : ''}`;
}

/** The values stay unchecked here: the recipe is checked once, as a whole, where it is resolved. */
function withFlags(recipe: RecipeInput, flags: RecipeChoiceFlags): RecipeInput {
  const changes = {
    ...present('tasks', flags.task),
    ...present('seed', flags.seed),
    ...section('extract', recipe.extract, {
      ...present('ocr', flags.ocr),
      ...present('ocrLanguage', flags['ocr-language']),
      ...present('html', flags.html),
    }),
    ...section('generate', recipe.generate, { ...present('limit', flags.limit), ...present('vary', flags.vary) }),
    ...section('model', recipe.model, {
      ...present('name', flags.model),
      ...present('baseUrl', flags['base-url']),
      ...present('batch', flags.batch),
      ...present('prompts', flags.prompt),
      ...present('promptFolder', flags.prompts),
      ...present('acrossDocuments', flags['across-documents']),
      ...present('votes', flags.votes),
    }),
    ...section('assess', recipe.assess, {
      ...present('maxQuarantinedShare', flags['max-quarantined']),
      ...present('pii', flags.pii),
    }),
    ...section('export', exportBase(recipe.export, flags), {
      ...present('format', flags.format),
      ...present('chatTemplate', flags['chat-template']),
      ...present('consumers', flags.for),
      ...present('container', flags.container),
      ...present('compression', flags.compress),
      ...present('shardRecords', flags['shard-records']),
      ...present('shardBytes', flags['shard-size']),
      ...present('encryptTo', flags['encrypt-to']),
    }),
  };
  return { ...recipe, ...changes } as RecipeInput;
}

/** Who names a consumer and no format wants one that it reads, whatever the recipe has for others. */
function exportBase(base: RecipeInput['export'], flags: RecipeChoiceFlags): RecipeInput['export'] {
  const { format, ...rest } = base ?? {};
  if (format === undefined || flags.for === undefined || flags.format !== undefined) return base;
  const isRead = resolveConsumers(flags.for).every(({ formats }) => formats.some((name) => name === format));
  return isRead ? base : rest;
}

function present(key: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [key]: value };
}

function section(name: string, base: object | undefined, changes: Record<string, unknown>): Record<string, unknown> {
  return Object.keys(changes).length === 0 ? {} : { [name]: { ...base, ...changes } };
}
