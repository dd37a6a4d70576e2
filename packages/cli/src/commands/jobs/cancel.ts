import { DsgenCommand } from '../../base-command.ts';
import { jobArgument } from '../../args.ts';
import { jobStore } from '../../job-store.ts';
import { placeFlags } from '../../flags.ts';
import { jobPlace } from '../../job-place.ts';
import { withDsgen } from '../../session.ts';

export default class JobsCancel extends DsgenCommand {
  static override summary = 'Stop a job; finished work is kept.';
  static override description = 'Also stops a job that another dsgen process runs: it finishes what is in hand first.';
  static override examples = [{ description: 'Stop a job', command: '<%= config.bin %> jobs cancel 3f2a91c07b1d' }];
  static override args = { job: jobArgument };
  static override flags = placeFlags;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(JobsCancel);
    await withDsgen(jobPlace(flags, () => jobStore(flags.store)).session, async (dsgen, signal) => {
      const job = await dsgen.jobs.cancel(args.job, { signal });
      if (flags.json) await this.printJson({ job });
      else await this.print(`Job ${job.id} is ${job.state}. Go on with: dsgen jobs resume ${job.id}`);
    });
  }
}
