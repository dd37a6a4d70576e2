import type { RecipeInput } from '@dsgen/core';

/**
 * Types a recipe where it is written, so that a mistake is an error in the editor. It changes nothing: every part left out
 * takes its default when a job is submitted.
 *
 * @param recipe - The parts that differ from the defaults.
 * @returns The same object.
 *
 * @example Questions and summaries in the chat format
 * ```ts
 * import { defineRecipe } from '@dsgen/sdk';
 *
 * export const recipe = defineRecipe({
 *   tasks: ['qa', 'summarization'],
 *   chunk: { maxTokens: 400 },
 *   export: { format: 'openai' },
 * });
 * ```
 */
export function defineRecipe<const Input extends RecipeInput>(recipe: Input): Input {
  return recipe;
}
