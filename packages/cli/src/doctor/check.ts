/** What one check found; `problem` means that runs fail, `note` that something optional is missing. */
export interface Finding {
  readonly name: string;
  readonly state: 'ok' | 'note' | 'problem';
  readonly value: string;
  /** What to do about it. */
  readonly fix?: string;
}
