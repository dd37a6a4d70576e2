import { CLIError } from '@oclif/core/errors';
import * as Flags from '@oclif/core/flags';
import { CONSUMERS, CONVERSATION_FORMAT_NAMES, EXPORT_CONTAINERS } from '@dsgen/sdk';

const HELP_GROUP = 'EXPORT';

/** Flags about the files of a dataset. */
export const exportFlags = {
  format: Flags.string({
    char: 'f',
    description: `${CONVERSATION_FORMAT_NAMES.join(', ')}, or a JSON Schema file. Default: alpaca, what --for reads, or what the recipe says.`,
    env: 'DSGEN_FORMAT',
    helpGroup: HELP_GROUP,
    helpValue: 'FORMAT',
  }),
  'chat-template': Flags.string({
    description:
      'For --format text: Jinja file, tokenizer_config.json or folder of a tokenizer that renders the conversations.',
    env: 'DSGEN_CHAT_TEMPLATE',
    helpGroup: HELP_GROUP,
    helpValue: 'PATH',
  }),
  for: Flags.string({
    description:
      'Trainer or service that shall take every row and file: rows are shaped for it, and what it would not take is left out. Repeat for more.',
    env: 'DSGEN_FOR',
    helpGroup: HELP_GROUP,
    options: CONSUMERS.map(({ name }) => name),
    multiple: true,
    multipleNonGreedy: true,
  }),
  container: Flags.string({
    description: 'How the rows lie in their files; tar is WebDataset. Default: jsonl.',
    env: 'DSGEN_CONTAINER',
    helpGroup: HELP_GROUP,
    options: [...EXPORT_CONTAINERS],
  }),
  compress: Flags.string({
    description: 'Compress the data files.',
    env: 'DSGEN_COMPRESS',
    helpGroup: HELP_GROUP,
    options: ['none', 'gz', 'zst'],
  }),
  'shard-records': Flags.integer({
    description: 'Cut the data files after this many records.',
    env: 'DSGEN_SHARD_RECORDS',
    helpGroup: HELP_GROUP,
    helpValue: 'N',
    min: 1,
  }),
  'shard-size': Flags.custom<number>({
    description: 'Cut the data files at this size, such as 100MB, measured as JSON Lines before compression.',
    env: 'DSGEN_SHARD_SIZE',
    helpGroup: HELP_GROUP,
    helpValue: 'SIZE',
    parse: parseSize,
  })(),
  'encrypt-to': Flags.string({
    description: 'Encrypt everything that holds records for this age recipient. Repeat for more.',
    env: 'DSGEN_ENCRYPT_TO',
    helpGroup: HELP_GROUP,
    helpValue: 'AGE1…',
    multiple: true,
    multipleNonGreedy: true,
  }),
};

export interface ExportFlags {
  readonly format?: string | undefined;
  readonly 'chat-template'?: string | undefined;
  readonly for?: readonly string[] | undefined;
  readonly container?: string | undefined;
  readonly compress?: string | undefined;
  readonly 'shard-records'?: number | undefined;
  readonly 'shard-size'?: number | undefined;
  readonly 'encrypt-to'?: readonly string[] | undefined;
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  m: 1e6,
  g: 1e9,
  ki: 1024,
  mi: 1024 ** 2,
  gi: 1024 ** 3,
};

/** `100MB` is 100,000,000 bytes, `100MiB` 104,857,600. */
async function parseSize(input: string): Promise<number> {
  const [, number = '', unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([kmg]i?)?b?\s*$/i.exec(input) ?? [];
  const bytes = Math.floor(Number(number) * (UNITS[unit.toLowerCase()] ?? 0));
  if (number !== '' && bytes >= 1 && Number.isSafeInteger(bytes)) return bytes;
  throw new CLIError(`Expected a size, such as 100MB or 64MiB, but received: ${input}`);
}
