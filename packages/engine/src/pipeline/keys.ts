import type { Recipe } from '@dsgen/core';
import type { ChunkPair } from '../across/related-chunk.ts';
import type { ExtractLimits } from '../extract/source.ts';
import { canonicalJson } from '../shared/canonical-json.ts';
import { sha256 } from '../shared/hash.ts';
import { STAGE_VERSIONS } from './stage-versions.ts';

const { extract, chunk, analyze, generate, write, assess } = STAGE_VERSIONS;

export interface ExtractKeyInput {
  readonly documentId: string;
  /** The name is a hint for the media type, so the same bytes under another name are extracted apart. */
  readonly path: string;
  readonly recipe: Recipe;
  readonly limits: ExtractLimits;
}

/** Where a document's extraction is kept: `silver/extract@<version>/<parameters>/<aa>/<input>`. */
export function extractKey({ documentId, path, recipe, limits }: ExtractKeyInput): string {
  return artefactKey(`extract@${extract}`, extractParameters(recipe, limits), [documentId, extension(path)]);
}

export interface ProcessKeyInput extends ExtractKeyInput {
  readonly corpus: string;
}

/**
 * Where everything that depends on one document only is kept: `silver/process@<versions>/<parameters>/<aa>/<input>`.
 * Settings of the dataset as a whole (format, split, limit, caps, near duplicates) are not part of it, so changing them
 * reuses all artefacts.
 */
export function processKey({ documentId, path, corpus, recipe, limits }: ProcessKeyInput): string {
  const parameters = {
    ...extractParameters(recipe, limits),
    extractVersion: extract,
    tasks: recipe.tasks,
    seed: recipe.seed,
    chunk: recipe.chunk,
    context: recipe.generate.context,
    subject: recipe.generate.subject,
    allPatterns: recipe.generate.allPatterns,
    vary: recipe.generate.vary,
    minTokens: recipe.assess.minTokens,
    maxTokens: recipe.assess.maxTokens,
    pii: recipe.assess.pii,
  };
  const stage = `process@${chunk}.${analyze}.${generate}.${assess}`;
  return artefactKey(stage, parameters, [documentId, path, corpus]);
}

export interface ModelKeyInput extends ProcessKeyInput {
  /** Hashes of the prompts in use, in order. */
  readonly promptHashes: readonly string[];
  /** What is written about together with chunks of earlier documents. Default: nothing. */
  readonly related?: readonly ChunkPair[];
}

/**
 * Where a document's records with those of a model are kept. Where the model is, how it is paid and how many failures are
 * tolerated is no part of the key: it does not change what the model answers. Nor is how many pairs are asked for: the
 * pairs are.
 */
export function modelKey({ promptHashes, related = [], ...input }: ModelKeyInput): string {
  const {
    baseUrl: _baseUrl,
    batch: _batch,
    promptFolder: _folder,
    prompts: _prompts,
    maxFailedShare: _share,
    acrossDocuments: _across,
    ...model
  } = input.recipe.model ?? {};
  const parameters = {
    process: processKey(input),
    model,
    promptHashes,
    ...(related.length === 0 ? {} : { related }),
  };
  return artefactKey(`model@${write}`, parameters, [input.documentId, input.path, input.corpus]);
}

function extractParameters(recipe: Recipe, limits: ExtractLimits): Readonly<Record<string, unknown>> {
  return { extract: recipe.extract, limits };
}

function artefactKey(stage: string, parameters: unknown, input: readonly string[]): string {
  const parametersHash = sha256(canonicalJson(parameters)).slice(0, 16);
  const inputHash = sha256(canonicalJson(input));
  return `silver/${stage}/${parametersHash}/${inputHash.slice(0, 2)}/${inputHash}`;
}

function extension(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : '';
}
