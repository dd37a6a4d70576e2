import { randomFillSync } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const MEBIBYTE = 1024 * 1024;
const SMALL_BYTES = 4096;
const FILES_PER_FOLDER = 100;

/** Files of random bytes: nothing on the way can make them smaller or take one for another. */
export function makeLargeFiles(folder: string, count: number, mebibytes: number): void {
  mkdirSync(folder, { recursive: true });
  const block = Buffer.alloc(MEBIBYTE);
  for (let index = 0; index < count; index += 1) {
    const file = openSync(join(folder, `large-${index}.bin`), 'w');
    for (let written = 0; written < mebibytes; written += 1) writeSync(file, randomFillSync(block));
    closeSync(file);
  }
}

export function makeSmallFiles(folder: string, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const parent = join(folder, String(Math.floor(index / FILES_PER_FOLDER)).padStart(4, '0'));
    if (index % FILES_PER_FOLDER === 0) mkdirSync(parent, { recursive: true });
    writeFileSync(join(parent, `small-${index}.bin`), randomFillSync(Buffer.alloc(SMALL_BYTES)));
  }
}
