import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { pushDataset } from '@dsgen/sdk';
import { datasetArgument } from '../args.ts';
import { DsgenCommand } from '../base-command.ts';
import { defined } from '../defined.ts';
import { escapeText } from '../render/escape.ts';
import { renderPush } from '../render/push.ts';
import { styleFor } from '../render/style.ts';
import { withInterruption } from '../session.ts';

export default class Push extends DsgenCommand {
  static override summary = 'Push a dataset to the Hugging Face hub.';
  static override description = `Makes the dataset there, private unless told otherwise, or brings it up to date, in one commit. Every file is compared with the manifest first, and only what it lists is sent. What has arrived is not sent twice: push again after an interruption. The token is read from HF_TOKEN.
Exit code 3 when a file is not as the manifest says, 5 when the hub cannot be reached or refuses.`;
  static override examples = [
    { description: 'For yourself', command: '<%= config.bin %> push ./dataset hf://me/handbook' },
    { description: 'For everybody', command: '<%= config.bin %> push ./dataset hf://me/handbook --public' },
  ];
  static override args = {
    dataset: datasetArgument,
    target: Args.string({ description: 'Dataset of the hub: hf://user/name.', required: true }),
  };
  static override flags = {
    public: Flags.boolean({
      description: 'Let everybody see a dataset that is made; one that exists stays as it is.',
      env: 'DSGEN_PUBLIC',
    }),
    endpoint: Flags.string({
      description: 'Address of another hub. Default: what HF_ENDPOINT says, else https://huggingface.co.',
      env: 'DSGEN_HUB_ENDPOINT',
      helpValue: 'URL',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Push);
    await withInterruption(async (signal) => {
      const result = await pushDataset(args.dataset, args.target, {
        accessToken: process.env['HF_TOKEN'],
        isPublic: flags.public,
        signal,
        ...defined({ hubUrl: flags.endpoint ?? process.env['HF_ENDPOINT'] }),
        onFile: (name) => void process.stderr.write(`with the hub: ${escapeText(name)}\n`),
      });
      if (flags.json) await this.printJson(result);
      else await this.print(renderPush(result, styleFor(process.stdout)));
    });
  }
}
