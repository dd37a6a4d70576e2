import type { Writable } from 'node:stream';
import { styleText } from 'node:util';

/** Colours of one stream. They are empty where the stream is no terminal or NO_COLOR is set. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
  /** Marks evidence within a passage. */
  mark(text: string): string;
}

type Format = Parameters<typeof styleText>[0];

export function styleFor(stream: Writable): Style {
  function apply(format: Format): (text: string) => string {
    return (text) => styleText(format, text, { stream });
  }
  return {
    bold: apply('bold'),
    dim: apply('dim'),
    red: apply('red'),
    green: apply('green'),
    yellow: apply('yellow'),
    cyan: apply('cyan'),
    mark: apply(['bold', 'green']),
  };
}
