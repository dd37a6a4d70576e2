import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { dedupeRows, nearTexts } from '@dsgen/sdk';
import { OUT_ARGUMENT, ROWS_ARGUMENT } from '../args.ts';
import { DsgenCommand } from '../base-command.ts';
import { defined } from '../defined.ts';
import { DuplicateTally } from '../duplicate-tally.ts';
import { forceFlag, nearFlag } from '../flags.ts';
import { toJson } from '../render/escape.ts';
import { renderDuplicates } from '../render/duplicates.ts';
import { styleFor } from '../render/style.ts';
import { refuseExisting } from '../row-file.ts';
import { RowTally } from '../row-tally.ts';
import { withInterruption } from '../session.ts';
import { withProgress } from '../with-progress.ts';
import { writePacked } from '../write-packed.ts';

export default class Dedupe extends DsgenCommand {
  static override summary = 'Leave out rows that say what an earlier row says.';
  static override description =
    'Rows are the same when their values are equal, whatever the order of their keys; with --by, when one field is; with --near, also when their texts are nearly equal. The first of them is kept. Exit code 3 when rows could not be read.';
  static override examples = [
    { description: 'Equal rows', command: '<%= config.bin %> dedupe rows.jsonl unique.jsonl' },
    {
      description: 'Rows with the same question',
      command: '<%= config.bin %> dedupe rows.jsonl unique.jsonl --by instruction',
    },
    {
      description: 'Rows that share nine of ten three-word groups',
      command: '<%= config.bin %> dedupe rows.jsonl unique.jsonl --near 0.9',
    },
  ];
  static override args = {
    in: Args.string({ description: ROWS_ARGUMENT, required: true }),
    out: Args.string({ description: OUT_ARGUMENT, required: true }),
  };
  static override flags = {
    by: Flags.string({
      description: 'Compare this only: a column or a JSON pointer.',
      env: 'DSGEN_BY',
      helpValue: 'FIELD',
      exclusive: ['near'],
    }),
    near: nearFlag(
      'Leave out rows whose texts have this share of three-word groups in common with an earlier row, too',
    ),
    force: forceFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Dedupe);
    await withInterruption(async (signal) => {
      await refuseExisting(args.out, flags.force);
      const { by, near: similarity } = flags;
      const near = similarity === undefined ? undefined : nearTexts({ similarity });
      const tally = new RowTally();
      const duplicates = new DuplicateTally();
      const out = await withProgress([args.in], (open) => {
        const rows = dedupeRows(open(args.in), { signal, ...defined({ by, near }) });
        return writePacked(tally.lines(duplicates.unique(tally.readable(rows))), args.out);
      });
      const report = { out, ...tally.report(), ...duplicates.report() };
      if (flags.json) await (args.out === '-' ? this.tell(toJson(report)) : this.printJson(report));
      else await this.tell(renderDuplicates(report, styleFor(process.stderr)));
      if (report.unreadable > 0) process.exitCode = 3;
    });
  }
}
