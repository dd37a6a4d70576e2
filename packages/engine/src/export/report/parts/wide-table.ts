import { html, type Html } from '../html.ts';

export interface WideTableOptions {
  readonly id: string;
  readonly caption: string;
  /** Heads of the first column, of each column of numbers, and of the explanations where there are any. */
  readonly head: readonly [name: string, numbers: readonly string[], text?: string];
}

export interface WideRow {
  readonly name: Html;
  /** As many as there are heads. */
  readonly numbers: readonly string[];
  readonly text?: string;
}

/** A table of names, numbers and explanations. On small screens each row becomes a block whose numbers carry their heads. */
export function wideTable(
  rows: readonly WideRow[],
  { id, caption, head: [name, numbers, text] }: WideTableOptions,
): Html {
  const heads = numbers.map((head) => html`<th scope="col" class="number">${head}</th>`);
  return html`<table class="wide" id="${id}">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${name}</th>
        ${heads} ${text === undefined ? '' : html`<th scope="col">${text}</th>`}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => tableRow(row, numbers))}
    </tbody>
  </table>`;
}

function tableRow({ name, numbers, text }: WideRow, heads: readonly string[]): Html {
  const cells = numbers.map(
    (number, index) => html`<td class="number" data-head="${heads[index] ?? ''}">${number}</td>`,
  );
  return html`<tr>
    <th scope="row">${name}</th>
    ${cells} ${text === undefined ? '' : html`<td>${text}</td>`}
  </tr>`;
}
