import * as Flags from '@oclif/core/flags';
import { datasetIdArgument } from '../../args.ts';
import { DsgenCommand } from '../../base-command.ts';
import { placeFlags } from '../../flags.ts';
import { jobPlace } from '../../job-place.ts';
import { jobStore } from '../../job-store.ts';
import { escapeText } from '../../render/escape.ts';
import { shownPath } from '../../render/paths.ts';
import { withDsgen } from '../../session.ts';

export default class DatasetsDownload extends DsgenCommand {
  static override summary = 'Copy a dataset into a folder, checking every file.';
  static override description = 'The folder appears when every file is there and has the hash that the manifest gives.';
  static override examples = [
    {
      description: 'A dataset of the platform',
      command: '<%= config.bin %> datasets download job-24d64b5502710e99 --backend aws --out ./dataset',
    },
  ];
  static override args = { dataset: datasetIdArgument };
  static override flags = {
    ...placeFlags,
    out: Flags.string({
      char: 'o',
      description: 'Folder of the dataset.',
      env: 'DSGEN_OUT',
      default: './dataset',
      helpValue: 'DIR',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DatasetsDownload);
    await withDsgen(jobPlace(flags, () => jobStore(flags.store)).session, async (dsgen, signal) => {
      await dsgen.download({ datasetId: args.dataset, out: flags.out, signal });
      if (flags.json) await this.printJson({ dataset: args.dataset, out: flags.out });
      else await this.print(`Dataset  ${escapeText(shownPath(flags.out))}`);
    });
  }
}
