import type { Chunk, ExtractedDocument, Recipe, Split } from '@dsgen/core';
import { SplitChooser } from '../export/split-chooser.ts';
import { licenceAbove } from '../licence/folder-licences.ts';
import type { ProcessedDocument } from '../pipeline/processed-document.ts';
import { loadTokenizer } from '../shared/tokens.ts';
import { chunkWords } from './chunk-words.ts';
import { openChunks } from './open-chunks.ts';
import type { ChunkPair } from './related-chunk.ts';
import { SimilarChunks } from './similar-chunks.ts';

/** A chunk, where it is from, and what has to be the same of two that are asked about together. */
interface ChunkOrigin {
  readonly documentId: string;
  readonly path: string;
  readonly chunk: Chunk;
  readonly language: string;
  readonly split: Split;
  readonly licence: string | undefined;
}

interface ScoredPair {
  readonly pair: ChunkPair;
  readonly similarity: number;
}

export interface RelatedChunksOptions {
  readonly recipe: Recipe;
  /** Licences that lie beside documents, by folder. Default: none is known. */
  readonly folderLicences?: ReadonlyMap<string, string | undefined>;
  /** Least similarity of a pair, 0 to 1. Default 0.1. */
  readonly leastSimilarity?: number;
}

const LEAST_SIMILARITY = 0.1;
/** Chunks that are nearly the same hold nothing to compare. */
const MOST_SIMILARITY = 0.8;
/** Of one document, so that a book does not push all others out of what is remembered. */
const MOST_CHUNKS_OF_DOCUMENT = 1024;

/**
 * Finds for each document of a corpus, in path order, chunks of earlier documents that are about the same things. It only
 * looks backwards, so pairs depend on nothing but the documents before. Documents in different splits or under
 * different licences are never paired: what is in one may not reach the other.
 */
export class RelatedChunks {
  readonly #options: RelatedChunksOptions;
  readonly #splitChooser: SplitChooser;
  readonly #similar = new SimilarChunks<ChunkOrigin>();

  constructor(options: RelatedChunksOptions) {
    this.#options = options;
    this.#splitChooser = new SplitChooser(options.recipe.split, options.recipe.seed);
  }

  /** The pairs of the next document, the most similar first: each of its chunks, and each other document, once. */
  async add(document: ExtractedDocument, processed: ProcessedDocument, path: string): Promise<ChunkPair[]> {
    await loadTokenizer();
    const { recipe, folderLicences = new Map() } = this.#options;
    const { documentId, language } = document;
    const split = this.#splitChooser.choose(processed);
    const licence = processed.licence ?? licenceAbove(path, folderLicences);
    const chunks = openChunks(document, path, recipe).slice(0, MOST_CHUNKS_OF_DOCUMENT);
    const found = chunks.map((chunk) => ({
      origin: { documentId, path, chunk, language, split, licence },
      words: chunkWords(document.text.slice(chunk.start, chunk.end)),
    }));
    const scored = found.flatMap(({ origin, words }) => this.#pairsOf(origin, words));
    for (const { origin, words } of found) this.#similar.add(origin, words);
    return choosePairs(scored, recipe.model?.acrossDocuments ?? 0);
  }

  #pairsOf(origin: ChunkOrigin, words: Uint32Array): ScoredPair[] {
    const { leastSimilarity = LEAST_SIMILARITY } = this.#options;
    return this.#similar
      .find(words)
      .filter(({ similarity }) => similarity >= leastSimilarity && similarity <= MOST_SIMILARITY)
      .filter(({ label }) => areTogether(origin, label))
      .map(({ label: { documentId, path, chunk }, similarity }) => ({
        pair: { chunk: origin.chunk, other: { documentId, path, chunk } },
        similarity,
      }));
  }
}

function areTogether(left: ChunkOrigin, right: ChunkOrigin): boolean {
  return left.language === right.language && left.split === right.split && left.licence === right.licence;
}

/** Equally similar ones stay in the order of the documents. */
function choosePairs(scored: readonly ScoredPair[], most: number): ChunkPair[] {
  const chosen: ChunkPair[] = [];
  const taken = new Set<string>();
  for (const { pair } of scored.toSorted((left, right) => right.similarity - left.similarity)) {
    const { chunk, other } = pair;
    if (chosen.length === most) break;
    if (taken.has(chunk.id) || taken.has(other.documentId)) continue;
    taken.add(chunk.id).add(other.documentId);
    chosen.push(pair);
  }
  return chosen;
}
