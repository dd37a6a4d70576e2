import { standsAlone } from './characters.ts';
import type { SensitiveSpan } from './sensitive-span.ts';

/** Shorter values would be found in other numbers and words. */
const FEWEST_CHARACTERS = 6;

/**
 * Values already found in a document, to find again where the words that gave them away are missing: a number whose
 * column head says "BSN" stands alone in an answer made from its cell.
 */
export class KnownValues {
  readonly #byStart = new Map<string, Array<{ readonly value: string; readonly span: SensitiveSpan }>>();

  constructor(text: string, spans: readonly SensitiveSpan[]) {
    const seen = new Set<string>();
    for (const span of spans) {
      const value = text.slice(span.start, span.end);
      if (value.length < FEWEST_CHARACTERS || seen.has(value)) continue;
      seen.add(value);
      const start = value.slice(0, FEWEST_CHARACTERS);
      const values = this.#byStart.get(start) ?? [];
      values.push({ value, span });
      this.#byStart.set(start, values);
    }
  }

  /** Spans of a text with those of known values, where no span is yet; in text order. */
  addTo(spans: readonly SensitiveSpan[], text: string): readonly SensitiveSpan[] {
    if (this.#byStart.size === 0) return spans;
    const added = this.#find(text).filter(
      ({ start, end }) => !spans.some((span) => span.start < end && start < span.end),
    );
    return added.length === 0 ? spans : [...spans, ...added].toSorted((left, right) => left.start - right.start);
  }

  #find(text: string): SensitiveSpan[] {
    const found: SensitiveSpan[] = [];
    for (let index = 0; index + FEWEST_CHARACTERS <= text.length; index += 1) {
      const values = this.#byStart.get(text.slice(index, index + FEWEST_CHARACTERS)) ?? [];
      const known = values.find(
        ({ value }) => text.startsWith(value, index) && standsAlone(text, index, index + value.length),
      );
      if (known === undefined) continue;
      const { kind, category } = known.span;
      found.push({ kind, category, start: index, end: index + known.value.length });
      index += known.value.length - 1;
    }
    return found;
  }
}
