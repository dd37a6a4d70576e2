import * as Flags from '@oclif/core/flags';
import { jobArgument } from '../../args.ts';
import { DsgenCommand } from '../../base-command.ts';
import { placeFlags } from '../../flags.ts';
import { jobPlace } from '../../job-place.ts';
import { jobStore } from '../../job-store.ts';
import { escapeJson } from '../../render/escape.ts';
import { eventLine, isProblem } from '../../render/event-line.ts';
import { withDsgen } from '../../session.ts';

export default class JobsLogs extends DsgenCommand {
  static override summary = 'Print what a job told, line by line, and go on until it ends.';
  static override description =
    'With --json, one event per line with its sequence, which --after takes. Leaving with Ctrl-C leaves the job running.';
  static override examples = [
    { description: 'All that a job told', command: '<%= config.bin %> jobs logs 3f2a91c07b1d' },
    {
      description: 'What went wrong, on a platform',
      command: '<%= config.bin %> jobs logs job-24d64b5502710e99 --problems --backend aws',
    },
  ];
  static override args = { job: jobArgument };
  static override flags = {
    ...placeFlags,
    after: Flags.integer({
      description: 'Only events after this sequence.',
      env: 'DSGEN_AFTER',
      default: 0,
      min: 0,
    }),
    problems: Flags.boolean({
      description: 'Only documents that were not done, warnings and the end.',
      env: 'DSGEN_PROBLEMS',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(JobsLogs);
    await withDsgen(jobPlace(flags, () => jobStore(flags.store)).session, async (dsgen, signal) => {
      for await (const event of dsgen.jobs.events(args.job, { signal, after: flags.after })) {
        if (flags.problems && !isProblem(event)) continue;
        const line = flags.json ? escapeJson(JSON.stringify(event)) : eventLine(event);
        if (line !== undefined) await this.print(line);
      }
    });
  }
}
