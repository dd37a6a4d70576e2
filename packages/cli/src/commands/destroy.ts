import * as Flags from '@oclif/core/flags';
import { UsageError } from '@dsgen/sdk';
import { DsgenCommand } from '../base-command.ts';
import { deploymentFlags, deploymentSettings } from '../deployment-flags.ts';
import { openPlatformTool } from '../platform-tool.ts';
import { withInterruption } from '../session.ts';

export default class Destroy extends DsgenCommand {
  static override summary = 'Remove the platform from an AWS account.';
  static override description =
    'Removes every stack of the deployment. With --profile lambda buckets and tables go too; the other profiles keep what they hold.';
  static override examples = [
    {
      description: 'A platform for a trial',
      command: '<%= config.bin %> destroy --profile lambda --environment main --yes',
    },
  ];
  static override flags = {
    ...deploymentFlags,
    yes: Flags.boolean({ description: 'Yes, it is meant.', char: 'y', env: 'DSGEN_YES' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Destroy);
    const settings = deploymentSettings(flags);
    if (!flags.yes) throw notConfirmed(settings.environment);
    await withInterruption((signal) => openPlatformTool(settings, signal).destroy());
    const { environment } = settings;
    if (flags.json) await this.printJson({ destroyed: environment });
    else await this.print(`Platform ${environment} is removed`);
  }
}

function notConfirmed(environment: string): UsageError {
  return new UsageError({
    code: 'not-confirmed',
    message: `Cannot remove the platform ${JSON.stringify(environment)} without being told twice`,
    fix: 'Add --yes when it is meant.',
  });
}
