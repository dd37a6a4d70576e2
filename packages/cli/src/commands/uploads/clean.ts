import * as Flags from '@oclif/core/flags';
import { nearestStore } from '@dsgen/sdk';
import { DsgenCommand } from '../../base-command.ts';
import { plural } from '../../render/numbers.ts';
import { withInterruption } from '../../session.ts';
import { bucketFlags } from '../../upload-flags.ts';
import { assertBucket, uploadStateFolder, withUploadTarget } from '../../upload-place.ts';

const HOUR_MS = 60 * 60 * 1000;

export default class UploadsClean extends DsgenCommand {
  static override summary = 'Remove the parts of files that nobody will finish uploading.';
  static override description =
    'Uploads of the last 24 hours stay, because they may be under way; --older-than says otherwise.';
  static override examples = [
    { description: 'On the platform', command: '<%= config.bin %> uploads clean --backend aws' },
    { description: 'All of a bucket', command: '<%= config.bin %> uploads clean --bucket my-documents --older-than 0' },
  ];
  static override flags = {
    'older-than': Flags.integer({
      description: 'Hours since the upload began.',
      env: 'DSGEN_OLDER_THAN',
      helpValue: 'HOURS',
      default: 24,
      min: 0,
    }),
    ...bucketFlags,
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(UploadsClean);
    assertBucket(flags);
    const { cleanUploads } = await import('../../open-aws.ts');
    const stateFolder = uploadStateFolder(flags.store ?? nearestStore());
    const olderThanMs = flags['older-than'] * HOUR_MS;
    const { removed, kept } = await withInterruption((signal) =>
      withUploadTarget(flags, signal, (target) => cleanUploads({ ...target, stateFolder, olderThanMs, signal })),
    );
    if (flags.json) await this.printJson({ removed, kept });
    else await this.print(`Removed ${plural(removed.length, 'unfinished upload')}, kept ${kept.length}`);
  }
}
