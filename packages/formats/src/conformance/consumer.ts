import type { JsonObject } from '../conversation/row-reader.ts';
import type { FormatName } from '../codecs.ts';

/**
 * What becomes of a row. `rejected`: the consumer stops or refuses the file. `dropped`: it goes on without the row and
 * hardly says so. `mistrained`: it trains on something else than the row says. `truncated`: it cuts the row.
 */
export const OUTCOMES = ['rejected', 'dropped', 'mistrained', 'truncated'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How a rule is known: the consumer's code was run on such a row, its code was read, or its documentation says so. */
export interface RuleEvidence {
  /** `repository@commit:path` and the function, or the page. */
  readonly source: string;
  readonly basis: 'ran' | 'read' | 'documented';
}

/** A place of a row that a rule is about. */
export interface RuleMatch {
  /** JSON pointer into the row. */
  readonly pointer: string;
  readonly message: string;
}

/** One thing a consumer does not take as one might think. */
export interface ConsumerRule {
  /** Kebab-case, unique within the consumer. */
  readonly id: string;
  readonly outcome: Exclude<Outcome, 'truncated'>;
  /** Formats it is about. */
  readonly formats: readonly FormatName[];
  readonly fix: string;
  readonly evidence: RuleEvidence;
  find(row: JsonObject): readonly RuleMatch[];
}

/** What is known of a whole file once it was read. */
export interface FileFacts {
  readonly format: FormatName;
  readonly rows: number;
  readonly isList: boolean;
  /** False for rows a model is only measured with. */
  readonly isTraining: boolean;
  /** The first rows, as many as any consumer looks at. */
  readonly firstRows: readonly JsonObject[];
}

/** A rule about the file as a whole. */
export interface FileRule extends Omit<ConsumerRule, 'find'> {
  find(facts: FileFacts): string | undefined;
}

/** A trainer or service that reads dataset files: one file in this folder each, so that a newcomer can add one. */
export interface Consumer {
  readonly name: string;
  /** Versions whose code or documentation the rules were taken from. */
  readonly versions: string;
  /** What is assumed of its configuration. */
  readonly setup: string;
  /** Formats it reads; a file in another is rejected as a whole. */
  readonly formats: readonly FormatName[];
  /** Formats among them that it opens without understanding them: it is asked about those only when it is named. */
  readonly misreads?: readonly FormatName[];
  readonly rules: readonly ConsumerRule[];
  readonly fileRules?: readonly FileRule[];
  /** What becomes of a row that is longer than the context. Default `truncated`. */
  readonly overLength?: 'truncated' | 'dropped';
  /** A row of one of the formats as this consumer wants it, where it differs from what dsgen writes. */
  readonly adapt?: (row: JsonObject, format: FormatName) => JsonObject;
}

/** Rows that {@link FileFacts.firstRows} holds. */
export const FIRST_ROWS = 10;
