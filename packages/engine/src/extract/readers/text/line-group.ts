/** Lines without a blank one between them, and where they stand. */
export interface LineGroup {
  /** Lines with their indentation and without trailing blanks. */
  readonly lines: readonly string[];
  /** Fewest columns of indentation of any line. */
  readonly indent: number;
  /** 1-based, when the text has form feeds. */
  readonly page?: number;
}

/** Cuts a text at blank lines and form feeds; fenced code stays in one group. */
export function groupLines(text: string): readonly LineGroup[] {
  const pages = text.split('\f');
  return pages.flatMap((page, index) => groupPage(page, pages.length > 2 ? index + 1 : undefined));
}

function groupPage(text: string, page: number | undefined): readonly LineGroup[] {
  const groups: LineGroup[] = [];
  let lines: string[] = [];
  let isFenced = false;
  for (const line of text.split('\n')) {
    if (/^\s{0,3}```/.test(line)) isFenced = !isFenced;
    if (isFenced || line.trim() !== '') {
      lines.push(line.trimEnd());
    } else if (lines.length > 0) {
      groups.push(toGroup(lines, page));
      lines = [];
    }
  }
  if (lines.length > 0) groups.push(toGroup(lines, page));
  return groups;
}

function toGroup(lines: readonly string[], page: number | undefined): LineGroup {
  const indent = lines.reduce((least, line) => (line === '' ? least : Math.min(least, indentOf(line))), Infinity);
  return { lines, indent, ...(page === undefined ? {} : { page }) };
}

/** Columns before the first character; a tab reaches the next multiple of eight. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === ' ') columns += 1;
    else if (character === '\t') columns += 8 - (columns % 8);
    else break;
  }
  return columns;
}
