/** A number of a text with what it counts, as far as the text says. */
export interface Quantity {
  /** `count` for all that is neither a place in an order, nor a share, nor a point in time. */
  readonly kind: 'count' | 'ordinal' | 'share' | 'clock' | 'date';
  /** Minutes after midnight for `clock`, a percentage for `share`, month times 100 plus day for `date`. */
  readonly amount: number;
  /** Its one name: `hour`, `euro`; see `units.ts`. */
  readonly unit?: string;
  /** `least` and `most` where the text bounds it. */
  readonly bound?: 'least' | 'most';
  /** Whether it may be a turn of phrase: "an hour", "once", "the first". */
  readonly isWeak?: boolean;
  /** As written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
