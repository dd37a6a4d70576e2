import { UsageError, type ModelEstimate, type ModelSettings, type Recipe } from '@dsgen/core';
import { estimateCost, PRICE_LIST, priceOf, recipeHash, RequestCounter, writeWithModel } from '@dsgen/engine';
import type { Host } from './host.ts';
import { prepareOcrData } from './ocr-data.ts';
import { planCorpus } from './plan-corpus.ts';
import { findFile, readableFiles } from './run/document-files.ts';
import { createLazyPool } from './run/lazy-pool.ts';
import { chooseRecipePrompts } from './run/open-model.ts';
import { readLicences } from './run/read-licences.ts';
import { readDocument, readRelated, relateDocuments } from './run/relate-documents.ts';
import { scanDocuments, type ScannedDocument } from './run/scan-documents.ts';
import { workOnDocument, type WorkContext, type WorkedDocument } from './run/work-on-document.ts';
import type { StoredCorpus } from './state/corpus-table.ts';

export interface EstimateModelOptions {
  readonly corpus: StoredCorpus;
  readonly recipe: Recipe;
  readonly settings: ModelSettings;
  readonly signal: AbortSignal;
}

/** Documents that are read for the estimate, spread evenly over the corpus. */
const SAMPLE = 32;

/**
 * What the model of a recipe would cost: a sample of documents is read and processed as a run would, its calls are counted instead of sent,
 * and the rest is taken in proportion. What was read is kept for the run.
 */
export async function estimateModel(host: Host, options: EstimateModelOptions): Promise<ModelEstimate> {
  const { recipe, settings } = options;
  const { model } = recipe;
  if (model === undefined) throw noModel();
  const tokens = await plannedTokens(host, options);
  const sampled = new Set(spread([...tokens.keys()], SAMPLE));
  const counter = new RequestCounter();
  await countCalls(host, { ...options, sampled, isWhole: sampled.size === tokens.size, counter });
  const price = settings.price ?? priceOf(model.name, settings.prices);
  const isListed = settings.price === undefined && price !== undefined;
  const { prompts, total } = estimateCost({
    counted: counter.counted,
    scale: sum(tokens.values()) / Math.max(1, sum([...sampled].map((path) => tokens.get(path) ?? 0))),
    price,
    limits: settings.limits ?? {},
    votes: model.votes ?? 0,
  });
  return {
    model: model.name,
    ...(price === undefined ? {} : { price }),
    ...(isListed ? { pricesAsOf: (settings.prices ?? PRICE_LIST).asOf } : {}),
    sampledDocuments: sampled.size,
    documents: tokens.size,
    prompts,
    total,
  };
}

/** Tokens expected of every document that will be read, by path in order. */
async function plannedTokens(host: Host, options: EstimateModelOptions): Promise<Map<string, number>> {
  const tokens = new Map<string, number>();
  for await (const { path, outcome, estimatedTokens } of planCorpus(host, options)) {
    if (outcome === undefined) tokens.set(path, estimatedTokens);
  }
  return tokens;
}

interface CountCallsOptions extends EstimateModelOptions {
  readonly sampled: ReadonlySet<string>;
  /** The sample is all there is. */
  readonly isWhole: boolean;
  readonly counter: RequestCounter;
}

async function countCalls(host: Host, options: CountCallsOptions): Promise<void> {
  const { corpus, recipe, isWhole, counter, signal } = options;
  const prompts = await chooseRecipePrompts(recipe);
  const { ocr, ocrLanguage } = recipe.extract;
  const ocrDataPath = ocr ? await prepareOcrData(host.folder, ocrLanguage) : undefined;
  const readable = readableFiles(host, corpus, ocrDataPath);
  const { limits, temporaryFolder, concurrency } = host;
  const pool = createLazyPool({ concurrency, limits, readable, temporaryFolder });
  const work: WorkContext = {
    artefacts: host.artefacts,
    limits,
    corpusName: corpus.name,
    recipe,
    recipeHash: recipeHash(recipe),
    ocrDataPath,
    fileOf: (document) => findFile(host, corpus, document),
    pool: pool.open,
    onStart: () => undefined,
  };
  const scanned = scanDocuments({
    entries: host.state.entries.all(corpus.id),
    fileFacts: host.state.fileFacts,
    signal,
  });
  // A part of a corpus has few of its pairs, so the best are taken however little they have in common.
  const pairing = {
    folderLicences: await readLicences(host, corpus, signal),
    ...(isWhole ? {} : { leastSimilarity: 0 }),
  };
  try {
    const worked = workOnSample(scanned, work, options);
    for await (const { document, processedKey, related = [] } of relateDocuments(worked, work, pairing)) {
      const read = processedKey === undefined ? undefined : await readDocument(document, work);
      if (read === undefined) continue;
      await writeWithModel(read.extracted, read.processed, {
        client: counter,
        prompts,
        recipe,
        recipeHash: work.recipeHash,
        path: document.path,
        corpus: corpus.name,
        related: (await readRelated(related, work)) ?? [],
        signal,
      });
    }
  } finally {
    await pool.close(new Error('the estimate has ended'));
  }
}

async function* workOnSample(
  scanned: AsyncIterable<ScannedDocument>,
  work: WorkContext,
  { sampled, signal }: CountCallsOptions,
): AsyncGenerator<WorkedDocument> {
  for await (const document of scanned) {
    signal.throwIfAborted();
    if (sampled.has(document.path)) yield workOnDocument(document, work);
  }
}

function spread<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  return items.filter(
    (_, index) => Math.floor((index * count) / items.length) > Math.floor(((index - 1) * count) / items.length),
  );
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

function noModel(): UsageError {
  return new UsageError({
    code: 'model-missing',
    message: 'Cannot estimate what a model costs: the recipe names none',
    fix: 'Name one: --model provider/name.',
  });
}
