import { DsgenCommand } from '../../base-command.ts';
import { jobArgument } from '../../args.ts';
import { jobStore } from '../../job-store.ts';
import { placeFlags } from '../../flags.ts';
import { jobPlace } from '../../job-place.ts';
import { readJob } from '../../job-report.ts';
import { renderJob } from '../../render/jobs.ts';
import { styleFor } from '../../render/style.ts';
import { withDsgen } from '../../session.ts';

export default class JobsShow extends DsgenCommand {
  static override summary = 'Show a job: state, sums, quarantined documents, dataset.';
  static override examples = [
    { description: 'What became of a job', command: '<%= config.bin %> jobs show 3f2a91c07b1d' },
  ];
  static override args = { job: jobArgument };
  static override flags = placeFlags;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(JobsShow);
    await withDsgen(jobPlace(flags, () => jobStore(flags.store)).session, async (dsgen, signal) => {
      const report = await readJob(dsgen, args.job, signal);
      if (flags.json) await this.printJson(report);
      else await this.print(renderJob({ ...report, style: styleFor(process.stdout) }));
    });
  }
}
