/** What the tables at the head of an RTF document say of its styles and lists. */
export class DocumentTables {
  readonly #styles = new Map<number, { name: string; outlineLevel: number | undefined }>();
  /** By list id: the numbering format of each level. */
  readonly #lists = new Map<number, number[]>();
  readonly #overrides = new Map<number, number>();
  #levels: number[] = [];
  #listId = 0;

  addStyle(id: number, name: string, outlineLevel: number | undefined): void {
    this.#styles.set(id, { name: name.replace(/;.*$/s, '').trim().toLowerCase(), outlineLevel });
  }

  /** 1 to 9; `undefined` for a style of no heading. */
  headingLevel(styleId: number): number | undefined {
    const style = this.#styles.get(styleId);
    const digit = /^heading ([1-9])$/.exec(style?.name ?? '')?.[1];
    if (digit !== undefined) return Number(digit);
    return style?.outlineLevel === undefined || style.outlineLevel > 8 ? undefined : style.outlineLevel + 1;
  }

  isTitle(styleId: number): boolean {
    return this.#styles.get(styleId)?.name === 'title';
  }

  isTableOfContents(styleId: number): boolean {
    return /^(?:toc|index) \d$/.test(this.#styles.get(styleId)?.name ?? '');
  }

  /** A control word within the list table or the list override table. */
  readListWord(word: string, parameter: number): void {
    if (word === 'list') this.#levels = [];
    else if (word === 'levelnfc') this.#levels.push(parameter);
    else if (word === 'ls') this.#overrides.set(parameter, this.#listId);
    else if (word === 'listid') {
      this.#listId = parameter;
      if (this.#levels.length > 0) this.#lists.set(parameter, this.#levels);
      this.#levels = [];
    }
  }

  /** Whether a level (from 0) of a list is numbered; `undefined` for an unknown list. */
  isOrdered(listOverride: number, level: number): boolean | undefined {
    const format = this.#lists.get(this.#overrides.get(listOverride) ?? Number.NaN)?.[level];
    return format === undefined ? undefined : format !== BULLET && format !== NO_NUMBER;
  }
}

const BULLET = 23;
const NO_NUMBER = 255;
