import type { Recipe } from '@dsgen/core';
import { choosePrompts, createModelClient, type UsedPrompt } from '@dsgen/engine';
import type { Host } from '../host.ts';
import { readPrompts } from '../read-prompts.ts';
import type { StoredJob } from '../state/job-table.ts';
import { createByteGate } from './byte-gate.ts';
import type { ModelWork } from './write-document.ts';

const MEBIBYTE = 1024 * 1024;
/** Artefacts of documents that wait for answers; as JSON, so a few times as much in memory. */
const MAX_WAITING_BYTES = 32 * MEBIBYTE;

/** The model of a job's recipe, ready to be asked; undefined when it names none. Nothing is sent before the first call. */
export async function openModel(
  { recipe, model: settings = {} }: StoredJob,
  host: Host,
  signal: AbortSignal,
): Promise<(ModelWork & { close(): void }) | undefined> {
  const { model } = recipe;
  if (model === undefined) return undefined;
  const client = createModelClient({
    ...settings,
    store: host.artefacts,
    environment: host.environment,
    ...(model.baseUrl === undefined ? {} : { baseUrl: model.baseUrl }),
  });
  return {
    client,
    prompts: await chooseRecipePrompts(recipe),
    gate: createByteGate(MAX_WAITING_BYTES),
    signal,
    close: () => client.close(),
  };
}

/** The prompts that a recipe asks for, checked. */
export async function chooseRecipePrompts(recipe: Recipe): Promise<readonly UsedPrompt[]> {
  return choosePrompts(recipe, await readPrompts(recipe.model?.promptFolder));
}
