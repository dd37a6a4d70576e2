import { datasetArgument } from '../args.ts';
import { DsgenCommand } from '../base-command.ts';
import { renderStats } from '../render/stats.ts';
import { styleFor } from '../render/style.ts';
import { withDsgen } from '../session.ts';
import { collectStatistics } from '../statistics.ts';

export default class Stats extends DsgenCommand {
  static override summary = 'Count what a dataset holds: splits, tasks, patterns, tokens, documents, reasons.';
  static override examples = [
    { description: 'On the screen', command: '<%= config.bin %> stats ./dataset' },
    { description: 'For a script', command: '<%= config.bin %> stats ./dataset --json' },
  ];
  static override args = { dataset: datasetArgument };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Stats);
    await withDsgen({}, async (dsgen, signal) => {
      const { manifest, records } = await dsgen.openDataset(args.dataset, { signal });
      const statistics = await collectStatistics(records({ signal }));
      const { name, format, splits, tasks, patterns, ledger } = manifest;
      if (flags.json) {
        await this.printJson({
          name,
          format,
          records: manifest.records,
          splits,
          tasks,
          patterns,
          ledger,
          ...statistics,
        });
      } else {
        await this.print(renderStats({ manifest, statistics, style: styleFor(process.stdout) }));
      }
    });
  }
}
