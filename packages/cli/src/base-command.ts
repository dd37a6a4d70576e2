import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { write } from './output.ts';
import { describeError, reportError } from './render/error.ts';
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

  /** Ends a check that found something: `--json` still prints one object, which then holds the error too. */
  protected async finishCheck(answer: CheckAnswer): Promise<void> {
    const { isJson, result, text, failure } = answer;
    if (!isJson) await this.print(text());
    else await this.printJson(failure === undefined ? result : { ...result, error: describeError(failure) });
    if (failure === undefined) return;
    process.exitCode = reportError(failure, { isJson: false, stdout: process.stdout, stderr: process.stderr });
  }
}

interface CheckAnswer {
  readonly isJson: boolean;
  readonly result: object;
  readonly text: () => string;
  /** Undefined when all is well. */
  readonly failure: Error | undefined;
}
