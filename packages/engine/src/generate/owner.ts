import type { Section } from '../analyze/analysis.ts';
import type { PatternContext } from './pattern.ts';
import { lowerFirst, subjectDefect, truecase, verbPhrase } from './phrases.ts';
import { plainHeading } from './topic.ts';
import { isVagueHeading } from './vague-headings.ts';

/** What an aspect heading is an aspect of: the nearest heading above that names a thing, else the document's topic. */
export function ownerOf(context: PatternContext, section: Section): string | undefined {
  const parent = section.headingPath.at(-1);
  if (parent === undefined)
    return section.level > 1 || context.topic.name === undefined ? context.topic.name : undefined;
  const heading = plainHeading(parent);
  if (isVagueHeading(heading) || /[:;…!?]|\s[-–—]\s/u.test(heading)) return undefined;
  if (subjectDefect(heading, 8) !== undefined || verbPhrase(heading, context.analysis.casing) !== undefined)
    return undefined;
  return withArticle(context, truecase(heading, context.analysis.casing));
}

/**
 * A noun phrase with the article the document itself uses before it: "travel card" becomes "the travel card" where the
 * text mostly says so. Names and plurals, which the text writes bare, stay bare.
 */
export function withArticle(context: PatternContext, phrase: string): string {
  if (/^(?:a|an|the|your|our|my)\s/iu.test(phrase) || phrase.length > 60)
    return lowerFirst(phrase, context.analysis.casing);
  const counts = new Map<string, number>();
  const needle = phrase.toLowerCase();
  const haystack = lowerText(context);
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + needle.length)) {
    const before = /(\S+)\s$/u.exec(haystack.slice(Math.max(0, at - 12), at))?.[1] ?? '';
    const after = haystack.slice(at + needle.length, at + needle.length + 2);
    if (/^[\p{L}\p{N}-]/u.test(after) || /^\s?$/u.test(before) || after.startsWith('\n')) continue;
    const article = before === 'the' || before === 'a' || before === 'an' ? before : '';
    counts.set(article, (counts.get(article) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted(
    ([left, leftCount], [right, rightCount]) => rightCount - leftCount || (left < right ? -1 : 1),
  );
  return best === undefined || best[0] === '' ? phrase : `${best[0]} ${phrase}`;
}

/** Characters searched for a phrase: enough to see its article, and a bound on headings times text. */
const MAX_SEARCHED = 200_000;

const lowered = new WeakMap<object, string>();

/** Lower-casing a document once, not once per heading. */
function lowerText({ document }: PatternContext): string {
  const known = lowered.get(document);
  if (known !== undefined) return known;
  const text = document.text.slice(0, MAX_SEARCHED).toLowerCase();
  lowered.set(document, text);
  return text;
}
