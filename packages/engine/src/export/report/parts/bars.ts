import { count, share } from '../clip.ts';
import { html, type Html } from '../html.ts';

export interface BarRow {
  readonly name: Html | string;
  readonly value: number;
  /** Under the name. */
  readonly note?: string;
}

export interface BarTableOptions {
  readonly caption: string;
  readonly of: string;
  /** What the shares are of. */
  readonly total: number;
}

/** A table whose rows are bars: readable as numbers, comparable at a glance. Bars are drawn without inline styles, which the policy forbids. */
export function barTable(rows: readonly BarRow[], { caption, of, total }: BarTableOptions): Html {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return html`<table class="bars">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${of}</th>
        <th scope="col" class="number">Records</th>
        <th scope="col" class="number">Share</th>
        <td></td>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ name, value, note }) =>
          html`<tr>
            <th scope="row">${name}${note === undefined ? '' : html`<small>${note}</small>`}</th>
            <td class="number">${count(value)}</td>
            <td class="number soft">${share(value, total)}</td>
            <td class="bar-cell">${bar(value, most)}</td>
          </tr> `,
      )}
    </tbody>
  </table>`;
}

function bar(value: number, most: number): Html {
  return html`<svg class="bar" aria-hidden="true"><rect width="${percent(value, most)}" height="100%" /></svg>`;
}

export interface StackPart {
  readonly name: string;
  readonly value: number;
  readonly tone: 'good' | 'quiet' | 'bad';
}

/** Parts of a whole side by side. The numbers stand beside it in words. */
export function stackedBar(parts: readonly StackPart[]): Html {
  const total = Math.max(
    1,
    parts.reduce((sum, { value }) => sum + value, 0),
  );
  let before = 0;
  const rects = parts.map(({ value, tone }) => {
    const rect = html`<rect
      class="${tone}"
      x="${percent(before, total)}"
      width="${percent(value, total)}"
      height="100%"
    />`;
    before += value;
    return rect;
  });
  return html`<svg class="stack" aria-hidden="true">${rects}</svg>`;
}

/** `12.5%` with at most three digits behind the point. */
export function percent(part: number, whole: number): string {
  return `${Number(((100 * part) / whole).toFixed(3))}%`;
}
