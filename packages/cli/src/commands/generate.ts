import { CLIError } from '@oclif/core/errors';
import * as Flags from '@oclif/core/flags';
import { storeBeside } from '@dsgen/sdk';
import { pathsArgument } from '../args.ts';
import { DsgenCommand } from '../base-command.ts';
import { defined } from '../defined.ts';
import { exportFlags } from '../export-flags.ts';
import { concurrencyFlag, corpusFlags, forceFlag, recipeFlags, placeFlags } from '../flags.ts';
import { modelFlags, modelSettings } from '../model-flags.ts';
import { chooseRecipe, describeRecipeChoice } from '../recipe-choice.ts';
import { jobPlace } from '../job-place.ts';
import { outputFor } from '../generate-output.ts';
import { runJob } from '../run-job.ts';

export default class Generate extends DsgenCommand {
  static override summary = 'Turn documents into a fine-tuning dataset.';
  static override description = `Reads every document below the paths, makes records of it, checks each and writes a dataset folder.
Finished work is kept in the store: a second run, after a change or an interruption, does only what is missing and gives the same bytes.`;
  static override examples = [
    { description: 'A folder of documents, into ./dataset', command: '<%= config.bin %> generate ./docs' },
    {
      description: 'Chat format, questions only',
      command: '<%= config.bin %> generate ./docs --format openai --task qa --out ./chat',
    },
    { description: 'Rows to another program', command: '<%= config.bin %> generate ./docs --out - | head -n 3' },
    {
      description: 'For a trainer, in shards, compressed',
      command: '<%= config.bin %> generate ./docs --for trl --shard-size 100MB --compress zst',
    },
    { description: 'Columns of your own', command: '<%= config.bin %> generate ./docs --format ./row.schema.json' },
    {
      description: 'Further questions by a model on this machine',
      command: '<%= config.bin %> generate ./docs --model openai-compatible/qwen3 --base-url http://localhost:11434/v1',
    },
    {
      description: 'In CI: fail when more than 1 of 20 documents cannot be read',
      command: '<%= config.bin %> generate ./docs --max-quarantined 0.05 --json',
    },
  ];
  static override args = { path: pathsArgument };
  static override flags = {
    task: Flags.string({
      char: 't',
      description:
        'Kind of records to make: qa, instruction, summarization, code, conversation, entities, classification or creative. Repeat for more. Default: the first three, or what the recipe says.',
      env: 'DSGEN_TASK',
      helpValue: 'TASK',
      multiple: true,
      multipleNonGreedy: true,
    }),
    limit: Flags.integer({
      char: 'n',
      description: 'Stop after this many records.',
      env: 'DSGEN_LIMIT',
      helpValue: 'N',
      min: 1,
    }),
    vary: Flags.option({
      options: ['answers', 'entities', 'dates'] as const,
      description:
        'Add records with reworded answers (needs a model), other names, or other dates. Repeat for more. Other names and dates say what no document says; their records are marked.',
      env: 'DSGEN_VARY',
      multiple: true,
      multipleNonGreedy: true,
    })(),
    out: Flags.string({
      char: 'o',
      description:
        'Folder of the dataset, a .tar for all of it, a file for its rows (.jsonl, .json, .csv, .parquet), or - for rows on standard output.',
      env: 'DSGEN_OUT',
      default: './dataset',
      helpValue: 'DIR|FILE|-',
    }),
    seed: Flags.integer({
      description: 'Same documents, recipe and seed give the same bytes.',
      env: 'DSGEN_SEED',
      helpValue: 'N',
    }),
    'max-quarantined': Flags.custom<number>({
      description: 'Largest share of documents, 0 to 1, that may be quarantined; more is exit code 4.',
      env: 'DSGEN_MAX_QUARANTINED',
      helpValue: 'SHARE',
      parse: parseShare,
    })(),
    pii: Flags.string({
      description:
        'Personal data: report counts it, mask replaces it, drop leaves such records out, off does not look. Default: report, or what the recipe says.',
      env: 'DSGEN_PII',
      options: ['off', 'report', 'mask', 'drop'],
    }),
    force: forceFlag,
    concurrency: concurrencyFlag,
    ...placeFlags,
    ...exportFlags,
    ...modelFlags,
    ...recipeFlags,
    ...corpusFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Generate);
    const choice = await chooseRecipe(flags);
    const output = outputFor(flags.out, { isJson: flags.json, paths: args.path, isForced: flags.force });
    if (!flags.json) await this.tell(describeRecipeChoice(choice));
    const { store = storeBeside(args.path), concurrency, include, exclude } = flags;
    await runJob({
      place: jobPlace(flags, () => store),
      concurrency,
      title: `Generate a dataset from ${args.path.join(' ')}`,
      paths: args.path,
      output,
      isJson: flags.json,
      start: (dsgen, signal) =>
        dsgen.generate({
          paths: args.path,
          recipe: choice.recipe,
          signal,
          ...defined({ out: output.folder, concurrency, include, exclude, model: modelSettings(flags) }),
        }),
    });
  }
}

async function parseShare(input: string): Promise<number> {
  const share = Number(input);
  if (input.trim() !== '' && share >= 0 && share <= 1) return share;
  throw new CLIError(`Expected a share from 0 to 1, such as 0.05, but received: ${input}`);
}
