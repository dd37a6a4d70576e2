import { expect, test } from 'vitest';
import { WORKER_ENVIRONMENT, readWorkerEnvironment } from './environment.ts';

test('a worker reads every setting that the stack gives', () => {
  const given = Object.fromEntries(Object.values(WORKER_ENVIRONMENT).map((variable) => [variable, `<${variable}>`]));
  expect(readWorkerEnvironment(given).bucket).toBe('<DSGEN_BUCKET>');
});

test('the missing variable is named', () => {
  expect(() => readWorkerEnvironment({ [WORKER_ENVIRONMENT.environment]: 'prod' })).toThrow(
    /"DSGEN_BUCKET" is not set/,
  );
});
