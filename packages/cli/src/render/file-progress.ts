import { byteSize, percent, roughDuration } from './numbers.ts';

export interface FileProgressOptions {
  readonly stream: NodeJS.WriteStream;
  readonly environment: NodeJS.ProcessEnv;
  /** Undefined when it is not known how much there is, as with standard input. */
  readonly totalBytes?: number;
  /** Milliseconds on a clock that only goes forward. Default `performance.now`. */
  readonly now?: () => number;
}

/** Short work shows nothing; longer work changes its line a few times a second. */
const SILENT_MS = 1000;
const INTERVAL_MS = 200;
const CLEARED_LINE = '\r\u001B[2K';

/** One line on a terminal that tells how far a file has been read. Where there is no terminal it says nothing. */
export class FileProgress {
  readonly #options: FileProgressOptions;
  readonly #now: () => number;
  readonly #startedAt: number;
  readonly #isShown: boolean;
  #bytes = 0;
  #drawnAt: number | undefined;

  constructor(options: FileProgressOptions) {
    const { stream, environment, now = () => performance.now() } = options;
    this.#options = options;
    this.#now = now;
    this.#startedAt = now();
    this.#isShown = stream.isTTY && environment['CI'] === undefined && environment['TERM'] !== 'dumb';
  }

  add(bytes: number): void {
    this.#bytes += bytes;
    if (!this.#isShown) return;
    const at = this.#now();
    if (at - this.#startedAt < SILENT_MS || at - (this.#drawnAt ?? 0) < INTERVAL_MS) return;
    this.#drawnAt = at;
    this.#options.stream.write(
      CLEARED_LINE + progressText(this.#bytes, at - this.#startedAt, this.#options.totalBytes),
    );
  }

  /** Leaves the line as it was before. */
  end(): void {
    if (this.#drawnAt !== undefined) this.#options.stream.write(CLEARED_LINE);
  }
}

/** `412.0 MB of 1.0 GB · 41.2 % · 480.1 MB/s · about 2 s left` */
export function progressText(bytes: number, elapsedMs: number, totalBytes?: number): string {
  const perMs = bytes / elapsedMs;
  const rate = `${byteSize(Math.round(perMs * 1000))}/s`;
  if (totalBytes === undefined) return `${byteSize(bytes)} · ${rate}`;
  const left = roughDuration(Math.max(0, totalBytes - bytes) / perMs);
  return `${byteSize(bytes)} of ${byteSize(totalBytes)} · ${percent(bytes, totalBytes)} · ${rate} · about ${left} left`;
}
