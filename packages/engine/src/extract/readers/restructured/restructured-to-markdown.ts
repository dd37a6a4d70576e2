import { directiveLines, readDirective } from './directives.ts';
import { inlineToMarkdown, type References } from './inline-restructured.ts';
import { dedented, indentedBelow, indentOfLine } from './indented-lines.ts';
import { tableAt, tableLines } from './restructured-tables.ts';

const DIRECTIVE = /^ *\.\. (?:[\w-]+:)?[a-z][\w-]*::(?: |$)/m;
const LABEL = /^ *\.\. _(?<label>[^:\n]{1,200}):[ \t]*$/;
const SUBSTITUTION = /^ *\.\. \|(?<name>[^|\n]{1,80})\| replace:: *(?<text>.*)$/;
const RULE = /^([=\-`:.'"~^_*+#<>!$%&(),/;?@[\\\]{|}])\1{2,} *$/;
const ITEM = /^(?<mark>[-*+•]|\(?(?:\d{1,3}|#|[a-zA-Z])[.)])(?<gap> +)(?=\S)/;
const FIELD = /^:(?<name>[A-Za-z][^:`\n]{0,80}): +(?<text>.*)$|^:(?<bare>[A-Za-z][^:`\n]{0,80}): *$/;
/** A field of a signature, which follows its text without a blank line between. */
const SIGNATURE_FIELD = /^:(?:param|parameter|arg|type|returns?|rtype|raises?|see)\b[^:\n]*: /;
const DEEPEST = 20;

/** Whether plain text is reStructuredText: by its name, or by a directive or label, which nothing else writes so. */
export function isRestructured(path: string, text: string): boolean {
  return /\.(?:rst|rest)$/i.test(path) || DIRECTIVE.test(text) || /^\.\. _[^:\n]{1,200}:[ \t]*$/m.test(text);
}

/**
 * reStructuredText as Markdown: headings by the order of their underlines, directives as the notes, code and tables they show,
 * links and roles as their text. What a generator would fill in (tables of contents, summaries of modules) goes.
 */
export function restructuredToMarkdown(text: string): string {
  const lines = text.replaceAll('\t', '        ').split('\n');
  const writer = new Writer(findReferences(lines));
  return writer.write(lines, 0).join('\n');
}

function findReferences(lines: readonly string[]): References {
  const substitutions = new Map<string, string>();
  const labels = new Map<string, string>();
  let label: string | undefined;
  for (const [index, line] of lines.entries()) {
    const { name, text } = SUBSTITUTION.exec(line)?.groups ?? {};
    if (name !== undefined) substitutions.set(name, text ?? '');
    const found = LABEL.exec(line)?.groups?.['label'];
    if (found !== undefined) label = found;
    else if (line.trim() !== '' && !RULE.test(line)) {
      if (label !== undefined && RULE.test(lines[index + 1] ?? '')) labels.set(label.toLowerCase(), line.trim());
      label = undefined;
    }
  }
  return { substitutions, labels };
}

class Writer {
  readonly #references: References;
  /** Marks of headings in the order of their levels. */
  readonly #styles: string[] = [];

  constructor(references: References) {
    this.#references = references;
  }

  /** The lines of one level of indentation; what stands deeper is read by itself. */
  write(lines: readonly string[], depth: number): readonly string[] {
    if (depth > DEEPEST) return lines;
    const out: string[] = [];
    for (let at = 0; at < lines.length;) at += this.#writeAt(lines, at, { out, depth });
    return out;
  }

  /** Writes what begins at a line, and gives the number of lines it took. */
  #writeAt(lines: readonly string[], at: number, to: Target): number {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      to.out.push('');
      return 1;
    }
    if (line.startsWith(' ')) return this.#quotation(lines, at, to);
    if (/^(?:\.\.(?: |$)|__ )/.test(line)) return this.#explicit(lines, at, to);
    return (
      this.#heading(lines, at, to) ??
      this.#table(lines, at, to) ??
      this.#item(lines, at, to) ??
      this.#paragraph(lines, at, to)
    );
  }

  #quotation(lines: readonly string[], at: number, { out, depth }: Target): number {
    const body = indentedBelow(lines, at, 0);
    out.push('', ...this.write(dedented(body), depth + 1), '');
    return body.length;
  }

  #explicit(lines: readonly string[], at: number, { out, depth }: Target): number {
    const body = indentedBelow(lines, at + 1, 0);
    const directive = readDirective(lines[at] ?? '', body);
    if (directive !== undefined) {
      const inner = (part: readonly string[]): readonly string[] => this.write(part, depth + 1);
      out.push('', ...directiveLines(directive, inner), '');
    } else {
      const { name, text } = /^\.\. \[(?<name>[^\]]{1,60})\] (?<text>.*)$/.exec(lines[at] ?? '')?.groups ?? {};
      const note = [text ?? '', ...dedented(body)].join(' ').trim();
      if (name !== undefined) out.push('', `[^${name.replace('#', '')}]: ${this.#inline(note)}`, '');
    }
    return body.length + 1;
  }

  #heading(lines: readonly string[], at: number, { out, depth }: Target): number | undefined {
    const [first = '', second = '', third = ''] = [lines[at], lines[at + 1], lines[at + 2]].map((line) =>
      line?.trimEnd(),
    );
    const isOverlined = RULE.test(first) && third.charAt(0) === first.charAt(0) && RULE.test(third) && second !== '';
    if (!isOverlined && RULE.test(first)) return second === '' ? 1 : undefined;
    if (!isOverlined && (!RULE.test(second) || second.length < Math.min(first.length, 4))) return undefined;
    if (depth > 0) return undefined;
    const style = isOverlined ? first.slice(0, 1).repeat(2) : second.slice(0, 1);
    if (!this.#styles.includes(style)) this.#styles.push(style);
    const level = Math.min(6, this.#styles.indexOf(style) + 1);
    out.push('', `${'#'.repeat(level)} ${this.#inline((isOverlined ? second : first).trim())}`, '');
    return isOverlined ? 3 : 2;
  }

  #table(lines: readonly string[], at: number, { out }: Target): number | undefined {
    const table = tableAt(lines, at);
    if (table === undefined) return undefined;
    const rows = table.rows.map((row) => row.map((cell) => this.#inline(cell)));
    out.push(...tableLines(rows, table.headerRows));
    return table.lines;
  }

  #item(lines: readonly string[], at: number, to: Target): number | undefined {
    const line = lines[at] ?? '';
    const { mark, gap = '' } = ITEM.exec(line)?.groups ?? {};
    const { name, text, bare } = FIELD.exec(line)?.groups ?? {};
    if (mark === undefined && name === undefined && bare === undefined) return this.#definition(lines, at, to);
    const body = indentedBelow(lines, at + 1, 0);
    const first =
      mark === undefined ? `${fieldName(name ?? bare ?? '')}: ${text ?? ''}` : line.slice(mark.length + gap.length);
    this.#writeItem(mark ?? '-', [first.trim(), ...dedented(body)], to);
    return body.length + 1;
  }

  /** A term above indented text, as an item that begins with it. */
  #definition(lines: readonly string[], at: number, to: Target): number | undefined {
    const term = (lines[at] ?? '').trim();
    if (!(lines[at + 1] ?? '').startsWith(' ') || term.endsWith('::') || term.startsWith('>>>')) return undefined;
    if (term.length > 100 || indentOfLine(lines[at + 1] ?? '') === (lines[at + 1] ?? '').length) return undefined;
    const body = indentedBelow(lines, at + 1, 0);
    const [first = '', ...rest] = dedented(body);
    if (/^(?:\.\. |[-*+] )/.test(first)) this.#writeItem('-', [`${term}:`, '', first, ...rest], to);
    else this.#writeItem('-', [`${term}: ${first}`, ...rest], to);
    return body.length + 1;
  }

  #writeItem(mark: string, lines: readonly string[], { out, depth }: Target): void {
    const number = /\d+/.exec(mark)?.[0] ?? '1';
    const bullet = /[.)]$/.test(mark) ? `${number}.` : '-';
    const [first = '', ...rest] = this.write(lines, depth + 1);
    const indent = ' '.repeat(bullet.length + 1);
    if (out.at(-1) !== '' && !/^(?:-|\d+\.| ) /.test(out.at(-1) ?? '')) out.push('');
    out.push(`${bullet} ${first}`, ...rest.map((line) => (line === '' ? '' : indent + line)));
  }

  #paragraph(lines: readonly string[], at: number, { out }: Target): number {
    let end = at;
    while (end < lines.length && (end === at || !endsParagraph(lines[end - 1] ?? '', lines[end] ?? ''))) end += 1;
    const text = lines.slice(at, end).map((line) => line.trim());
    if (text[0]?.startsWith('>>>')) {
      out.push('```python', ...text, '```');
      return end - at;
    }
    const isLiteral = text.at(-1)?.endsWith('::') === true;
    const joined = text.map((line) => line.replace(/^\|(?: |$)/, '')).join('\n');
    const shown = isLiteral
      ? joined.replace(/\s*::$/, (marks) => (/^\s/.test(marks) || joined === '::' ? '' : ':'))
      : joined;
    out.push(...this.#inline(shown).split('\n').map(harmless));
    if (!isLiteral) return end - at;
    const body = indentedBelow(lines, end, 0);
    if (body.some((line) => line.trim() !== '')) out.push('', '````', ...dedented(body), '````', '');
    return end - at + body.length;
  }

  #inline(text: string): string {
    return inlineToMarkdown(text, this.#references);
  }
}

interface Target {
  readonly out: string[];
  readonly depth: number;
}

/** The name of a field as manuals show it: `date` (string) of `param string date`. */
function fieldName(field: string): string {
  const {
    kind = '',
    type = '',
    name,
  } = /^(?<kind>param|parameter|arg|argument|key|keyword|raises?|throws) (?:(?<type>\S.*) )?(?<name>\S+)$/.exec(field)
    ?.groups ?? {};
  if (name === undefined)
    return field === 'rtype' ? 'Return type' : `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  if (/^(?:raise|throw)/.test(kind)) return `Raises \`\`${name}\`\``;
  return `\`\`${name}\`\`${type === '' ? '' : ` (${type})`}`;
}

function endsParagraph(last: string, line: string): boolean {
  return line.trim() === '' || SIGNATURE_FIELD.test(line) || (last.endsWith('::') && line.startsWith(' '));
}

/** A line that Markdown would not take for a heading, a rule or a fence. */
function harmless(line: string): string {
  return /^(?:#|>|~{3}|:{3}|\+ |={2,}$|-{2,}$)/.test(line) ? `\\${line}` : line;
}
