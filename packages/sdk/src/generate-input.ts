import type { AbortableOptions, ModelSettings, RecipeInput } from '@dsgen/core';

/** The documents to work on. */
export interface CorpusInput extends AbortableOptions {
  /** Files and folders, relative to the working directory; a folder stands for everything below it. */
  readonly paths: readonly string[];
  /** Glob patterns relative to the corpus root; documents that match none are skipped. Default: all documents. */
  readonly include?: readonly string[];
  /** Glob patterns; documents that match are skipped. Default: none. */
  readonly exclude?: readonly string[];
}

export interface PlanInput extends CorpusInput {
  readonly recipe?: RecipeInput;
}

export interface EstimateInput extends PlanInput {
  /** Prices and limits, where they are not those of the price list and of the provider. */
  readonly model?: ModelSettings;
}

export interface GenerateInput extends PlanInput {
  /** Folder of the dataset; it must be new, empty or an earlier dataset. Default: a folder within the store. */
  readonly out?: string;
  /** Name in the manifest and on the card. Default: the name of `out`, else `dataset`. */
  readonly name?: string;
  /** Documents worked on at once. Never shows in the output. Default: the number of cores. */
  readonly concurrency?: number;
  /** How to reach the model that the recipe names, and what may be spent. Keys come from the environment. */
  readonly model?: ModelSettings;
  /** Generating twice with one key gives the same job. Default: a new key, so a new job, each time. */
  readonly idempotencyKey?: string;
}

export interface VerifyInput extends CorpusInput {
  /** Folder of the dataset. */
  readonly dataset: string;
}
