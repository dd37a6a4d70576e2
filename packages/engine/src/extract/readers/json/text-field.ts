/** A field of an entry: its path with dots between the keys, and its text. */
export interface StringField {
  readonly path: string;
  readonly text: string;
}

const DEEPEST_FIELD = 4;
const SAMPLED_ENTRIES = 1000;
const LONGEST_TITLE = 200;
const TITLE_FIELDS = ['title', 'heading', 'headline', 'name', 'subject', 'question', 'topic', 'section'];

/** Every string of an object, those in nested objects included; arrays of strings count as lines of one text. */
export function stringFields(value: unknown, prefix = '', depth = 0): readonly StringField[] {
  if (typeof value === 'string') return [{ path: prefix, text: value }];
  if (Array.isArray(value)) {
    const lines = value.filter((item) => typeof item === 'string');
    return lines.length > 0 && lines.length === value.length ? [{ path: prefix, text: lines.join('\n\n') }] : [];
  }
  if (typeof value !== 'object' || value === null || depth >= DEEPEST_FIELD) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    stringFields(child, prefix === '' ? key : `${prefix}.${key}`, depth + 1),
  );
}

/** The field that holds most of the text of all entries together. */
export function longestField(entries: ReadonlyArray<readonly StringField[]>): string | undefined {
  const lengths = new Map<string, number>();
  for (const fields of entries.slice(0, SAMPLED_ENTRIES)) {
    for (const { path, text } of fields) lengths.set(path, (lengths.get(path) ?? 0) + text.length);
  }
  return [...lengths].reduce<readonly [string, number] | undefined>(
    (best, next) => (best === undefined || next[1] > best[1] ? next : best),
    undefined,
  )?.[0];
}

/** What an entry calls itself, in a field other than its text. */
export function titleOf(fields: readonly StringField[], textField: string): string | undefined {
  for (const name of TITLE_FIELDS) {
    const field = fields.find(({ path }) => path !== textField && path.split('.').at(-1)?.toLowerCase() === name);
    const text = field?.text.trim() ?? '';
    if (text !== '' && text.length <= LONGEST_TITLE) return text;
  }
  return undefined;
}
