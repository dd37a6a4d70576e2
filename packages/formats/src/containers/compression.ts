import { InputError } from '@dsgen/core';
import type { Transform } from 'node:stream';
import {
  constants,
  createBrotliCompress,
  createBrotliDecompress,
  createGunzip,
  createGzip,
  createZstdCompress,
} from 'node:zlib';
import { peekBytes } from './peek-bytes.ts';
import { through } from './through.ts';
import { decompressZstdFrames } from './zstd-frames.ts';

export const COMPRESSIONS = ['gzip', 'zstd', 'brotli'] as const;
export type Compression = (typeof COMPRESSIONS)[number];

const extensions: Readonly<Record<string, Compression>> = { gz: 'gzip', zst: 'zstd', br: 'brotli' };

/** What a file's name says: `.gz`, `.zst` or `.br`. */
export function compressionOfName(name: string): Compression | undefined {
  const extension = /\.(gz|zst|br)$/i.exec(name)?.[1]?.toLowerCase();
  return extension === undefined ? undefined : extensions[extension];
}

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);
const ZSTD_MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

/** What the first bytes say. Brotli has no mark of its own, so only a name can tell it. */
export function compressionOfBytes(head: Uint8Array): Compression | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (bytes.subarray(0, GZIP_MAGIC.length).equals(GZIP_MAGIC)) return 'gzip';
  if (bytes.subarray(0, ZSTD_MAGIC.length).equals(ZSTD_MAGIC)) return 'zstd';
  return undefined;
}

export interface DecompressOptions {
  /** Needed for Brotli only; gzip and zstd are told from the content. */
  readonly compression?: Compression;
}

/**
 * The bytes as they were before compression; bytes that are not compressed pass unchanged. Several gzip members or
 * zstd frames in a row are read as one.
 *
 * @throws InputError `container-truncated` or `container-corrupt`, after everything before the damage was given.
 */
export async function* decompress(
  chunks: AsyncIterable<Uint8Array>,
  options: DecompressOptions = {},
): AsyncGenerator<Uint8Array> {
  const source = await peekBytes(chunks, ZSTD_MAGIC.length);
  const found = compressionOfBytes(source.head);
  const compression = found ?? (options.compression === 'brotli' ? 'brotli' : undefined);
  if (compression === undefined) {
    yield* source.chunks;
    return;
  }
  try {
    yield* decompressed(source.chunks, compression);
  } catch (error) {
    throw damage(compression, error);
  }
}

export interface CompressOptions {
  /** Default: gzip 6, zstd 3, brotli 5, each its best trade of size for time. */
  readonly level?: number;
}

/** Compresses as it goes; memory is the compressor's window. */
export async function* compress(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  compression: Compression,
  options: CompressOptions = {},
): AsyncGenerator<Uint8Array> {
  yield* through(chunks, compressor(compression, options.level));
}

function decompressed(chunks: AsyncIterable<Buffer>, compression: Compression): AsyncGenerator<Uint8Array> {
  if (compression === 'zstd') return decompressZstdFrames(chunks);
  return through(chunks, compression === 'gzip' ? createGunzip() : createBrotliDecompress());
}

function compressor(compression: Compression, level: number | undefined): Transform {
  if (compression === 'gzip') return createGzip({ level: level ?? 6 });
  if (compression === 'zstd') {
    return createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: level ?? 3 } });
  }
  return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: level ?? 5 } });
}

/** Errors of the source itself pass unchanged: only zlib's have a code that starts with `Z_`, `ERR_` or `ZSTD_`. */
function damage(compression: Compression, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR' || /unexpected end/i.test(String(error))) {
    return new InputError({
      code: 'container-truncated',
      message: `Decompressing ${compression} failed: the data ends too early.`,
      fix: 'Copy or download the file again; rows before the end were read.',
      cause: error,
    });
  }
  if (!/^(Z_|ERR_|ZSTD_)/.test(code)) return error;
  return new InputError({
    code: 'container-corrupt',
    message: `Decompressing ${compression} failed: the data is damaged.`,
    fix: 'Copy or download the file again.',
    cause: error,
  });
}
