/** Columns of blanks before the text of a line. */
export function indentOfLine(line: string): number {
  return line.length - line.trimStart().length;
}

/** The lines from `start` on that are blank or stand deeper than `indent`; blank ones at the end stay out. */
export function indentedBelow(lines: readonly string[], start: number, indent: number): readonly string[] {
  let end = start;
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    if (indentOfLine(line) <= indent) break;
    end = at + 1;
  }
  return lines.slice(start, end);
}

/** The lines moved left by what all of them are indented. */
export function dedented(lines: readonly string[]): readonly string[] {
  const worded = lines.filter((line) => line.trim() !== '');
  const least = worded.reduce((indent, line) => Math.min(indent, indentOfLine(line)), Infinity);
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(least)));
}
