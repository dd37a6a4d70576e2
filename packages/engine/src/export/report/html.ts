/** Markup that may stand in a page as it is. Only {@link html} makes it, so text of a document never becomes markup. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** Markup in our sources is indented; pages of thousands of elements need not be. */
const INDENTATION = /\n\s*/gu;

type Part = string | number | Html | readonly Html[];

/**
 * Markup with values in it. Strings and numbers are escaped, also for quoted attributes; markup goes in as it is.
 *
 * @example
 * html`<p title="${path}">${text}</p>`
 */
export function html(markup: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    markup.map((text, index) => text.replaceAll(INDENTATION, '\n') + render(parts[index] ?? '')).join(''),
  );
}

function render(part: Part): string {
  if (part instanceof Html) return part.toString();
  return typeof part === 'object' ? part.join('') : escape(String(part));
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** What ends text or a quoted attribute; control characters, lone surrogates and whatever turns the reading direction. */
const SPECIAL = /[&<>"']|(?![\n\t])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

function escape(text: string): string {
  return text.replace(SPECIAL, (character) => ENTITIES.get(character) ?? visibleEscape(character));
}

/** `\u202e` instead of a character that nobody sees. */
function visibleEscape(character: string): string {
  return String.raw`\u` + character.charCodeAt(0).toString(16).padStart(4, '0');
}
