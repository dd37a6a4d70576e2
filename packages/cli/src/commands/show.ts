import * as Flags from '@oclif/core/flags';
import { datasetArgument } from '../args.ts';
import { DsgenCommand } from '../base-command.ts';
import { chooseRecords } from '../choose-records.ts';
import { defined } from '../defined.ts';
import { storeFlag } from '../flags.ts';
import { plural } from '../render/numbers.ts';
import { renderRecord } from '../render/record.ts';
import { styleFor } from '../render/style.ts';
import { withDsgen } from '../session.ts';

const SHOWN_WITHOUT_FLAGS = 5;

export default class Show extends DsgenCommand {
  static override summary = 'Show records of a dataset with their evidence in its place in the document.';
  static override description =
    'The text around the evidence comes from the store the dataset was made with; without it, the quote stands alone.';
  static override examples = [
    { description: 'Three at random', command: '<%= config.bin %> show ./dataset --random 3' },
    { description: 'The same ten each time', command: '<%= config.bin %> show ./dataset --random 10 --seed 1' },
    { description: 'One, by the start of its id', command: '<%= config.bin %> show ./dataset --id 3f2a' },
  ];
  static override args = { dataset: datasetArgument };
  static override flags = {
    random: Flags.integer({
      description: 'Show this many records, chosen at random.',
      env: 'DSGEN_RANDOM',
      helpValue: 'N',
      min: 1,
      exclusive: ['id'],
    }),
    id: Flags.string({
      description: 'Show the record with this id, or the first whose id starts so.',
      env: 'DSGEN_ID',
      helpValue: 'ID',
    }),
    seed: Flags.integer({
      description: 'Choose the same random records each time.',
      env: 'DSGEN_SEED',
      helpValue: 'N',
    }),
    store: storeFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Show);
    const { store, ...choice } = flags;
    await withDsgen(defined({ store }), async (dsgen, signal) => {
      const dataset = await dsgen.openDataset(args.dataset, { signal });
      const wanted = {
        first: SHOWN_WITHOUT_FLAGS,
        ...defined({ id: choice.id, random: choice.random, seed: choice.seed }),
      };
      const records = await chooseRecords(dataset.records({ signal }), wanted);
      if (flags.json) {
        await this.printJson({ records });
        return;
      }
      for (const record of records) {
        signal.throwIfAborted();
        const evidence = await dataset.evidence(record, { signal });
        const view = {
          record,
          evidence,
          style: styleFor(process.stdout),
          ...defined({ width: process.stdout.columns }),
        };
        await this.print(renderRecord(view));
      }
      const rest = dataset.manifest.records - records.length;
      if (flags.id === undefined && rest > 0)
        await this.tell(`${plural(rest, 'more record')}: --random N and --id ID choose`);
    });
  }
}
