import { UsageError, type DatasetFile, type ExportOptions } from '@dsgen/core';
import { shardName } from '@dsgen/formats';
import { extensionOf, plainName } from './data-files.ts';
import type { RowPlace } from './lineage-row.ts';
import { OutputFile, type OutputFileOptions } from './output-file.ts';

export interface ShardedFileOptions extends OutputFileOptions {
  readonly export: ExportOptions;
}

/**
 * The rows of one split, cut into shards where the recipe asks for them. How many there are is known at the end, when
 * every shard gets its whole name.
 */
export class ShardedFile {
  readonly #base: string;
  readonly #options: ShardedFileOptions;
  readonly #closed: DatasetFile[] = [];
  #current: OutputFile | undefined;
  #name = '';
  #bytes = 0;

  constructor(base: string, options: ShardedFileOptions) {
    this.#base = base;
    this.#options = options;
  }

  async addLine(line: string): Promise<RowPlace> {
    const bytes = Buffer.byteLength(line);
    if (this.#isFull(bytes)) await this.#closeShard();
    const file = await this.open();
    await file.addLine(line);
    this.#bytes += bytes;
    return { file: this.#name, line: file.rows };
  }

  /** Makes sure that there is a file, if only an empty one. */
  async open(): Promise<OutputFile> {
    if (this.#current !== undefined) return this.#current;
    const extension = extensionOf(this.#options.export);
    this.#name = this.#isSharded
      ? shardName(this.#base, this.#closed.length, { extension })
      : `${this.#base}.${extension}`;
    this.#bytes = 0;
    this.#current = await OutputFile.open(this.#name, this.#options);
    return this.#current;
  }

  async close(): Promise<readonly DatasetFile[]> {
    await this.#closeShard();
    return this.#isSharded ? Promise.all(this.#closed.map((file, index) => this.#rename(file, index))) : this.#closed;
  }

  async abandon(): Promise<void> {
    await this.#current?.abandon();
  }

  get #isSharded(): boolean {
    const { shardRecords, shardBytes } = this.#options.export;
    return shardRecords !== undefined || shardBytes !== undefined;
  }

  /** A single row that is longer than a shard makes one of its own. */
  #isFull(bytes: number): boolean {
    const { shardRecords = Number.POSITIVE_INFINITY, shardBytes = Number.POSITIVE_INFINITY } = this.#options.export;
    const rows = this.#current?.rows ?? 0;
    return rows > 0 && (rows >= shardRecords || this.#bytes + bytes > shardBytes);
  }

  async #closeShard(): Promise<void> {
    const file = this.#current;
    this.#current = undefined;
    if (file !== undefined) this.#closed.push(await file.close());
  }

  async #rename(file: DatasetFile, index: number): Promise<DatasetFile> {
    const { sink } = this.#options;
    const extension = extensionOf(this.#options.export);
    const plain = shardName(this.#base, index, { extension, total: this.#closed.length });
    const name = `${plain}${file.name.slice(plainName(file.name).length)}`;
    if (sink.rename === undefined) throw cannotRename();
    await sink.rename(file.name, name);
    return { ...file, name };
  }
}

function cannotRename(): UsageError {
  return new UsageError({
    code: 'shards-unsupported',
    message: 'Cannot write shards here: the place of the dataset cannot rename files',
    fix: 'Leave export.shardRecords and export.shardBytes out.',
  });
}
