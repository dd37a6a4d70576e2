/** 1-based; columns count UTF-16 code units, as editors for JavaScript do. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** The position of an offset in a text that itself starts at `start`. */
export function positionIn(text: string, offset: number, start: TextPosition): TextPosition {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  if (lastBreak === -1) return { line: start.line, column: start.column + offset };
  return { line: start.line + countBreaks(before), column: offset - lastBreak };
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
