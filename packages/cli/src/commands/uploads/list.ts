import { nearestStore } from '@dsgen/sdk';
import { DsgenCommand } from '../../base-command.ts';
import { styleFor } from '../../render/style.ts';
import { renderUnfinished } from '../../render/upload.ts';
import { withInterruption } from '../../session.ts';
import { bucketFlags } from '../../upload-flags.ts';
import { assertBucket, uploadStateFolder, withUploadTarget } from '../../upload-place.ts';

export default class UploadsList extends DsgenCommand {
  static override summary = 'List files that were begun and are not whole in the bucket.';
  static override description =
    'Their parts cost as much as whole files. The next upload of the same files goes on with them.';
  static override examples = [
    { description: 'On the platform', command: '<%= config.bin %> uploads list --backend aws' },
  ];
  static override flags = bucketFlags;

  async run(): Promise<void> {
    const { flags } = await this.parse(UploadsList);
    assertBucket(flags);
    const { listUploads } = await import('../../open-aws.ts');
    const stateFolder = uploadStateFolder(flags.store ?? nearestStore());
    const uploads = await withInterruption((signal) =>
      withUploadTarget(flags, signal, (target) => listUploads({ ...target, stateFolder, signal })),
    );
    await (flags.json ? this.printJson({ uploads }) : this.print(renderUnfinished(uploads, styleFor(process.stdout))));
  }
}
