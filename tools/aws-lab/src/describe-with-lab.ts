import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingFor } from './requirements.ts';
import { startLab, type Lab, type LabServiceName } from './start-lab.ts';

/** The first start on a machine compiles and downloads. */
const INSTALL_TIMEOUT_MS = 600_000;

/**
 * A `describe` whose tests have a running lab: one for all of them, started before the first. On a machine without Go or
 * Python 3.10+ the tests are skipped with one line that says so; with `DSGEN_REQUIRE_LAB=1` they fail instead.
 *
 * @example
 * describeWithLab('artefacts in S3', ['versitygw'], (lab) => {
 *   it('keeps what was put', async () => { const { endpoint } = lab().services.versitygw; … });
 * });
 */
export function describeWithLab<Name extends LabServiceName>(
  title: string,
  services: readonly Name[],
  tests: (lab: () => Lab<Name>) => void,
): void {
  const missing = missingFor(services);
  if (missing.length > 0) {
    refuse(title, missing);
    return;
  }
  describe(title, () => {
    let lab: Lab<Name> | undefined;
    beforeAll(async () => {
      lab = await startLab({ services });
    }, INSTALL_TIMEOUT_MS);
    afterAll(() => lab?.stop());
    tests(() => {
      if (lab === undefined) throw new Error('The lab runs only while tests do');
      return lab;
    });
  });
}

function refuse(title: string, missing: readonly string[]): void {
  const reason = `this machine has no ${missing.join(' and no ')}`;
  if (process.env['DSGEN_REQUIRE_LAB'] === '1') {
    it(title, () => expect.fail(`DSGEN_REQUIRE_LAB=1 asks for these tests, but ${reason}`));
    return;
  }
  console.log(`Skipped "${title}": ${reason}`);
  it.skip(title);
}
