import { configureGlobal } from 'fast-check';

/** The same cases in every run, so that a change fails by what it does, never by chance. */
const FIXED_SEED = 20_261_125;

/** Set up before each test file: `DSGEN_SEED=random` or a number looks for cases that no run has seen. */
function chooseSeed(wanted = ''): number {
  if (wanted === '') return FIXED_SEED;
  // Each file its own; a failure prints the seed it was found with.
  if (wanted === 'random') return Math.trunc(Math.random() * 2 ** 31);
  const seed = Number(wanted);
  if (Number.isSafeInteger(seed)) return seed;
  throw new Error(`DSGEN_SEED is "${wanted}"; it must be "random" or a whole number. Unset it for the fixed seed.`);
}

configureGlobal({ seed: chooseSeed(process.env['DSGEN_SEED']) });
