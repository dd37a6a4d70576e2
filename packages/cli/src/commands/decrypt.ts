import { readFile } from 'node:fs/promises';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { decryptDataset, UsageError } from '@dsgen/sdk';
import { datasetArgument } from '../args.ts';
import { DsgenCommand } from '../base-command.ts';
import { fileError } from '../file-error.ts';
import { escapeText } from '../render/escape.ts';
import { plural } from '../render/numbers.ts';
import { withInterruption } from '../session.ts';

export default class Decrypt extends DsgenCommand {
  static override summary = 'Write an encrypted dataset as a plain one.';
  static override description =
    'Decrypts every file with an age identity and compares its content with the hash in the manifest. Exit code 3 when the identity does not fit or a file is damaged; then nothing is written.';
  static override examples = [
    {
      description: 'With the key that age-keygen wrote',
      command: '<%= config.bin %> decrypt ./dataset ./plain --identity key.txt',
    },
  ];
  static override args = {
    dataset: datasetArgument,
    out: Args.string({ description: 'Folder for the plain dataset.', required: true }),
  };
  static override flags = {
    identity: Flags.string({
      char: 'i',
      description: 'File with age secret keys, one a line, as age-keygen writes it. Repeat for more.',
      env: 'DSGEN_IDENTITY',
      helpValue: 'FILE',
      multiple: true,
      multipleNonGreedy: true,
      required: true,
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Decrypt);
    await withInterruption(async (signal) => {
      const identities = (await Promise.all(flags.identity.map(readIdentities))).flat();
      const { files, records } = await decryptDataset(args.dataset, args.out, { identities, signal });
      if (flags.json) await this.printJson({ dataset: args.out, files: files.length, records });
      else await this.print(`Wrote ${plural(files.length, 'file')} to ${escapeText(args.out)}.`);
    });
  }
}

/** Lines that begin with # are comments; one of them is the public key. */
async function readIdentities(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw fileError(error, { action: 'read the identity', path });
  });
  const keys = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (keys.length > 0) return keys;
  throw new UsageError({
    code: 'identity-missing',
    message: `Cannot find an identity in "${path}": it has no line with a key`,
    fix: 'Name a file as age-keygen writes it.',
  });
}
