/** Where the streaming pass writes: the back end decides what a file is. Names are relative, such as `train.jsonl`. */
export interface DatasetSink {
  open(name: string): Promise<SinkFile>;
}

export interface SinkFile {
  write(text: string): Promise<void>;
  /** Makes the file durable and tells its size and sha256. */
  close(): Promise<{ readonly bytes: number; readonly sha256: string }>;
}
