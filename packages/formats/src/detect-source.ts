import type { Codec } from '@dsgen/core';
import { codecs } from './codecs.ts';
import { Replay } from './containers/replay.ts';
import type { FormatDetection } from './detect-format.ts';
import { formatOfSample, takeSample } from './format-of-rows.ts';
import type { RowSource } from './rows/open-source.ts';
import { readTextRows, type ReadRowsOptions } from './rows/read-rows.ts';

export interface DetectedSource {
  readonly source: RowSource;
  readonly codec: Codec;
  /** Undefined when not one of the first rows could be read: then any codec tells their defects. */
  readonly detection?: FormatDetection;
}

/**
 * Tells the format of a source by its first rows and leaves it as it was.
 *
 * @throws InputError `format-not-detected`
 */
export async function detectSource(source: RowSource, options: ReadRowsOptions): Promise<DetectedSource> {
  const replay = new Replay(source.chunks);
  try {
    const sample = await takeSample(readTextRows(replay.look(), options));
    const detection = formatOfSample(sample);
    const codec = codecs[detection?.format ?? 'alpaca'];
    return { source: { ...source, chunks: replay.all() }, codec, ...(detection !== undefined && { detection }) };
  } catch (error) {
    await replay.close();
    throw error;
  }
}
