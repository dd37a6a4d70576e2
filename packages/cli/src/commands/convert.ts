import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { convert, FORMAT_NAMES, openCodec } from '@dsgen/sdk';
import { DsgenCommand } from '../base-command.ts';
import { readInput } from '../input.ts';
import { writeConversion } from '../write-conversion.ts';
import { toJson } from '../render/escape.ts';
import { renderConversion } from '../render/conversion.ts';
import { styleFor } from '../render/style.ts';
import { withInterruption } from '../session.ts';

const FORMATS = `${FORMAT_NAMES.join(', ')}, or a JSON Schema file.`;

export default class Convert extends DsgenCommand {
  static override summary = 'Convert rows from one format to another.';
  static override description =
    'Says what the new format cannot hold and which rows were left out. Exit code 3 when rows were left out, or with --strict when anything would be lost.';
  static override examples = [
    { description: 'Alpaca to chat', command: '<%= config.bin %> convert train.jsonl chat.jsonl --to openai' },
    {
      description: 'Within a pipe',
      command: 'cat train.jsonl | <%= config.bin %> convert - - --from alpaca --to sharegpt > turns.jsonl',
    },
  ];
  static override args = {
    in: Args.string({ description: 'JSON Lines file, JSON list, or - for standard input.', required: true }),
    out: Args.string({ description: 'File to write, or - for standard output.', required: true }),
  };
  static override flags = {
    from: Flags.string({
      description: `Format of the input: ${FORMATS} Default: told from the first rows.`,
      env: 'DSGEN_FROM',
      helpValue: 'FORMAT',
    }),
    to: Flags.string({
      description: `Format to write: ${FORMATS}`,
      env: 'DSGEN_TO',
      helpValue: 'FORMAT',
      default: 'openai',
    }),
    strict: Flags.boolean({
      description: 'Stop at the first row that is not valid or would lose something.',
      env: 'DSGEN_STRICT',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Convert);
    await withInterruption(async (signal) => {
      const from = flags.from === undefined ? {} : { from: await openCodec(flags.from) };
      const to = await openCodec(flags.to);
      const rows = convert(readInput(args.in), { to, strict: flags.strict, signal, ...from });
      const report = await writeConversion(rows, args.out);
      const isDataOnStdout = args.out === '-';
      if (flags.json) await (isDataOnStdout ? this.tell(toJson(report)) : this.printJson(report));
      else await this.tell(renderConversion(report, styleFor(process.stderr)));
      if (report.leftOut > 0) process.exitCode = 3;
    });
  }
}
