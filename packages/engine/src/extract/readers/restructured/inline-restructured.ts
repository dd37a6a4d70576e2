import { codeSpan } from '../html/inline-text.ts';

/** What the inline text of a document refers to. */
export interface References {
  /** `|name| replace:: text` */
  readonly substitutions: ReadonlyMap<string, string>;
  /** Headings by the label above them. */
  readonly labels: ReadonlyMap<string, string>;
}

const CODE_ROLE =
  /^(?:[a-z]+:)?(?:class|func|meth|mod|module|attr|data|exc|const|obj|type|macro|member|var|enum|struct|code|literal|file|option|envvar|kbd|samp|command|program|math|token|keyword|setting|confval|makevar|regexp|path|cmd)$/;
const CALLED_ROLE = /^(?:[a-z]+:)?(?:func|meth)$/;
const LINK_ROLE = /^(?:[a-z]+:)?(?:ref|doc|numref)$/;
/** Roles that only draw something. */
const PICTURE_ROLE = /^(?:octicon|material-[a-z]+|fa[bsr]?|fab|icon|bdg(?:-[a-z-]+)?|raw-html|cite(?::[a-z]+)?)$/;

/** Double backticks, roles, links, footnote marks, substitutions, names that link, escapes; and what Markdown would take for its own. */
const INLINE =
  /``(?<literal>(?:[^`\n]|\n|`(?!`)){1,1000}?)``|:(?<role>[a-z][\w:+-]{0,40}):`(?<spoken>[^`]{1,500})`|`(?<text>[^`]{1,500})`(?<link>__?(?!\w))?|(?<note> ?\[(?:#[\w-]*|\d+|\*|[A-Z][\w-]+)\]_(?!\w))|\|(?<name>[^|\s](?:[^|\n]{0,80}[^|\s])?)\|_{0,2}|(?<![\w_`])(?<named>[A-Za-z][A-Za-z\d.+-]*(?:_[A-Za-z\d]+)*)__?(?![\w`])|\\(?<escaped>[\s\S])|(?<special>[<[])/g;
const TITLED = /^(?<title>[\s\S]*?)\s*<[^<>]*>$/;

/** Inline reStructuredText as inline Markdown: links and roles as their text, code in backticks. */
export function inlineToMarkdown(text: string, references: References): string {
  return text.replace(INLINE, (...found) => {
    const groups: Readonly<Record<string, string | undefined>> = found.at(-1);
    const { literal, role, spoken, text: quoted, link, note, name, named, escaped, special } = groups;
    if (literal !== undefined) return codeSpan(literal);
    if (role !== undefined && spoken !== undefined) return roleText(role, spoken.replace(/\s+/g, ' '), references);
    if (quoted !== undefined) return link === undefined ? codeSpan(quoted) : plain(titleOf(quoted) ?? quoted);
    if (note !== undefined) return '';
    if (name !== undefined) return references.substitutions.get(name) ?? '';
    if (named !== undefined) return named;
    if (escaped !== undefined) return /\s/.test(escaped) ? '' : `\\${escaped}`;
    return special === '<' ? '&lt;' : `\\${special ?? ''}`;
  });
}

function roleText(role: string, spoken: string, { labels }: References): string {
  const title = titleOf(spoken);
  if (PICTURE_ROLE.test(role)) return '';
  if (LINK_ROLE.test(role)) return plain(title ?? labels.get(spoken.toLowerCase()) ?? wordsOf(spoken));
  if (role === 'pep' || role === 'rfc') return title ?? `${role.toUpperCase()} ${spoken}`;
  if (!CODE_ROLE.test(role)) return plain((title ?? spoken).replaceAll('-->', '>'));
  const short = title ?? spoken.replace(/^!/, '').replace(/^~(?:.*\.)?/, '');
  return codeSpan(CALLED_ROLE.test(role) && title === undefined && !short.endsWith(')') ? `${short}()` : short);
}

/** The text of `text <target>`. */
function titleOf(spoken: string): string | undefined {
  const title = TITLED.exec(spoken)?.groups?.['title'];
  return title === '' ? undefined : title;
}

function plain(text: string): string {
  return text.replaceAll('\\', '').replace(/[<[]/g, '\\$&');
}

/** A label of another page as the words it is made of. */
function wordsOf(label: string): string {
  const last = label.split(/[/:]/).at(-1) ?? label;
  return last.replace(/[_-](?:label|ref|section)$/, '').replace(/[_-]+/g, ' ');
}
