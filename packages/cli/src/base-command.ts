import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { write } from './output.ts';
import { toJson } from './render/escape.ts';
import { explainParseError } from './parse-error.ts';

/** What every command shares: the flags of all and the ways to answer. */
export abstract class DsgenCommand extends Command {
  static override baseFlags = {
    json: Flags.boolean({
      description: 'Answer with JSON on standard output.',
      env: 'DSGEN_JSON',
      helpGroup: 'GLOBAL',
    }),
  };

  /** Errors are reported once, by main. */
  override catch(error: Error): Promise<never> {
    const { flags = {}, baseFlags = {} } = this.ctor;
    const name = (this.id ?? '').replaceAll(':', ' ');
    return Promise.reject(explainParseError(error, { name, flags: Object.keys({ ...flags, ...baseFlags }) }));
  }

  protected print(text: string): Promise<void> {
    return write(process.stdout, `${text}\n`);
  }

  /** For the person at the terminal, when standard output is taken by data. */
  protected async tell(text: string | undefined): Promise<void> {
    if (text !== undefined) await write(process.stderr, `${text}\n`);
  }

  protected printJson(value: unknown): Promise<void> {
    return this.print(toJson(value));
  }
}
