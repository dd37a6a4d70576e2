import type { FormatName } from '../codecs.ts';
import { isObject, type JsonObject } from '../conversation/row-reader.ts';
import type { FormatDetection } from '../detect-format.ts';
import { formatOfSample, takeSample } from '../format-of-rows.ts';
import { DEFAULT_ROW_LIMITS } from '../json/limits.ts';
import { locateIssues } from '../rows/locate-issues.ts';
import { readTextRows, type ReadRowsOptions, type TextRow } from '../rows/read-rows.ts';
import { FIRST_ROWS, type Consumer, type FileFacts, type Outcome } from './consumer.ts';
import { consumersOf } from './consumers.ts';
import { matchesOf, tokensOf, type RowMatch } from './row-matches.ts';

export interface CheckOptions extends ReadRowsOptions {
  /** Default: every known consumer that understands the format. */
  readonly consumers?: readonly Consumer[];
  /** Default: told from the first rows. */
  readonly format?: FormatName;
  /** Default: tokens are not counted. */
  readonly lengths?: TokenLengths;
  /** `evaluation` leaves out what is asked of training files only, such as a least number of rows. Default `training`. */
  readonly purpose?: 'training' | 'evaluation';
}

/** How to count tokens, and what they should fit into. */
export interface TokenLengths {
  /** Tokens of a text, by the tokenizer of the model that will be trained. */
  readonly count: (text: string) => number;
  /** Rows longer than this are cut or dropped. Default: no row is too long. */
  readonly contextTokens?: number;
}

/** Something a consumer does not take as it stands. Row, line and column are 1-based; a whole file has row 0. */
export interface Finding {
  readonly consumer: string;
  readonly rule: string;
  readonly outcome: Outcome;
  readonly row: number;
  readonly line: number;
  readonly column: number;
  readonly pointer: string;
  readonly message: string;
  readonly fix: string;
}

/** What one consumer makes of one row: the worst of its findings. */
export interface Verdict {
  readonly consumer: string;
  readonly outcome: Outcome | 'accepted';
  readonly findings: readonly Finding[];
}

export interface RowCheck {
  /** 1-based; 0 stands for the file as a whole and comes last, once for each consumer that has something to say. */
  readonly row: number;
  readonly line: number;
  readonly verdicts: readonly Verdict[];
  /** Of a row that could be read, when `lengths` say how to count. */
  readonly tokens?: number;
}

/** A file whose format is known, with its rows still to come. */
export interface OpenedCheck {
  readonly format: FormatName;
  /** What the format was taken for; absent when it was given, or when no row could be read. */
  readonly detection?: FormatDetection;
  readonly consumers: readonly Consumer[];
  readonly rows: AsyncGenerator<RowCheck>;
}

/** Worst first. */
const severity: readonly Outcome[] = ['rejected', 'dropped', 'mistrained', 'truncated'];

/**
 * What each consumer would make of each row of a file, in file order, and at the end of the file as a whole.
 *
 * @throws InputError `format-not-detected` when no format is given and the rows do not show it.
 * @example
 * ```ts
 * import { checkRows, resolveConsumers } from '@dsgen/formats';
 * import { Readable } from 'node:stream';
 *
 * const file = Readable.from([Buffer.from('{"messages":[{"role":"user","content":"Hi"}]}\n')]);
 * for await (const { row, verdicts } of checkRows(file, { consumers: resolveConsumers(['together']) })) {
 *   console.log(row, verdicts[0]?.outcome); // 1 rejected
 * }
 * ```
 */
export async function* checkRows(chunks: AsyncIterable<Uint8Array>, options: CheckOptions): AsyncGenerator<RowCheck> {
  yield* (await openCheck(chunks, options)).rows;
}

/** Tells the format and who reads it, before the first row is checked. */
export async function openCheck(chunks: AsyncIterable<Uint8Array>, options: CheckOptions): Promise<OpenedCheck> {
  const rows = readTextRows(chunks, options);
  try {
    const sample = await takeSample(rows);
    const detection = options.format === undefined ? formatOfSample(sample) : undefined;
    const format = options.format ?? detection?.format ?? 'alpaca';
    const consumers = options.consumers ?? consumersOf(format);
    const checker = new RowChecker({ ...options, format, consumers });
    return { format, consumers, rows: checkAll(sample, rows, checker), ...(detection !== undefined && { detection }) };
  } catch (error) {
    await rows.return(undefined);
    throw error;
  }
}

async function* checkAll(
  sample: readonly TextRow[],
  rows: AsyncGenerator<TextRow>,
  checker: RowChecker,
): AsyncGenerator<RowCheck> {
  try {
    for (const row of sample) yield checker.check(row);
    for await (const row of rows) yield checker.check(row);
    const verdicts = checker.checkFile();
    if (verdicts.length > 0) yield { row: 0, line: 1, verdicts };
  } finally {
    await rows.return(undefined);
  }
}

type RowCheckerOptions = CheckOptions & Pick<OpenedCheck, 'format' | 'consumers'>;

class RowChecker {
  readonly #format: FormatName;
  readonly #options: RowCheckerOptions;
  readonly #firstRows: JsonObject[] = [];
  #rows = 0;
  #isList = false;

  constructor(options: RowCheckerOptions) {
    this.#format = options.format;
    this.#options = options;
  }

  check(row: TextRow): RowCheck {
    this.#rows += 1;
    this.#isList ||= row.isList;
    const { result } = row;
    if (result.ok && isObject(result.value) && this.#firstRows.length < FIRST_ROWS) this.#firstRows.push(result.value);
    const { consumers, lengths } = this.#options;
    const tokens = lengths === undefined || !result.ok ? undefined : tokensOf(result.value, lengths.count);
    const verdicts = consumers.map((consumer) => this.#verdict(consumer, row, tokens));
    return { row: this.#rows, line: result.line, verdicts, ...(tokens !== undefined && { tokens }) };
  }

  checkFile(): readonly Verdict[] {
    const facts: FileFacts = {
      format: this.#format,
      rows: this.#rows,
      isList: this.#isList,
      isTraining: this.#options.purpose !== 'evaluation',
      firstRows: this.#firstRows,
    };
    return this.#options.consumers.flatMap((consumer) => {
      const findings = (consumer.fileRules ?? []).flatMap((rule): readonly Finding[] => {
        const message = rule.formats.includes(this.#format) ? rule.find(facts) : undefined;
        if (message === undefined) return [];
        const { id, outcome, fix } = rule;
        const place = { row: 0, line: 1, column: 1, pointer: '' };
        return [{ consumer: consumer.name, rule: id, outcome, ...place, message, fix }];
      });
      return findings.length === 0 ? [] : [{ consumer: consumer.name, outcome: worst(findings), findings }];
    });
  }

  #verdict(consumer: Consumer, row: TextRow, tokens: number | undefined): Verdict {
    const { lengths, maxDepth = DEFAULT_ROW_LIMITS.maxDepth } = this.#options;
    const contextTokens = lengths?.contextTokens;
    const length = tokens === undefined || contextTokens === undefined ? undefined : { tokens, contextTokens };
    const matches = matchesOf(row.result, consumer, { format: this.#format, length });
    if (matches.length === 0) return { consumer: consumer.name, outcome: 'accepted', findings: [] };
    const issues = matches.map(({ pointer, message, ...rest }) => ({
      code: rest.rule,
      pointer,
      message,
      ...rest.place,
    }));
    const located = locateIssues(issues, row.text, { start: row.start, maxDepth });
    const findings = matches.map((found, index): Finding => {
      const { line = row.start.line, column = row.start.column } = located[index] ?? {};
      return { ...finding(found, consumer), row: this.#rows, line, column };
    });
    return { consumer: consumer.name, outcome: worst(findings), findings };
  }
}

function finding({ rule, outcome, pointer, message, fix }: RowMatch, consumer: Consumer) {
  return { consumer: consumer.name, rule, outcome, pointer, message, fix };
}

function worst(findings: readonly { readonly outcome: Outcome }[]): Outcome {
  return severity.find((outcome) => findings.some((found) => found.outcome === outcome)) ?? 'truncated';
}
