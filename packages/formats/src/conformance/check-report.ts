import { openCheck, type CheckOptions, type Finding } from './check.ts';
import type { FormatName } from '../codecs.ts';
import type { FormatDetection } from '../detect-format.ts';
import { LengthCounter, type LengthTable } from './length-table.ts';
import { OUTCOMES, type Outcome } from './consumer.ts';

export interface CheckReportOptions extends CheckOptions {
  /** Findings kept for each consumer; all are counted. Default 100. */
  readonly maxFindings?: number;
}

export interface ConsumerReport {
  readonly consumer: string;
  readonly versions: string;
  readonly setup: string;
  readonly accepted: number;
  /** Rows by the worst that becomes of them. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** What is wrong with the file as a whole. */
  readonly file: readonly Finding[];
  /** Rows by rule, most first. */
  readonly rules: ReadonlyArray<{
    readonly rule: string;
    readonly outcome: Outcome;
    readonly rows: number;
    readonly fix: string;
  }>;
  /** The first findings, in file order. */
  readonly findings: readonly Finding[];
}

export interface CheckReport {
  readonly format: FormatName;
  /** What the format was taken for; absent when it was given, or when no row could be read. */
  readonly detection?: FormatDetection;
  readonly rows: number;
  /** Whether every consumer takes every row. */
  readonly isClean: boolean;
  readonly consumers: readonly ConsumerReport[];
  /** How long the rows are, when `lengths` say how to count. */
  readonly lengths?: LengthTable;
}

/**
 * Checks a whole file for several consumers in one pass and sums up.
 *
 * @throws InputError `format-not-detected` when no format is given and the rows do not show it.
 */
export async function checkDataset(
  chunks: AsyncIterable<Uint8Array>,
  options: CheckReportOptions = {},
): Promise<CheckReport> {
  const { maxFindings = 100, ...checking } = options;
  const opened = await openCheck(chunks, checking);
  const { format, detection } = opened;
  const tallies = new Map(opened.consumers.map((consumer) => [consumer.name, new Tally(maxFindings)]));
  const lengths = new LengthCounter();
  let rows = 0;
  for await (const { row, verdicts, tokens } of opened.rows) {
    if (row > 0) rows = row;
    if (tokens !== undefined) lengths.add(tokens);
    for (const verdict of verdicts) tallies.get(verdict.consumer)?.add(row, verdict.outcome, verdict.findings);
  }
  const consumers = opened.consumers.map(({ name, versions, setup }): ConsumerReport => {
    const tally = tallies.get(name) ?? new Tally(maxFindings);
    return { consumer: name, versions, setup, ...tally.report() };
  });
  const isClean = consumers.every((report) => report.accepted === rows && report.file.length === 0);
  return {
    format,
    ...(detection !== undefined && { detection }),
    rows,
    isClean,
    consumers,
    ...(options.lengths !== undefined && { lengths: lengths.table() }),
  };
}

class Tally {
  readonly #maxFindings: number;
  readonly #outcomes = new Map<Outcome | 'accepted', number>();
  readonly #rules = new Map<string, { rule: string; outcome: Outcome; rows: number; fix: string; lastRow: number }>();
  readonly #findings: Finding[] = [];
  readonly #file: Finding[] = [];

  constructor(maxFindings: number) {
    this.#maxFindings = maxFindings;
  }

  add(row: number, outcome: Outcome | 'accepted', findings: readonly Finding[]): void {
    if (row === 0) {
      this.#file.push(...findings);
      return;
    }
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
    for (const finding of findings) {
      this.#count(finding);
      if (this.#findings.length < this.#maxFindings) this.#findings.push(finding);
    }
  }

  report() {
    const outcomes = Object.fromEntries(OUTCOMES.map((name) => [name, this.#outcomes.get(name) ?? 0]));
    const rules = [...this.#rules.values()]
      .map(({ rule, outcome, rows, fix }) => ({ rule, outcome, rows, fix }))
      .toSorted((left, right) => right.rows - left.rows);
    return {
      accepted: this.#outcomes.get('accepted') ?? 0,
      outcomes: outcomes as Record<Outcome, number>,
      file: this.#file,
      rules,
      findings: this.#findings,
    };
  }

  /** A rule counts once for each row, however often the row breaks it. */
  #count({ rule, outcome, fix, row }: Finding): void {
    const count = this.#rules.get(rule);
    if (count === undefined) this.#rules.set(rule, { rule, outcome, rows: 1, fix, lastRow: row });
    else if (count.lastRow !== row) {
      count.rows += 1;
      count.lastRow = row;
    }
  }
}
