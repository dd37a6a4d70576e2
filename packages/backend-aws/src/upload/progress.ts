/** Where an upload stands; numbers grow unless they say otherwise. */
export interface UploadProgress {
  /** Files and bytes found so far, and whether all of them have been found. */
  readonly foundFiles: number;
  readonly foundBytes: number;
  readonly isListed: boolean;
  /** Files whose bytes are in the bucket, or that will not be read. */
  readonly doneFiles: number;
  readonly doneBytes: number;
  /** Bytes in the bucket of files that are not whole there yet; falls when `doneBytes` takes them over. */
  readonly arrivingBytes: number;
  /** Bytes that went over the network, and bytes that did not have to. */
  readonly sentBytes: number;
  readonly deduplicatedBytes: number;
  /** Files that are not sent, by the reason. */
  readonly leftOut: Readonly<Record<string, number>>;
  readonly retries: number;
  /** Requests at once, as the tuner has it. */
  readonly concurrency: number;
}

export type ProgressCounts = { -readonly [Name in keyof UploadProgress]: UploadProgress[Name] } & {
  readonly leftOut: Record<string, number>;
};

export function newProgress(): ProgressCounts {
  return {
    foundFiles: 0,
    foundBytes: 0,
    isListed: false,
    doneFiles: 0,
    doneBytes: 0,
    arrivingBytes: 0,
    sentBytes: 0,
    deduplicatedBytes: 0,
    leftOut: {},
    retries: 0,
    concurrency: 0,
  };
}
