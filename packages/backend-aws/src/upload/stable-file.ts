/** A file as it looked when it was listed. */
export interface StableFile {
  readonly path: string;
  readonly fingerprint: string;
  readonly bytes: number;
}
