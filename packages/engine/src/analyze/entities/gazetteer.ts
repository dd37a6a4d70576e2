import type { CaseCounts } from '../casing.ts';
import { STOP_WORDS } from '../english/word-classes.ts';
import { ORGANIZATION_HEADS } from './organizations.ts';
import type { EntityType } from './entity.ts';
import { nameRuns, type NameWord } from './name-runs.ts';
import { AMBIGUOUS_NAMES, HONORIFICS, PLAIN_CAPITALISED } from './capitalised-words.ts';
import { FIRST_NAMES } from './first-names.ts';

/** Names whose type the document itself tells somewhere. */
export type Gazetteer = ReadonlyMap<string, EntityType>;

const PRODUCT_NOUN =
  '(?:software|application|app|browser|library|database|plugin|plug-in|program|platform|editor|compiler|framework|operating system|programming language|toolkit|spreadsheet)';
const NAME = '\\p{Lu}[\\p{L}\\p{N}]+(?: \\p{Lu}[\\p{L}\\p{N}]+)?';
const PRODUCT_CUES = [
  new RegExp(`(?<![\\p{L}\\p{N}.])(?<name>${NAME}) (?:version |v)?\\d+\\.\\d+`, 'gu'),
  new RegExp(`\\b(?:the|a) (?<name>${NAME}) ${PRODUCT_NOUN}\\b`, 'gu'),
  new RegExp(`\\b${PRODUCT_NOUN}s? (?:called |named )?(?<name>\\p{Lu}\\p{Ll}+\\p{Lu}\\p{L}*)\\b`, 'gu'),
];

/** Words that stand before numbers without being products. */
const NO_PRODUCT =
  /^(?:Section|Chapter|Table|Figure|Version|Appendix|Part|Step|Release|Item|Level|Page|Since|In|The|As|From|Until|Before|After|With|For|And|Or|To|At|See|Article|Rule|Example|Listing|Note|Windows Server)\b/u;

export interface GazetteerSources {
  readonly acronyms: ReadonlyMap<string, string>;
  readonly casing: ReadonlyMap<string, CaseCounts>;
}

/** Collects persons by their full names, products by versions and kinds, and organizations by expanded acronyms. */
export function buildGazetteer(text: string, { acronyms, casing }: GazetteerSources): Gazetteer {
  const gazetteer = new Map<string, EntityType>();
  for (const [acronym, name] of acronyms) {
    const isOrganization = name.split(' ').some((word) => ORGANIZATION_HEADS.has(word));
    if (isOrganization) gazetteer.set(acronym, 'organization').set(name, 'organization');
  }
  for (const cue of PRODUCT_CUES) {
    for (const match of text.matchAll(cue)) {
      const name = match.groups?.['name'] ?? '';
      if (/\p{Ll}/u.test(name) && !NO_PRODUCT.test(name) && !FIRST_NAMES.has(name) && !isPlainWord(name))
        gazetteer.set(name, 'product');
    }
  }
  for (const { words } of nameRuns(text)) {
    const surname = words.at(-1)?.text ?? '';
    if (!opensPerson(words) || gazetteer.has(surname)) continue;
    const isWord = STOP_WORDS.has(surname.toLowerCase()) || (casing.get(surname.toLowerCase())?.lower ?? 0) > 0;
    if (!isWord && !isPlainWord(surname) && !AMBIGUOUS_NAMES.has(surname)) gazetteer.set(surname, 'person');
  }
  return gazetteer;
}

/** Two to four words that begin like the name of a person and do not end like that of an organization. */
function opensPerson(words: readonly NameWord[]): boolean {
  const first = words[0]?.text ?? '';
  const last = words.at(-1)?.text ?? '';
  if (words.length < 2 || words.length > 4 || !/^\p{Lu}\p{Ll}/u.test(last)) return false;
  return (FIRST_NAMES.has(first) || HONORIFICS.has(first)) && !ORGANIZATION_HEADS.has(last);
}

/** An acronym that is no name, or one of the words that English always writes large. */
function isPlainWord(word: string): boolean {
  return PLAIN_CAPITALISED.has(word) || STOP_WORDS.has(word.toLowerCase());
}
