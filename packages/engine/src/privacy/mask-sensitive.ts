import type { SensitiveSpan } from './sensitive-span.ts';

/** Gives every different value of a document one placeholder: `[EMAIL_1]`, `[EMAIL_2]`. */
export class Placeholders {
  readonly #byValue = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** The same value, however it is spaced and capitalised, has the same placeholder. */
  of(text: string, { kind, start, end }: SensitiveSpan): string {
    const value = `${kind} ${normalise(text.slice(start, end))}`;
    const known = this.#byValue.get(value);
    if (known !== undefined) return known;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const placeholder = `[${kind.toUpperCase().replaceAll('-', '_')}_${count}]`;
    this.#byValue.set(value, placeholder);
    return placeholder;
  }
}

/**
 * A text with every span replaced by a placeholder that tells its kind; equal values get equal placeholders. Give the
 * same `placeholders` for all texts of a document.
 *
 * @param spans what to replace, in text order and without overlaps, as `findSensitive` gives it.
 * @example
 * ```ts
 * import { findSensitive, maskSensitive } from '@dsgen/engine';
 *
 * const text = 'Write to ada@lovelace.org.';
 * console.log(maskSensitive(text, findSensitive(text))); // Write to [EMAIL_1].
 * ```
 */
export function maskSensitive(
  text: string,
  spans: readonly SensitiveSpan[],
  placeholders = new Placeholders(),
): string {
  const parts: string[] = [];
  let from = 0;
  for (const span of spans) {
    parts.push(text.slice(from, span.start), placeholders.of(text, span));
    from = span.end;
  }
  return [...parts, text.slice(from)].join('');
}

function normalise(value: string): string {
  return value.toLowerCase().replaceAll(/[\s\u00A0().\u2011/-]/gu, '');
}
