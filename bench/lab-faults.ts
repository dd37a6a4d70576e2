import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printTable, root, withTemporaryFolder } from './support.ts';

/**
 * `node bench/lab-faults.ts`: whatever can go wrong with the AWS back end, on emulators. Every fault of S3 at every call, a worker
 * killed a hundred times, steps delivered twice and late, services that throttle, forget and refuse. Exit code 1 unless all hold.
 */
const SOURCES = 'packages/backend-aws/src';
const SUITES = ['workflow/repeated-delivery.test.ts', 'worker/container.test.ts', 'workflow/service-faults.test.ts'];

interface TestReport {
  readonly testResults: ReadonlyArray<{
    readonly name: string;
    readonly assertionResults: ReadonlyArray<{
      readonly title: string;
      readonly status: string;
      readonly duration?: number;
    }>;
  }>;
}

function run(command: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  const [program = '', ...parameters] = command;
  const { status } = spawnSync(program, parameters, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return status === 0;
}

/** Without a lab they fail; what is skipped asks for more than the lab, and says for what. */
function runSuites(folder: string): TestReport {
  const report = join(folder, 'report.json');
  const suites = SUITES.map((suite) => `${SOURCES}/${suite}`);
  run(
    [
      join(root, 'node_modules', '.bin', 'vitest'),
      'run',
      '--project=unit',
      '--testTimeout=3600000',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...suites,
    ],
    { DSGEN_EVERY_FAULT: '1', DSGEN_REQUIRE_LAB: '1' },
  );
  return JSON.parse(readFileSync(report, 'utf8')) as TestReport;
}

await withTemporaryFolder((folder) => {
  const isMatrixWhole = run([process.execPath, join(root, 'bench', 'upload-faults', 'run.ts')]);
  const tests = runSuites(folder).testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, suite: name.slice(name.indexOf(SOURCES) + SOURCES.length + 1) })),
  );
  const rows = tests.map(({ suite, title, status, duration = 0 }) => [
    suite,
    title,
    `${(duration / 1000).toFixed(1)} s`,
    status,
  ]);
  const played = tests.filter(({ status }) => status !== 'skipped');
  const held = played.filter(({ status }) => status === 'passed').length;
  const suites = new Set(tests.map(({ suite }) => suite)).size;
  printTable('Faults of jobs', [['where', 'what', 'time', 'result'], ...rows]);
  console.log(
    `\nS3: ${isMatrixWhole ? 'every fault holds' : 'NOT every fault holds (above)'}. Jobs: ${held} of ${played.length} hold, in ${suites} of ${SUITES.length} suites; ${tests.length - played.length} skipped`,
  );
  if (!isMatrixWhole || held < played.length || suites < SUITES.length) process.exitCode = 1;
  return Promise.resolve();
});
