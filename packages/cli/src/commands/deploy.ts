import * as Flags from '@oclif/core/flags';
import { DsgenCommand } from '../base-command.ts';
import { deploymentFlags, deploymentSettings } from '../deployment-flags.ts';
import { openPlatformTool } from '../platform-tool.ts';
import { withInterruption } from '../session.ts';

export default class Deploy extends DsgenCommand {
  static override summary = 'Set up the platform in an AWS account, or bring it up to date.';
  static override description =
    'Deploys stacks with the AWS CDK and the credentials of this machine. What it costs while nothing runs, and what each profile holds, is in docs/guides/aws.md.';
  static override examples = [
    { description: 'Functions only, in one Region', command: '<%= config.bin %> deploy --profile lambda --bootstrap' },
    {
      description: 'Two Regions with containers',
      command: '<%= config.bin %> deploy --regions us-east-1,us-west-2 --email ops@example.com',
    },
  ];
  static override flags = {
    ...deploymentFlags,
    bootstrap: Flags.boolean({
      description: 'Prepare the account and Region for the CDK first; needed once.',
      env: 'DSGEN_BOOTSTRAP',
    }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Deploy);
    const settings = deploymentSettings(flags);
    await withInterruption(async (signal) => {
      const tool = openPlatformTool(settings, signal);
      if (flags.bootstrap) await tool.bootstrap();
      await tool.deploy();
    });
    const { environment, regions } = settings;
    if (flags.json) await this.printJson({ environment, regions: regions.split(',') });
    else await this.print(`Platform ${environment} is deployed. Next: dsgen generate ./docs --backend aws`);
  }
}
