import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { CONSUMERS, FORMAT_NAMES } from '@dsgen/sdk';
import { DsgenCommand } from '../base-command.ts';
import { checkFailure, checkRowSources } from '../check-rows.ts';
import { defined } from '../defined.ts';
import { forceFlag } from '../flags.ts';
import { renderCheck } from '../render/trainer-check.ts';
import { refuseExisting } from '../row-file.ts';
import { styleFor } from '../render/style.ts';
import { rowSources } from '../row-sources.ts';
import { withDsgen } from '../session.ts';
import { withProgress } from '../with-progress.ts';

export default class Check extends DsgenCommand {
  static override summary = 'Tell what trainers and services would make of each row.';
  static override description = `Counts the rows that each would accept, reject, drop without a word, cut, or train on as something else than they say, and shows line, column, rule and fix. Exit code 3 when anything would be lost. --fix writes a repaired file and checks that one too.`;
  static override examples = [
    { description: 'For every trainer that understands the format', command: '<%= config.bin %> check train.jsonl' },
    {
      description: 'A dataset for two trainers, in a context of 4,096 tokens',
      command: '<%= config.bin %> check ./dataset --for llamafactory,axolotl --context 4096',
    },
    {
      description: 'Repair what can be repaired',
      command: '<%= config.bin %> check rows.jsonl --for trl --fix repaired.jsonl',
    },
  ];
  static override args = {
    path: Args.string({
      description: 'Folder of a dataset, file of rows in any container, compressed or not, or - for standard input.',
      required: true,
    }),
  };
  static override flags = {
    for: Flags.string({
      description: `Trainers and services, with commas between: ${CONSUMERS.map(({ name }) => name).join(', ')}. Default: all that understand the format.`,
      env: 'DSGEN_FOR',
      helpValue: 'NAMES',
      multiple: true,
      multipleNonGreedy: true,
      delimiter: ',',
    }),
    format: Flags.option({
      char: 'f',
      description: `Format of the rows: ${FORMAT_NAMES.join(', ')}. Default: told from the first rows.`,
      env: 'DSGEN_FORMAT',
      helpValue: 'FORMAT',
      options: FORMAT_NAMES,
    })(),
    context: Flags.integer({
      description: 'Tokens that the context holds; longer rows are reported. Default: no row is too long.',
      env: 'DSGEN_CONTEXT',
      helpValue: 'TOKENS',
      min: 1,
    }),
    fix: Flags.string({
      description: 'Write the repaired rows to this file; rows that no repair helps are left out and named.',
      env: 'DSGEN_FIX',
      helpValue: 'OUT',
    }),
    force: forceFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Check);
    await withDsgen({}, async (dsgen, signal) => {
      const { for: consumers, format, context: contextTokens, fix } = flags;
      if (fix !== undefined) await refuseExisting(fix, flags.force);
      const readTwice = fix === undefined ? [] : [args.path];
      const outcome = await withProgress([args.path, ...readTwice], async (openInput) => {
        const sources = await rowSources(args.path, {
          openInput,
          openDataset: (folder) => dsgen.openDataset(folder, { signal }),
        });
        return checkRowSources(sources, { signal, ...defined({ consumers, format, contextTokens, fix }) });
      });
      await this.finishCheck({
        isJson: flags.json,
        result: outcome,
        text: () => renderCheck(outcome, styleFor(process.stdout)),
        failure: checkFailure(outcome),
      });
    });
  }
}
