import type { Writable } from 'node:stream';
import { fileError } from './file-error.ts';
import { isClosedOutput } from './interruption.ts';
import { reportError } from './render/error.ts';

export interface StandardStreams {
  readonly stdout: Writable;
  readonly stderr: Writable;
  exit(code: number): void;
}

/**
 * Output that cannot be written, to a full disk for one, ends the run at once with a reason: a store survives that at any moment.
 * When standard error fails there is nobody to tell, so the work goes on.
 */
export function watchStandardStreams({ stdout, stderr, exit }: StandardStreams): void {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (isClosedOutput(error)) return;
    const explained = fileError(error, { action: 'write to', path: 'standard output' });
    exit(reportError(explained, { isJson: false, stdout, stderr }));
  });
  stderr.on('error', () => {});
}
