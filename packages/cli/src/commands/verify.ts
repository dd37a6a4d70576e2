import * as Flags from '@oclif/core/flags';
import { GateError } from '@dsgen/sdk';
import { datasetArgument } from '../args.ts';
import { DsgenCommand } from '../base-command.ts';
import { defined } from '../defined.ts';
import { corpusFlags, storeFlag } from '../flags.ts';
import { checkRecords, renderVerification } from '../render/verification.ts';
import { styleFor } from '../render/style.ts';
import { withDsgen } from '../session.ts';

export default class Verify extends DsgenCommand {
  static override summary = 'Check that every record of a dataset still proves itself from its documents.';
  static override description = `Extracts the documents again and compares each quoted span with the text at its place.
Exit code 3 when a quote differs, a document is missing or a file of the dataset was changed.`;
  static override examples = [
    { description: 'A dataset against its documents', command: '<%= config.bin %> verify ./dataset --corpus ./docs' },
  ];
  static override args = { dataset: datasetArgument };
  static override flags = {
    corpus: Flags.string({
      char: 'c',
      description: 'Files and folders the dataset was made of. Repeat for more.',
      env: 'DSGEN_CORPUS',
      helpValue: 'PATH',
      required: true,
      multiple: true,
      multipleNonGreedy: true,
    }),
    ...corpusFlags,
    store: storeFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Verify);
    const { store, include, exclude } = flags;
    await withDsgen(defined({ store }), async (dsgen, signal) => {
      const input = { dataset: args.dataset, paths: flags.corpus, signal, ...defined({ include, exclude }) };
      const verification = await checkRecords(dsgen.verify(input));
      await this.finishCheck({
        isJson: flags.json,
        result: verification,
        text: () => renderVerification(verification, styleFor(process.stdout)),
        failure: verification.failed > 0 ? failure(verification.failed, args.dataset) : undefined,
      });
    });
  }
}

function failure(records: number, dataset: string): GateError {
  return new GateError({
    code: 'verification-failed',
    message: `${records} of the records in "${dataset}" no longer prove themselves`,
    fix: 'Generate the dataset again from the documents as they are now.',
  });
}
