import { COORDINATORS, DETERMINERS, PREPOSITIONS } from '../../analyze/english/word-classes.ts';
import { contentStems, countWords, wordsOf } from '../../analyze/english/words.ts';
import { isVagueHeading } from './vague-headings.ts';

const MOST_WORDS = 11;

/** A heading that says something without its neighbours: no "Other tags", no signature, nothing in capitals throughout. */
export function isDescriptive(heading: string): boolean {
  const words = wordsOf(heading);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined || words.length > MOST_WORDS || isVagueHeading(heading)) return false;
  if (PREPOSITIONS.has(last.lower) || DETERMINERS.has(last.lower)) return false;
  if (COORDINATORS.has(first.lower) || PREPOSITIONS.has(first.lower) || NEEDS_NEIGHBOURS.test(heading)) return false;
  if (LEANS.test(heading) || !/^[\p{Lu}\p{N}`]|^\p{Ll}+\p{Lu}/u.test(heading)) return false;
  // Code may be spelled as it likes, and an acronym goes along with its name: "Paperwork Reduction Act (PRA)".
  const plain = heading.replaceAll(/`[^`]*`/gu, 'Code').replaceAll(ACRONYM, '');
  return (
    (contentStems(heading).length > 1 || isOneNoun(heading)) &&
    heading !== heading.toUpperCase() &&
    plain !== 'Code' &&
    !/[=<>{}|()[\]*†"“”]|(?:^|\s)_\w|[.…]$|\p{Extended_Pictographic}/u.test(plain)
  );
}

const ACRONYM = /\s\(\p{Lu}[\p{Lu}\p{N}&-]+s?\)/gu;

/** "Polymorphism", "The gym". */
function isOneNoun(heading: string): boolean {
  return /^(?:The )?\p{Lu}?\p{L}[\p{Ll}\p{N}.-]{3,}$/u.test(heading) && !/(?:ing|ed|ly)$/u.test(heading);
}

/** "How does this help?", "Key challenges included", "Sequentially consistent", "Please help": a part of something said elsewhere. */
const LEANS =
  /\b(?:this|these|those|it|its|them|they|here|there|above|below)\b|\b(?:includes?|included|as follows)$|^\p{L}+ly \p{L}+$|^(?:please|so|now|also|then|thank)\b/iu;

/** "Other tags", "Your part": says nothing without the headings around it. */
export const NEEDS_NEIGHBOURS =
  /^(?:your|other|more|further|another|additional|some|special|single|general|common|basic|advanced|step|the (?:easy|hard|simple|general|other|first|second|third|last|next|new|old)|case|part|class:|event:|method|example)\b/iu;

/**
 * Every topic word of the heading occurs, or the given share of three and more, and most occur more than once or right at
 * the start.
 */
export function isAbout(passage: string, heading: string, leastShared = 1): boolean {
  const stems = contentStems(passage);
  const opening = stems.slice(0, OPENING_WORDS);
  const wanted = topicWords(heading);
  if (wanted.length === 1) return wanted.every((word) => has(opening, word)) && isRunningThrough(stems, wanted);
  const central = wanted.filter(
    (word) => has(opening, word) || stems.filter((other) => isSame(word, other)).length > 1,
  );
  // "Push and pop" is about both.
  const least = /\band\b|[&,/]|\bvs\b/u.test(heading) ? 1 : 2 / 3;
  return (
    wanted.filter((word) => has(stems, word)).length >= wanted.length * (wanted.length > 2 ? leastShared : 1) &&
    wanted.some((word) => has(opening, word)) &&
    central.length >= wanted.length * Math.min(least, leastShared)
  );
}

const FEWEST_MENTIONS = 3;

/** A single word is what a passage is about when it comes up again and again. */
function isRunningThrough(stems: readonly string[], [word = '']: readonly string[]): boolean {
  return stems.filter((other) => isSame(word, other)).length >= FEWEST_MENTIONS;
}

/** Topic words of the first sentence or two. */
const OPENING_WORDS = 20;

/** What a heading names. What is done with it goes without saying: "Adding guards", "Working with guards". */
function topicWords(heading: string): readonly string[] {
  const all = [...new Set(contentStems(heading.replaceAll(ACRONYM, '')))];
  const act =
    /^(?:adding|calling|creating|defining|getting|handling|making|managing|running|setting up|understanding|using|working with|writing)\b/iu.exec(
      heading,
    )?.[0] ?? '';
  const acts = new Set(contentStems(act));
  const rest = all.filter((word) => !acts.has(word));
  return rest.length > 1 ? rest : all;
}

/** "Install" and "installat", the crude stem of "installation". */
function isSame(word: string, other: string): boolean {
  return (
    word === other || (Math.min(word.length, other.length) > 4 && (word.startsWith(other) || other.startsWith(word)))
  );
}

function has(stems: readonly string[], word: string): boolean {
  return stems.some((other) => isSame(word, other));
}

const FEWEST_PROSE_WORDS = 30;

/** Enough is said in words to tell what a passage is about; code alone has no heading. */
export function isMostlyProse(passage: string): boolean {
  return countWords(passage.replaceAll(/^```[\s\S]*?^```/gmu, ' ')) >= FEWEST_PROSE_WORDS;
}
