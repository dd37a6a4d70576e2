/** One record of the sample, by whatever orders the sample. */
export interface Sampled {
  readonly pattern: string;
  /** Seeded and its own: the records with the smallest are taken. */
  readonly priority: number;
  readonly id: string;
}

/**
 * A sample that gives every pattern the same room, and the room of rare patterns to the others. When it is full, the
 * pattern with the most records gives one up, so the result depends on the set of records and not on their order.
 */
export class RecordSample<Record extends Sampled> {
  readonly #most: number;
  readonly #strata = new Map<string, Record[]>();
  #size = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Whether a record would be taken as things stand: making it ready for display can be saved otherwise. */
  wants({ pattern, priority }: Pick<Sampled, 'pattern' | 'priority'>): boolean {
    if (this.#size < this.#most) return true;
    const own = this.#strata.get(pattern) ?? [];
    const last = own.at(-1);
    return last === undefined || own.length < this.#largest().length || priority <= last.priority;
  }

  add(record: Record): void {
    const stratum = this.#strata.get(record.pattern) ?? [];
    this.#strata.set(record.pattern, stratum);
    const at = stratum.findIndex((other) => byPriority(record, other) < 0);
    stratum.splice(at === -1 ? stratum.length : at, 0, record);
    this.#size += 1;
    if (this.#size <= this.#most) return;
    this.#largest().pop();
    this.#size -= 1;
  }

  /** The records, one of each pattern by turns, patterns by name. */
  records(): Record[] {
    const strata = [...this.#strata]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([, records]) => records);
    const rounds = Math.max(0, ...strata.map(({ length }) => length));
    return Array.from({ length: rounds }, (_, round) => strata.flatMap((records) => records[round] ?? [])).flat();
  }

  /** Of equally large ones the last by name. */
  #largest(): Record[] {
    let largest: readonly [string, Record[]] = ['', []];
    for (const [name, records] of this.#strata) {
      const [otherName, others] = largest;
      if (records.length > others.length || (records.length === others.length && name > otherName))
        largest = [name, records];
    }
    return largest[1];
  }
}

function byPriority(left: Sampled, right: Sampled): number {
  return left.priority - right.priority || (left.id < right.id ? -1 : 1);
}
