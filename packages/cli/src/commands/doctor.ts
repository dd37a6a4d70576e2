import { GateError } from '@dsgen/sdk';
import { DsgenCommand } from '../base-command.ts';
import type { Finding } from '../doctor/check.ts';
import { checkIsolation } from '../doctor/isolation.ts';
import { checkModelKeys } from '../doctor/model-keys.ts';
import { checkCores, checkMemory, checkNode } from '../doctor/machine.ts';
import { checkOcr, checkParsers } from '../doctor/parts.ts';
import { checkStore } from '../doctor/store.ts';
import { placeFlags } from '../flags.ts';
import type { AwsPlace } from '../open-aws.ts';
import { renderFindings } from '../render/findings.ts';
import { styleFor } from '../render/style.ts';

const LONGEST_LOOK_MS = 60_000;

export default class Doctor extends DsgenCommand {
  static override summary = 'Check that this machine, or a platform on AWS, has what dsgen needs.';
  static override description = 'Exit code 3 when a run would fail. Its output belongs into every report of a fault.';
  static override examples = [
    { description: 'Everything, with what to do about it', command: '<%= config.bin %> doctor' },
    { description: 'The platform on AWS too', command: '<%= config.bin %> doctor --backend aws' },
  ];
  static override flags = placeFlags;

  async run(): Promise<void> {
    const { flags } = await this.parse(Doctor);
    const findings = [
      { name: 'dsgen', state: 'ok' as const, value: this.config.version },
      checkNode(process.versions.node),
      checkCores(),
      checkMemory(),
      checkParsers(),
      checkOcr(),
      ...(await checkIsolation()),
      await checkStore(flags.store),
      await checkModelKeys(process.env),
      ...(flags.backend === 'aws' ? await this.#checkPlatform(flags) : []),
    ];
    if (flags.json) await this.printJson({ findings });
    else await this.print(renderFindings(findings, styleFor(process.stdout)));
    const problems = findings.filter(({ state }) => state === 'problem');
    if (problems.length > 0) throw failure(problems.map(({ name }) => name));
  }
  /** The AWS SDK is loaded for those who ask. */
  async #checkPlatform({ environment, region }: AwsPlace): Promise<readonly Finding[]> {
    const { checkAws } = await import('../open-aws.ts');
    return checkAws({ environment, region }, this.config.version, AbortSignal.timeout(LONGEST_LOOK_MS));
  }
}

function failure(names: readonly string[]): GateError {
  return new GateError({
    code: 'doctor-problem',
    message: `dsgen lacks what it needs: ${names.join(', ')}`,
    fix: 'Do what the lines above say.',
  });
}
