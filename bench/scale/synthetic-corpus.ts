import { createHash } from 'node:crypto';
import { planByName } from '@dsgen/engine';
import type { PlannedItem } from '@dsgen/backend-aws';

/** One kind of document of the synthetic corpus; sizes are log-normal. */
interface Kind {
  readonly extension: string;
  /** Share of the documents. */
  readonly share: number;
  readonly medianBytes: number;
  readonly sigma: number;
}

/** Assumed: an office's documents. */
const KINDS: readonly Kind[] = [
  { extension: 'md', share: 0.3, medianBytes: 12_000, sigma: 1.2 },
  { extension: 'html', share: 0.25, medianBytes: 60_000, sigma: 1 },
  { extension: 'pdf', share: 0.3, medianBytes: 500_000, sigma: 1.3 },
  { extension: 'docx', share: 0.12, medianBytes: 200_000, sigma: 1.2 },
  { extension: 'csv', share: 0.03, medianBytes: 100_000, sigma: 1.5 },
];

/** A corpus item as manifests hold it, as large as a real one. */
interface Item {
  readonly path: string;
  readonly documentId: string;
  readonly bytes: number;
}

/** So many documents of these kinds, planned by name and size as the plan step does; the same ones for the same seed. */
export function* syntheticCorpus(count: number, seed: number, kinds = KINDS): Generator<PlannedItem<Item>> {
  const random = mulberry32(seed);
  for (let index = 0; index < count; index += 1) {
    const kind = choose(kinds, random());
    const bytes = Math.max(1, Math.round(kind.medianBytes * Math.exp(kind.sigma * normal(random))));
    const path = `documents/${String(index).padStart(10, '0')}.${kind.extension}`;
    const documentId = hashOf(index);
    const { lane, estimatedMs } = planByName({ path, documentId, bytes });
    yield { item: { path, documentId, bytes }, lane, bytes, estimatedMs };
  }
}

function choose(kinds: readonly Kind[], at: number): Kind {
  let sum = 0;
  for (const kind of kinds) {
    sum += kind.share;
    if (at < sum) return kind;
  }
  return kinds.at(-1) ?? { extension: 'md', share: 1, medianBytes: 1, sigma: 0 };
}

function hashOf(index: number): string {
  return createHash('sha256').update(String(index)).digest('hex');
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
