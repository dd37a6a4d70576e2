import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BackendError, UsageError } from '@dsgen/sdk';

/** How a deployment is meant to be; see the guide to the AWS back end. */
export interface DeploymentSettings {
  readonly environment: string;
  readonly profile: string;
  readonly regions: string;
  readonly email?: string | undefined;
  readonly image?: string | undefined;
  readonly replicated: boolean;
}

/** The CDK app that describes the platform, and the CDK itself. */
export interface PlatformTool {
  bootstrap(): Promise<void>;
  deploy(): Promise<void>;
  destroy(): Promise<void>;
}

const INFRA = '@dsgen/infra';
const END_OF_OUTPUT = 4_000;

/**
 * Finds the platform's description beside this program or in the working directory.
 *
 * @throws UsageError `infra-missing`
 */
export function openPlatformTool(settings: DeploymentSettings, signal: AbortSignal): PlatformTool {
  const folder = findInfra();
  const cdk = createRequire(join(folder, 'package.json')).resolve('aws-cdk/bin/cdk');
  const context = Object.entries(contextOf(settings)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const app = ['--app', `${JSON.stringify(process.execPath)} dist/app.js`, '--no-notices', ...context];
  async function run(...args: readonly string[]): Promise<void> {
    await runNode([join('scripts', 'bundle-worker.ts')], folder, signal);
    await runNode([cdk, ...args, ...app], folder, signal);
  }
  return {
    bootstrap: () => run('bootstrap'),
    deploy: () => run('deploy', '--all', '--require-approval', 'never', '--concurrency', '4'),
    destroy: () => run('destroy', '--all', '--force'),
  };
}

function findInfra(): string {
  for (const from of [import.meta.url, pathToFileURL(join(process.cwd(), 'package.json'))]) {
    try {
      return dirname(createRequire(from).resolve(`${INFRA}/package.json`));
    } catch {
      // Not reachable from there.
    }
  }
  throw new UsageError({
    code: 'infra-missing',
    message: `Cannot find ${INFRA}, which describes the platform, beside dsgen or in ${JSON.stringify(process.cwd())}`,
    fix: 'Run the command in a clone of dsgen, after npm run build.',
  });
}

function contextOf(settings: DeploymentSettings): Record<string, string> {
  const { environment, profile, regions, email, image, replicated } = settings;
  return {
    environment,
    profile,
    regions,
    ...(email === undefined ? {} : { email }),
    ...(image === undefined ? {} : { image }),
    ...(replicated ? { replicated: 'true' } : {}),
  };
}

/** Runs a program of Node, its output shown on standard error as it comes. */
async function runNode(args: readonly string[], cwd: string, signal: AbortSignal): Promise<void> {
  const env = { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true' };
  const child = spawn(process.execPath, args, { cwd, env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
  let end = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      end = (end + text).slice(-END_OF_OUTPUT);
      process.stderr.write(text);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  signal.throwIfAborted();
  if (code === 0) return;
  throw new BackendError({
    code: 'deployment-failed',
    message: `The CDK ended with exit code ${code}${hasNoBootstrap(end) ? ': the account is not prepared for it' : ''}`,
    fix: hasNoBootstrap(end)
      ? 'Run the command again with --bootstrap, once for each account and Region.'
      : 'Its output above says what AWS refused; run the command again once that is put right.',
  });
}

function hasNoBootstrap(output: string): boolean {
  return /bootstrap/iu.test(output);
}
