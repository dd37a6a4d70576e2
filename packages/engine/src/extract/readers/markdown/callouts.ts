import { headingText, sectionName, SectionFences } from './section-fences.ts';

/** How a line opens a note, a tip or a warning in the dialects of site generators. */
interface Opening {
  /** The text that stands for it: `Note`, or a title of its own. */
  readonly label: string | undefined;
  /** The line that closes it; `indent` where its text is set in by four spaces, `none` where nothing does. */
  readonly closing: RegExp | 'indent' | 'none';
  /** What its lines begin with, such as `> `. */
  readonly prefix: string;
  /** A note whose heading, if it opens with one, is its title. */
  readonly isNote?: boolean;
  /** The kind of a fence whose text is a section of its own. */
  readonly section?: string;
}

const KINDS = new Map([
  ['note', 'Note'],
  ['info', 'Note'],
  ['information', 'Note'],
  ['tip', 'Tip'],
  ['hint', 'Hint'],
  ['success', 'Tip'],
  ['important', 'Important'],
  ['warning', 'Warning'],
  ['warn', 'Warning'],
  ['caution', 'Caution'],
  ['attention', 'Attention'],
  ['danger', 'Danger'],
  ['error', 'Danger'],
  ['seealso', 'See also'],
]);
/** Directives of MyST that hold prose without being a note. */
const PROSE_DIRECTIVE =
  /^(?:admonition|topic|sidebar|epigraph|margin|versionadded|versionchanged|deprecated|dropdown|card|grid|grid-item|tab-item|tab-set)$/;
/** Directives that a generator replaces by something this document does not hold. */
const EMPTY_DIRECTIVE =
  /^(?:toctree|include|contents|eval-rst|image|figure|figure-md|index|tableofcontents|bibliography|automodule|autoclass|autofunction|autosummary|raw|only|button-link|button-ref|video|iframe)$/;

const COLONS =
  /^ *(?<fence>:{3,})\s*(?:\{\s*(?:#[\w-]+\s+)?\.?(?:callout-)?(?<braced>[A-Za-z][\w-]*)(?<attributes>[^}]*)\}|\.?(?<bare>[A-Za-z][\w-]*))?\s*(?:\[(?<bracket>[^\]]+)\]|(?<title>[^{]*))/;
const NOTE_FENCE = /^(?:callout|testimonial|spoiler|instructor)$/;
/** Pandoc closes the innermost fence, however many colons opened it; other dialects write as many as they opened it with. */
const END_OF_COLONS = /^ *:{3,}\s*$/;
const BANGS = /^(?<indent> *)(?:!!!|\?\?\?)\+?\s+(?<kind>[a-z][\w-]*)[^"]*(?:"(?<title>[^"]*)")?\s*$/;
const SLASHES = /^(?<indent> *)(?<fence>\/{3,})\s*(?<kind>[a-z][\w-]*)\s*(?:\|\s*(?<title>.*))?$/;
const FENCED =
  /^(?<indent> *)(?<fence>`{3,}|~{3,})\s*(?:\{(?<myst>[a-z][\w:-]*)\}|admonish(?:\s+(?<admonish>\w+))?)\s*(?<title>.*)$/;
const ALERT = /^(?<prefix> {0,3}>\s?)\[!(?<kind>\w+)\][-+]?\s*(?<title>.*)$/;
const CODE_FENCE = /^ *(?<fence>`{3,}|~{3,})(?<info>[^`]*)$/;
const OPTION_LINE = /^ *:[\w-]+:(?: .*)?$/;

const ROLE = /(?<![\w/`.=-])\{[a-z][\w:+-]{0,40}\}`(?<text>[^`<\n]{1,200}?)(?:\s*<[^`>\n]{0,300}>)?`/g;
/** What the dialects look like: without any of it there is nothing to rewrite. */
const DIALECT =
  /^ *(?:(?:% )?:::|!!!|\?\?\?|\/\/\/|>\s?\[!|(?:`{3,}|~{3,})\s*(?:\{|admonish))|(?<![\w/`.=-])\{[a-z][\w:+-]{0,40}\}`/m;

/**
 * Rewrites the notes of site generators as the paragraphs they show: `:::tip`, `!!! note`, `/// note`, `> [!NOTE]` and MyST's fenced
 * directives become text that begins with "Note:" or with their title. Code keeps every character.
 */
export function expandCallouts(markdown: string): string {
  if (!DIALECT.test(markdown)) return markdown;
  const writer = new CalloutWriter();
  for (const line of markdown.split('\n')) writer.add(line);
  return writer.lines.join('\n');
}

class CalloutWriter {
  readonly lines: string[] = [];
  readonly #open: Opening[] = [];
  readonly #sections = new SectionFences();
  /** The label that waits for its text. */
  #label: { readonly text: string; readonly prefix: string } | undefined;
  /** Whether nothing but options has been read since a directive opened. */
  #isAtOptions = false;
  /** Whether the options of what another file documents are being left out. */
  #isInReference = false;
  /** The fence of the code that is open, or of a directive whose text is left out. */
  #code: { readonly fence: string; readonly isKept: boolean } | undefined;

  add(line: string): void {
    if (this.#code !== undefined) this.#addCode(line, this.#code);
    else if (this.#isReference(line)) return;
    else if (!this.#closes(line) && !this.#opens(line)) this.#addText(line);
  }

  /** `::: package.module` asks for what another file says, with options set in below it. */
  #isReference(line: string): boolean {
    if (/^ *:{3,} *\w+(?:\.\w+)+ *$/.test(line)) this.#isInReference = true;
    else if (!/^(?: {4}|\s*$)/.test(line)) this.#isInReference = false;
    return this.#isInReference;
  }

  #addCode(line: string, { fence, isKept }: { readonly fence: string; readonly isKept: boolean }): void {
    const mark = line.trim();
    if (isKept) this.lines.push(this.#dedented(line));
    if (mark.startsWith(fence) && mark === fence.charAt(0).repeat(mark.length)) this.#code = undefined;
  }

  #opens(line: string): boolean {
    const text = this.#dedented(line);
    const opening = colons(text) ?? slashes(text) ?? bangs(text) ?? alert(text) ?? this.#fenced(text);
    if (opening === undefined) return false;
    if (opening === 'skipped') return true;
    if (opening.prefix === '') this.lines.push('');
    if (opening.closing !== 'none') this.#open.push(opening);
    if (opening.section !== undefined) this.#sections.open(opening.section);
    this.#label = opening.label === undefined ? undefined : { text: opening.label, prefix: opening.prefix };
    this.#isAtOptions = true;
    return true;
  }

  /** A fence of a directive; other code is passed on as it is. */
  #fenced(line: string): Opening | 'skipped' | undefined {
    const { fence = '', myst, admonish, title = '' } = FENCED.exec(line)?.groups ?? {};
    if (fence === '' || /^(?:code|code-block|sourcecode|code-cell)$/.test(myst ?? ''))
      return this.#plainCode(line, title, myst);
    const closing = new RegExp(`^ *${fence.charAt(0)}{${fence.length},}\\s*$`);
    const kind = KINDS.get(myst ?? admonish ?? 'note');
    const named = title.replaceAll('"', '').trim();
    if (kind !== undefined) return { label: named === '' ? kind : named, closing, prefix: '' };
    if (PROSE_DIRECTIVE.test(myst ?? '')) return { label: named === '' ? undefined : named, closing, prefix: '' };
    if (!EMPTY_DIRECTIVE.test(myst ?? '')) return this.#plainCode(line, title, myst);
    this.#code = { fence, isKept: false };
    return 'skipped';
  }

  #plainCode(line: string, title: string, directive: string | undefined): 'skipped' | undefined {
    const fence = CODE_FENCE.exec(line)?.groups?.['fence'];
    if (fence === undefined) return undefined;
    this.#flush();
    this.#code = { fence, isKept: true };
    this.#write(directive === undefined ? line : `${fence}${title.trim()}`);
    return 'skipped';
  }

  #closes(line: string): boolean {
    const last = this.#open.at(-1);
    if (last === undefined) return END_OF_COLONS.test(line);
    if (last.closing === 'none') return false;
    if (last.closing === 'indent') {
      if (line.trim() === '' || line.startsWith('    ')) return false;
      this.#open.pop();
      this.#flush();
      this.lines.push('');
      return this.#closes(line);
    }
    if (!last.closing.test(this.#dedented(line))) return false;
    this.#open.pop();
    this.#flush();
    if (last.section !== undefined) this.#sections.close();
    this.lines.push('');
    return true;
  }

  #addText(line: string): void {
    const text = this.#dedented(line).replaceAll(ROLE, '$<text>');
    // A comment of MyST.
    if (/^ *% \S/.test(text)) return;
    if (this.#isAtOptions && (OPTION_LINE.test(text) || this.#takeTitle(text))) return;
    if (text.trim() !== '') this.#isAtOptions = false;
    if (this.#label === undefined || text.trim() === '') {
      this.#write(text);
      return;
    }
    const { text: label, prefix } = this.#label;
    const body = text.startsWith(prefix) ? text.slice(prefix.length) : text;
    if (body.replace(/^#+ /, '') === label) this.#label = undefined;
    else if (/^ *(?:[-*+] |\d+[.)] |#|\||<)/.test(body)) this.#flush();
    this.#write(this.#label === undefined ? text : `${prefix}${withColon(label)} ${body.trimStart()}`);
    this.#label = undefined;
  }

  /** Writes a label whose text is no paragraph on a line of its own. */
  #flush(): void {
    if (this.#label === undefined) return;
    const { text, prefix } = this.#label;
    this.#write(`${prefix}${withColon(text)}`);
    this.lines.push(prefix.trimEnd());
    this.#label = undefined;
  }

  /** A heading that opens a fence of colons is the note's title: text after the note belongs to the section around it. */
  #takeTitle(line: string): boolean {
    const title = headingText(line);
    const last = this.#open.at(-1);
    if (title === undefined || last?.isNote !== true) return false;
    this.#label = { text: title, prefix: '' };
    this.#isAtOptions = false;
    return true;
  }

  #write(line: string): void {
    for (const placed of this.#sections.place(line)) this.lines.push(placed);
  }

  #dedented(line: string): string {
    const levels = this.#open.filter(({ closing }) => closing === 'indent').length;
    let text = line;
    for (let level = 0; level < levels && text.startsWith('    '); level += 1) text = text.slice(4);
    return text;
  }
}

function colons(line: string): Opening | undefined {
  const { fence = '', braced, attributes = '', bare, bracket, title = '' } = COLONS.exec(line)?.groups ?? {};
  const kind = braced ?? bare;
  // `::: package.module` asks for what another file says.
  if (fence === '' || kind === undefined || /^ *:+ *\w+\.\w/.test(line)) return undefined;
  if (sectionName(kind) !== undefined) return { label: undefined, closing: END_OF_COLONS, prefix: '', section: kind };
  const attribute = /\btitle="([^"]*)"/.exec(attributes)?.[1];
  const named = (attribute ?? bracket ?? title).replace(/\s*:{3,}\s*$/, '').trim();
  const isTitled = named !== '' && (KINDS.has(kind.toLowerCase()) || PROSE_DIRECTIVE.test(kind));
  const label = isTitled ? named : KINDS.get(kind.toLowerCase());
  return {
    label,
    closing: END_OF_COLONS,
    prefix: '',
    isNote: isTitled || NOTE_FENCE.test(kind) || KINDS.has(kind.toLowerCase()),
  };
}

function slashes(line: string): Opening | undefined {
  const { fence = '', kind = '', title = '' } = SLASHES.exec(line)?.groups ?? {};
  if (fence === '') return undefined;
  const label = title.trim() === '' ? KINDS.get(kind) : title.trim();
  return { label, closing: new RegExp(`^ *\\/{${fence.length}}\\s*$`), prefix: '' };
}

function bangs(line: string): Opening | undefined {
  const { kind, title } = BANGS.exec(line)?.groups ?? {};
  if (kind === undefined) return undefined;
  const named = title?.trim() ?? '';
  return { label: named === '' ? KINDS.get(kind) : named, closing: 'indent', prefix: '' };
}

function alert(line: string): Opening | undefined {
  const { kind, title = '', prefix = '> ' } = ALERT.exec(line)?.groups ?? {};
  if (kind === undefined) return undefined;
  return { label: title.trim() === '' ? KINDS.get(kind.toLowerCase()) : title.trim(), closing: 'none', prefix };
}

function withColon(label: string): string {
  return /[.:!?]$/.test(label) ? label : `${label}:`;
}
