import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { DsgenCommand } from '../base-command.ts';
import { defined } from '../defined.ts';
import { storeFlag } from '../flags.ts';
import { renderExplanation } from '../render/explanation.ts';
import { styleFor } from '../render/style.ts';
import { withDsgen } from '../session.ts';

export default class Explain extends DsgenCommand {
  static override summary = 'Tell where a record comes from and why it is in the dataset.';
  static override description = `From the record back to document, page, section and passage; the pattern that made it and what that promises; every check it
passed; and what was rejected beside it.`;
  static override examples = [
    { description: 'A record of ./dataset, by the start of its id', command: '<%= config.bin %> explain 3f2a9c' },
    { description: 'A record of another dataset', command: '<%= config.bin %> explain 3f2a9c --dataset ./chat' },
    { description: 'For a script', command: '<%= config.bin %> explain 3f2a9c --json' },
  ];
  static override args = {
    record: Args.string({ description: 'Id of the record, or the start of it.', required: true }),
  };
  static override flags = {
    dataset: Flags.string({
      char: 'd',
      description: 'Folder of the dataset.',
      env: 'DSGEN_DATASET',
      helpValue: 'DIR',
      default: './dataset',
    }),
    store: storeFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Explain);
    const { store } = flags;
    await withDsgen(defined({ store }), async (dsgen, signal) => {
      const dataset = await dsgen.openDataset(flags.dataset, { signal });
      const explanation = await dataset.explain(args.record, { signal });
      const evidence = await dataset.evidence(explanation.record, { signal });
      if (flags.json) {
        await this.printJson({ ...explanation, evidence });
        return;
      }
      const width = defined({ width: process.stdout.columns });
      await this.print(renderExplanation({ explanation, evidence, style: styleFor(process.stdout), ...width }));
    });
  }
}
