import { dedented } from './indented-lines.ts';
import { listTableRows, tableLines } from './restructured-tables.ts';

/** `.. name:: argument`, its options and the text below it. */
export interface Directive {
  readonly name: string;
  readonly argument: string;
  readonly options: ReadonlyMap<string, string>;
  readonly body: readonly string[];
}

const OPENING = /^\.\. (?:\|[^|]*\| *)?(?:[\w-]+:)?(?<name>[a-z][\w-]*):: *(?<argument>.*)$/;
const OPTION = /^:(?<name>[\w-]+):(?: +(?<value>.*))?$/;
const NOTE = /^(?:note|tip|hint|important|warning|caution|attention|danger|error|seealso)$/;
const BOLD_TITLE = /^\*\*(?<title>[^*]{1,80}[^*.,:;!?])\*\*(?:$|(?<=\s\S{0,80}) (?<rest>\p{Lu}.*)$)/u;
const CODE = /^(?:code|code-block|sourcecode|prompt|parsed-literal|testcode|doctest|ipython|highlight-block|console)$/;
/** What wraps text of its own, with or without a title. */
const WRAPPER =
  /^(?:admonition|topic|sidebar|epigraph|highlights|pull-quote|compound|container|dropdown|card|collapse|details|grid|grid-item|grid-item-card|tab-set|tab-item|tabs|tab|group-tab|table|only|glossary|centered|margin|list-table|rst-class|figure)$/;
/** Directives whose title may take several lines. */
const TITLED = /^(?:card|grid-item-card|dropdown|tab-item)$/;
const OBJECT =
  /^(?:function|class|method|classmethod|staticmethod|attribute|data|option|envvar|confval|exception|describe|object|property|setting|cmdoption|type|macro|var|decorator)$/;
const CHANGE: ReadonlyMap<string, string> = new Map([
  ['versionadded', 'Added in version'],
  ['versionchanged', 'Changed in version'],
  ['deprecated', 'Deprecated since version'],
]);

/** The directive that a line opens; undefined for comments, targets and footnotes. */
export function readDirective(line: string, below: readonly string[]): Directive | undefined {
  const { name, argument = '' } = OPENING.exec(line)?.groups ?? {};
  if (name === undefined) return undefined;
  const body = [...dedented(below)];
  const options = new Map<string, string>();
  for (let found = OPTION.exec(body[0] ?? ''); found !== null; found = OPTION.exec(body[0] ?? '')) {
    options.set(found.groups?.['name'] ?? '', found.groups?.['value'] ?? '');
    body.shift();
  }
  const rest = dedented(body);
  return { name, argument: argument.trim(), options, body: TITLED.test(name) ? withoutHead(rest) : rest };
}

/** Text without the lines of a title that goes on, and their options. */
function withoutHead(body: readonly string[]): readonly string[] {
  const end = body.findIndex((line) => line.trim() === '');
  const head = end < 0 ? [] : body.slice(0, end);
  return head.some((line) => OPTION.test(line)) ? body.slice(end) : body;
}

/** What a directive shows, as Markdown; nothing where its text lies elsewhere. */
export function directiveLines(directive: Directive, write: WriteLines): readonly string[] {
  const { name, argument, options, body } = directive;
  if (CODE.test(name)) return codeLines(argument, body);
  if (name === 'math') return codeLines('math', [...(argument === '' ? [] : [argument]), ...body]);
  if (NOTE.test(name)) return noteLines(name, argument === '' ? body : [argument, ...body], write);
  if (name === 'image') return pictureLines(options);
  if (name === 'rubric') return [`**${write([argument]).join(' ')}**`];
  if (name === 'list-table') return listTable(directive, write);
  const change = CHANGE.get(name);
  if (change !== undefined)
    return write([`${change} ${argument}`.replace(/(\d)(?: |$)/, '$1: ') + ' ' + (body[0] ?? ''), ...body.slice(1)]);
  if (OBJECT.test(name)) return [...(argument === '' ? [] : [`\`${argument}\``, '']), ...write(body)];
  if (name === 'figure') return [...pictureLines(options), '', ...write(body)];
  if (!WRAPPER.test(name)) return [];
  return [...titleLines(name, argument, write), ...write(body)];
}

type WriteLines = (lines: readonly string[]) => readonly string[];

/** A note as a fence of colons; what it opens with in bold type, before a new line or sentence, is its title. */
function noteLines(name: string, lines: readonly string[], write: WriteLines): readonly string[] {
  const { title, rest } = BOLD_TITLE.exec(lines[0] ?? '')?.groups ?? {};
  if (title === undefined) return [`::: ${name}`, '', ...write(lines), '', ':::'];
  return [
    `::: ${name} ${title}`,
    '',
    ...write(rest === undefined ? lines.slice(1) : [rest, ...lines.slice(1)]),
    '',
    ':::',
  ];
}

function codeLines(language: string, body: readonly string[]): readonly string[] {
  if (body.every((line) => line.trim() === '')) return [];
  return [`\`\`\`\`${/^[\w+#-]*$/.test(language) ? language : ''}`, ...body, '````'];
}

function pictureLines(options: ReadonlyMap<string, string>): readonly string[] {
  const text = options.get('alt')?.replace(/[[\]]/g, '') ?? '';
  return text === '' ? [] : [`![${text}](picture)`];
}

/** A title above its text; what shapes a page has arguments that are none. */
function titleLines(name: string, argument: string, write: WriteLines): readonly string[] {
  if (argument === '' || /^(?:grid|container|only|tab-set|tabs|rst-class|compound)$/.test(name)) return [];
  const title = write([argument]).join(' ').trim();
  if (title === '') return [];
  return [name === 'centered' || name === 'epigraph' || /[.:!?]$/.test(title) ? title : `${title}:`, ''];
}

function listTable({ options, body }: Directive, write: WriteLines): readonly string[] {
  const rows = listTableRows(body).map((row) => row.map((cell) => write([cell.trim()]).join(' ')));
  return tableLines(rows, Number.parseInt(options.get('header-rows') ?? '0', 10) || 0);
}
