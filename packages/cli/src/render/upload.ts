import type { UnfinishedUpload, UploadProgress } from '@dsgen/backend-aws';
import type { CorpusInfo } from '@dsgen/sdk';
import { escapeText } from './escape.ts';
import { byteSize, count, duration, plural, roughDuration } from './numbers.ts';
import type { FinishedUpload } from '../run-upload.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

/** `1,204 of 9,000 files · 312.0 MB of 1.0 GB · 84.2 MB/s · about 8 s left · 12.0 MB were there` */
export function uploadLine(progress: UploadProgress, elapsedMs: number): string {
  const { doneFiles, foundFiles, foundBytes, isListed, sentBytes, deduplicatedBytes, retries } = progress;
  const doneBytes = progress.doneBytes + progress.arrivingBytes;
  const of = isListed ? 'of' : 'of at least';
  const perMs = doneBytes / Math.max(1, elapsedMs);
  const left = (foundBytes - doneBytes) / perMs;
  const parts = [
    `${count(doneFiles)} ${of} ${count(foundFiles)} files`,
    `${byteSize(doneBytes)} ${of} ${byteSize(foundBytes)}`,
    ...(sentBytes > 0 ? [`${byteSize(Math.round((1000 * sentBytes) / Math.max(1, elapsedMs)))}/s`] : []),
    // While files are only read, or were all there, nothing tells how long the rest takes.
    ...(isListed && sentBytes > 0 && left > 0 && Number.isFinite(left) ? [`about ${roughDuration(left)} left`] : []),
    ...(deduplicatedBytes > 0 ? [`${byteSize(deduplicatedBytes)} were there`] : []),
    ...(retries > 0 ? [plural(retries, 'retry').replace(/ys$/, 'ies')] : []),
  ];
  return parts.join(' · ');
}

export function renderUpload({ report, bucket, elapsedMs }: FinishedUpload, style: Style): string {
  const { corpusId, name, documents, wasSealed, progress } = report;
  const { sentBytes, doneBytes, deduplicatedBytes } = progress;
  const leftOut = Object.entries(progress.leftOut).toSorted(([, one], [, other]) => other - one);
  const kept = leftOut.reduce((rest, [, files]) => rest - files, documents);
  const rate = `${byteSize(Math.round((1000 * sentBytes) / Math.max(1, elapsedMs)))}/s`;
  const rows = [
    ['Corpus', corpusId],
    ['Name', escapeText(name)],
    ['Bucket', escapeText(bucket)],
    ['Documents', `${count(kept)} · ${byteSize(doneBytes)}`],
    ...(leftOut.length === 0
      ? []
      : [['Left out', leftOut.map(([reason, files]) => `${count(files)} ${reason}`).join(' · ')]]),
    ['Sent', sentBytes === 0 ? 'nothing' : `${byteSize(sentBytes)} in ${duration(elapsedMs)} · ${rate}`],
    ['Were there', deduplicatedBytes === 0 ? 'nothing' : byteSize(deduplicatedBytes)],
  ];
  const title = wasSealed ? 'The corpus was there already' : 'The corpus is sealed';
  return `${style.green(title)}\n${table(rows)}`;
}

/** A corpus of this machine: nothing was sent, files stay where they are. */
export function renderLinkedCorpus(corpus: CorpusInfo, style: Style): string {
  const rows = [
    ['Corpus', corpus.id],
    ['Name', escapeText(corpus.name)],
    ['Documents', `${count(corpus.documents)} · ${byteSize(corpus.bytes)}`],
  ];
  const hint = 'The files stay where they are. To send them to a bucket: --backend aws or --bucket';
  return `${style.green('The corpus is sealed on this machine')}\n${table(rows)}\n${style.dim(hint)}`;
}

export function renderUnfinished(uploads: readonly UnfinishedUpload[], style: Style): string {
  if (uploads.length === 0) return 'No unfinished uploads';
  const header = ['began', 'file', 'bytes', 'upload'].map((name) => style.dim(name));
  const rows = uploads.map(({ beganAt, path, bytes, objectKey, uploadId }) => [
    beganAt.toISOString(),
    escapeText(path ?? objectKey),
    bytes === undefined ? '-' : byteSize(bytes),
    escapeText(uploadId),
  ]);
  return table([header, ...rows], { right: [2], indent: 0 });
}
