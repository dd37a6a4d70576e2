import type { LedgerSums } from './ledger.ts';
import type { Recipe } from './recipe.ts';
import type { Split } from './record.ts';

export interface DatasetFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Data files only. */
  readonly records?: number;
}

/** `dataset.json`. It holds no clock, host, absolute path or count of attempts, so it is the same in every run. */
export interface DatasetManifest {
  /** Literal marker: a folder with it may be replaced by a later run. */
  readonly kind: 'dsgen/dataset';
  readonly specificationVersion: 1;
  readonly name: string;
  /** Versions of dsgen and of each stage: what else the bytes depend on. */
  readonly versions: Readonly<Record<string, string>>;
  readonly format: string;
  readonly recipe: Recipe;
  readonly recipeHash: string;
  /** sha256 over the sorted (path, documentId) list of the corpus. */
  readonly corpusHash: string;
  readonly records: number;
  readonly splits: Readonly<Record<Split, number>>;
  readonly tasks: Readonly<Record<string, number>>;
  readonly patterns: Readonly<Record<string, number>>;
  readonly ledger: LedgerSums;
  readonly files: readonly DatasetFile[];
}
