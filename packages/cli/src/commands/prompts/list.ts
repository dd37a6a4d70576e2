import { readPrompts } from '@dsgen/sdk';
import { DsgenCommand } from '../../base-command.ts';
import { modelFlags } from '../../model-flags.ts';
import { escapeText } from '../../render/escape.ts';
import { styleFor } from '../../render/style.ts';
import { table } from '../../render/table.ts';

export default class PromptsList extends DsgenCommand {
  static override summary = 'List the prompts that a model can write records with.';
  static override description =
    'Those marked with * are on for their task; the others are used when named: dsgen generate --prompt NAME.';
  static override examples = [
    { description: 'The built-in ones', command: '<%= config.bin %> prompts list' },
    { description: 'With those of a folder', command: '<%= config.bin %> prompts list --prompts ./prompts' },
  ];
  static override flags = { prompts: modelFlags.prompts };

  async run(): Promise<void> {
    const { flags } = await this.parse(PromptsList);
    const prompts = await readPrompts(flags.prompts);
    const rows = prompts.map(({ name, like, version, task, isDefault, promise }) => ({
      name,
      ...(like === undefined ? {} : { like }),
      version,
      task,
      isDefault,
      promise,
    }));
    if (flags.json) return this.printJson({ prompts: rows });
    const style = styleFor(process.stdout);
    return this.print(
      table(
        rows.map(({ name, task, isDefault, promise }) => [
          `${isDefault ? '*' : ' '} ${style.bold(escapeText(name))}`,
          task,
          style.dim(promise),
        ]),
        { indent: 0 },
      ),
    );
  }
}
