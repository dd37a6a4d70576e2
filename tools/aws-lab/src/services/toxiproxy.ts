import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { startGuarded } from '../guarded-process.ts';
import { install } from '../install.ts';
import { answers, REGION, type LabService, type StartServiceOptions } from './service.ts';

/** Proxies with faults; `endpoint` is its control API (`POST /proxies`, `POST /proxies/<name>/toxics`). */
export async function startToxiproxy({ folder }: StartServiceOptions): Promise<LabService> {
  const program = await install('toxiproxy');
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const process = await startGuarded({
    command: [program, '-host', '127.0.0.1', '-port', String(port)],
    env: { LOG_LEVEL: 'error' },
    logFile: join(folder, 'toxiproxy.log'),
    isReady: () => answers(`${endpoint}/version`),
  });
  return { endpoint, port, region: REGION, credentials: { accessKeyId: '', secretAccessKey: '' }, process };
}
