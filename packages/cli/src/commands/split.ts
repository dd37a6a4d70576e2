import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { nearTexts, splitRows } from '@dsgen/sdk';
import { ROWS_ARGUMENT } from '../args.ts';
import { DsgenCommand } from '../base-command.ts';
import { defined } from '../defined.ts';
import { forceFlag, nearFlag, seedFlag } from '../flags.ts';
import { escapeText } from '../render/escape.ts';
import { count } from '../render/numbers.ts';
import { renderRowReport } from '../render/row-report.ts';
import { styleFor } from '../render/style.ts';
import { rowExtension } from '../row-extension.ts';
import { withInterruption } from '../session.ts';
import { refuseExistingSplits, writeSplits, type SplitReport } from '../split-files.ts';
import { parseShares } from '../split-shares.ts';
import { withProgress } from '../with-progress.ts';

export default class Split extends DsgenCommand {
  static override summary = 'Deal the rows of a file to training, validation and test files.';
  static override description = `Equal rows always stay together. Which split a row gets depends on the seed and its group only, so a file that grows keeps its splits, and shares are met about, not exactly. Exit code 3 when rows could not be read.`;
  static override examples = [
    { description: '90, 5 and 5 of 100', command: '<%= config.bin %> split rows.jsonl --out splits' },
    {
      description: 'All rows of one document together',
      command: '<%= config.bin %> split rows.jsonl --by source --shares train=80,test=20 --out splits',
    },
    {
      description: 'Rows that are nearly the same together',
      command: '<%= config.bin %> split rows.parquet --near 0.8 --out splits',
    },
  ];
  static override args = { file: Args.string({ description: ROWS_ARGUMENT, required: true }) };
  static override flags = {
    out: Flags.string({
      char: 'o',
      description: 'Folder for a file of each split, of the container of the input.',
      env: 'DSGEN_OUT',
      helpValue: 'DIR',
      required: true,
    }),
    shares: Flags.string({
      description: 'Names of the splits and their shares.',
      env: 'DSGEN_SHARES',
      helpValue: 'NAME=SHARE',
      multiple: true,
      multipleNonGreedy: true,
      delimiter: ',',
      default: ['train=90', 'validation=5', 'test=5'],
    }),
    by: Flags.string({
      description: 'Keep rows together that have an equal value here: a column or a JSON pointer.',
      env: 'DSGEN_BY',
      helpValue: 'FIELD',
      exclusive: ['near'],
    }),
    near: nearFlag('Keep rows together whose texts have this share of three-word groups in common'),
    seed: seedFlag,
    force: forceFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Split);
    await withInterruption(async (signal) => {
      const { by, seed, near: similarity, out: folder, force: isForced } = flags;
      const shares = parseShares(flags.shares);
      const target = { folder, names: Object.keys(shares), extension: rowExtension(args.file), isForced };
      await refuseExistingSplits(target);
      const near = similarity === undefined ? undefined : nearTexts({ similarity });
      const report = await withProgress([args.file], (open) =>
        writeSplits(splitRows(open(args.file), { shares, seed, signal, ...defined({ by, near }) }), target),
      );
      if (flags.json) await this.printJson(report);
      else await this.tell(renderSplits(report));
      if (report.unreadable > 0) process.exitCode = 3;
    });
  }
}

function renderSplits(report: SplitReport): string {
  const parts = Object.entries(report.splits).map(([name, rows]) => `${count(rows)} ${escapeText(name)}`);
  return `${renderRowReport(report, parts, styleFor(process.stderr))}\nWritten to ${escapeText(report.out)}`;
}
