/** A table and the number of lines it takes. */
export interface FoundTable {
  readonly rows: ReadonlyArray<readonly string[]>;
  readonly headerRows: number;
  readonly lines: number;
}

/** Keeps rules that open no table from being followed to the end of the text each time. */
const MOST_LINES = 2000;

const SIMPLE_RULE = /^=+(?: +=+)+ *$/;
const GRID_RULE = /^\+(?:[-=]+\+)+ *$/;

/** The table of lines that begins at `start`: ruled by `=====  ====`, or drawn as a grid. */
export function tableAt(lines: readonly string[], start: number): FoundTable | undefined {
  const line = lines[start] ?? '';
  if (SIMPLE_RULE.test(line)) return simpleTable(lines, start);
  return GRID_RULE.test(line) ? gridTable(lines, start) : undefined;
}

function simpleTable(lines: readonly string[], start: number): FoundTable | undefined {
  const columns = [...(lines[start] ?? '').matchAll(/=+/g)].map(({ index }) => index);
  const rows: string[][] = [];
  let headerRows = 0;
  let rules = 1;
  for (let at = start + 1; at < Math.min(lines.length, start + MOST_LINES); at += 1) {
    const line = lines[at] ?? '';
    if (SIMPLE_RULE.test(line)) {
      rules += 1;
      const ends = (lines[at + 1] ?? '').trim() === '';
      if (ends) return { rows, headerRows, lines: at - start + 1 };
      if (rules === 2) headerRows = rows.length;
    } else if (line.trim() !== '' && !/^-+(?: +-+)* *$/.test(line)) {
      addSimpleRow(
        rows,
        columns.map((from, index) => line.slice(from, columns[index + 1]).trim()),
      );
    }
  }
  return undefined;
}

/** A row without a first cell goes on with the one above. */
function addSimpleRow(rows: string[][], cells: readonly string[]): void {
  const last = rows.at(-1);
  if (cells[0] !== '' || last === undefined) rows.push([...cells]);
  else for (const [index, cell] of cells.entries()) last[index] = `${last[index] ?? ''} ${cell}`.trim();
}

function gridTable(lines: readonly string[], start: number): FoundTable | undefined {
  const columns = [...(lines[start] ?? '').matchAll(/\+/g)].map(({ index }) => index);
  const rows: string[][] = [];
  let headerRows = 0;
  let open: string[] = [];
  let at = start + 1;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (GRID_RULE.test(line)) {
      rows.push(open);
      open = [];
      if (line.includes('=')) headerRows = rows.length;
    } else if (/^\|.*\| *$/.test(line) && columns.every((column) => /[|+]/.test(line.charAt(column)))) {
      for (const [index, from] of columns.slice(0, -1).entries()) {
        open[index] = `${open[index] ?? ''} ${line.slice(from + 1, columns[index + 1]).trim()}`.trim();
      }
    } else break;
  }
  // Cells that span have no grid to be read by.
  const isRead = open.length === 0 && rows.length > 0 && (lines[at] ?? '').trim() === '';
  return isRead ? { rows, headerRows, lines: at - start } : undefined;
}

/** The rows of a `list-table`: items whose items are cells. */
export function listTableRows(lines: readonly string[]): ReadonlyArray<readonly string[]> {
  const rows: string[][] = [];
  for (const line of lines) {
    const { mark, first, cell } = /^(?<mark>\* +- ?)(?<first>.*)$|^ {1,4}- ?(?<cell>.*)$/.exec(line)?.groups ?? {};
    const row = rows.at(-1);
    if (mark !== undefined) rows.push([first ?? '']);
    else if (cell !== undefined) row?.push(cell);
    else if (row !== undefined && line.trim() !== '') row.push(`${row.pop() ?? ''} ${line.trim()}`);
  }
  return rows;
}

/** A table as Markdown; one without a header gets an empty one. */
export function tableLines(rows: ReadonlyArray<readonly string[]>, headerRows: number): readonly string[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns === 0) return [];
  const header = headerRows > 0 ? rowLine(rows[0] ?? [], columns) : rowLine([], columns);
  return [
    '',
    header,
    `|${' --- |'.repeat(columns)}`,
    ...rows.slice(headerRows > 0 ? 1 : 0).map((row) => rowLine(row, columns)),
    '',
  ];
}

function rowLine(row: readonly string[], columns: number): string {
  return `| ${Array.from({ length: columns }, (_, index) => (row[index] ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
}
