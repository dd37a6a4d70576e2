import { stat } from 'node:fs/promises';
import * as Args from '@oclif/core/args';
import { fileStatistics } from '@dsgen/sdk';
import { DsgenCommand } from '../base-command.ts';
import { renderFileStats } from '../render/file-stats.ts';
import { renderStats } from '../render/stats.ts';
import { styleFor } from '../render/style.ts';
import { withDsgen, withInterruption } from '../session.ts';
import { collectStatistics } from '../statistics.ts';
import { withProgress } from '../with-progress.ts';

export default class Stats extends DsgenCommand {
  static override summary = 'Count what a dataset or a file of rows holds.';
  static override description =
    'Of a dataset folder: splits, tasks, patterns, tokens, documents, reasons. Of a file: formats, columns, turns, tokens, equal rows.';
  static override examples = [
    { description: 'On the screen', command: '<%= config.bin %> stats ./dataset' },
    { description: 'For a script', command: '<%= config.bin %> stats ./dataset --json' },
    { description: 'A file of rows from anywhere', command: '<%= config.bin %> stats rows.parquet' },
  ];
  static override args = {
    path: Args.string({
      description: 'Folder of a dataset, file of rows in any container, compressed or not, or - for standard input.',
      required: true,
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Stats);
    await ((await isFile(args.path))
      ? this.#countFile(args.path, flags.json)
      : this.#countDataset(args.path, flags.json));
  }

  #countFile(path: string, isJson: boolean): Promise<void> {
    return withInterruption(async (signal) => {
      const statistics = await withProgress([path], (open) => fileStatistics(open(path), { signal }));
      if (isJson) await this.printJson(statistics);
      else await this.print(renderFileStats(path, statistics, styleFor(process.stdout)));
    });
  }

  #countDataset(folder: string, isJson: boolean): Promise<void> {
    return withDsgen({}, async (dsgen, signal) => {
      const { manifest, records } = await dsgen.openDataset(folder, { signal });
      const statistics = await collectStatistics(records({ signal }));
      const { name, format, splits, tasks, patterns, ledger } = manifest;
      const counts = { name, format, records: manifest.records, splits, tasks, patterns, ledger };
      if (isJson) await this.printJson({ ...counts, ...statistics });
      else await this.print(renderStats({ manifest, statistics, style: styleFor(process.stdout) }));
    });
  }
}

/** What is not there is told as a dataset that is not there. */
async function isFile(path: string): Promise<boolean> {
  if (path === '-') return true;
  const facts = await stat(path).catch(() => undefined);
  return facts !== undefined && !facts.isDirectory();
}
