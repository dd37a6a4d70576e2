import type { JobEventBody, Recipe } from '@dsgen/core';
import { choosePrompts, createModelClient, type ModelTotals, type UsedPrompt } from '@dsgen/engine';
import type { Host } from '../host.ts';
import { openKeychain } from '../keychain/keychain.ts';
import { readPrompts } from '../read-prompts.ts';
import type { StoredJob } from '../state/job-table.ts';
import { createByteGate } from './byte-gate.ts';
import type { JobControl } from './job-control.ts';
import type { Emit } from './job-events.ts';
import type { ModelWork } from './write-document.ts';

const MEBIBYTE = 1024 * 1024;
/** Artefacts of documents that wait for answers; as JSON, so a few times as much in memory. */
const MAX_WAITING_BYTES = 32 * MEBIBYTE;
/** How often spending is told. */
const REPORT_MS = 1_000;

export interface OpenModelOptions {
  readonly emit: Emit;
  readonly control: Pick<JobControl, 'stopping' | 'ending'>;
}

/** The model of a job's recipe, ready to be asked; undefined when it names none. Nothing is sent before the first call. */
export async function openModel(
  job: StoredJob,
  host: Host,
  { emit, control }: OpenModelOptions,
): Promise<(ModelWork & { close(): Promise<void> }) | undefined> {
  const { model } = job.recipe;
  if (model === undefined) return undefined;
  const prompts = await chooseRecipePrompts(job.recipe);
  const client = createModelClient({
    ...job.model,
    store: host.artefacts,
    environment: host.environment,
    findKey: openKeychain(host).keyOf,
    spentUsd: host.state.jobs.spentUsd(job.id),
    rememberSpentUsd: (usd) => host.state.jobs.setSpentUsd(job.id, usd),
    leaving: control.stopping,
    ...(model.batch === undefined ? {} : { batch: model.batch }),
    ...(model.baseUrl === undefined ? {} : { baseUrl: model.baseUrl }),
  });
  let told = '';
  function report(): void {
    const event = describeCalls(client.totals());
    if (JSON.stringify(event) === told) return;
    told = JSON.stringify(event);
    emit(event);
  }
  const timer = setInterval(report, REPORT_MS);
  return {
    client,
    prompts,
    gate: createByteGate(MAX_WAITING_BYTES),
    stopping: control.stopping,
    signal: control.ending,
    async close() {
      clearInterval(timer);
      report();
      await client.close();
    },
  };
}

type CallsEvent = Extract<JobEventBody, { readonly type: 'model-calls' }>;

function describeCalls({ states, cached, spentUsd, atRiskUsd }: ModelTotals): CallsEvent {
  const { done: answered = 0, ...others } = states;
  const unanswered = Object.values(others).reduce((sum, count) => sum + count, 0);
  return { type: 'model-calls', answered, unanswered, cached, spentUsd: spentUsd + atRiskUsd };
}

/** The prompts that a recipe asks for, checked. */
export async function chooseRecipePrompts(recipe: Recipe): Promise<readonly UsedPrompt[]> {
  return choosePrompts(recipe, await readPrompts(recipe.model?.promptFolder));
}
