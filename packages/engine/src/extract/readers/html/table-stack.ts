import type { BlockRole } from '@dsgen/core';
import type { Attributes } from './element-traits.ts';
import { BlockSink } from './block-sink.ts';
import { TableCollector } from './table-collector.ts';

interface OpenTable {
  readonly table: TableCollector;
  isInHead: boolean;
}

/** Deeper tables are read as if their tags were not there. */
const DEEPEST_TABLE = 6;

/** Where text goes: the page itself, or the cell that is open. */
export class TableStack {
  readonly root = new BlockSink();
  readonly #sinks: BlockSink[] = [this.root];
  readonly #tables: OpenTable[] = [];
  #skipped = 0;

  get sink(): BlockSink {
    return this.#sinks.at(-1) ?? this.root;
  }

  get isAtRoot(): boolean {
    return this.#sinks.length === 1;
  }

  /** Opens a table or a part of one; `isLayout` where what stands around says that it is no data. */
  open(name: string, attributes: Attributes, { isLayout }: { readonly isLayout: boolean }): void {
    const top = this.#tables.at(-1);
    if (name === 'table') this.#openTable(attributes, isLayout);
    else if (top === undefined || this.#skipped > 0) return;
    else if (name === 'thead') top.isInHead = true;
    else if (name === 'tr') top.table.openRow(top.isInHead);
    else if (name === 'td' || name === 'th' || name === 'caption') this.#sinks.push(new BlockSink());
  }

  close(name: string, attributes: Attributes, role: BlockRole | undefined): void {
    const top = this.#tables.at(-1);
    if (top === undefined) return;
    if (name === 'table') this.#closeTable(role);
    else if (this.#skipped > 0) return;
    else if (name === 'thead') top.isInHead = false;
    else if (name === 'caption') top.table.caption = this.#closeSink();
    else if (name === 'td' || name === 'th') {
      top.table.addCell(this.#closeSink(), {
        isHeader: name === 'th',
        columns: spanOf(attributes['colspan']),
        rows: spanOf(attributes['rowspan']),
      });
    }
  }

  #openTable(attributes: Attributes, isLayout: boolean): void {
    if (this.#tables.length >= DEEPEST_TABLE) {
      this.#skipped += 1;
      return;
    }
    const isPresentation = isLayout || /^(?:presentation|none)$/.test(attributes['role'] ?? '');
    this.#tables.push({ table: new TableCollector(isPresentation), isInHead: false });
  }

  #closeTable(role: BlockRole | undefined): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    const blocks = this.#tables.pop()?.table.finish(role) ?? [];
    this.sink.append(blocks);
  }

  #closeSink(): BlockSink['blocks'] {
    if (this.isAtRoot) return [];
    return this.#sinks.pop()?.blocks ?? [];
  }
}

function spanOf(value: string | undefined): number {
  const span = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(span) && span > 1 ? span : 1;
}
