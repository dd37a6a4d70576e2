import type { Label, Round } from './labels.ts';
import type { SheetEntry } from './sheet.ts';

export interface VerdictOptions {
  readonly round: Round;
  readonly date: string;
  readonly reading?: number;
}

/** `12 needs context`: the number of a record that is not kept, and why. Lines that begin with # are remarks. */
const LINE = /^(?<number>\d+)\s+(?<reason>\S.*)$/u;

/**
 * The labels that a reader's verdicts give to a sheet: what he does not name, he keeps.
 *
 * @throws Error when a line is no verdict or names a record twice or one that is not on the sheet.
 */
export function labelSheet(
  entries: readonly SheetEntry[],
  verdicts: string,
  { round, date, reading }: VerdictOptions,
): Label[] {
  const reasons = readVerdicts(verdicts, entries.length);
  return entries.map(({ id, corpus, pattern, features }, index) => {
    const reason = reasons.get(index + 1);
    return {
      id,
      corpus,
      pattern,
      round,
      date,
      ...(reading === undefined ? {} : { reading }),
      kept: reason === undefined,
      ...(reason === undefined ? {} : { reason }),
      ...(features === undefined ? {} : { features }),
    };
  });
}

function readVerdicts(text: string, count: number): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>();
  for (const line of text.split('\n').map((entry) => entry.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const { number, reason } = LINE.exec(line)?.groups ?? {};
    if (number === undefined || reason === undefined)
      throw new Error(
        `Cannot read the verdict ${JSON.stringify(line)}: expected a number and a reason, as in "12 needs context".`,
      );
    if (Number(number) > count || Number(number) < 1)
      throw new Error(`Cannot take verdict ${number}: the sheet has ${count} records.`);
    if (reasons.has(Number(number))) throw new Error(`Cannot take verdict ${number} twice.`);
    reasons.set(Number(number), reason);
  }
  return reasons;
}
