import type { ArtefactStore } from '@dsgen/core';
import { canonicalJson } from '../../shared/canonical-json.ts';
import { sha256 } from '../../shared/hash.ts';

/** A batch that a provider has, and whose answers are not all kept yet. */
export interface KeptBatch {
  /** Its name at the provider. */
  readonly batch: string;
  /** What it asks, by id of the item. */
  readonly ids: readonly string[];
}

/** Raise it when the kept form changes. */
const BATCH_VERSION = 1;

/** Batches of one model have a folder. */
function folderOf(model: string): string {
  return `silver/batch@${BATCH_VERSION}/${sha256(model).slice(0, 16)}`;
}

/** The id of a call within a batch: a model, its parameters and the messages, as providers allow it. */
export function itemId(callKey: string): string {
  return sha256(callKey);
}

function keyOf(model: string, { ids }: KeptBatch): string {
  const hash = sha256(canonicalJson(ids.toSorted()));
  return `${folderOf(model)}/${hash.slice(0, 2)}/${hash}`;
}

/**
 * Keeps that the provider has a batch, in place of an earlier one with the same calls that gave nothing. It will be paid, so an abort
 * does not stop this, and a kill right after the call does not lose it.
 */
export async function keepBatch(store: ArtefactStore, model: string, kept: KeptBatch): Promise<void> {
  await store.put(keyOf(model, kept), new TextEncoder().encode(JSON.stringify(kept)), { noteAtOnce: true });
}

export async function forgetBatch(store: ArtefactStore, model: string, kept: KeptBatch): Promise<void> {
  await store.delete(keyOf(model, kept));
}

/** The batches of earlier runs; one that cannot be read is as good as none. */
export async function readKeptBatches(store: ArtefactStore, model: string): Promise<KeptBatch[]> {
  const kept: KeptBatch[] = [];
  for await (const { key } of store.list(`${folderOf(model)}/`)) {
    const bytes = await store.get(key);
    const batch = bytes === undefined ? undefined : parse(new TextDecoder().decode(bytes));
    if (batch !== undefined) kept.push(batch);
  }
  return kept;
}

function parse(json: string): KeptBatch | undefined {
  try {
    const value = JSON.parse(json) as Partial<KeptBatch> | null;
    const { batch, ids } = value ?? {};
    return typeof batch === 'string' && Array.isArray(ids) ? { batch, ids } : undefined;
  } catch {
    return undefined;
  }
}
