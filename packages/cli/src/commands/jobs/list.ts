import { collect } from '../../collect.ts';
import { DsgenCommand } from '../../base-command.ts';
import { jobStore } from '../../job-store.ts';
import { placeFlags } from '../../flags.ts';
import { jobPlace } from '../../job-place.ts';
import { renderJobs } from '../../render/jobs.ts';
import { styleFor } from '../../render/style.ts';
import { withDsgen } from '../../session.ts';

export default class JobsList extends DsgenCommand {
  static override summary = 'List the jobs of a store.';
  static override description = 'Without --store, the store is .dsgen in this folder or the nearest folder above it.';
  static override examples = [
    { description: 'Jobs of this folder', command: '<%= config.bin %> jobs list' },
    { description: 'Jobs of another store', command: '<%= config.bin %> jobs list --store /data/.dsgen' },
  ];
  static override flags = placeFlags;

  async run(): Promise<void> {
    const { flags } = await this.parse(JobsList);
    await withDsgen(jobPlace(flags, () => jobStore(flags.store)).session, async (dsgen, signal) => {
      const jobs = await collect(dsgen.jobs.list({ signal }));
      if (flags.json) await this.printJson({ jobs });
      else await this.print(renderJobs(jobs, styleFor(process.stdout)));
    });
  }
}
