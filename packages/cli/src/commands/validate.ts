import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { FORMAT_NAMES, GateError, openCodec, validate } from '@dsgen/sdk';
import { ROWS_ARGUMENT } from '../args.ts';
import { DsgenCommand } from '../base-command.ts';
import { plural } from '../render/numbers.ts';
import { styleFor } from '../render/style.ts';
import { renderValidation } from '../render/validation.ts';
import { withInterruption } from '../session.ts';
import { withProgress } from '../with-progress.ts';

export default class Validate extends DsgenCommand {
  static override summary = 'Check that every row of a file is what its format asks for.';
  static override description = 'Says line, column and place of each defect. Exit code 3 when there is one.';
  static override examples = [
    { description: 'A file, its format told from its rows', command: '<%= config.bin %> validate train.jsonl' },
    {
      description: 'Against a schema of your own',
      command: '<%= config.bin %> validate rows.jsonl --format ./row.schema.json',
    },
    {
      description: 'Rows from another program',
      command: 'zcat train.jsonl.gz | <%= config.bin %> validate - --format openai',
    },
  ];
  static override args = {
    file: Args.string({ description: ROWS_ARGUMENT, required: true }),
  };
  static override flags = {
    format: Flags.string({
      char: 'f',
      description: `${FORMAT_NAMES.join(', ')}, or a JSON Schema file. Default: told from the first rows.`,
      env: 'DSGEN_FORMAT',
      helpValue: 'FORMAT',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Validate);
    await withInterruption(async (signal) => {
      const codec = flags.format === undefined ? {} : { codec: await openCodec(flags.format) };
      const report = await withProgress([args.file], (open) => validate(open(args.file), { signal, ...codec }));
      await this.finishCheck({
        isJson: flags.json,
        result: report,
        text: () => renderValidation(report, styleFor(process.stdout)),
        failure: report.invalid > 0 ? failure(report.invalid, args.file) : undefined,
      });
    });
  }
}

function failure(invalid: number, file: string): GateError {
  return new GateError({
    code: 'validation-failed',
    message: `${plural(invalid, 'row')} of "${file}" ${invalid === 1 ? 'is' : 'are'} not valid`,
    fix: 'Repair the rows named above, or convert the file to leave them out.',
  });
}
