import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LabService } from '@dsgen/aws-lab';

const INFRA = fileURLToPath(new URL('../../infra', import.meta.url));
/** No account has this number. */
const EMULATED_ACCOUNT = '000000000000';
const ENVIRONMENT = 'lab';

export interface DeployedPlatform {
  /** What a `dsgen` needs to find it. */
  readonly env: Readonly<Record<string, string>>;
  /** Removes every stack of the platform. */
  destroy(): Promise<void>;
}

export interface DeployPlatformOptions {
  /** The emulator, or undefined for the account of this machine's credentials. */
  readonly emulator: LabService | undefined;
  /** For what the CDK keeps of accounts it has met: every emulator is another account. */
  readonly home: string;
}

/** Bundles the workers, and bootstraps and deploys the stacks that need functions only, with the CDK's own commands. */
export async function deployPlatform({ emulator, home }: DeployPlatformOptions): Promise<DeployedPlatform> {
  const account = emulator === undefined ? {} : emulatedAccount(emulator, home);
  const env = { DSGEN_BACKEND: 'aws', DSGEN_ENVIRONMENT: ENVIRONMENT, ...account };
  async function cdk(...args: readonly string[]): Promise<void> {
    const context = ['-c', 'profile=lambda', '-c', `environment=${ENVIRONMENT}`];
    await run(['node_modules/.bin/cdk', ...args, '--app', 'node src/app.ts', ...context, '--no-notices'], account);
  }
  await run(['node', 'scripts/bundle-worker.ts'], {});
  await cdk('bootstrap', ...(emulator === undefined ? [] : [`aws://${EMULATED_ACCOUNT}/${emulator.region}`]));
  await cdk('deploy', '--all', '--require-approval', 'never', '--concurrency', '4');
  return { env, destroy: () => cdk('destroy', '--all', '--force') };
}

function emulatedAccount({ endpoint, region, credentials }: LabService, home: string): Record<string, string> {
  return {
    HOME: home,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    CDK_DEFAULT_ACCOUNT: EMULATED_ACCOUNT,
    CDK_DEFAULT_REGION: region,
  };
}

/** Runs a program in `infra`; rejects with the end of what it said. */
async function run([program = '', ...args]: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn(program, args, {
    cwd: INFRA,
    env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-4_000)));
  }
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`${program} ${args[0] ?? ''} ended with ${code}:\n${output}`);
}
