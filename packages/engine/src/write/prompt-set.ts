import { nearestName, UsageError, type Recipe } from '@dsgen/core';
import { canonicalJson } from '../shared/canonical-json.ts';
import { sha256 } from '../shared/hash.ts';
import type { Prompt } from './prompt.ts';
import { PROMPTS } from './prompts/all.ts';
import { checkPrompt } from './render-prompt.ts';

/** A prompt that was checked, with the text to use. */
export type UsedPrompt = Prompt;

/**
 * The prompts of a recipe: those it names, else all that are on for its tasks.
 *
 * @param known Built-in prompts, or those with what a folder has in their place.
 * @throws UsageError `prompt-unknown`, `prompt-invalid`
 */
export function choosePrompts({ model, tasks }: Pick<Recipe, 'model' | 'tasks'>, known = PROMPTS): UsedPrompt[] {
  const chosen =
    model?.prompts?.map((name) => findPrompt(name, known)) ??
    known.filter(({ task, isDefault }) => isDefault && tasks.includes(task));
  for (const prompt of chosen) checkPrompt(prompt);
  return chosen;
}

function findPrompt(name: string, known: readonly Prompt[]): Prompt {
  const found = known.find((prompt) => prompt.name === name);
  if (found !== undefined) return found;
  const names = known.map((prompt) => prompt.name);
  const meant = nearestName(name, names);
  throw new UsageError({
    code: 'prompt-unknown',
    message: `Cannot find the prompt ${JSON.stringify(name)}; there are ${names.join(', ')}`,
    fix: meant === undefined ? 'Use one of these.' : `Did you mean ${JSON.stringify(meant)}?`,
    data: { prompt: name, known: names },
  });
}

/** sha256 of all that a prompt asks for: its wording and the shape of the answer. */
export function promptHash({ text, schema, name, version }: Prompt): string {
  return sha256(canonicalJson({ name, version, text, schema }));
}
