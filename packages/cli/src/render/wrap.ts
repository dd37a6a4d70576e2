/** A piece of text and how it is painted. The text is safe to print already. */
export interface PaintedText {
  readonly text: string;
  paint(text: string): string;
}

export interface WrapOptions {
  /** Columns of a line, indentation included. */
  readonly width: number;
  readonly indent: string;
}

/**
 * Breaks painted text into indented lines at spaces; a word longer than a line stays whole. Each line is painted on its own, so
 * that no colour runs into the indentation.
 */
export function wrapPainted(pieces: readonly PaintedText[], { width, indent }: WrapOptions): string {
  const room = Math.max(20, width - indent.length);
  const lines: string[] = [];
  let line = '';
  let length = 0;
  function endLine(): void {
    lines.push((line === '' ? '' : indent + line).trimEnd());
    line = '';
    length = 0;
  }
  for (const { text, paint } of pieces) {
    for (const word of text.split(/(\n| +)/)) {
      const wordLength = Array.from(word).length;
      const isSpace = word.startsWith(' ');
      if (word === '\n') endLine();
      else if (length + wordLength > room && !isSpace && length > 0) {
        endLine();
        line = paint(word);
        length = wordLength;
      } else if (word !== '' && !(isSpace && length + wordLength > room)) {
        line += isSpace ? word : paint(word);
        length += wordLength;
      }
    }
  }
  endLine();
  return lines.join('\n');
}
