import type { Config } from '@oclif/core/interfaces';
import { nearestName, UsageError } from '@dsgen/sdk';

export interface UnknownCommand {
  readonly id: string;
  readonly config: Config;
}

/** `dsgen genrate` says which command was meant. */
export function commandNotFound({ id, config }: UnknownCommand): never {
  const known = config.commandIDs.map((command) => command.replaceAll(':', ' '));
  const name = typedCommand(id.split(':'), known);
  const nearest = nearestName(name, known);
  throw new UsageError({
    code: 'unknown-command',
    message: `Cannot run the command "${name}": there is none of this name`,
    fix: nearest === undefined ? 'See the commands with: dsgen --help' : `Did you mean: dsgen ${nearest}`,
  });
}

/** The words that were meant as a command; oclif takes the arguments after an unknown one for more of its name. */
function typedCommand([first = '', second = '']: readonly string[], known: readonly string[]): string {
  return known.some((command) => command.startsWith(`${first} `)) ? `${first} ${second}`.trim() : first;
}
