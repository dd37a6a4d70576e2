import { PassThrough } from 'node:stream';
import { BackendError, CancelledError, FaultError, GateError, InputError, LossError, UsageError } from '@dsgen/sdk';
import { describe, expect, it } from 'vitest';
import { ClosedOutputError } from '../interruption.ts';
import { reportError } from './error.ts';

interface Report {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function report(error: unknown, isJson = false): Report {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const code = reportError(error, { isJson, stdout, stderr });
  return { code, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') };
}

const DETAILS = { code: 'some-code', message: 'Cannot read "x": it is empty', fix: 'Name another file.' };

describe('reportError', () => {
  it('maps every kind of error to its exit code', () => {
    const classes = [UsageError, InputError, GateError, LossError, BackendError, CancelledError, FaultError];
    expect(classes.map((ErrorClass) => report(new ErrorClass(DETAILS)).code)).toEqual([2, 3, 3, 4, 5, 130, 1]);
  });

  it('tells a user what failed and the fix, and never a stack', () => {
    expect(report(new InputError(DETAILS)).stderr).toBe(
      'error: Cannot read "x": it is empty\n  fix: Name another file.\n',
    );
  });

  it('tells our own faults with the stack and how to report them', () => {
    const { code, stderr } = report(new TypeError('x is not a function'));
    expect(code).toBe(1);
    expect(stderr).toContain('error.test.ts');
    expect(stderr).toContain('dsgen doctor');
  });

  it('shows escapes of names instead of sending them', () => {
    const { stderr } = report(new InputError({ code: 'x', message: 'Cannot read "\u001b[2J"' }));
    expect(stderr).toContain(String.raw`"\x1b[2J"`);
  });

  it('answers JSON with one object', () => {
    const { stdout } = report(new InputError(DETAILS), true);
    expect(JSON.parse(stdout)).toEqual({ error: { ...DETAILS, exitCode: 3 } });
  });

  it('says nothing when nobody reads any more', () => {
    expect(report(new ClosedOutputError())).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
