import type { JobInfo } from '@dsgen/core';
import { expect, it } from 'vitest';
import { jobFailure } from './job-failure.ts';

const JOB = { id: 'job-1', state: 'failed', corpusId: 'c' } as JobInfo;

it('gives the error that ended a job the class it had, so that exit codes survive the store', () => {
  const failed: JobInfo = {
    ...JOB,
    error: { code: 'disk-full', message: 'Cannot write', fix: 'Free some space.', name: 'BackendError' },
  };
  expect(jobFailure(failed)).toMatchObject({
    name: 'BackendError',
    code: 'disk-full',
    fix: 'Free some space.',
    data: { jobId: 'job-1' },
  });
});

it('takes an error of an unknown class for a fault of ours', () => {
  expect(jobFailure({ ...JOB, error: { code: 'x', message: 'y', name: 'TypeError' } }).kind).toBe('fault');
  expect(jobFailure(JOB).message).toContain('job-1');
});
