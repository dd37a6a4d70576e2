import type { CaseCounts } from '../../analyze/casing.ts';
import { thirdPersonBase } from '../../analyze/english/verbs.ts';
import { indefiniteArticle, lowerFirst } from './phrases.ts';
import type { TextSample } from './recase.ts';

/**
 * A noun phrase with the article the document itself uses before it: "travel card" becomes "the travel card" where the
 * text mostly says so. Names and plurals, which the text writes bare, stay bare.
 */
export function withArticle(
  { text, lower }: TextSample,
  casing: ReadonlyMap<string, CaseCounts>,
  phrase: string,
): string {
  if (/^(?:a|an|the|your|our|my)\s/iu.test(phrase)) return lowerFirst(phrase, casing);
  const { the, indefinite, bare, plural } = countArticles(lower, phrase.toLowerCase());
  // "Duck" in a text about ducks: the kind is named by its plural.
  if (plural > the + indefinite + bare && /\p{Ll}$/u.test(phrase)) return `${lowerFirst(phrase, casing)}s`;
  // "Benefits" as a title, "the benefits" in the text: then it is no name.
  const written = isWrittenSmall(text, phrase) ? lowerFirst(phrase, casing) : phrase;
  if (the > 0 && the >= indefinite && the * 2 >= bare) return `the ${written}`;
  if (indefinite > 0 && indefinite >= bare) return `${indefiniteArticle(phrase)} ${phrase}`;
  return the + indefinite === 0 && bare <= 1 && takesArticle(phrase) ? `the ${phrase}` : phrase;
}

function isWrittenSmall(text: string, phrase: string): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(phrase) && text.includes(` ${phrase.toLowerCase()}`);
}

function takesArticle(phrase: string): boolean {
  return (NAME_WITH_ARTICLE.test(phrase) || COUNTABLE_HEAD.test(phrase)) && !/^\S+ing /u.test(phrase);
}

interface ArticleCounts {
  the: number;
  indefinite: number;
  bare: number;
  /** With an s at its end. */
  plural: number;
}

/** What stands before a phrase wherever it is not part of a longer word or a heading of its own. */
function countArticles(text: string, phrase: string): ArticleCounts {
  const counts: ArticleCounts = { the: 0, indefinite: 0, bare: 0, plural: 0 };
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + phrase.length)) {
    const before = wordBefore(text, at);
    const after = text.slice(at + phrase.length, at + phrase.length + 16);
    if (before !== '' && /^s(?![\p{L}\p{N}’'-])/u.test(after)) counts.plural += 1;
    if (before === '' || /^(?:[\p{L}\p{N}-]|\n|$)/u.test(after) || (/^ [\p{L}`]/u.test(after) && !endsPhrase(after)))
      continue;
    if (before === 'the') counts.the += 1;
    else if (before === 'a' || before === 'an') counts.indefinite += 1;
    else counts.bare += 1;
  }
  return counts;
}

/** The word that ends right before a place, or nothing when the place begins a line. */
function wordBefore(text: string, at: number): string {
  if (text.charAt(at - 1) !== ' ') return '';
  return text.slice(text.lastIndexOf(' ', at - 2) + 1, at - 1).replace(/^[^]*\n/u, '');
}

/** Whether what follows a phrase is no further noun of it: a function word or a verb. */
function endsPhrase(after: string): boolean {
  const next = /^ (?<word>[\p{L}'’-]+)/u.exec(after)?.groups?.['word'] ?? '';
  return PHRASE_END.test(after) || thirdPersonBase(next) !== undefined || /(?:ed|ly)$/u.test(next);
}

/** Words that end a noun phrase; any other word after it makes it part of a longer one. */
const PHRASE_END =
  /^ (?:is|are|was|were|has|have|had|can|could|will|would|must|should|may|might|and|or|but|of|for|in|on|to|from|with|at|by|as|that|which|who|when|where|if|so|than|then|into|about|you|your|we|it|also|does|do)\b/u;

/** Singular nouns that cannot stand bare: "explain request form" is no English. */
const COUNTABLE_HEAD =
  /^\S.* (?:directive|effort|issue|hook|option|announcement|notification|flag|setting|token|variable|attribute|element|property|operator|expression|clause|template|form|process|procedure|policy|plan|file|team|card|system|list|page|program|programme|guide|role|function|method|statement|letter|lead|officer|manager|committee|council|office|agency|agreement|contract|model|framework|cycle|period|schedule|budget|account|number|field|table|index|key|value|button|menu|tool|server|client|protocol|format|language|library|module|package|class|object|type|header|parameter|option|command|directory|folder|path|database|query|report|review|workflow|pipeline|checklist|calendar|meeting|interview|structure|architecture|approach|strategy|threshold|limit|rule|principle|requirement)$/u;

/** Names headed by a common noun take the article: "the Digital Council", "the Clean Air Act". */
const NAME_WITH_ARTICLE =
  /^\p{Lu}.*\s(?:Council|Committee|Department|Agency|Team|Program|Board|Bureau|Administration|Act|Code|Commission|Division|Institute|Foundation|Group|Unit|Initiative|Framework|Project|Portal|Association|Union|Treaty|Convention|Protocol|Handbook)$/u;
