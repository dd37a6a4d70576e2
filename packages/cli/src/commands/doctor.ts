import { GateError } from '@dsgen/sdk';
import { DsgenCommand } from '../base-command.ts';
import { checkIsolation } from '../doctor/isolation.ts';
import { checkCores, checkMemory, checkNode } from '../doctor/machine.ts';
import { checkOcr, checkParsers } from '../doctor/parts.ts';
import { checkStore } from '../doctor/store.ts';
import { storeFlag } from '../flags.ts';
import { renderFindings } from '../render/findings.ts';
import { styleFor } from '../render/style.ts';

export default class Doctor extends DsgenCommand {
  static override summary = 'Check that this machine has what dsgen needs.';
  static override description = 'Exit code 3 when a run would fail. Its output belongs into every report of a fault.';
  static override examples = [
    { description: 'Everything, with what to do about it', command: '<%= config.bin %> doctor' },
  ];
  static override flags = { store: storeFlag };

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
    ];
    if (flags.json) await this.printJson({ findings });
    else await this.print(renderFindings(findings, styleFor(process.stdout)));
    const problems = findings.filter(({ state }) => state === 'problem');
    if (problems.length > 0) throw failure(problems.map(({ name }) => name));
  }
}

function failure(names: readonly string[]): GateError {
  return new GateError({
    code: 'doctor-problem',
    message: `This machine lacks what dsgen needs: ${names.join(', ')}`,
    fix: 'Do what the lines above say.',
  });
}
