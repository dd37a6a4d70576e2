import type { FileDigest } from '@dsgen/core';

/** Where the streaming pass writes: the back end decides what a file is. Names are relative, such as `train.jsonl`. */
export interface DatasetSink {
  open(name: string): Promise<SinkFile>;
  /** Gives a closed file another name. Needed for shards, whose number is known at the end only. */
  rename?(name: string, newName: string): Promise<void>;
}

export interface SinkFile {
  write(data: string | Uint8Array): Promise<void>;
  /** Makes the file durable and tells its size and sha256. */
  close(): Promise<FileDigest>;
}
