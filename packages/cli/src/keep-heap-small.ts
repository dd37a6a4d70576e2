import { setFlagsFromString } from 'node:v8';

export interface KeepHeapSmallOptions {
  /** How much of what is alive may come on top before it is cleaned up. Default 20. */
  readonly growingPercent?: number;
}

/**
 * While a job runs, this process passes on what others work out and keeps about 20 MB alive. V8 would let the heap grow to
 * several times that before it cleans up; told not to, a run of 15,760 documents peaks at about 60 MB less, in the same time.
 */
export function keepHeapSmall({ growingPercent = 20 }: KeepHeapSmallOptions = {}): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString(`--heap-growing-percent=${growingPercent}`);
}
