import { countTokens, loadTokenizer } from '@dsgen/backend-local';
import type { AbortableOptions } from '@dsgen/core';
import { checkDataset, resolveConsumers, type CheckReport, type FormatName } from '@dsgen/formats';

export interface CheckForTrainersOptions extends AbortableOptions {
  /** Names of trainers and services. Default: every one that reads the format. */
  readonly consumers?: readonly string[];
  /** Default: told from the first rows. */
  readonly format?: FormatName;
  /** Rows with more tokens are reported as truncated or dropped. Default: no row is too long. */
  readonly contextTokens?: number;
  /** `evaluation` leaves out what is asked of training files only, such as a least number of rows. Default `training`. */
  readonly purpose?: 'training' | 'evaluation';
}

/**
 * What trainers and services would make of a file: rows accepted, rejected, dropped without a word, cut, or trained on as
 * something else than they say; and how long the rows are, in o200k tokens.
 *
 * @throws UsageError `consumer-unknown`
 * @throws InputError `format-not-detected`
 * @example
 * ```ts
 * import { Readable } from 'node:stream';
 * import { checkForTrainers } from '@dsgen/sdk';
 *
 * const file = Readable.from([Buffer.from('{"instruction":"Why?","input":"","output":{"a":1}}\n')]);
 * const { consumers } = await checkForTrainers(file, { consumers: ['llamafactory'] });
 * console.log(consumers[0]?.outcomes.dropped); // 1
 * ```
 */
export async function checkForTrainers(
  chunks: AsyncIterable<Uint8Array>,
  options: CheckForTrainersOptions = {},
): Promise<CheckReport> {
  const { consumers, contextTokens, ...checking } = options;
  const resolved = consumers === undefined ? {} : { consumers: resolveConsumers(consumers) };
  await loadTokenizer();
  const lengths = { count: countTokens, ...(contextTokens === undefined ? {} : { contextTokens }) };
  return checkDataset(chunks, { ...checking, ...resolved, lengths });
}
