import type { LedgerSums } from './ledger.ts';
import type { PiiMode, Recipe } from './recipe.ts';
import type { Split } from './record.ts';

export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

export interface DatasetFile extends FileDigest {
  readonly name: string;
  /** What an encrypted file holds; absent when the file is not encrypted. */
  readonly plain?: FileDigest;
  /** Data files only. */
  readonly records?: number;
}

/** What was found of personal data and secrets: how often each kind, keys sorted, such as `email` or `github-token`. */
export interface PrivacySums {
  readonly mode: PiiMode;
  /** In the text of the documents that were done. */
  readonly documents: Readonly<Record<string, number>>;
  /** In the messages of the records: left there by `report`, behind placeholders with `mask`. */
  readonly records: Readonly<Record<string, number>>;
}

/** What the calls of a job came to, whether they were made by it or by an earlier one. */
export interface ModelSums {
  readonly inputTokens: number;
  /** Reasoning included. */
  readonly outputTokens: number;
  /** US dollars; absent where the price of a call is unknown. */
  readonly cost?: number;
  /** The same, by accepted record. */
  readonly costPerRecord?: number;
}

/** How many records fit into a context; a trainer cuts or drops the others. What a chat template adds is not counted. */
export interface LengthSums {
  /** Of all records. */
  readonly tokens: number;
  /** Of the longest record. */
  readonly longest: number;
  readonly contexts: ReadonlyArray<{ readonly tokens: number; readonly fits: number; readonly exceeds: number }>;
}

/** What came from documents of one licence. */
export interface LicenceSums {
  /** SPDX expression; null where nothing says what the licence is. */
  readonly licence: string | null;
  /** Documents that gave records. */
  readonly documents: number;
  readonly records: number;
}

/** What a consumer that the recipe names makes of the files as a whole; every row is one it takes. */
export interface ConsumerNotes {
  readonly name: string;
  /** Empty when it takes the training data as it is. */
  readonly notes: readonly string[];
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
  /** Absent when the recipe names no model. */
  readonly model?: ModelSums;
  readonly privacy: PrivacySums;
  readonly lengths: LengthSums;
  /** By licence, the unknown last. */
  readonly licences: readonly LicenceSums[];
  /** Those that the recipe names; absent when it names none. */
  readonly consumers?: readonly ConsumerNotes[];
  readonly files: readonly DatasetFile[];
}
