import type { Recipe } from '@dsgen/core';
import { recipeError, type PlacedIssue, type RecipeIssue } from './recipe-issue.ts';
import { checkRecipe } from './resolve-recipe.ts';

/** Longest recipe text, in characters: hundreds of times what a full recipe takes. */
const MAX_LENGTH = 1_000_000;

export interface ParseRecipeOptions {
  /** The file's name for messages. Default `The recipe`. */
  readonly name?: string;
}

/**
 * The recipe of a YAML or JSON text.
 *
 * @throws UsageError with line and column (1-based) of every problem in `data.issues`.
 * @example
 * ```ts
 * import { parseRecipe } from '@dsgen/engine';
 *
 * const recipe = await parseRecipe('tasks: [qa]', { name: 'dsgen.yaml' });
 * console.log(recipe.tasks); // ['qa']
 * ```
 */
export async function parseRecipe(text: string, { name = 'The recipe' }: ParseRecipeOptions = {}): Promise<Recipe> {
  if (text.length > MAX_LENGTH) {
    const message = `the text has ${text.length} characters; the limit is ${MAX_LENGTH}`;
    throw recipeError([syntaxIssue(message)], name);
  }
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const parsed = parseYaml(() => yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false }), name);
  if (parsed.errors.length > 0) {
    throw recipeError(
      parsed.errors.map((error) => placed(syntaxIssue(error.message), lines.linePos(error.pos[0]))),
      name,
    );
  }
  const { recipe, issues } = checkRecipe(parseYaml((): unknown => parsed.toJS(), name));
  if (recipe !== undefined) return recipe;
  throw recipeError(
    issues.map((issue) => {
      const offset = findOffset(issue.path, (path) => parsed.getIn(path, true));
      return offset === undefined ? issue : placed(issue, lines.linePos(offset));
    }),
    name,
  );
}

/** The parser throws on texts that exhaust it, such as deep nesting and alias bombs. */
function parseYaml<Result>(parse: () => Result, name: string): Result {
  try {
    return parse();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw recipeError([syntaxIssue(`the text cannot be read as YAML: ${reason}`)], name);
  }
}

/** Where the innermost part of a path that the text has begins. */
function findOffset(path: readonly string[], nodeAt: (path: readonly string[]) => unknown): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node = nodeAt(path.slice(0, length));
    if (isRanged(node)) return node.range[0];
  }
  return undefined;
}

function isRanged(node: unknown): node is { readonly range: readonly [number, ...number[]] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function placed(issue: RecipeIssue, position: { readonly line: number; readonly col: number }): PlacedIssue {
  return { ...issue, line: position.line, column: position.col };
}

function syntaxIssue(message: string): RecipeIssue {
  return { code: 'recipe-syntax', path: [], message, fix: 'Correct the YAML there.' };
}
