import type { RowIssue } from '@dsgen/core';
import type { FormatDetection } from './detect-format.ts';
import { readDataset, type ReadDatasetOptions } from './read-dataset.ts';

export interface ValidateOptions extends Omit<ReadDatasetOptions, 'onDetection'> {
  /** Issues and notes kept in the report, each; all are counted. Default 100. */
  readonly maxIssues?: number;
}

/** Whether every row of a file is what its format asks for. */
export interface ValidationReport {
  /** Name of the codec that read the rows; undefined when no row could be read. */
  readonly format?: string;
  /** Present when the format was told from the rows. */
  readonly detection?: FormatDetection;
  readonly rows: number;
  readonly valid: number;
  readonly invalid: number;
  /** By code, sorted. */
  readonly issueCounts: Readonly<Record<string, number>>;
  readonly noteCounts: Readonly<Record<string, number>>;
  /** The first of the defects, in file order. */
  readonly issues: readonly RowIssue[];
  /** The first of what was read although the format does not define it. */
  readonly notes: readonly RowIssue[];
}

/**
 * Reads a whole file and reports what is wrong with it, with line and column.
 *
 * @throws InputError `format-not-detected` when no codec is given and the rows do not show their format.
 */
export async function validate(
  chunks: AsyncIterable<Uint8Array>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  const { maxIssues = 100, ...reading } = options;
  let detection: FormatDetection | undefined;
  let valid = 0;
  let invalid = 0;
  const issues = new IssueList(maxIssues);
  const notes = new IssueList(maxIssues);
  for await (const result of readDataset(chunks, { ...reading, onDetection: (found) => (detection = found) })) {
    if (result.ok) {
      valid += 1;
      notes.add(result.notes ?? []);
    } else {
      invalid += 1;
      issues.add(result.issues);
    }
  }
  const format = options.codec?.name ?? detection?.format;
  return {
    ...(format !== undefined && { format }),
    ...(detection !== undefined && { detection }),
    rows: valid + invalid,
    valid,
    invalid,
    issueCounts: issues.counts(),
    noteCounts: notes.counts(),
    issues: issues.kept,
    notes: notes.kept,
  };
}

class IssueList {
  readonly kept: RowIssue[] = [];
  readonly #max: number;
  readonly #counts = new Map<string, number>();

  constructor(max: number) {
    this.#max = max;
  }

  add(issues: readonly RowIssue[]): void {
    for (const issue of issues) {
      this.#counts.set(issue.code, (this.#counts.get(issue.code) ?? 0) + 1);
      if (this.kept.length < this.#max) this.kept.push(issue);
    }
  }

  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#counts].toSorted(([left], [right]) => (left < right ? -1 : 1)));
  }
}
