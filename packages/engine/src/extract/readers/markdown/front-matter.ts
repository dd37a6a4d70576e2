import type { RawBlock } from '../../raw-block.ts';

export interface FrontMatter {
  readonly title?: string;
  readonly language?: string;
  /** The metadata itself, marked as such. */
  readonly block?: RawBlock;
  /** The document without it. */
  readonly body: string;
}

/** Real front matter is short; a rule at the start of a long text must not swallow it. */
const LONGEST = 64 * 1024;

const KINDS = [
  {
    language: 'yaml',
    open: /^---[ \t]*\n/,
    close: /^(?:---|\.\.\.)[ \t]*$/m,
    field: /^([A-Za-z_][\w-]{0,60}):(?:\s+(.*))?$/,
  },
  { language: 'toml', open: /^\+\+\+[ \t]*\n/, close: /^\+\+\+[ \t]*$/m, field: /^([A-Za-z_][\w-]{0,60})\s*=\s*(.*)$/ },
] as const;

/** Lines that belong to the field above: list items, nested fields, closing brackets; and comments and tables. */
const CONTINUATION = /^(?:\s|-(?:\s|$)|#|[\]})[])/;

/**
 * Takes YAML or TOML front matter off a document. Text between rules that holds anything but fields stays where it is.
 * Fields are read line by line: a full YAML parser expands aliases, and hostile ones without end.
 */
export function splitFrontMatter(text: string): FrontMatter {
  for (const { language, open, close, field } of KINDS) {
    const opening = open.exec(text)?.[0];
    if (opening === undefined) continue;
    const closing = close.exec(text.slice(opening.length, opening.length + LONGEST));
    if (closing === null) continue;
    const metadata = text.slice(opening.length, opening.length + closing.index);
    const fields = readFields(metadata, field);
    if (fields === undefined) continue;
    const block: RawBlock = { kind: 'code', language, text: metadata, role: 'front-matter' };
    const body = text.slice(opening.length + closing.index + closing[0].length);
    return {
      ...named('title', fields.get('title')),
      ...named('language', fields.get('lang') ?? fields.get('language')),
      block,
      body,
    };
  }
  return { body: text };
}

/** Top-level fields with the text of their first line, or undefined where some line is no part of a field. */
function readFields(metadata: string, pattern: RegExp): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>();
  for (const line of metadata.split('\n')) {
    const match = pattern.exec(line);
    if (match !== null) fields.set(match[1] ?? '', unquote((match[2] ?? '').trim()));
    else if (line.trim() !== '' && !CONTINUATION.test(line)) return undefined;
  }
  return fields;
}

function unquote(value: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(value);
  if (quoted === null) return value.replace(/\s+#.*$/, '');
  return quoted[1] === '"' ? (quoted[2] ?? '').replace(/\\(["\\])/g, '$1') : (quoted[2] ?? '').replaceAll("''", "'");
}

/** A field that says something; block scalars (`>`, `|`) and lists do not fit on their line. */
function named(name: 'title' | 'language', value: string | undefined): Partial<FrontMatter> {
  return value === undefined || /^(?:[>|][-+]?|[[{].*)?$/.test(value) ? {} : { [name]: value };
}
