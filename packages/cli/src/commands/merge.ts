import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { mergeRows } from '@dsgen/sdk';
import { OUT_ARGUMENT } from '../args.ts';
import { DsgenCommand } from '../base-command.ts';
import { forceFlag } from '../flags.ts';
import { escapeText, toJson } from '../render/escape.ts';
import { count } from '../render/numbers.ts';
import { renderRowReport } from '../render/row-report.ts';
import { styleFor } from '../render/style.ts';
import { refuseExisting } from '../row-file.ts';
import { RowTally } from '../row-tally.ts';
import { withInterruption } from '../session.ts';
import { withProgress } from '../with-progress.ts';
import { writePacked } from '../write-packed.ts';

export default class Merge extends DsgenCommand {
  static override summary = 'Join files of rows into one.';
  static override description =
    'Rows stay as they are, in the order of the files. Files of different formats are refused. Exit code 3 when rows could not be read.';
  static override examples = [
    { description: 'Shards to one file', command: '<%= config.bin %> merge a.jsonl b.jsonl.gz --out all.jsonl' },
    {
      description: 'Without the rows that are in both',
      command: '<%= config.bin %> merge a.jsonl b.jsonl --out - | <%= config.bin %> dedupe - all.jsonl',
    },
  ];
  static override args = {
    files: Args.string({
      description: 'Files of rows in any container, compressed or not; or - for standard input.',
      required: true,
      multiple: true,
    }),
  };
  static override flags = {
    out: Flags.string({
      char: 'o',
      description: OUT_ARGUMENT,
      env: 'DSGEN_OUT',
      helpValue: 'FILE|-',
      required: true,
    }),
    force: forceFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Merge);
    await withInterruption(async (signal) => {
      await refuseExisting(flags.out, flags.force);
      const tally = new RowTally();
      const out = await withProgress(args.files, (open) => {
        const sources = args.files.map((name) => ({ name, open: () => open(name) }));
        return writePacked(tally.lines(tally.readable(mergeRows(sources, { signal }))), flags.out);
      });
      const report = { out, ...tally.report() };
      if (flags.json) await (flags.out === '-' ? this.tell(toJson(report)) : this.printJson(report));
      else {
        const parts = [`${count(report.written)} written to ${escapeText(out)}`];
        await this.tell(renderRowReport(report, parts, styleFor(process.stderr)));
      }
      if (report.unreadable > 0) process.exitCode = 3;
    });
  }
}
