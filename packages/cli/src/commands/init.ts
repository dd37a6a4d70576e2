import { writeFile } from 'node:fs/promises';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { commentedRecipe, UsageError } from '@dsgen/sdk';
import { DsgenCommand } from '../base-command.ts';
import { fileError } from '../file-error.ts';
import { escapeText } from '../render/escape.ts';

export default class Init extends DsgenCommand {
  static override summary = 'Write a recipe file with every option, its default and what it does.';
  static override examples = [
    { description: 'dsgen.yaml in this folder, where generate and plan find it', command: '<%= config.bin %> init' },
    { description: 'Another file, replacing what is there', command: '<%= config.bin %> init chat.yaml --force' },
  ];
  static override args = {
    file: Args.string({ description: 'File to write.', default: 'dsgen.yaml' }),
  };
  static override flags = {
    force: Flags.boolean({ description: 'Replace the file when it exists.', env: 'DSGEN_FORCE' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Init);
    await writeFile(args.file, commentedRecipe(), { flag: flags.force ? 'w' : 'wx' }).catch((error: unknown) => {
      throw isExisting(error)
        ? alreadyThere(args.file)
        : fileError(error, { action: 'write the recipe', path: args.file });
    });
    if (flags.json) await this.printJson({ file: args.file });
    else await this.print(`Wrote ${escapeText(args.file)}. Change what you like, then: dsgen generate ./docs`);
  }
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function alreadyThere(file: string): UsageError {
  return new UsageError({
    code: 'file-exists',
    message: `Cannot write the recipe "${file}": it exists`,
    fix: 'Add --force to replace it, or name another file.',
  });
}
