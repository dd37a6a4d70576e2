import { InputError, type DatasetRecord } from '@dsgen/sdk';

export interface RecordChoice {
  /** An id or the beginning of one. */
  readonly id?: string;
  /** How many, chosen at random. */
  readonly random?: number;
  /** Makes the random choice repeatable. */
  readonly seed?: number;
  /** How many from the start, when nothing else is asked for. */
  readonly first: number;
}

/** The records to show, in dataset order; one pass, and no more in memory than are shown. */
export async function chooseRecords(
  records: AsyncIterable<DatasetRecord>,
  choice: RecordChoice,
): Promise<readonly DatasetRecord[]> {
  if (choice.id !== undefined) return [await findRecord(records, choice.id)];
  if (choice.random !== undefined) return sample(records, choice.random, randomSource(choice.seed));
  const chosen: DatasetRecord[] = [];
  for await (const record of records) {
    chosen.push(record);
    if (chosen.length >= choice.first) break;
  }
  return chosen;
}

async function findRecord(records: AsyncIterable<DatasetRecord>, id: string): Promise<DatasetRecord> {
  for await (const record of records) if (record.id.startsWith(id)) return record;
  throw new InputError({
    code: 'record-not-found',
    message: `Cannot show the record "${id}": no record has an id that starts like this`,
    fix: 'Ids are in lineage.jsonl of the dataset; dsgen show without --id prints some.',
  });
}

/** Reservoir sampling: every record has the same chance, whatever their number. */
async function sample(
  records: AsyncIterable<DatasetRecord>,
  size: number,
  random: () => number,
): Promise<readonly DatasetRecord[]> {
  const reservoir: Array<{ readonly position: number; readonly record: DatasetRecord }> = [];
  let position = 0;
  for await (const record of records) {
    const slot = position < size ? position : Math.floor(random() * (position + 1));
    if (slot < size) reservoir[slot] = { position, record };
    position += 1;
  }
  return reservoir.toSorted((left, right) => left.position - right.position).map(({ record }) => record);
}

/** mulberry32 for a given seed; without one, a choice of its own each time. */
function randomSource(seed: number | undefined): () => number {
  if (seed === undefined) return Math.random;
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
