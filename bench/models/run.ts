import { printTable } from '../support.ts';
import { cpuRows } from './cpu.ts';
import { firstRecordRows } from './first-record.ts';
import { saturationRows } from './saturation.ts';

/**
 * `npm run bench:models [-- <seconds>]`: what a call costs the client, and how much of what a server allows is used without going beyond it, and
 * how long the first record takes.
 */
const SECONDS = Number(process.argv[2] ?? 10);

// First, so that what comes once is here and not in the share of few calls.
printTable('CPU of a call', [['path', 'client CPU per call', 'against'], ...(await cpuRows())]);
printTable('Saturation', [
  ['limit', 'used of allowed', 'violations', 'client CPU per call', 'bare fetch', 'against'],
  ...(await saturationRows(SECONDS)),
]);
printTable('First record, one answer takes 1 s', [['path', 'best', 'worst'], ...(await firstRecordRows())]);
