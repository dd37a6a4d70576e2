import type { UploadProgress } from '@dsgen/backend-aws';
import { escapeText } from './escape.ts';
import { INTERRUPT_NOTICE } from './progress.ts';
import { uploadLine } from './upload.ts';

export interface UploadViewOptions {
  readonly stream: NodeJS.WriteStream;
  readonly environment: NodeJS.ProcessEnv;
}

const LIVE_INTERVAL_MS = 250;
const LOG_INTERVAL_MS = 3000;
const CLEARED_LINE = '\r\u001B[2K';

/** Shows an upload while it runs: one line that changes on a terminal, a line every few seconds elsewhere. */
export class UploadView {
  readonly #stream: NodeJS.WriteStream;
  readonly #isLive: boolean;
  readonly #startedAt = performance.now();
  #timer: NodeJS.Timeout | undefined;

  constructor({ stream, environment }: UploadViewOptions) {
    this.#stream = stream;
    this.#isLive = stream.isTTY && environment['CI'] === undefined && environment['TERM'] !== 'dumb';
  }

  get elapsedMs(): number {
    return performance.now() - this.#startedAt;
  }

  /** `progress` changes while the upload runs. */
  follow(progress: UploadProgress): void {
    const interval = this.#isLive ? LIVE_INTERVAL_MS : LOG_INTERVAL_MS;
    this.#timer = setInterval(() => this.#show(uploadLine(progress, this.elapsedMs)), interval);
  }

  warn(warning: string): void {
    this.#write(`${escapeText(warning)}\n`);
  }

  interrupt(): void {
    this.#write(`${INTERRUPT_NOTICE}\n`);
  }

  end(): void {
    clearInterval(this.#timer);
    if (this.#isLive) this.#stream.write(CLEARED_LINE);
  }

  #show(line: string): void {
    this.#stream.write(this.#isLive ? CLEARED_LINE + line : `${line}\n`);
  }

  #write(text: string): void {
    this.#stream.write(this.#isLive ? CLEARED_LINE + text : text);
  }
}
