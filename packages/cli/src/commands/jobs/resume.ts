import { DsgenCommand } from '../../base-command.ts';
import { jobArgument } from '../../args.ts';
import { concurrencyFlag, placeFlags } from '../../flags.ts';
import { jobPlace } from '../../job-place.ts';
import { jobStore } from '../../job-store.ts';
import { runJob } from '../../run-job.ts';

export default class JobsResume extends DsgenCommand {
  static override summary = 'Continue a job that was interrupted, failed or cancelled.';
  static override description = 'The dataset is the one an uninterrupted run gives, byte for byte.';
  static override examples = [
    { description: 'Go on after Ctrl-C', command: '<%= config.bin %> jobs resume 3f2a91c07b1d' },
  ];
  static override args = { job: jobArgument };
  static override flags = { ...placeFlags, concurrency: concurrencyFlag };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(JobsResume);
    const { concurrency } = flags;
    await runJob({
      place: jobPlace(flags, () => jobStore(flags.store)),
      concurrency,
      title: `Resume job ${args.job}`,
      paths: [],
      output: { takesStdout: false },
      isJson: flags.json,
      start: (dsgen, signal) => dsgen.resume(args.job, { signal }),
    });
  }
}
