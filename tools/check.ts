import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './support/sources.ts';

/** The whole gate. `--after-tests` takes the results of a test run that just ended instead of running the tests again. */
const STEPS: ReadonlyArray<readonly [name: string, command: string]> = [
  ['types', 'tsc -b && tsc -p tsconfig.test.json'],
  ['lint', 'oxlint --deny-warnings'],
  ['format', 'oxfmt --check'],
  ['import matrix', 'node tools/arrows.ts'],
  ['layout', 'node tools/layout.ts'],
  ['dead code', 'knip'],
  ['exports', 'node tools/exports.ts'],
  ['documentation examples', 'node tools/examples.ts'],
  ["trainers' own code", 'node packages/formats/trainers/run.ts'],
];
const TEST_COMMAND = 'npm run --silent test:all';
const RESULTS = join(root, '.cache', 'tests.json');

interface TestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numPendingTests: number;
}

function run(command: string): boolean {
  const path = `${join(root, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}`;
  return (
    spawnSync(command, { cwd: root, shell: true, stdio: 'inherit', env: { ...process.env, PATH: path } }).status === 0
  );
}

/** Tests that never ran count as one failure. */
function readResults(): TestResults {
  if (existsSync(RESULTS)) return JSON.parse(readFileSync(RESULTS, 'utf8')) as TestResults;
  return { numPassedTests: 0, numFailedTests: 1, numFailedTestSuites: 0, numPendingTests: 0 };
}

const { values } = parseArgs({ options: { 'after-tests': { type: 'boolean', default: false } } });
const failed = STEPS.filter(([name, command]) => {
  console.log(`\n— ${name}`);
  return !run(command);
}).map(([name]) => name);
if (!values['after-tests']) {
  rmSync(RESULTS, { force: true });
  if (!run(TEST_COMMAND)) failed.push('tests');
}

const tests = readResults();
const failures = failed.filter((name) => name !== 'tests').length + tests.numFailedTests + tests.numFailedTestSuites;
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
const passes = STEPS.length - failed.filter((name) => name !== 'tests').length + tests.numPassedTests;
const skipped = tests.numPendingTests > 0 ? `, ${tests.numPendingTests} skipped` : '';
console.log(`\n${passes} passed, ${failures} failed${skipped}`);
if (failures > 0) process.exitCode = 1;
