import type { Lab } from '@dsgen/aws-lab';
import { describeWithLab } from '@dsgen/aws-lab/vitest';
import { describe } from 'vitest';

/** Whether the tests are to run on the account of this machine's credentials. */
export const isRealAccount = process.env['DSGEN_E2E_ACCOUNT'] === '1';

/** A `describe` on an emulator of AWS, or on a real account: then there is no lab. */
export const describeOnPlatform: (title: string, tests: (lab: () => Lab<'ministack'> | undefined) => void) => void =
  isRealAccount
    ? (_title, tests) => describeOnAccount(tests)
    : (title, tests) => describeWithLab(title, ['ministack'], tests);

function describeOnAccount(tests: (lab: () => undefined) => void): void {
  describe('on the account of this machine', () => {
    tests(() => undefined);
  });
}
