import { datasetIdArgument } from '../../args.ts';
import { DsgenCommand } from '../../base-command.ts';
import { placeFlags } from '../../flags.ts';
import { jobPlace } from '../../job-place.ts';
import { jobStore } from '../../job-store.ts';
import { withDsgen } from '../../session.ts';

export default class DatasetsDelete extends DsgenCommand {
  static override summary = 'Delete a dataset and its files.';
  static override examples = [
    {
      description: 'A dataset of the platform',
      command: '<%= config.bin %> datasets delete job-24d64b5502710e99 --backend aws',
    },
  ];
  static override args = { dataset: datasetIdArgument };
  static override flags = placeFlags;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DatasetsDelete);
    await withDsgen(jobPlace(flags, () => jobStore(flags.store)).session, async (dsgen, signal) => {
      await dsgen.datasets.delete(args.dataset, { signal });
      if (flags.json) await this.printJson({ deleted: args.dataset });
      else await this.print(`Dataset ${args.dataset} is deleted`);
    });
  }
}
