import { basename } from 'node:path';
import { compress, openExportCodec, packRows, type Dataset, type GenerateJob } from '@dsgen/sdk';
import type { GenerateOutput } from './generate-output.ts';
import type { RowSink } from './row-file.ts';

/** Copies the rows to a file or standard output as they come, in the container that the file's name says. */
export async function streamRows(job: GenerateJob, { file }: GenerateOutput, sink: RowSink | undefined): Promise<void> {
  if (sink === undefined || file?.holds !== 'rows') return;
  const { recipe } = await job.info();
  const codec = await openExportCodec(recipe.export);
  for await (const bytes of packRows(linesOf(job), { ...file.packing, codec })) await sink.write(bytes);
  await sink.close();
}

async function* linesOf(job: GenerateJob): AsyncGenerator<Uint8Array> {
  for await (const row of job.rows()) yield Buffer.from(row);
}

/** Writes the finished dataset as one archive, where that was asked for. */
export async function writeArchive(
  openDataset: () => Promise<Dataset>,
  { file }: GenerateOutput,
  sink: RowSink | undefined,
): Promise<void> {
  if (sink === undefined || file?.holds !== 'archive') return;
  const prefix = basename(sink.shown).replace(/\.tar(?:\.[a-z]+)?$/iu, '');
  const dataset = await openDataset();
  const archive = dataset.archive({ prefix });
  const { compression } = file.packing;
  const bytes = compression === undefined ? archive : compress(archive, compression);
  for await (const piece of bytes) await sink.write(piece);
  await sink.close();
}
