import type { Codec, DatasetFile, ExportOptions } from '@dsgen/core';
import { codecs, templateConfig, trainerConfigs, type TextCodec } from '@dsgen/formats';
import { dataFiles } from './data-files.ts';

/** The JSON Schema of a format of the user's own. */
const SCHEMA_FILE = 'schema.json';

/** The chat template that rendered the rows, as a tokenizer has it. */
const TEMPLATE_FILE = 'tokenizer_config.json';

export interface SideFilesInput {
  readonly name: string;
  readonly codec: Codec;
  /** Columns that at least one row has. */
  readonly columns: readonly string[];
  readonly files: readonly DatasetFile[];
  /** Consumers that the recipe names. Default: every trainer that reads the format. */
  readonly consumers?: readonly string[] | undefined;
}

/** What is needed beside the data, by name: configurations of trainers, the user's own schema, the chat template. */
export function sideFiles({ name, codec, columns, files, consumers }: SideFilesInput): ReadonlyMap<string, string> {
  const configs = trainerConfigs({
    format: codec.name,
    datasetName: name,
    files: Object.fromEntries(dataFiles(files)),
    columns,
    ...(consumers !== undefined && { consumers }),
  });
  const texts = new Map<string, string>();
  for (const [file, text] of configs) texts.set(`trainers/${file}`, text);
  if (!isKnown(codec)) texts.set(SCHEMA_FILE, `${JSON.stringify(codec.schema, undefined, 2)}\n`);
  if (hasTemplate(codec)) texts.set(TEMPLATE_FILE, `${JSON.stringify(templateConfig(codec.template), undefined, 2)}\n`);
  return texts;
}

/** The recipe without paths of this machine: it names what lies beside it. */
export function portableExport(options: ExportOptions, codec: Codec): ExportOptions {
  return {
    ...options,
    ...(isKnown(codec) ? {} : { format: SCHEMA_FILE }),
    ...(hasTemplate(codec) ? { chatTemplate: TEMPLATE_FILE } : {}),
  };
}

function hasTemplate(codec: Codec): codec is TextCodec {
  return 'template' in codec;
}

function isKnown({ name }: Codec): boolean {
  return Object.hasOwn(codecs, name);
}
