import type { ArtefactStore } from './artefact-store.ts';
import type { StageName } from './events.ts';

/** What a stage may use. There is deliberately no clock, no environment and no file system. */
export interface StageContext {
  readonly store: ArtefactStore;
  readonly seed: number;
  readonly signal: AbortSignal;
}

/**
 * A pure step from artefacts to artefacts. `version` is part of every artefact key: raise it whenever the output
 * for an unchanged input may differ.
 */
export interface Stage<Input, Output> {
  readonly name: StageName;
  readonly version: number;
  run(input: Input, context: StageContext): AsyncIterable<Output>;
}
