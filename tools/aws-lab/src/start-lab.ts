import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMinistack } from './services/ministack.ts';
import { startMoto } from './services/moto.ts';
import type { LabService, StartServiceOptions } from './services/service.ts';
import { startToxiproxy } from './services/toxiproxy.ts';
import { startVersitygw } from './services/versitygw.ts';

const STARTERS = {
  versitygw: startVersitygw,
  ministack: startMinistack,
  moto: startMoto,
  toxiproxy: startToxiproxy,
} satisfies Record<string, (options: StartServiceOptions) => Promise<LabService>>;

export type LabServiceName = keyof typeof STARTERS;

export interface StartLabOptions<Name extends LabServiceName> extends Pick<
  StartServiceOptions,
  'usesExtendedAttributes'
> {
  /** Which servers to start, each once. For two of a kind start two labs. */
  readonly services: readonly Name[];
  /** Where the servers keep what they hold; a new folder below it is removed at the end. Default: the temporary folder. */
  readonly parentFolder?: string;
}

export interface Lab<Name extends LabServiceName> {
  readonly services: Readonly<Record<Name, LabService>>;
  /** Logs and contents: one folder per service. */
  readonly folder: string;
  /** Ends the servers and removes what they held. Also happens when this process ends, but for the folder. */
  stop(): Promise<void>;
}

/**
 * Installs what is missing and starts servers on free ports of 127.0.0.1.
 *
 * @example
 * const lab = await startLab({ services: ['versitygw'] });
 * const client = new S3Client({ ...lab.services.versitygw, forcePathStyle: true });
 * await lab.stop();
 */
export async function startLab<Name extends LabServiceName>(options: StartLabOptions<Name>): Promise<Lab<Name>> {
  const folder = await mkdtemp(join(options.parentFolder ?? tmpdir(), 'dsgen-lab-'));
  const started: LabService[] = [];
  async function stop(): Promise<void> {
    await Promise.all(started.map((service) => service.process.stop()));
    await rm(folder, { recursive: true, force: true });
  }
  try {
    const services: Partial<Record<Name, LabService>> = {};
    for (const name of options.services) {
      const service = await startIn({ ...options, folder: join(folder, name) }, STARTERS[name]);
      started.push(service);
      services[name] = service;
    }
    return { services: services as Record<Name, LabService>, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startIn(
  options: StartServiceOptions,
  start: (options: StartServiceOptions) => Promise<LabService>,
): Promise<LabService> {
  await mkdir(options.folder, { recursive: true });
  return start(options);
}
