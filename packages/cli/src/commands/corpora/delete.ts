import { corpusArgument } from '../../args.ts';
import { DsgenCommand } from '../../base-command.ts';
import { placeFlags } from '../../flags.ts';
import { jobPlace } from '../../job-place.ts';
import { jobStore } from '../../job-store.ts';
import { withDsgen } from '../../session.ts';

export default class CorporaDelete extends DsgenCommand {
  static override summary = 'Forget a corpus; datasets made of it stay.';
  static override description =
    'Linked files are left alone. On a platform the bytes of its documents stay until the lifecycle of the bucket removes them, because other corpora may hold the same.';
  static override examples = [
    {
      description: 'Forget a corpus of the platform',
      command: '<%= config.bin %> corpora delete corpus-1f0c --backend aws',
    },
  ];
  static override args = { corpus: corpusArgument };
  static override flags = placeFlags;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CorporaDelete);
    await withDsgen(jobPlace(flags, () => jobStore(flags.store)).session, async (dsgen, signal) => {
      await dsgen.corpora.delete(args.corpus, { signal });
      if (flags.json) await this.printJson({ deleted: args.corpus });
      else await this.print(`Corpus ${args.corpus} is deleted`);
    });
  }
}
