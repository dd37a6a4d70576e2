import type { Task } from './record.ts';

/** The declarative job: what to make of a corpus. Every field has a default, so `{}` is a valid recipe. */
export interface Recipe {
  /** Recipe format; 1. */
  readonly version: 1;
  readonly tasks: readonly Task[];
  /** Same documents, recipe and seed give the same bytes. */
  readonly seed: number;
  readonly extract: ExtractOptions;
  readonly chunk: ChunkOptions;
  readonly generate: GenerateOptions;
  /** What a language model adds. Absent: no model is asked. */
  readonly model?: ModelOptions;
  readonly assess: AssessOptions;
  readonly split: SplitOptions;
  readonly export: ExportOptions;
}

export interface ExtractOptions {
  /** Read pages without a text layer and images by OCR. Default false. */
  readonly ocr: boolean;
  /** Tesseract language code for OCR. Default `eng`. */
  readonly ocrLanguage: string;
  /** `page` takes the whole web page, `article` its main content. Default `page`. */
  readonly html: 'page' | 'article';
  /** JSON and JSONL: the field that holds the text; by default the longest string field. */
  readonly jsonField?: string;
}

export interface ChunkOptions {
  /** Most tokens of a chunk. Default 512. */
  readonly maxTokens: number;
  /** Tokens repeated from the chunk before, at most; whole sentences only. Default 64. */
  readonly overlapTokens: number;
}

export interface GenerateOptions {
  /** Where the passage goes: `closed` questions stand alone, `open` ones carry the passage as input, `mixed` uses what each pattern needs. Default `mixed`. */
  readonly context: 'closed' | 'open' | 'mixed';
  /** Stop after this many records. Default: no limit. */
  readonly limit?: number;
  /** A name for questions that would otherwise need the document: a product or organisation. */
  readonly subject?: string;
  /**
   * Also use the patterns that are off by default, because a strict reader keeps fewer than 80 of 100 of their records; and let
   * questions without a passage stand that name a thing of their page and not the product it belongs to.
   */
  readonly allPatterns?: boolean;
  /** Further records made from those that are accepted; `answers` needs a model. Default: none. */
  readonly vary?: ReadonlyArray<'answers' | 'entities' | 'dates'>;
}

/** Whether calls are sent in batches: at half the price, and within a day instead of at once. */
export const BATCH_MODES = ['auto', 'never', 'always'] as const;
export type BatchMode = (typeof BATCH_MODES)[number];

/** Records written by a language model, beside the extractive ones. */
export interface ModelOptions {
  /** `provider/name`, such as `openai/gpt-5-mini` or `openai-compatible/my-model`. */
  readonly name: string;
  /** Address of an OpenAI-compatible endpoint. It belongs to the job and is left out of datasets. */
  readonly baseUrl?: string;
  /** `auto` sends a batch where 100 calls or more wait. It belongs to the job and is left out of datasets. Default `never`. */
  readonly batch?: BatchMode;
  /** Keep the extractive records. Default true. */
  readonly extractive?: boolean;
  /** Names of the prompts to use. Default: every prompt that is on for the tasks of the recipe. */
  readonly prompts?: readonly string[];
  /** Folder of prompt files that replace or add to the built-in ones. */
  readonly promptFolder?: string;
  /** Default: the provider's. */
  readonly temperature?: number;
  /** Most tokens of an answer, reasoning included. Default 4,096. */
  readonly maxOutputTokens?: number;
  /** Other wordings of each question, at most. Default 0. */
  readonly variations?: number;
  /**
   * Sections of a document, at most, that are asked about together with one of an earlier document that is about the same things. The
   * prompts for questions over several sections do it. Default 0.
   */
  readonly acrossDocuments?: number;
  /** How often a judge that sees the sources is asked about each record. Default 0: not at all. */
  readonly votes?: number;
  /** Model that judges. Default: `name`. */
  readonly judge?: string;
  /** Judged records with a lower share of supported claims are rejected, 0 to 1. Default 1. */
  readonly minSupport?: number;
  /** The same for clarity, relevance and coherence. Default 0: recorded only. */
  readonly minClarity?: number;
  readonly minRelevance?: number;
  readonly minCoherence?: number;
  /** Judged records with more of it are rejected, 0 to 1. Default 1: recorded only. */
  readonly maxToxicity?: number;
  readonly maxBias?: number;
  /** Fail the job (exit code 4) when a larger share of its calls gets no answer. Default 0.1. */
  readonly maxFailedShare?: number;
}

/** What to do about personal data. */
export const PII_MODES = ['off', 'report', 'mask', 'drop'] as const;
export type PiiMode = (typeof PII_MODES)[number];

export interface AssessOptions {
  /** Fewest and most tokens of a record: the specification's 10 and 4,096. */
  readonly minTokens: number;
  readonly maxTokens: number;
  /** Estimated Jaccard similarity from which two candidates are near-duplicates. Default 0.8. */
  readonly nearDuplicate: number;
  /** Most records of a section; a model may add as many for each task. Default 3. */
  readonly maxPerSection: number;
  readonly maxPerDocument: number;
  /** Fail the job (exit code 4) when a larger share of documents is quarantined. Default 1: never. */
  readonly maxQuarantinedShare: number;
  /**
   * Personal data in records: `report` counts it, `mask` puts placeholders in its place, `drop` leaves such records out.
   * Keys and passwords are masked by `mask`, and records with them left out by `report` and `drop`. `off` looks for
   * neither. Default `report`.
   */
  readonly pii: PiiMode;
  /**
   * What else scores every record: `grammar`, `perplexity`, or the path of a module whose default export is a `Scorer`; its
   * file's name is then the name of the score. Default: nothing.
   */
  readonly scorers?: readonly string[];
  /** What a score must be for a record to be taken: `grammar >= 0.9`. A record without that score is left out. Default: scores are recorded only. */
  readonly scoreGates?: readonly string[];
  /** The model that `perplexity` asks, by the name its server knows. */
  readonly perplexityModel?: string;
}

export interface SplitOptions {
  /** Shares that sum to 1. Default 0.9, 0.05, 0.05. */
  readonly train: number;
  readonly validation: number;
  readonly test: number;
}

/** How the rows lie in their files: JSON Lines, one JSON list, CSV, Parquet, WebDataset shards. */
export const EXPORT_CONTAINERS = ['jsonl', 'json', 'csv', 'parquet', 'tar'] as const;
export type ExportContainer = (typeof EXPORT_CONTAINERS)[number];

export const EXPORT_COMPRESSIONS = ['none', 'gz', 'zst'] as const;
export type ExportCompression = (typeof EXPORT_COMPRESSIONS)[number];

export interface ExportOptions {
  /** A known format, such as `alpaca`, `sharegpt` or `openai`, or the path of a JSON Schema file. Default `alpaca`. */
  readonly format: string;
  /** For `text`: a Jinja file, a `tokenizer_config.json` or the folder of a tokenizer that renders the conversations. */
  readonly chatTemplate?: string;
  /** Trainers and services that shall take every row and every file, such as `trl`. Default: none in particular. */
  readonly consumers?: readonly string[];
  /** Default `jsonl`. */
  readonly container: ExportContainer;
  /** Default `none`. */
  readonly compression: ExportCompression;
  /** Cut the data files after this many records. Default: one file for each split. */
  readonly shardRecords?: number;
  /** Cut the data files at this many bytes, measured as JSON Lines before compression. Default: no limit. */
  readonly shardBytes?: number;
  /** age recipients (`age1…`) that can read the records; data, lineage, rejects and report are encrypted for them. */
  readonly encryptTo?: readonly string[];
}

/** A recipe as a person writes it: any part may be left out. */
export type RecipeInput = {
  readonly [Key in keyof Recipe]?: Recipe[Key] extends readonly unknown[] | number | string
    ? Recipe[Key]
    : Partial<Recipe[Key]>;
};
