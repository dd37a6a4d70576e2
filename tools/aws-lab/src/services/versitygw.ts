import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { startGuarded } from '../guarded-process.ts';
import { install } from '../install.ts';
import { answers, REGION, type LabService, type StartServiceOptions } from './service.ts';

const credentials = { accessKeyId: 'test', secretAccessKey: 'testtest' };

/** S3 over a folder: it verifies signatures, checksums and conditions. `<folder>/data/<bucket>/<key>` is the object. */
export async function startVersitygw({ folder }: StartServiceOptions): Promise<LabService> {
  const program = await install('versitygw');
  const port = await freePort();
  const [iam, versions, meta, data] = ['iam', 'versions', 'meta', 'data'].map((name) => join(folder, name));
  for (const path of [iam, versions, meta, data]) await mkdir(String(path), { recursive: true });
  const endpoint = `http://127.0.0.1:${port}`;
  const process = await startGuarded({
    // prettier-ignore
    command: [program, '--quiet', '--keep-alive', '--port', `127.0.0.1:${port}`, '--region', REGION, '--iam-dir', String(iam),
      'posix', '--versioning-dir', String(versions), '--sidecar', String(meta), String(data)],
    env: { ROOT_ACCESS_KEY: credentials.accessKeyId, ROOT_SECRET_KEY: credentials.secretAccessKey },
    logFile: join(folder, 'versitygw.log'),
    isReady: () => answers(endpoint),
  });
  return { endpoint, port, region: REGION, credentials, process };
}
