import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { sampleRows } from '@dsgen/sdk';
import { OUT_ARGUMENT, ROWS_ARGUMENT } from '../args.ts';
import { DsgenCommand } from '../base-command.ts';
import { defined } from '../defined.ts';
import { forceFlag, seedFlag } from '../flags.ts';
import { numberFlag } from '../number-flag.ts';
import { escapeText, toJson } from '../render/escape.ts';
import { count as formatted } from '../render/numbers.ts';
import { renderRowReport } from '../render/row-report.ts';
import { styleFor } from '../render/style.ts';
import { refuseExisting } from '../row-file.ts';
import { RowTally } from '../row-tally.ts';
import { withInterruption } from '../session.ts';
import { withProgress } from '../with-progress.ts';
import { writePacked } from '../write-packed.ts';

export default class Sample extends DsgenCommand {
  static override summary = 'Take a random part of the rows of a file.';
  static override description =
    'The same file and seed give the same rows, in file order. Exit code 3 when rows could not be read.';
  static override examples = [
    { description: '200 rows', command: '<%= config.bin %> sample rows.jsonl some.jsonl --rows 200' },
    {
      description: 'About one row of a hundred, of any file size',
      command: '<%= config.bin %> sample rows.parquet some.jsonl.gz --share 0.01 --seed 7',
    },
  ];
  static override args = {
    in: Args.string({ description: ROWS_ARGUMENT, required: true }),
    out: Args.string({ description: OUT_ARGUMENT, required: true }),
  };
  static override flags = {
    rows: Flags.integer({
      char: 'n',
      description: 'Rows to take; all of them are held in memory.',
      env: 'DSGEN_ROWS',
      helpValue: 'N',
      min: 1,
      exactlyOne: ['rows', 'share'],
    }),
    share: numberFlag({
      name: '--share',
      description: 'Part of the rows to take, about, above 0 and up to 1.',
      env: 'DSGEN_SHARE',
      min: 0,
      max: 1,
    }),
    seed: seedFlag,
    force: forceFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Sample);
    await withInterruption(async (signal) => {
      await refuseExisting(args.out, flags.force);
      const { rows: count, share, seed } = flags;
      const tally = new RowTally();
      const out = await withProgress([args.in], (open) => {
        const sampled = sampleRows(open(args.in), { seed, signal, ...defined({ count, share }) });
        return writePacked(tally.lines(tally.readable(sampled)), args.out);
      });
      const { written, unreadable, issues } = tally.report();
      const report = { out, written, unreadable, issues };
      if (flags.json) await (args.out === '-' ? this.tell(toJson(report)) : this.printJson(report));
      else {
        const parts = [`${formatted(written)} written to ${escapeText(out)}`];
        const sum = { rows: written + unreadable, unreadable, issues };
        await this.tell(renderRowReport(sum, parts, styleFor(process.stderr)));
      }
      if (unreadable > 0) process.exitCode = 3;
    });
  }
}
