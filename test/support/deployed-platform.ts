import type { LabService } from '@dsgen/aws-lab';
import { runCli } from './cli.ts';

const ENVIRONMENT = 'lab';
const DEPLOYMENT = ['--environment', ENVIRONMENT, '--profile', 'lambda'];
const TIMEOUT_MS = 900_000;

export interface DeployedPlatform {
  /** What a `dsgen` needs to find it. */
  readonly env: Readonly<Record<string, string>>;
  /** Removes every stack of the platform. */
  destroy(): Promise<void>;
}

export interface DeployPlatformOptions {
  /** The emulator, or undefined for the account of this machine's credentials. */
  readonly emulator: LabService | undefined;
  /** Home of the commands: what the CDK keeps of an account is not true of the next emulator. */
  readonly home: string;
}

/** Deploys with the built command line the stacks that need functions only. */
export async function deployPlatform({ emulator, home }: DeployPlatformOptions): Promise<DeployedPlatform> {
  const account = emulator === undefined ? credentialsOfMachine() : emulatedAccount(emulator);
  async function dsgen(...args: readonly string[]): Promise<void> {
    const { code, stderr } = await runCli([...args, ...DEPLOYMENT], { cwd: home, env: account, timeoutMs: TIMEOUT_MS });
    if (code !== 0) throw new Error(`dsgen ${args.join(' ')} ended with ${code}:\n${stderr.slice(-4_000)}`);
  }
  await dsgen('deploy', '--bootstrap');
  return {
    env: { DSGEN_BACKEND: 'aws', DSGEN_ENVIRONMENT: ENVIRONMENT, ...account },
    destroy: () => dsgen('destroy', '--yes'),
  };
}

function credentialsOfMachine(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => name.startsWith('AWS_') || name === 'HOME');
  return Object.fromEntries(entries) as Record<string, string>;
}

function emulatedAccount({ endpoint, region, credentials }: LabService): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
}
