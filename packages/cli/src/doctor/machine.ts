import { availableParallelism, freemem, totalmem } from 'node:os';
import { byteSize, plural } from '../render/numbers.ts';
import type { Finding } from './check.ts';

const OLDEST_NODE = [22, 19] as const;
/** An extraction process and a processing thread per core, beside the main process. */
const MEMORY_PER_CORE = 512 * 1024 * 1024;

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  return {
    name: 'Node',
    state: isOld ? 'problem' : 'ok',
    value: version,
    ...(isOld ? { fix: `Install Node ${OLDEST_NODE.join('.')} or newer.` } : {}),
  };
}

export function checkCores(): Finding {
  return { name: 'Cores', state: 'ok', value: `${availableParallelism()}` };
}

export function checkMemory(): Finding {
  const limit = process.constrainedMemory();
  const total = limit > 0 && limit < totalmem() ? limit : totalmem();
  const isTight = total < MEMORY_PER_CORE * availableParallelism();
  return {
    name: 'Memory',
    state: isTight ? 'note' : 'ok',
    value: `${byteSize(total)} for ${plural(availableParallelism(), 'core')}, ${byteSize(freemem())} free`,
    ...(isTight ? { fix: 'Lower --concurrency when documents are quarantined as out-of-memory.' } : {}),
  };
}
