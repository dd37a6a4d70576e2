import { BASE_VERBS, gerundBase } from '../english/verbs.ts';
import { STOP_WORDS, DISCOURSE_OPENERS } from '../english/word-classes.ts';
import type { CaseCounts } from '../casing.ts';
import { AMBIGUOUS_NAMES, HONORIFICS, PLAIN_CAPITALISED } from './capitalised-words.ts';
import type { Entity, EntityType } from './entity.ts';
import { FIRST_NAMES } from './first-names.ts';
import type { Gazetteer } from './gazetteer.ts';
import { nameRuns, type NameRun, type NameWord } from './name-runs.ts';
import { ORGANIZATION_HEADS, ORGANIZATION_OPENERS, ORGANIZATIONS } from './organizations.ts';
import { PLACE_HEADS, PLACES } from './places.ts';

export interface NameKnowledge {
  readonly gazetteer: Gazetteer;
  readonly casing: ReadonlyMap<string, CaseCounts>;
}

/** Names of a text, in order, and whether a capitalised word may be one and could not be told. */
export function findNames(
  text: string,
  knowledge: NameKnowledge,
): { readonly entities: readonly Entity[]; readonly isDoubtful: boolean } {
  const entities: Entity[] = [];
  let isDoubtful = false;
  for (const run of joinRuns(text, [...nameRuns(text)])) {
    const words = withoutPlainEnds(run, knowledge);
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined) continue;
    const range = { start: first.start, end: last.end };
    const name = text.slice(range.start, range.end);
    const type = typeOf(words, name, knowledge.gazetteer);
    // "French" before "Anarchist Federation" may or may not belong to its name.
    const isCut =
      type === 'organization' &&
      !isKnown(words, knowledge) &&
      run.words.some((word) => !words.includes(word) && PLAIN_CAPITALISED.has(word.text));
    if (type === undefined || isCut) isDoubtful = true;
    else
      entities.push(
        HONORIFICS.has(first.text)
          ? { type, start: words[1]?.start ?? range.start, end: range.end }
          : { type, ...range },
      );
  }
  return { entities, isDoubtful };
}

/** "Department" and "Homeland Security" around "of", "Washington" and "D.C." around a comma. */
function joinRuns(text: string, runs: readonly NameRun[]): readonly NameRun[] {
  const joined: NameRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, run.start);
    const opener = last?.words.at(-1)?.text ?? '';
    const isOf = /^ (?:of|for)(?: the)? $/u.test(between) && ORGANIZATION_OPENERS.has(opener);
    const isPlace = between === ', ' && last !== undefined && PLACES.has(text.slice(last.start, run.end));
    if (last !== undefined && (isOf || isPlace)) {
      joined[joined.length - 1] = { ...last, end: run.end, words: [...last.words, ...run.words] };
    } else {
      joined.push(run);
    }
  }
  return joined;
}

/** A run without the words at its ends that have their capital from their place, or are no names. */
function withoutPlainEnds({ words, opensSentence }: NameRun, knowledge: NameKnowledge): readonly NameWord[] {
  let kept = words;
  if (opensSentence && kept[0] !== undefined && isOrdinary(kept[0].text, knowledge) && !isKnown(kept, knowledge))
    kept = kept.slice(1);
  while (kept[0] !== undefined && isPlain(kept[0].text) && !opensName(kept) && !isKnown(kept, knowledge))
    kept = kept.slice(1);
  while (kept.length > 0 && isPlain(kept.at(-1)?.text ?? '') && !isKnown(kept, knowledge)) kept = kept.slice(0, -1);
  return kept;
}

/** "Christian Heimes" is a person, "Christian" alone is none. */
function opensName(words: readonly NameWord[]): boolean {
  return words.length > 1 && FIRST_NAMES.has(words[0]?.text ?? '');
}

function isPlain(word: string): boolean {
  return PLAIN_CAPITALISED.has(word) || word === 'The' || word === 'A';
}

function isKnown(words: readonly NameWord[], { gazetteer }: NameKnowledge): boolean {
  const text = words.map((word) => word.text).join(' ');
  return gazetteer.has(text) || PLACES.has(text) || ORGANIZATIONS.has(text);
}

/** A word that the document, or English, writes small elsewhere. */
function isOrdinary(word: string, { casing }: NameKnowledge): boolean {
  const lower = word.toLowerCase();
  if (FIRST_NAMES.has(word) || /[\p{Lu}\p{N}]/u.test(word.slice(1))) return false;
  if (
    lower === 'see' ||
    STOP_WORDS.has(lower) ||
    DISCOURSE_OPENERS.has(lower) ||
    BASE_VERBS.has(lower) ||
    gerundBase(lower) !== undefined
  )
    return true;
  const counts = casing.get(lower);
  if (counts !== undefined) return counts.lower > counts.upper;
  return /(?:ly|ings?|tions?|ments?|ness|ities|ers)$/u.test(lower) && lower.length > 6;
}

function typeOf(words: readonly NameWord[], text: string, gazetteer: Gazetteer): EntityType | undefined {
  const first = words[0]?.text ?? '';
  const last = words.at(-1)?.text ?? '';
  if (words.length === 1 && AMBIGUOUS_NAMES.has(text)) return gazetteer.get(text);
  if (PLACES.has(text)) return 'place';
  if (ORGANIZATIONS.has(text)) return 'organization';
  if (words.length > 1 && (ORGANIZATION_HEADS.has(last) || isOpenedOrganization(words))) return 'organization';
  if (words.length > 1 && PLACE_HEADS.has(last)) return 'place';
  if (isPersonName(words, first)) return 'person';
  return gazetteer.get(text);
}

/** "Department of Defense": the opener, "of", and what it is for. */
function isOpenedOrganization(words: readonly NameWord[]): boolean {
  return words.slice(0, -1).some(({ text, end }, index) => {
    const next = words[index + 1];
    return ORGANIZATION_OPENERS.has(text) && next !== undefined && next.start - end > 1;
  });
}

function isPersonName(words: readonly NameWord[], first: string): boolean {
  if (words.length < 2 || words.length > 4) return false;
  const isNamed = FIRST_NAMES.has(first) || HONORIFICS.has(first);
  return (
    isNamed &&
    words
      .slice(1)
      .every(
        ({ text }) =>
          /^\p{Lu}(?:\.|\p{Ll}[\p{L}'’-]*)(?:\p{Lu}\.)*$/u.test(text) &&
          !PLAIN_CAPITALISED.has(text) &&
          !STOP_WORDS.has(text.toLowerCase()),
      )
  );
}
