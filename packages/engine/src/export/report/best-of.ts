/** The best so many of a stream, in memory for twice as many at most. */
export class BestOf<Item> {
  readonly #most: number;
  readonly #compare: (left: Item, right: Item) => number;
  #items: Item[] = [];

  /** `compare` puts the better one first, and must not leave two items equal whose order of arrival may differ. */
  constructor(most: number, compare: (left: Item, right: Item) => number) {
    this.#most = most;
    this.#compare = compare;
  }

  add(item: Item): void {
    this.#items.push(item);
    if (this.#items.length > this.#most * 2) this.#items = this.best();
  }

  /** Best first. */
  best(): Item[] {
    return this.#items.toSorted(this.#compare).slice(0, this.#most);
  }
}
