import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../free-port.ts';
import { startGuarded } from '../guarded-process.ts';
import { install } from '../install.ts';
import { answers, REGION, type LabService, type StartServiceOptions } from './service.ts';

const LAUNCHER = fileURLToPath(new URL('moto_with_functions.py', import.meta.url));
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
/** Without the first, executions of state machines do nothing; the others keep it from looking for Docker. */
const CONFIG = {
  stepfunctions: { execute_state_machine: true },
  lambda: { use_docker: false },
  batch: { use_docker: false },
};

/** Distributed Map over a JSON, CSV or listed manifest. Its Lambda functions echo, or are what answers at an address of theirs. */
export async function startMoto({ folder }: StartServiceOptions): Promise<LabService> {
  const python = join(dirname(await install('moto')), 'python');
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const process = await startGuarded({
    command: [python, LAUNCHER, '-H', '127.0.0.1', '-p', String(port)],
    env: { AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey },
    logFile: join(folder, 'moto.log'),
    isReady: () => answers(`${endpoint}/moto-api/data.json`),
  });
  const answer = await fetch(`${endpoint}/moto-api/config`, { method: 'POST', body: JSON.stringify(CONFIG) });
  if (!answer.ok) throw new Error(`moto refused its configuration with status ${answer.status}`);
  return { endpoint, port, region: REGION, credentials, process };
}
