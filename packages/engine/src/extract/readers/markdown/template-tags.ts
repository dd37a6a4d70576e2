import { splitCodeSpans } from '../../document/code-spans.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const LIST_ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/;
const INDENTED = /^(?: {4}|\t)/;
const HIGHLIGHT = /^\s*\{%-?\s*highlight\s+([\w+#-]+)/;
const END_HIGHLIGHT = /^\s*\{%-?\s*endhighlight\b/;
const COMMENT = /\{%-?\s*comment\b/;
const END_COMMENT = /\{%-?\s*endcomment\b/;

/** Opening and closing marks of Liquid, Jinja and Hugo tags, of includes, and of kramdown attribute lists. */
const TAGS: ReadonlyArray<readonly [open: string, close: string]> = [
  ['{%', '%}'],
  ['{{', '}}'],
  ['{#', '#}'],
  ['{*', '*}'],
  ['{:', '}'],
];

/** How far around a tag words make it part of a sentence, in characters. */
const NEARBY = 120;

/**
 * Drops what a site generator would have replaced: Liquid, Jinja and Hugo tags, kramdown attribute lists. Code keeps
 * every character, because a template may be what the code is about; `highlight` tags become code fences.
 */
export function dropTemplateTags(markdown: string): string {
  if (!/\{[%{#:*]/.test(markdown)) return markdown;
  const classifier = new LineClassifier();
  const runs: Array<{ readonly isProse: boolean; readonly lines: string[] }> = [];
  for (const line of markdown.split('\n')) {
    const { text, isProse } = classifier.classify(line);
    const run = runs.at(-1);
    if (run?.isProse === isProse) run.lines.push(text);
    else runs.push({ isProse, lines: [text] });
  }
  return runs.map(({ isProse, lines }) => (isProse ? cleanProse(lines.join('\n')) : lines.join('\n'))).join('\n');
}

/** Tells prose lines from code and blank ones, line by line: fences, highlight tags, and indentation outside lists. */
class LineClassifier {
  #fence: string | undefined;
  #isInComment = false;
  #isInList = false;
  #isInIndented = false;
  #wasBlank = true;

  classify(line: string): { readonly text: string; readonly isProse: boolean } {
    if (this.#fence !== undefined) return this.#insideFence(line, this.#fence);
    if (this.#isInComment || COMMENT.test(line)) {
      this.#isInComment = !END_COMMENT.test(line);
      return { text: '', isProse: false };
    }
    const language = HIGHLIGHT.exec(line)?.[1];
    if (language !== undefined) {
      this.#fence = '{%';
      return { text: `\`\`\`${language}`, isProse: false };
    }
    this.#fence = FENCE.exec(line)?.[1];
    if (this.#fence !== undefined) return { text: line, isProse: false };
    return { text: line, isProse: this.#isProse(line) };
  }

  #insideFence(line: string, fence: string): { readonly text: string; readonly isProse: boolean } {
    if (fence === '{%') {
      if (!END_HIGHLIGHT.test(line)) return { text: line, isProse: false };
      this.#fence = undefined;
      return { text: '```', isProse: false };
    }
    const mark = line.trim();
    if (mark.startsWith(fence) && mark === fence.charAt(0).repeat(mark.length)) this.#fence = undefined;
    return { text: line, isProse: false };
  }

  #isProse(line: string): boolean {
    const isBlank = line.trim() === '';
    if (LIST_ITEM.test(line)) this.#isInList = true;
    else if (this.#wasBlank && !isBlank && !/^[ \t]/.test(line)) this.#isInList = false;
    const isIndented = INDENTED.test(line) && !this.#isInList;
    this.#isInIndented = isIndented && (this.#wasBlank || this.#isInIndented);
    this.#wasBlank = isBlank;
    return !isBlank && !this.#isInIndented;
  }
}

function cleanProse(text: string): string {
  if (!/\{[%{#:*]/.test(text)) return text;
  const segments = splitCodeSpans(text);
  return segments.map((segment) => (segment.isCode ? segment.text : dropTags(segment.text))).join('');
}

/** One forward scan: an opening mark without a closing one ends the search for its kind. */
function dropTags(text: string): string {
  return TAGS.reduce((rest, [open, close]) => dropBetween(rest, open, close), text);
}

function dropBetween(text: string, open: string, close: string): string {
  const kept: string[] = [];
  let position = 0;
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, position)) {
    const end = text.indexOf(close, start + open.length);
    if (end < 0) break;
    kept.push(text.slice(position, start));
    position = end + close.length;
    const spoken = spokenArgument(text.slice(start + open.length, end));
    if (spoken !== '' && isInSentence(text, start, position)) kept.push(spoken);
  }
  return kept.join('') + text.slice(position);
}

/** Whether a tag has words near it on its line and is not the target of a link; a bounded look, for lines without end. */
function isInSentence(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - NEARBY), start);
  const after = text.slice(end, end + NEARBY);
  const sameLine = before.slice(before.lastIndexOf('\n') + 1) + (/^[^\n]*/.exec(after)?.[0] ?? '');
  return !before.endsWith('(') && /[\p{L}\p{N}]/u.test(sameLine);
}

/**
 * What a tag would have put into the sentence, as far as it tells: `{% slack_channel "crew" %}` says "crew". Arguments that
 * name a file or an address say nothing a reader would see.
 */
function spokenArgument(tag: string): string {
  return (
    /^-?\s*\w+\s+(?<quote>["'])(?<argument>[\p{L}\p{N}#@][\p{L}\p{N} &#@_-]{0,60})\k<quote>\s*-?$/u.exec(tag)?.groups?.[
      'argument'
    ] ?? ''
  );
}
