import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { pushDataset, UsageError } from '@dsgen/sdk';
import { datasetArgument } from '../args.ts';
import { DsgenCommand } from '../base-command.ts';
import { defined } from '../defined.ts';
import { pushToBucket } from '../push-to-bucket.ts';
import { escapeText } from '../render/escape.ts';
import { renderPush } from '../render/push.ts';
import { styleFor } from '../render/style.ts';
import { withInterruption } from '../session.ts';

export default class Push extends DsgenCommand {
  static override summary = 'Push a dataset to the Hugging Face hub or to an S3 bucket.';
  static override description = `Every file is compared with the manifest first, and only what it lists is sent. What has arrived is not sent twice: push again after an interruption.
On the hub, the dataset is made, private unless told otherwise, or brought up to date, in one commit; the token is read from HF_TOKEN. In a bucket, the manifest comes last, and files that are no longer in the dataset are left alone; credentials are those of AWS.
Exit code 3 when a file is not as the manifest says, 5 when the hub or AWS cannot be reached or refuses.`;
  static override examples = [
    { description: 'For yourself', command: '<%= config.bin %> push ./dataset hf://me/handbook' },
    { description: 'For everybody', command: '<%= config.bin %> push ./dataset hf://me/handbook --public' },
    { description: 'To a bucket', command: '<%= config.bin %> push ./dataset s3://my-datasets/handbook' },
  ];
  static override args = {
    dataset: datasetArgument,
    target: Args.string({
      description: 'Dataset of the hub, hf://user/name, or place in a bucket, s3://bucket/prefix.',
      required: true,
    }),
  };
  static override flags = {
    public: Flags.boolean({
      description: 'On the hub: let everybody see a dataset that is made; one that exists stays as it is.',
      env: 'DSGEN_PUBLIC',
    }),
    endpoint: Flags.string({
      description: 'Address of another hub or S3 server. Default: what HF_ENDPOINT or AWS_ENDPOINT_URL says.',
      env: 'DSGEN_PUSH_ENDPOINT',
      helpValue: 'URL',
    }),
    region: Flags.string({
      description: 'Region of the bucket. Default: that of the AWS profile.',
      env: 'DSGEN_REGION',
      helpValue: 'REGION',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Push);
    const toBucket = args.target.startsWith('s3:');
    if (toBucket && flags.public) throw bucketIsNotPublic();
    await withInterruption(async (signal) => {
      const { region, endpoint } = flags;
      const result = toBucket
        ? await pushToBucket(args.dataset, args.target, { region, endpoint, signal, onFile: sayOf('in the bucket') })
        : await pushDataset(args.dataset, args.target, {
            accessToken: process.env['HF_TOKEN'],
            isPublic: flags.public,
            signal,
            ...defined({ hubUrl: endpoint ?? process.env['HF_ENDPOINT'] }),
            onFile: sayOf('with the hub'),
          });
      if (flags.json) await this.printJson(result);
      else await this.print(renderPush(result, styleFor(process.stdout)));
    });
  }
}

function sayOf(arrival: string): (name: string) => void {
  return (name) => void process.stderr.write(`${arrival}: ${escapeText(name)}\n`);
}

function bucketIsNotPublic(): UsageError {
  return new UsageError({
    code: 'push-public',
    message: 'Cannot make a dataset in a bucket public: who may read it is said by the bucket',
    fix: 'Leave --public out.',
  });
}
