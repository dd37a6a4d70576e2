import { parse } from 'yaml';
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

const FENCES: ReadonlyArray<{ readonly open: RegExp; readonly close: RegExp; readonly language: 'yaml' | 'toml' }> = [
  { open: /^---[ \t]*\n/, close: /^(?:---|\.\.\.)[ \t]*$/m, language: 'yaml' },
  { open: /^\+\+\+[ \t]*\n/, close: /^\+\+\+[ \t]*$/m, language: 'toml' },
];

/** Takes YAML or TOML front matter off a document. Text between rules that is no mapping stays where it is. */
export function splitFrontMatter(text: string): FrontMatter {
  for (const { open, close, language } of FENCES) {
    const opening = open.exec(text)?.[0];
    if (opening === undefined) continue;
    const closing = close.exec(text.slice(opening.length, opening.length + LONGEST));
    if (closing === null) continue;
    const metadata = text.slice(opening.length, opening.length + closing.index);
    const fields = language === 'yaml' ? yamlFields(metadata) : tomlFields(metadata);
    if (fields === undefined) continue;
    const body = text.slice(opening.length + closing.index + closing[0].length);
    const block: RawBlock = { kind: 'code', language, text: metadata, role: 'front-matter' };
    return { ...namedFields(fields), block, body };
  }
  return { body: text };
}

type Fields = ReadonlyMap<string, unknown>;

function yamlFields(metadata: string): Fields | undefined {
  try {
    const value: unknown = parse(metadata, { maxAliasCount: 10, logLevel: 'silent' });
    if (value === null) return new Map();
    return typeof value === 'object' && !Array.isArray(value) ? new Map(Object.entries(value)) : undefined;
  } catch {
    return looseFields(metadata);
  }
}

/** Template tags and tabs make YAML invalid that people write all the same: then `key: value` lines count. */
function looseFields(metadata: string): Fields | undefined {
  const lines = metadata.split('\n').filter((line) => line.trim() !== '');
  const fields = lines.flatMap((line) => {
    const match = /^([A-Za-z][\w-]{0,40}):\s?(.*)$/.exec(line);
    return match === null ? [] : [[match[1] ?? '', unquote(match[2] ?? '')] as const];
  });
  return fields.length > 0 && fields.length * 2 >= lines.length ? new Map(fields) : undefined;
}

function tomlFields(metadata: string): Fields | undefined {
  const fields = [...metadata.matchAll(/^([A-Za-z][\w-]{0,40})[ \t]*=[ \t]*(.+)$/gm)];
  return fields.length === 0 ? undefined : new Map(fields.map((match) => [match[1] ?? '', unquote(match[2] ?? '')]));
}

function unquote(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}

function namedFields(fields: Fields): Pick<FrontMatter, 'title' | 'language'> {
  const title = fields.get('title');
  const language = fields.get('lang') ?? fields.get('language');
  return {
    ...(typeof title === 'string' && title.trim() !== '' ? { title } : {}),
    ...(typeof language === 'string' ? { language } : {}),
  };
}
