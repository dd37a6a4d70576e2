import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { CONSUMERS, convert, FORMAT_NAMES, openCodec } from '@dsgen/sdk';
import { DsgenCommand } from '../base-command.ts';
import { conversionTarget } from '../conversion-target.ts';
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
    { description: 'Shaped for a trainer', command: '<%= config.bin %> convert train.jsonl trl.jsonl --for trl' },
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
      description: `Format to write: ${FORMATS} Default: openai, or one that the consumer of --for reads.`,
      env: 'DSGEN_TO',
      helpValue: 'FORMAT',
    }),
    for: Flags.string({
      description:
        'Trainer or service that shall take every row: rows are shaped for it, and those it would not take are left out.',
      env: 'DSGEN_FOR',
      options: CONSUMERS.map(({ name }) => name),
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
      const target = conversionTarget(flags);
      const to = await openCodec(target.format);
      const { consumers } = target;
      const rows = convert(readInput(args.in), { to, consumers, strict: flags.strict, signal, ...from });
      const report = await writeConversion(rows, args.out);
      const isDataOnStdout = args.out === '-';
      if (flags.json) await (isDataOnStdout ? this.tell(toJson(report)) : this.printJson(report));
      else await this.tell(renderConversion(report, styleFor(process.stderr)));
      if (report.leftOut > 0) process.exitCode = 3;
    });
  }
}
