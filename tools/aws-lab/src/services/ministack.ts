import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { freePort } from '../free-port.ts';
import { startGuarded } from '../guarded-process.ts';
import { install } from '../install.ts';
import { answers, REGION, type LabService, type StartServiceOptions } from './service.ts';

// Its presigned URLs are verified against this secret only.
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** The deploy target: CloudFormation, Lambda as local Node processes, DynamoDB, SQS, Step Functions without Distributed Map. */
export async function startMinistack({ folder }: StartServiceOptions): Promise<LabService> {
  const program = await install('ministack');
  const port = await freePort();
  const state = join(folder, 'state');
  await mkdir(state, { recursive: true });
  const endpoint = `http://127.0.0.1:${port}`;
  const node = dirname(process.execPath);
  const guarded = await startGuarded({
    command: [program],
    // It listens everywhere and keeps its state under the temporary folder unless told otherwise. Functions run in the `node` of the path.
    env: {
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      STATE_DIR: state,
      TMPDIR: state,
      IOT_MTLS_ENABLED: '0',
      PATH: `${node}:${process.env['PATH'] ?? ''}`,
    },
    logFile: join(folder, 'ministack.log'),
    isReady: () => answers(endpoint),
  });
  return { endpoint, port, region: REGION, credentials, process: guarded };
}
