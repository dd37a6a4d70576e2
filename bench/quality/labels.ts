import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Features } from '../../packages/engine/src/rank/features.ts';

/** Whether a corpus was looked at while patterns were made, or only to judge them. */
export type Round = 'tuning' | 'judging';

/** What a strict reader said of one record. It holds nothing of the record's text. */
export interface Label {
  /** The record's id, which is a hash of all that it says. */
  readonly id: string;
  readonly corpus: string;
  readonly pattern: string;
  readonly round: Round;
  readonly date: string;
  /** Number of the reading of unseen corpora, in the order of docs/quality.md. */
  readonly reading?: number;
  readonly kept: boolean;
  /** Why not, in a word or two. */
  readonly reason?: string;
  /** Of records that stand alone: what the ranker learns from. */
  readonly features?: Features;
}

/** A label of a record that stands alone. */
export type RankedLabel = Label & { readonly features: Features };

export function isRanked(label: Label): label is RankedLabel {
  return label.features !== undefined;
}

/** Everything that has been read so far, in the order of its files. */
export const LABELS = fileURLToPath(new URL('labels', import.meta.url));

export function readLabels(folder = LABELS): Label[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Label);
}

/** Features of 0 are left out: most are. */
export function writeLabels(file: string, labels: readonly Label[]): void {
  const lines = labels.map((label) => {
    const present = Object.entries(label.features ?? {}).filter(([, value]) => value !== 0);
    return JSON.stringify(label.features === undefined ? label : { ...label, features: Object.fromEntries(present) });
  });
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
}
