import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePlatform, type Platform } from '../names/platform.ts';

/**
 * What a deployment said of itself the last time, kept on this machine: when the Region that is asked first does not answer,
 * it tells which others there are.
 */
export interface KnownPlatforms {
  read(environment: string): Promise<Platform | undefined>;
  write(environment: string, platform: Platform): Promise<void>;
}

export function knownPlatforms(folder: string): KnownPlatforms {
  function fileOf(environment: string): string {
    return join(folder, `platform-${encodeURIComponent(environment)}.json`);
  }
  return {
    async read(environment) {
      try {
        return parsePlatform(await readFile(fileOf(environment), 'utf8'));
      } catch {
        // Nothing is known yet, or what was kept is of another version: it is only a hint.
        return undefined;
      }
    },
    async write(environment, platform) {
      await mkdir(folder, { recursive: true });
      await writeFile(fileOf(environment), JSON.stringify(platform));
    },
  };
}
