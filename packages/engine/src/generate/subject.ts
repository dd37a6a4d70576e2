import type { DocumentAnalysis } from '../analyze/analysis.ts';
import { STOP_WORDS } from '../analyze/english/word-classes.ts';
import type { TextSample } from './recase.ts';

/** What a document speaks of throughout, and the preposition it puts before the name. */
export interface SpokenSubject {
  readonly name: string;
  readonly preposition: string;
}

const LEAST_USES = 8;
/** The name must be this much more frequent than the next. */
const LEAD = 1.4;
/** And occur at least once in so many words that are written in mid-sentence. */
const WORDS_PER_USE = 250;
/** And in this share of the sections: a name of one example does not run through the document. */
const LEAST_SHARE = 0.35;
/** Sections with fewer characters say too little to name anything. */
const SHORT_SECTION = 200;

/** Words with a capital that name no subject: parts of a text, times, kinds of thing that every manual has. */
const NO_SUBJECT = new Set(
  `section chapter figure table listing appendix part page note example version january february march april may june july
  august september october november december monday tuesday wednesday thursday friday saturday sunday english api url uri id
  pdf html xml json sql http https unix internet us usa ok yes no true false null none dr mr mrs ms university
  department government federal state national american united states world team office`.split(/\s+/u),
);

const PREPOSITIONS = ['in', 'at'] as const;

/**
 * The one name that runs through a document ("SQLite", "Python"): by far the most frequent word that it writes with a
 * capital inside its sentences. Undefined where no name stands out.
 */
export function findSpokenSubject(
  { text, lower }: TextSample,
  { casing, sections }: DocumentAnalysis,
): SpokenSubject | undefined {
  let words = 0;
  let best: { readonly key: string; readonly uses: number } | undefined;
  let second = 0;
  for (const [key, counts] of casing) {
    words += counts.lower + counts.upper;
    if (counts.upper < LEAST_USES || counts.lower * 8 > counts.upper || !isNameLike(key)) continue;
    if (best === undefined || counts.upper > best.uses) {
      second = best?.uses ?? 0;
      best = { key, uses: counts.upper };
    } else if (counts.upper > second) second = counts.upper;
  }
  if (best === undefined || best.uses < second * LEAD || best.uses * WORDS_PER_USE < words) return undefined;
  const name = spellingOf(text, lower, best.key);
  // An acronym is a part of the subject or of its trade more often than the subject.
  if (name === undefined || name === name.toUpperCase()) return undefined;
  const long = sections.filter(({ start, end }) => end - start >= SHORT_SECTION && end <= text.length);
  const naming = long.filter(({ start, end }) => text.slice(start, end).includes(name)).length;
  if (naming < 2 || naming < long.length * LEAST_SHARE) return undefined;
  return { name, preposition: prepositionOf(lower, best.key) };
}

function isNameLike(key: string): boolean {
  return key.length > 1 && !STOP_WORDS.has(key) && !NO_SUBJECT.has(key) && /^\p{L}[\p{L}\p{N}]+$/u.test(key);
}

/** As the text writes it after a word in lower case. */
function spellingOf(text: string, lower: string, key: string): string | undefined {
  for (let at = lower.indexOf(` ${key}`); at !== -1; at = lower.indexOf(` ${key}`, at + 1)) {
    const spelled = text.slice(at + 1, at + 1 + key.length);
    const next = text.charAt(at + 1 + key.length);
    if (/^\p{Lu}/u.test(spelled) && !/[\p{L}\p{N}-]/u.test(next)) return spelled;
  }
  return undefined;
}

/** "at GSA", "in Python": the one that the text itself prefers. */
function prepositionOf(lower: string, key: string): string {
  const counts = PREPOSITIONS.map((preposition) => lower.split(` ${preposition} ${key} `).length);
  return PREPOSITIONS[counts.indexOf(Math.max(...counts))] ?? 'in';
}
