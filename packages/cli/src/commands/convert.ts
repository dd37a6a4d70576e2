import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { CONSUMERS, convertBatches, FORMAT_NAMES, openCodec } from '@dsgen/sdk';
import { OUT_ARGUMENT, ROWS_ARGUMENT } from '../args.ts';
import { DsgenCommand } from '../base-command.ts';
import { defined } from '../defined.ts';
import { conversionTarget } from '../conversion-target.ts';
import { forceFlag } from '../flags.ts';
import { refuseExisting } from '../row-file.ts';
import { writeConversion } from '../write-conversion.ts';
import { toJson } from '../render/escape.ts';
import { renderConversion } from '../render/conversion.ts';
import { styleFor } from '../render/style.ts';
import { withInterruption } from '../session.ts';
import { withProgress } from '../with-progress.ts';

const FORMATS = `${FORMAT_NAMES.join(', ')}, or a JSON Schema file.`;

export default class Convert extends DsgenCommand {
  static override summary = 'Convert rows from one format to another.';
  static override description =
    'Says what the new format cannot hold and which rows were left out. Exit code 3 when rows were left out, or with --strict when anything would be lost.';
  static override examples = [
    { description: 'Alpaca to chat', command: '<%= config.bin %> convert train.jsonl chat.jsonl --to openai' },
    { description: 'Shaped for a trainer', command: '<%= config.bin %> convert train.jsonl trl.jsonl --for trl' },
    {
      description: 'Parquet to a compressed JSON list: containers go by the name',
      command: '<%= config.bin %> convert train.parquet train.json.zst --to sharegpt',
    },
    {
      description: 'Within a pipe',
      command: 'cat train.jsonl | <%= config.bin %> convert - - --from alpaca --to sharegpt > turns.jsonl',
    },
  ];
  static override args = {
    in: Args.string({ description: ROWS_ARGUMENT, required: true }),
    out: Args.string({ description: OUT_ARGUMENT, required: true }),
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
    'chat-template': Flags.string({
      description: 'For --to text: Jinja file, tokenizer_config.json or folder of a tokenizer that renders the rows.',
      env: 'DSGEN_CHAT_TEMPLATE',
      helpValue: 'PATH',
    }),
    strict: Flags.boolean({
      description: 'Stop at the first row that is not valid or would lose something.',
      env: 'DSGEN_STRICT',
    }),
    force: forceFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Convert);
    await withInterruption(async (signal) => {
      await refuseExisting(args.out, flags.force);
      const from = flags.from === undefined ? {} : { from: await openCodec(flags.from) };
      const target = conversionTarget(flags);
      const to = await openCodec(target.format, defined({ chatTemplate: flags['chat-template'] }));
      const { consumers } = target;
      const report = await withProgress([args.in], (open) => {
        const batches = convertBatches(open(args.in), { to, consumers, strict: flags.strict, signal, ...from });
        return writeConversion(batches, args.out, to);
      });
      const isDataOnStdout = args.out === '-';
      if (flags.json) await (isDataOnStdout ? this.tell(toJson(report)) : this.printJson(report));
      else await this.tell(renderConversion(report, styleFor(process.stderr)));
      if (report.leftOut > 0) process.exitCode = 3;
    });
  }
}
