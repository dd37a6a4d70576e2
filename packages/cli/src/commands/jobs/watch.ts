import { CancelledError, type JobProgress } from '@dsgen/sdk';
import { jobArgument } from '../../args.ts';
import { DsgenCommand } from '../../base-command.ts';
import { placeFlags } from '../../flags.ts';
import { readJob } from '../../job-report.ts';
import { jobPlace } from '../../job-place.ts';
import { jobStore } from '../../job-store.ts';
import { renderJob } from '../../render/jobs.ts';
import { openProgressView, showProgress } from '../../render/progress.ts';
import { styleFor } from '../../render/style.ts';
import { withDsgen } from '../../session.ts';

export default class JobsWatch extends DsgenCommand {
  static override summary = 'Show a job while it runs, and what became of it.';
  static override description = 'Leaving with Ctrl-C leaves the job running.';
  static override examples = [
    {
      description: 'A job of the platform',
      command: '<%= config.bin %> jobs watch job-24d64b5502710e99 --backend aws',
    },
  ];
  static override args = { job: jobArgument };
  static override flags = placeFlags;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(JobsWatch);
    const { session, argument } = jobPlace(flags, () => jobStore(flags.store));
    await withDsgen(session, async (dsgen, signal) => {
      const view = await openProgressView({
        stream: process.stderr,
        environment: process.env,
        title: `Job ${args.job}`,
      });
      try {
        await showProgress(dsgen.jobs.events(args.job, { signal }), view, {
          readWorked: async () => sumOf((await dsgen.jobs.get(args.job, { signal })).progress),
        });
      } catch (error) {
        throw leaving(error, `dsgen jobs watch ${args.job}${argument}`);
      } finally {
        await view.end();
      }
      const report = await readJob(dsgen, args.job, signal);
      if (flags.json) await this.printJson(report);
      else await this.print(renderJob({ ...report, style: styleFor(process.stdout) }));
    });
  }
}

function sumOf(progress: JobProgress | undefined): number | undefined {
  return progress === undefined ? undefined : progress.done + progress.refused;
}

/** Whoever leaves hears that the job goes on, and how to see it again. */
function leaving(error: unknown, command: string): unknown {
  if (!(error instanceof CancelledError)) return error;
  const message = 'Stopped watching; the job goes on where it runs';
  return new CancelledError({ code: 'watch-stopped', message, fix: command, cause: error });
}
