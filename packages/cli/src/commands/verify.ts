import * as Flags from '@oclif/core/flags';
import { GateError, type FilesVerification } from '@dsgen/sdk';
import { datasetArgument } from '../args.ts';
import { DsgenCommand } from '../base-command.ts';
import { defined } from '../defined.ts';
import { corpusFlags, storeFlag } from '../flags.ts';
import { checkRecords, renderVerification, type Verification } from '../render/verification.ts';
import { styleFor } from '../render/style.ts';
import { withDsgen } from '../session.ts';

export default class Verify extends DsgenCommand {
  static override summary = 'Check that a dataset is as it was written and still proves itself from its documents.';
  static override description = `Hashes every file and compares it with the manifest; then extracts the documents again and compares each quoted span with the text at its place. Without --corpus, only the files are checked; of an encrypted dataset that is all that can be checked without its key.
Exit code 3 when a file was changed, removed or added, a quote differs or a document is missing.`;
  static override examples = [
    { description: 'A dataset against its documents', command: '<%= config.bin %> verify ./dataset --corpus ./docs' },
    { description: 'Its files only, after a copy', command: '<%= config.bin %> verify ./dataset' },
  ];
  static override args = { dataset: datasetArgument };
  static override flags = {
    corpus: Flags.string({
      char: 'c',
      description: 'Files and folders the dataset was made of. Repeat for more.',
      env: 'DSGEN_CORPUS',
      helpValue: 'PATH',
      multiple: true,
      multipleNonGreedy: true,
    }),
    ...corpusFlags,
    store: storeFlag,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Verify);
    const { corpus: paths, store, include, exclude } = flags;
    await withDsgen(defined({ store }), async (dsgen, signal) => {
      const dataset = await dsgen.openDataset(args.dataset, { signal });
      const files = await dataset.verifyFiles({ signal });
      const input = { dataset: args.dataset, signal, ...defined({ include, exclude }) };
      const isComparable = paths !== undefined && files.problems.length === 0 && files.encrypted === 0;
      const records = isComparable ? await checkRecords(dsgen.verify({ ...input, paths })) : {};
      const verification: Verification = { files, ...records };
      await this.finishCheck({
        isJson: flags.json,
        result: verification,
        text: () => renderVerification(verification, styleFor(process.stdout)),
        failure: failure(verification, { dataset: args.dataset, isCompared: paths !== undefined }),
      });
    });
  }
}

interface VerificationCall {
  readonly dataset: string;
  /** Whether spans were to be compared. */
  readonly isCompared: boolean;
}

function failure(
  { files, failed = 0 }: Verification,
  { dataset, isCompared }: VerificationCall,
): GateError | undefined {
  if (files.problems.length > 0) {
    return new GateError({
      code: 'files-changed',
      message: `The files of "${dataset}" are not those that were written: ${namedFiles(files)}`,
      fix: 'Generate the dataset again, or copy it again from where it is whole.',
    });
  }
  if (isCompared && files.encrypted > 0) {
    return new GateError({
      code: 'records-encrypted',
      message: `The records of "${dataset}" are encrypted, so their spans cannot be compared with the documents`,
      fix: `Decrypt it first: dsgen decrypt ${dataset} ./plain --identity key.txt`,
    });
  }
  if (failed === 0) return undefined;
  return new GateError({
    code: 'verification-failed',
    message: `${failed} of the records in "${dataset}" no longer prove themselves`,
    fix: 'Generate the dataset again from the documents as they are now.',
  });
}

const NAMED_FILES = 3;

function namedFiles({ problems }: FilesVerification): string {
  const named = problems.slice(0, NAMED_FILES).map(({ file, code }) => `${file} (${code.replace('file-', '')})`);
  const rest = problems.length - named.length;
  return rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(', ');
}
