import type { Attributes } from './element-traits.ts';

const BY_PREFIX = /^(?:language|lang|highlight-source|highlight|code|brush:?)[-:]([\w+#.-]{1,30})$/;
const NOT_A_LANGUAGE = new Set([
  'default',
  'none',
  'plain',
  'text',
  'plaintext',
  'txt',
  'block',
  'wrapper',
  'box',
  'toolbar',
  'example',
  'notranslate',
]);
/** Pandoc and others name the language as a class of its own beside one of these. */
const COMPANIONS = new Set(['sourcecode', 'prettyprint', 'hljs', 'src', 'code']);

/** The language of code as the classes of its elements tell it, innermost element first. */
export function codeLanguage(elements: readonly Attributes[]): string | undefined {
  for (const attributes of elements) {
    const named = attributes['data-lang'] ?? attributes['data-language'];
    if (named !== undefined && /^[\w+#.-]{1,30}$/.test(named)) return accepted(named);
    const found = languageOfClass(attributes['class'] ?? '');
    if (found !== undefined) return found;
  }
  return undefined;
}

function languageOfClass(classes: string): string | undefined {
  const tokens = classes
    .slice(0, 500)
    .replace(/brush:\s*/i, 'brush:')
    .split(/[\s;]+/)
    .filter(Boolean);
  for (const token of tokens) {
    const named = BY_PREFIX.exec(token.toLowerCase())?.[1];
    if (named !== undefined && accepted(named) !== undefined) return named;
  }
  const companion = tokens.findIndex((token) => COMPANIONS.has(token.toLowerCase()));
  const next = companion < 0 ? undefined : tokens[companion + 1]?.toLowerCase();
  return next !== undefined && /^[a-z][\w+#]{0,15}$/.test(next) ? accepted(next) : undefined;
}

function accepted(language: string): string | undefined {
  const lower = language.toLowerCase();
  return NOT_A_LANGUAGE.has(lower) || COMPANIONS.has(lower) ? undefined : lower;
}
