import type { ArtefactStore } from '@dsgen/core';

/** The value of a JSON artefact; undefined when it is missing or damaged. */
export async function readJson<Value>(artefacts: ArtefactStore, key: string): Promise<Value | undefined> {
  const bytes = await artefacts.get(key);
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Value;
  } catch {
    return undefined;
  }
}
