import type { AccelerateMode, UploadCorpusOptions, UploadReport } from '@dsgen/backend-aws';
import { CancelledError, FaultError, type CorpusInfo } from '@dsgen/sdk';
import { defined } from './defined.ts';
import type { UploadView } from './render/upload-view.ts';
import { withDsgen } from './session.ts';
import type { BucketFlags } from './upload-flags.ts';
import { uploadStateFolder, withUploadTarget } from './upload-place.ts';

/** Which files. */
export type UploadInput = Pick<UploadCorpusOptions, 'paths' | 'include' | 'exclude'>;

export interface RunUploadOptions {
  readonly flags: BucketFlags & {
    readonly name?: string | undefined;
    readonly packs: boolean;
    readonly accelerate: string;
    readonly concurrency?: number | undefined;
    readonly 'max-document-bytes'?: number | undefined;
  };
  readonly input: UploadInput;
  readonly store: string;
  readonly view: UploadView;
  readonly signal: AbortSignal;
}

export interface FinishedUpload {
  readonly report: UploadReport;
  readonly bucket: string;
  readonly elapsedMs: number;
}

/** Uploads, shows how it goes, and lists the corpus on the platform. */
export async function runUpload({ flags, input, store, view, signal }: RunUploadOptions): Promise<FinishedUpload> {
  const { uploadCorpus } = await import('./open-aws.ts');
  const { name, packs: usesPacks, concurrency: maxConcurrency, 'max-document-bytes': maxDocumentBytes } = flags;
  try {
    return await withUploadTarget(flags, signal, async (target) => {
      const { client, bucket, tenant } = target;
      const report = await uploadCorpus({
        ...input,
        client,
        bucket,
        tenant,
        usesPacks,
        stateFolder: uploadStateFolder(store),
        accelerate: flags.accelerate as AccelerateMode,
        signal,
        onProgress: (progress) => view.follow(progress),
        onWarning: (warning) => view.warn(warning),
        ...defined({ name, maxConcurrency, maxDocumentBytes }),
      });
      await target.publish(report.corpusId, { signal });
      return { report, bucket, elapsedMs: view.elapsedMs };
    });
  } catch (error) {
    throw withResumeHint(error);
  } finally {
    view.end();
  }
}

/** Makes a corpus of files that stay where they are. */
export async function linkHere(store: string, input: UploadInput): Promise<CorpusInfo> {
  const corpus = await withDsgen({ store }, (dsgen, signal) =>
    Promise.resolve(dsgen.corpora.link?.(input, { signal })),
  );
  if (corpus !== undefined) return corpus;
  throw new FaultError({ code: 'link-missing', message: 'The embedded back end cannot link files' });
}

function withResumeHint(error: unknown): unknown {
  if (!(error instanceof CancelledError)) return error;
  return new CancelledError({
    code: 'upload-interrupted',
    message: `${error.message}; what was sent is kept`,
    fix: 'Run the same command again; it goes on where it stopped.',
    cause: error,
  });
}
