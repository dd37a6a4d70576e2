/** A place in a text; both numbers are 1-based, the column counts UTF-16 code units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

const WHITE_SPACE = /[ \t\n\r]*/y;
const NUMBER_OR_WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
// eslint-disable-next-line no-control-regex -- JSON strings may not hold control characters
const STRING_PIECE = /[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** What may come next: a value, a key, a colon, or a comma or the end. */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

/** Where JSON text first breaks the grammar; the engine's own messages often do not say. */
export function findJsonError(text: string): TextPosition {
  return positionAt(text, new JsonScanner(text).scan());
}

/** Line and column of an offset. */
export function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: (before.match(/\n/g)?.length ?? 0) + 1, column: offset - lineStart + 1 };
}

class JsonScanner {
  readonly #text: string;
  readonly #open: string[] = [];
  #position = 0;
  #expected: Expected = 'value';

  constructor(text: string) {
    this.#text = text;
  }

  /** Offset of the first character that does not fit; the length of the text when only its end is missing. */
  scan(): number {
    for (;;) {
      this.#skip(WHITE_SPACE);
      const character = this.#text.charAt(this.#position);
      const isWhole = this.#open.length === 0 && this.#expected === 'comma-or-end';
      if (character === '' || isWhole || !this.#take(character)) return this.#position;
    }
  }

  /** Consumes one token when it is allowed here. */
  #take(character: string): boolean {
    switch (this.#expected) {
      case 'colon':
        return character === ':' && this.#advance('value');
      case 'comma-or-end':
        if (character === ',') return this.#advance(this.#open.at(-1) === '{' ? 'key' : 'value');
        return this.#takeEnd(character);
      case 'key':
      case 'key-or-end':
        if (character === '"') return this.#takeString('colon');
        return this.#expected === 'key-or-end' && this.#takeEnd(character);
      default:
        if (this.#expected === 'value-or-end' && character === ']') return this.#takeEnd(character);
        return this.#takeValue(character);
    }
  }

  #takeValue(character: string): boolean {
    if (character === '{' || character === '[') {
      this.#open.push(character);
      return this.#advance(character === '{' ? 'key-or-end' : 'value-or-end');
    }
    if (character === '"') return this.#takeString('comma-or-end');
    if (!this.#skip(NUMBER_OR_WORD)) return false;
    this.#expected = 'comma-or-end';
    return true;
  }

  #takeEnd(character: string): boolean {
    if (character !== (this.#open.at(-1) === '{' ? '}' : ']')) return false;
    this.#open.pop();
    return this.#advance('comma-or-end');
  }

  #takeString(next: Expected): boolean {
    this.#position += 1;
    while (this.#skip(STRING_PIECE));
    return this.#text.charAt(this.#position) === '"' && this.#advance(next);
  }

  #advance(next: Expected): true {
    this.#position += 1;
    this.#expected = next;
    return true;
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#position;
    if (!pattern.test(this.#text)) return false;
    this.#position = pattern.lastIndex;
    return true;
  }
}
