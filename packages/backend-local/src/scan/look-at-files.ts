import { lstatSync, type BigIntStats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createWaitingGauge } from './waiting-gauge.ts';

/** How files look from outside, links not followed. */
export type LookAtFile = (path: string) => Promise<BigIntStats>;

/** After so many calls that wait, everything else has its turn. */
const CALLS_IN_A_ROW = 128;

/** For many files one after the other: waits for the file system while that is quick. */
export function createFileLook(): LookAtFile {
  const gauge = createWaitingGauge();
  let calls = 0;
  return async function look(path) {
    if (!gauge.isQuick()) return lstat(path, { bigint: true });
    calls += 1;
    if (calls % CALLS_IN_A_ROW === 0) await nextTurn();
    return gauge.measure(() => lstatSync(path, { bigint: true }));
  };
}
