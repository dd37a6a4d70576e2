import { DsgenCommand } from '../../base-command.ts';
import { collect } from '../../collect.ts';
import { placeFlags } from '../../flags.ts';
import { jobPlace } from '../../job-place.ts';
import { jobStore } from '../../job-store.ts';
import { renderCorpora } from '../../render/catalog.ts';
import { styleFor } from '../../render/style.ts';
import { withDsgen } from '../../session.ts';

export default class CorporaList extends DsgenCommand {
  static override summary = 'List the corpora of a store or a platform.';
  static override examples = [
    { description: 'Corpora of the platform', command: '<%= config.bin %> corpora list --backend aws' },
  ];
  static override flags = placeFlags;

  async run(): Promise<void> {
    const { flags } = await this.parse(CorporaList);
    await withDsgen(jobPlace(flags, () => jobStore(flags.store)).session, async (dsgen, signal) => {
      const corpora = await collect(dsgen.corpora.list({ signal }));
      if (flags.json) await this.printJson({ corpora });
      else await this.print(renderCorpora(corpora, styleFor(process.stdout)));
    });
  }
}
