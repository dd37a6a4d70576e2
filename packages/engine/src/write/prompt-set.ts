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
 * @throws UsageError `prompt-unknown`, `prompt-invalid`, `prompt-missing`
 */
export function choosePrompts({ model, tasks }: Pick<Recipe, 'model' | 'tasks'>, known = PROMPTS): UsedPrompt[] {
  const chosen =
    model?.prompts?.map((name) => findPrompt(name, known)) ??
    known.filter(({ task, isDefault }) => isDefault && tasks.includes(task));
  for (const prompt of chosen) checkPrompt(prompt);
  if ((model?.acrossDocuments ?? 0) > 0 && !chosen.some(({ scope }) => scope === 'chunks')) throw needsScope(known);
  return chosen;
}

function needsScope(known: readonly Prompt[]): UsageError {
  const names = known.filter(({ scope }) => scope === 'chunks').map(({ name }) => name);
  return new UsageError({
    code: 'prompt-missing',
    message:
      'Cannot ask about several documents: model.acrossDocuments is set, and no prompt in use is for several sections',
    fix: `Name at least one of ${names.join(', ')} in model.prompts or with --prompt.`,
    data: { known: names },
  });
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
