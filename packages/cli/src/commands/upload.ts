import { storeBeside } from '@dsgen/sdk';
import { pathsArgument } from '../args.ts';
import { DsgenCommand } from '../base-command.ts';
import { defined } from '../defined.ts';
import { corpusFlags } from '../flags.ts';
import { keepHeapSmall } from '../keep-heap-small.ts';
import { styleFor } from '../render/style.ts';
import { renderLinkedCorpus, renderUpload } from '../render/upload.ts';
import { UploadView } from '../render/upload-view.ts';
import { withInterruption } from '../session.ts';
import { linkHere, runUpload } from '../run-upload.ts';
import { bucketFlags, uploadFlags } from '../upload-flags.ts';
import { meansBucket } from '../upload-place.ts';

export default class Upload extends DsgenCommand {
  static override summary = 'Bring documents into a bucket and seal them as a corpus.';
  static override description =
    'What is there is not sent again, and an upload that was stopped goes on where it stopped. Without --backend aws or --bucket the files stay where they are, and the corpus is known to the store of this machine.';
  static override examples = [
    {
      description: 'To the platform that dsgen deploy set up',
      command: '<%= config.bin %> upload ./docs --backend aws',
    },
    { description: 'To a bucket', command: '<%= config.bin %> upload ./docs --bucket my-documents --region eu-west-1' },
  ];
  static override args = { path: pathsArgument };
  static override flags = { ...uploadFlags, ...corpusFlags, ...bucketFlags };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Upload);
    const { store = storeBeside(args.path), include, exclude } = flags;
    const input = { paths: args.path, ...defined({ include, exclude }) };
    const style = styleFor(process.stdout);
    if (!meansBucket(flags)) {
      const corpus = await linkHere(store, input);
      await (flags.json ? this.printJson({ corpus }) : this.print(renderLinkedCorpus(corpus, style)));
      return;
    }
    // Ten thousand small files are sent in a second or two: cleaning up more often would take a fifth of that.
    keepHeapSmall({ growingPercent: 100 });
    const view = new UploadView({ stream: process.stderr, environment: process.env });
    const finished = await withInterruption(
      (signal) => runUpload({ flags, input, store, view, signal }),
      () => view.interrupt(),
    );
    await (flags.json ? this.printJson(finished) : this.print(renderUpload(finished, style)));
  }
}
