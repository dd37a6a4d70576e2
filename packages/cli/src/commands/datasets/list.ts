import { DsgenCommand } from '../../base-command.ts';
import { collect } from '../../collect.ts';
import { placeFlags } from '../../flags.ts';
import { jobPlace } from '../../job-place.ts';
import { jobStore } from '../../job-store.ts';
import { renderDatasets } from '../../render/catalog.ts';
import { styleFor } from '../../render/style.ts';
import { withDsgen } from '../../session.ts';

export default class DatasetsList extends DsgenCommand {
  static override summary = 'List the datasets of a store or a platform.';
  static override examples = [
    { description: 'Datasets of the platform', command: '<%= config.bin %> datasets list --backend aws' },
  ];
  static override flags = placeFlags;

  async run(): Promise<void> {
    const { flags } = await this.parse(DatasetsList);
    await withDsgen(jobPlace(flags, () => jobStore(flags.store)).session, async (dsgen, signal) => {
      const datasets = await collect(dsgen.datasets.list({ signal }));
      if (flags.json) await this.printJson({ datasets });
      else await this.print(renderDatasets(datasets, styleFor(process.stdout)));
    });
  }
}
