import { isCommonWord } from '../../analyze/english/common-word.ts';
import { ARTICLES } from '../../analyze/english/word-classes.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import type { PatternContext } from '../pattern.ts';
import { lowerFirst } from '../wording/phrases.ts';
import { holdsUnmistakable } from '../subjects/unmistakable.ts';

/** A term as a question writes it. */
export interface DefinedTerm {
  readonly written: string;
  /** A name of one thing: it is asked what it is, not what it means. */
  readonly isName: boolean;
}

/** The term a sentence defines, with the article and capitals it has inside a sentence; undefined where they cannot be told. */
export function definedTerm(context: PatternContext, subject: string): DefinedTerm | undefined {
  const { casing } = context.analysis;
  if (subject.includes('`')) return { written: lowerFirst(subject, casing), isName: true };
  if (/^an? /iu.test(subject)) return { written: withExpansion(context, lowerFirst(subject, casing)), isName: false };
  if (/^the /iu.test(subject)) return /\s\p{Lu}/u.test(subject) ? name(lowerFirst(subject, casing)) : undefined;
  const words = wordsOf(subject).filter(({ lower }) => !ARTICLES.has(lower));
  const [first, ...rest] = words;
  if (first === undefined) return undefined;
  return rest.length === 0 ? oneWord(context, subject) : moreWords(context, subject);
}

function name(written: string): DefinedTerm {
  return { written, isName: true };
}

const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}&/-]{1,7}$/u;

/** "An SLA" says nothing to one who does not know it: "an SLA (service-level agreement)" does. */
function withExpansion(context: PatternContext, written: string): string {
  const last = /\S+$/u.exec(written)?.[0] ?? '';
  const expansion = ACRONYM.test(last) ? context.analysis.acronyms.get(last) : undefined;
  return expansion === undefined ? written : `${written} (${expansion})`;
}

/** Whether a term is only letters whose meaning nothing in the question tells. */
export function isBareAcronym(written: string): boolean {
  return ACRONYM.test(written.replace(/^(?:an?|the) /iu, '').replace(/(?<=\p{Lu})s$/u, ''));
}

/** Endings of nouns that name a quality, an act or a field. */
const ABSTRACT = /(?:tion|sion|ance|ence|ity|ment|ing|ness|ism|graphy|logy|ship|hood)$/u;

/** A bare word before "is" is a name ("Kibana"), or something that is not counted ("inheritance"). */
function oneWord(context: PatternContext, subject: string): DefinedTerm | undefined {
  if (ACRONYM.test(subject)) return name(withExpansion(context, subject));
  if (/[\p{Lu}\p{N}]/u.test(subject.slice(1))) return name(subject);
  const lower = subject.toLowerCase();
  const counts = context.analysis.casing.get(lower);
  if (counts !== undefined && counts.upper > counts.lower) return name(subject);
  if (/^\p{Ll}/u.test(subject)) return name(subject);
  if (!isCommonWord(lower) && counts === undefined && !ABSTRACT.test(lower) && !lower.endsWith('s'))
    return name(subject);
  // "Solution is an early prototype": of a thing that is counted, the bare word is a label of this page.
  if (!lower.endsWith('s') && isCounted(context, lower)) return undefined;
  return { written: lower, isName: false };
}

/** "Apache Airflow" stands bare, "the Federal Employee Survey" does not, and "Customer Reference" is a label. */
function moreWords(context: PatternContext, subject: string): DefinedTerm | undefined {
  const inner = wordsOf(subject).slice(1);
  const isTitle = inner.some(({ text }) => /^\p{Lu}\p{Ll}/u.test(text));
  if (!isTitle) {
    const written = lowerFirst(subject, context.analysis.casing);
    return !/[^s]s$/u.test(written) && isCounted(context, written.toLowerCase())
      ? undefined
      : { written, isName: false };
  }
  if (/[^s]s$/u.test(subject) || holdsUnmistakable(`a ${subject}`)) return name(subject);
  const written = context.article(subject);
  if (written !== subject) return name(written);
  return isHeadCounted(subject) ? name(`the ${subject}`) : undefined;
}

/** Nouns that a name ends with and that then want an article: "the Employee Viewpoint Survey". */
function isHeadCounted(subject: string): boolean {
  return /\b(?:Survey|Network|Center|Centre|Office|Fund|Plan|Guide|Model|Standard|Report|Register|Registry|System|Process|Policy|Scheme|Service|Index|Form|Court|Law|Rule|Tool|Method|Test|Award|Fee|Tax|Line|Unit|Board|Page|Section)$/u.test(
    subject,
  );
}

/** Whether the text itself counts the thing: "a solution", "the solutions". */
function isCounted({ document }: PatternContext, lower: string): boolean {
  const escaped = lower.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  return new RegExp(String.raw`\b(?:an?|the|each|every|one|another) ${escaped}\b(?! \p{Ll}+(?:s|r|n|t)\b)`, 'iu').test(
    document.text,
  );
}
