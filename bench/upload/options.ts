import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';

/** Sizes of the runs; the defaults are those that the figures are about. */
export interface UploadBenchOptions {
  readonly largeFiles: number;
  readonly largeMebibytes: number;
  readonly smallFiles: number;
  readonly killMebibytes: number;
  readonly runs: number;
  /** Holds the files to send. */
  readonly sourceFolder: string;
  /** Holds what the server stores; in memory where there is room, so that its disk is not what is measured. */
  readonly serverFolder: string;
}

const MEBIBYTE = 1024 * 1024;
const MEMORY_FOLDER = '/dev/shm';

export function readOptions(): UploadBenchOptions {
  const { values } = parseArgs({
    options: {
      'large-files': { type: 'string', default: '4' },
      'large-mebibytes': { type: 'string', default: '1024' },
      'small-files': { type: 'string', default: '10000' },
      'kill-mebibytes': { type: 'string', default: '4096' },
      runs: { type: 'string', default: '3' },
      'source-folder': { type: 'string', default: tmpdir() },
      'server-folder': { type: 'string' },
    },
  });
  const largeFiles = Number(values['large-files']);
  const largeMebibytes = Number(values['large-mebibytes']);
  const killMebibytes = Number(values['kill-mebibytes']);
  const needed = Math.max(largeFiles * largeMebibytes, killMebibytes) * MEBIBYTE;
  const sourceFolder = values['source-folder'];
  if (freeBytes(sourceFolder) < 1.2 * needed) {
    throw new Error(
      `${sourceFolder} has ${freeBytes(sourceFolder)} bytes free, the files need ${needed}; name another --source-folder or smaller sizes`,
    );
  }
  return {
    largeFiles,
    largeMebibytes,
    smallFiles: Number(values['small-files']),
    killMebibytes,
    runs: Number(values.runs),
    sourceFolder,
    serverFolder: values['server-folder'] ?? roomyFolder(1.2 * needed),
  };
}

function roomyFolder(bytes: number): string {
  return existsSync(MEMORY_FOLDER) && freeBytes(MEMORY_FOLDER) > bytes ? MEMORY_FOLDER : tmpdir();
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
