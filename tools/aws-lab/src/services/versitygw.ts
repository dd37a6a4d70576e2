import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { startGuarded } from '../guarded-process.ts';
import { install } from '../install.ts';
import { answers, REGION, type LabService, type StartServiceOptions } from './service.ts';

const credentials = { accessKeyId: 'test', secretAccessKey: 'testtest' };

/** S3 over a folder: it verifies signatures, checksums and conditions. `<folder>/data/<bucket>/<key>` is the object. */
export async function startVersitygw(options: StartServiceOptions): Promise<LabService> {
  const program = await install('versitygw');
  const folders = ['iam', 'versions', 'meta', 'data'].map((name) => join(options.folder, name));
  for (const path of folders) await mkdir(path, { recursive: true });
  if (options.usesExtendedAttributes === true) {
    try {
      return await start(program, options.folder, []);
    } catch {
      // It tries to write one when it starts, and ends where it cannot.
    }
  }
  return start(program, options.folder, ['--sidecar', join(options.folder, 'meta')]);
}

async function start(program: string, folder: string, parameters: readonly string[]): Promise<LabService> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const process = await startGuarded({
    // prettier-ignore
    command: [program, '--quiet', '--keep-alive', '--port', `127.0.0.1:${port}`, '--region', REGION, '--iam-dir', join(folder, 'iam'),
      'posix', '--versioning-dir', join(folder, 'versions'), ...parameters, join(folder, 'data')],
    env: { ROOT_ACCESS_KEY: credentials.accessKeyId, ROOT_SECRET_KEY: credentials.secretAccessKey },
    logFile: join(folder, 'versitygw.log'),
    isReady: () => answers(endpoint),
  });
  return { endpoint, port, region: REGION, credentials, process };
}
