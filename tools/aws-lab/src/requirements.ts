import { spawnSync } from 'node:child_process';
import { isGoTool, type LabTool } from './pins.ts';

const PYTHONS = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10'];
const IS_NEW_ENOUGH = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))';

/** The first Python of 3.10 or later that can make a virtual environment. */
export function findPython(): string | undefined {
  return PYTHONS.find((python) => spawnSync(python, ['-c', IS_NEW_ENOUGH]).status === 0);
}

export function hasGo(): boolean {
  return spawnSync('go', ['version']).status === 0;
}

/** What this machine lacks for these tools, in words; empty when nothing. */
export function missingFor(tools: readonly LabTool[]): string[] {
  const needsGo = tools.some(isGoTool);
  const needsPython = !tools.every(isGoTool);
  return [
    ...(needsGo && !hasGo() ? ['Go'] : []),
    ...(needsPython && findPython() === undefined ? ['Python 3.10+'] : []),
  ];
}
