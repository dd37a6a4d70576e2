import * as Args from '@oclif/core/args';
import { DsgenCommand } from '../base-command.ts';
import { completionScript, completionWords, SHELLS } from '../render/completion.ts';

export default class Completion extends DsgenCommand {
  static override summary = 'Print a completion script for your shell.';
  static override examples = [
    { description: 'bash, from now on', command: '<%= config.bin %> completion bash >> ~/.bashrc' },
    { description: 'zsh, from now on', command: '<%= config.bin %> completion zsh > ~/.zfunc/_dsgen' },
    {
      description: 'fish, from now on',
      command: '<%= config.bin %> completion fish > ~/.config/fish/completions/dsgen.fish',
    },
  ];
  static override args = {
    shell: Args.string({ description: 'The shell.', required: true, options: [...SHELLS] }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Completion);
    const words = completionWords(this.config.commands);
    const script = completionScript(args.shell, words);
    if (flags.json) await this.printJson({ shell: args.shell, script });
    else await this.print(script);
  }
}
