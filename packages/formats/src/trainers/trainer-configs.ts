import { SPLITS, type Split } from '@dsgen/core';
import { packingOfName, type Packing } from '../containers/pack-rows.ts';
import { axolotlConfig } from './axolotl.ts';
import { directConfigs } from './direct-configs.ts';
import { llamaFactoryConfig } from './llamafactory.ts';
import { torchtuneConfig } from './torchtune.ts';
import { trlScript } from './trl.ts';
import { unslothScript } from './unsloth.ts';

export interface TrainerConfigsInput {
  /** Name of a built-in format. What no trainer reads as it is, such as `bedrock`, gives no files. */
  readonly format: string;
  readonly datasetName: string;
  /**
   * Data file of each split, or its shards in order, relative to the dataset folder; all in one container. A split
   * without records has none. Tar shards give no configurations: trainers read them in ways of their own.
   */
  readonly files: Readonly<Partial<Record<Split, string | readonly string[]>>>;
  /**
   * Columns that occur in at least one row. Trainers stop at a column that is named but never there, so optional
   * columns (`system`, `history`, `tools`) are configured only when listed. Default: the required columns.
   */
  readonly columns?: readonly string[];
  /** Consumers to write for. Default: every trainer that reads the format. */
  readonly consumers?: readonly string[];
}

/** What every configuration needs to know of the data files. */
export interface DataFiles {
  /** Files of each split, in order. */
  readonly files: ReadonlyArray<readonly [Split, readonly string[]]>;
  /** What `datasets` calls their container. */
  readonly loader: 'json' | 'csv' | 'parquet';
  readonly packing: Packing;
}

/** What the writers of single files need. */
export interface TrainerContext extends DataFiles {
  readonly format: 'alpaca' | 'sharegpt' | 'openai';
  /** Letters, digits, `_` and `-` only: LLaMA-Factory splits names at commas. */
  readonly name: string;
  readonly columns: ReadonlySet<string>;
}

/** One file of `trainers/`; undefined when that trainer would stop at the format or mistrain on it. */
export type TrainerConfigWriter = (context: TrainerContext) => string | undefined;

/** Scripts are not named after the library they import: Python would import the script instead. */
const writers: ReadonlyArray<readonly [string, TrainerConfigWriter]> = [
  ['dataset_info.json', llamaFactoryConfig],
  ['axolotl.yaml', axolotlConfig],
  ['train_trl.py', trlScript],
  ['train_unsloth.py', unslothScript],
  ['torchtune.yaml', torchtuneConfig],
];

/** Consumers by the files that are theirs. */
const readerOf: Readonly<Record<string, string>> = {
  'dataset_info.json': 'llamafactory',
  'axolotl.yaml': 'axolotl',
  'train_trl.py': 'trl',
  'train_unsloth.py': 'unsloth',
  'torchtune.yaml': 'torchtune',
};

const requiredColumns = {
  alpaca: ['instruction', 'input', 'output'],
  sharegpt: ['conversations'],
  openai: ['messages'],
} as const;

/**
 * Ready configurations for the trainers that read a format, by file name; they belong in `trainers/` beside the data.
 *
 * @example
 * ```ts
 * import { trainerConfigs } from '@dsgen/formats';
 *
 * const configs = trainerConfigs({ format: 'alpaca', datasetName: 'handbook', files: { train: 'train.jsonl' } });
 * console.log(configs.get('dataset_info.json'));
 * ```
 */
export function trainerConfigs(input: TrainerConfigsInput): ReadonlyMap<string, string> {
  const { format } = input;
  const data = dataFiles(input.files);
  if (data === undefined) return new Map();
  const name = input.datasetName.replaceAll(/[^A-Za-z0-9_-]+/g, '_') || 'dataset';
  function isWanted(fileName: string): boolean {
    return input.consumers?.includes(readerOf[fileName] ?? '') ?? true;
  }

  if (format !== 'alpaca' && format !== 'sharegpt' && format !== 'openai') {
    const direct = Object.hasOwn(directConfigs, format) ? (directConfigs[format] ?? []) : [];
    const wanted = direct.filter(([fileName]) => isWanted(fileName));
    return new Map(wanted.map(([fileName, write]) => [fileName, write({ name, ...data })]));
  }
  const columns = new Set([...requiredColumns[format], ...(input.columns ?? [])]);
  const context: TrainerContext = { format, name, columns, ...data };
  return new Map(
    writers.flatMap(([fileName, write]) => {
      const text = isWanted(fileName) ? write(context) : undefined;
      return text === undefined ? [] : [[fileName, text] as const];
    }),
  );
}

function dataFiles(given: TrainerConfigsInput['files']): DataFiles | undefined {
  const files = SPLITS.flatMap((split) => {
    const names = [given[split] ?? []].flat();
    return names.length === 0 ? [] : [[split, names] as const];
  });
  const packing = packingOfName(files[0]?.[1][0] ?? '');
  const { container } = packing;
  if (container === 'tar') return undefined;
  return { files, loader: container === 'csv' || container === 'parquet' ? container : 'json', packing };
}
