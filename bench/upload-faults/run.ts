import { setTimeout as delay } from 'node:timers/promises';
import { FAULT_KINDS, startLab, type Fault, type S3Call } from '@dsgen/aws-lab';
import { printTable } from '../support.ts';
import { openStage, play, type Outcome, type Stage } from './scenario.ts';

/**
 * `node bench/upload-faults/run.ts`: every kind of fault, at every call of S3, at the first, second and last of these calls: 180;
 * then answers that are lost after the deed. Exit code 1 unless all end correct, or in an error that says what to do.
 */
const HANGS_AFTER_MS = 180_000;
const CALLS = ['create', 'part', 'complete', 'list', 'get', 'head'] as const satisfies readonly S3Call[];
/** Lost answers have calls of their own below; who is denied is denied always. */
const MATRIX_KINDS = FAULT_KINDS.filter((kind) => kind !== 'lost-answer' && kind !== 'access-denied');
const DONE_AND_LOST = ['create', 'part', 'complete', 'put'] as const satisfies readonly S3Call[];

/** How many calls of each kind a run without faults makes. */
async function countCalls(stage: Stage): Promise<Readonly<Record<S3Call, number>>> {
  const { problems, calls } = await play(stage, { kind: 'reset', call: 'other', position: Number.POSITIVE_INFINITY });
  if (problems.length > 0) throw new Error(`Without faults: ${problems.join('; ')}`);
  return calls;
}

function matrix(calls: Readonly<Record<S3Call, number>>): readonly Fault[] {
  const faults = MATRIX_KINDS.flatMap((kind) =>
    CALLS.flatMap((call) => [1, 2, calls[call]].map((position) => ({ kind, call, position }))),
  );
  const lost = DONE_AND_LOST.flatMap((call) =>
    [1, calls[call]].map((position) => ({ kind: 'lost-answer' as const, call, position })),
  );
  return [...faults, ...lost];
}

/** A run that does not end is as wrong as one that ends wrong. */
async function hang(fault: Fault): Promise<never> {
  await delay(HANGS_AFTER_MS, undefined, { ref: false });
  throw new Error(`${describe(fault)}: the upload hangs; calls so far: ${JSON.stringify(stage.proxy.calls)}`);
}

function describe({ kind, call, position }: Fault): string {
  return `${kind} at ${call} ${position}`;
}

function summary(outcomes: readonly Outcome[]): string[][] {
  const kinds = [...new Set(outcomes.map(({ fault }) => fault.kind))];
  return kinds.map((kind) => {
    const those = outcomes.filter(({ fault }) => fault.kind === kind);
    const correct = those.filter(({ first }) => first === 'correct').length;
    const codes = [...new Set(those.map(({ first }) => first).filter((first) => first !== 'correct'))].toSorted();
    const wrong = those.filter(({ problems }) => problems.length > 0).length;
    return [kind, String(those.length), String(correct), codes.join(', ') || '-', String(wrong)];
  });
}

const lab = await startLab({ services: ['versitygw'] });
const stage = await openStage(lab);
try {
  const outcomes: Outcome[] = [];
  for (const fault of matrix(await countCalls(stage))) {
    const outcome = await Promise.race([play(stage, fault), hang(fault)]);
    outcomes.push(outcome);
    if (outcome.problems.length > 0) console.log(`${describe(fault)}: ${outcome.problems.join('; ')}`);
    if (outcomes.length % 20 === 0) console.log(`${outcomes.length} faults played`);
    if (!outcome.struck) console.log(`${describe(fault)}: the call never came`);
  }
  const bad = outcomes.filter(({ problems, struck }) => problems.length > 0 || !struck);
  printTable('S3 faults', [
    ['fault', 'runs', 'correct at once', 'errors, correct when run again', 'wrong'],
    ...summary(outcomes),
  ]);
  const left = outcomes.reduce((sum, outcome) => sum + outcome.left, 0);
  const leftAfterClean = outcomes.reduce((sum, outcome) => sum + outcome.leftAfterClean, 0);
  console.log(
    `\n${outcomes.length - bad.length} of ${outcomes.length} faults hold; ${left} unfinished uploads left, ${leftAfterClean} after clean`,
  );
  if (bad.length > 0) process.exitCode = 1;
} finally {
  await stage.close();
  await lab.stop();
}
