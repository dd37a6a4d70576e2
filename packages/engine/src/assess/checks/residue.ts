import type { Defect } from '../check.ts';
import { withoutCodeAndTables, type RecordParts } from '../record-parts.ts';

interface Mark {
  readonly pattern: RegExp;
  readonly what: string;
}

/** What templates, badges and dropped links leave behind. Patterns are anchored on fixed characters, so they are linear. */
const MARKS: readonly Mark[] = [
  { pattern: /\{%|%\}|\{\{|\}\}|<%|%>/u, what: 'a template tag' },
  {
    pattern:
      /<\/?(?:a|b|i|p|br|hr|em|div|span|img|font|center|strong|small|sup|sub|code|pre|kbd|table|thead|tbody|tr|td|th|ul|ol|li|dl|dt|dd|h[1-6]|script|style|iframe|details|summary|nav|section|header|footer|figure|figcaption|blockquote)(?:\s[^<>]{0,200})?\/?>/iu,
    what: 'an HTML tag',
  },
  { pattern: /&(?:nbsp|amp|lt|gt|quot|#\d{1,5});/u, what: 'an HTML entity' },
  { pattern: /!\[|\]\(|(?<![\w`])(?:\[\s*\]|\(\s*\))|\[\[|\]\]/u, what: 'a broken link' },
  { pattern: /^---\s*$|^(?:layout|permalink|redirect_from|sidebar|slug):\s/mu, what: 'front matter' },
  { pattern: /:\w+:`|``\w|^\.\. [\w-]+::/mu, what: 'reStructuredText left over' },
  {
    pattern:
      /^={2,6} \S|\b(?:xref|link):(?:https?:)?\S+\[|<<[\w-]+(?:,[^<>]+)?>>|\bimage::|^\[(?:NOTE|TIP|WARNING|IMPORTANT|CAUTION|source|quote|cols|options|role)[\],=%]/mu,
    what: 'AsciiDoc left over',
  },
  {
    pattern:
      /@(?:ref|xref|pxref|code|var|file|samp|command|option|url|uref|emph|strong|dfn|kbd|env)\{|\\(?:ref|cite|label|emph|textbf|textit|texttt|url|href|section|begin|item)\{|\b[LCBIFXE]<[^<>\s][^<>]*>|\\f[BIRP]|^\.(?:SH|PP|TP|BR|IP|RS|RE)\b/mu,
    what: 'the source of a manual',
  },
  { pattern: /^:::|^\{[:#.]|\{:\s?[.#]|^(?:!!!|\?\?\?)\+? \w/mu, what: 'a directive' },
  {
    pattern: /\b(?:at|in|on|see|visit|from|via|using|with|the|to|of|by|for|and) [.,;:)](?=\s|$)/iu,
    what: 'a gap where something was dropped',
  },
  {
    pattern:
      /\bwith (?:and|or|on) (?!without\b|for\b)|\b(?:in|on) (?:and|or) (?!off\b|out\b|around\b|above\b|of\b|between\b|under\b|after\b|before\b|over\b|near\b|through\b|at\b|not\b|on\b)|\w_ to\b/u,
    what: 'a gap where something was dropped',
  },
  {
    pattern:
      /^[ \t]*(?:[-*•]|\d+[.)]) (?:[—–-]\s|\([^)\n]*\)$|(?:where|which|whose)\b|\p{Extended_Pictographic}\uFE0F?$)/mu,
    what: 'a list item that lost its head',
  },
  { pattern: /[\p{L}\p{N}"”’)\]]\.? [.,;](?=\s|$)(?! \.)/u, what: 'a gap where something was dropped' },
  { pattern: /https?:\/\/[^\s/]+\/[^\s]*\/\/(?!web|www)/u, what: 'an address with a gap' },
  { pattern: /\b(?:build|coverage|npm|license|downloads) (?:passing|failing|\d+%)|shields\.io/iu, what: 'a badge' },
  {
    pattern: /\$\$|\\(?:frac|hat|sum|prod|cdots?|math(?:bf|cal|rm)|left|right|infty?|approx)\b/u,
    what: 'a formula in its source',
  },
  { pattern: /(?:\p{L} |[.,;)"”])\[\d{1,2}\](?=[\s.,;:)]|$)/u, what: 'the mark of a note' },
  { pattern: /[\uFFFD\uE000-\uF8FF]/u, what: 'an unreadable character' },
  { pattern: /\*\*\s|\s\*\*(?=[.,;]|$)|(?:^|\s)#{1,6}\s/u, what: 'Markdown left over' },
  {
    pattern:
      /lorem ipsum|\bTODO\b|\bTK\b|\bTBD\b|\bFIXME\b|\bXXX\b|coming soon|under construction|\[insert|placeholder text/iu,
    what: 'a placeholder',
  },
  { pattern: /(?:^|\n)[ \t]*(?:\||\+[-=]{3,})/u, what: 'a broken table' },
];

/** Code that was to be filled in from another file: the record would teach the directive. */
const INCLUDE_DIRECTIVE =
  /\{\{\s?#|\binclude::|\{%\s|literalinclude::|<<<\s?@|<!--\s?(?:include|embed)|^[ \t]*#include_code/mu;

/** Looks at running text only: code and tables are carried as the document has them. */
export function checkResidue({ question, answer, prose, passage, kind }: RecordParts): Defect | undefined {
  const include = INCLUDE_DIRECTIVE.exec(`${answer}\n${passage}`);
  if (include !== null)
    return { reason: 'residue', detail: `It holds an include that was not resolved: "${include[0].trim()}".` };
  const texts = kind === 'data' ? [question] : [question, prose, withoutCodeAndTables(passage)];
  return texts.map(findResidue).find((defect) => defect !== undefined);
}

function findResidue(text: string): Defect | undefined {
  const plain = text.replaceAll(/^\*\*[^*\n]+\*\*$/gmu, '');
  for (const { pattern, what } of MARKS) {
    const found = pattern.exec(plain);
    if (found !== null) return { reason: 'residue', detail: `It holds ${what}: "${found[0].trim().slice(0, 40)}".` };
  }
  return undefined;
}
