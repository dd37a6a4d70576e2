import type { ExtractedDocument } from '@dsgen/core';
import { unitsOf, type ChunkUnit } from './chunk-units.ts';

/** The units of some blocks one by one, so that a huge paragraph is never in memory as units; some can be put back. */
export class UnitSource {
  readonly #units: Iterator<ChunkUnit>;
  readonly #returned: ChunkUnit[] = [];

  constructor(document: ExtractedDocument, blocks: readonly number[], maxTokens: number) {
    this.#units = unitsOfBlocks(document, blocks, maxTokens);
  }

  next(): ChunkUnit | undefined {
    const returned = this.#returned.pop();
    if (returned !== undefined) return returned;
    const { value, done } = this.#units.next();
    return done === true ? undefined : value;
  }

  /** Makes `unit` the next one again. */
  putBack(unit: ChunkUnit): void {
    this.#returned.push(unit);
  }
}

function* unitsOfBlocks(
  document: ExtractedDocument,
  blocks: readonly number[],
  maxTokens: number,
): Generator<ChunkUnit, undefined> {
  for (const block of blocks) yield* unitsOf(document, block, maxTokens);
  return undefined;
}
