import picomatch from 'picomatch';
import { UsageError } from '@dsgen/core';

export interface PathFilterOptions {
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[] | undefined;
  /** Text of the corpus's `.dsgenignore`, empty when it has none. */
  readonly ignoreFile: string;
}

/** Tells why a path is left out, or undefined when it is not. */
export interface PathFilter {
  whyExcluded(path: string, isFolder: boolean): string | undefined;
}

interface IgnoreRule {
  readonly pattern: string;
  readonly isNegated: boolean;
  readonly foldersOnly: boolean;
  readonly matches: (path: string) => boolean;
}

const GLOB_OPTIONS = { dot: true, strictSlashes: false } as const;

/** Braces and ranges in a pattern multiply; real patterns are short. */
const MAX_PATTERN_LENGTH = 1000;

/**
 * Include and exclude globs, and the lines of `.dsgenignore` (as in `.gitignore`: the last line that matches decides, `!` takes
 * back, a trailing `/` means folders, a pattern without `/` matches at any depth).
 *
 * @throws UsageError `pattern-invalid`
 */
export function createPathFilter(options: PathFilterOptions): PathFilter {
  const include = options.include?.map(compile);
  const exclude = (options.exclude ?? []).map((pattern) => ({ pattern, matches: compile(pattern) }));
  const rules = parseIgnoreFile(options.ignoreFile);
  return {
    whyExcluded(path, isFolder) {
      const excluding = exclude.find(({ matches }) => matches(path));
      if (excluding !== undefined) return `matches the exclude pattern ${JSON.stringify(excluding.pattern)}`;
      const rule = rules.findLast((candidate) => (isFolder || !candidate.foldersOnly) && candidate.matches(path));
      if (rule?.isNegated === false) return `matches ${JSON.stringify(rule.pattern)} in .dsgenignore`;
      if (isFolder || include === undefined || include.some((matches) => matches(path))) return undefined;
      return 'matches no include pattern';
    },
  };
}

function compile(pattern: string): (path: string) => boolean {
  if (pattern.length > 0 && pattern.length <= MAX_PATTERN_LENGTH) return picomatch(pattern, GLOB_OPTIONS);
  throw new UsageError({
    code: 'pattern-invalid',
    message: `Cannot use a pattern of ${pattern.length} characters`,
    fix: `Use a glob such as "notes/**/*.md", 1 to ${MAX_PATTERN_LENGTH} characters long.`,
  });
}

function parseIgnoreFile(text: string): readonly IgnoreRule[] {
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map(parseIgnoreRule);
}

function parseIgnoreRule(pattern: string): IgnoreRule {
  const isNegated = pattern.startsWith('!');
  const positive = isNegated ? pattern.slice(1) : pattern;
  const foldersOnly = positive.endsWith('/');
  const glob = foldersOnly ? positive.slice(0, -1) : positive;
  const isAnchored = glob.includes('/');
  const matches = compile(isAnchored ? glob.replace(/^\//u, '') : `**/${glob}`);
  return { pattern, isNegated, foldersOnly, matches };
}
