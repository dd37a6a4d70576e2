import { BASE_VERBS } from '../../analyze/english/verbs.ts';
import { DETERMINERS, PREPOSITIONS } from '../../analyze/english/word-classes.ts';
import type { GroundingFinding, PreparedClaim } from '../claim.ts';
import type { Run } from '../copies/align.ts';
import { editsOf, textOf } from '../copies/edits.ts';
import { KnownWords } from '../words/known-words.ts';
import { isThing, meaningWordsOf, type MeaningWord } from '../words/meaning-words.ts';

/** Share of a statement's other words that the sentence has in the same order, to be the one it was made from. */
const SAME_SENTENCE = 0.7;
/** Words of a sentence that a statement follows; fewer may stand in any. */
const FEWEST_MATCHED = 4;
/** From here on, nothing but the name differs. */
const COPIED = 0.9;
const FEWEST_COPIED = 6;
/** Longest name of a thing, on either side. */
const LONGEST = 3;

/** Whether a statement that follows a sentence word by word names another thing where the sentence names one. */
export function checkOtherThings(claim: PreparedClaim): GroundingFinding | undefined {
  const { statement, closest } = claim;
  if (closest === undefined || statement.includes('\n')) return undefined;
  for (const { said, source, before, share, matched } of editsOf(closest)) {
    if (share < SAME_SENTENCE || matched < FEWEST_MATCHED) continue;
    const [ours, theirs] = [namedBy(said, statement), namedBy(source, closest.sentence)];
    if (ours === undefined || theirs === undefined || !isOfThing(said, before, ours)) continue;
    const isCopy = share >= COPIED && matched >= FEWEST_COPIED;
    if (!(isOther(ours, theirs, claim) || (isCopy && isNew(ours, theirs, claim)))) continue;
    const [instead, here] = [textOf(said, statement), textOf(source, closest.sentence)].map((text) =>
      JSON.stringify(text),
    );
    return { kind: 'name', detail: `The source says ${here ?? ''} here, not ${instead ?? ''}.` };
  }
  return undefined;
}

/** Whether a name is of another thing: not of the same, of its kind, or of something that the sentence names too. */
function isOther(ours: readonly MeaningWord[], theirs: readonly MeaningWord[], claim: PreparedClaim): boolean {
  // A library is a room, but no lecture room.
  const telling = theirs.filter(({ isGeneral }) => !isGeneral);
  const [known, ownSentence] = [
    telling.length === 0 ? theirs : telling,
    meaningWordsOf(claim.closest?.sentence ?? ''),
  ].map((words) => new KnownWords(words));
  if (ours.every((word) => word.isGeneral || known?.hasLike(word) === true)) return false;
  if (ours.every((word) => ownSentence?.has(word) === true)) return false;
  // "The lowest" and "the amount" may be any thing.
  return theirs.length === 0 || !theirs.every(({ isGeneral }) => isGeneral);
}

/** Whether nothing that the statement cites has the name, or anything like it. */
function isNew(ours: readonly MeaningWord[], theirs: readonly MeaningWord[], { everything }: PreparedClaim): boolean {
  const known = new KnownWords([...meaningWordsOf(everything), ...theirs]);
  return ours.some((word) => !known.hasLike(word));
}

/** The words of a name of a thing: nothing but them and an article before. */
function namedBy(run: Run, text: string): MeaningWord[] | undefined {
  const first = run.findIndex(({ lower }) => !DETERMINERS.has(lower));
  const name = first === -1 ? [] : run.slice(first);
  const words = name.flatMap((word) => meaningWordsOf(text.slice(word.start, word.end)));
  if (run[first - 1]?.lower === 'no' && words[0]?.text === 'longer') return undefined;
  const isName = name.length > 0 && name.length <= LONGEST && !endsWithVerb(words);
  return isName && name.every((word) => isPartOfName(word, text)) ? words : undefined;
}

/** A word of a subject, or one that tells things apart by how often they come: "annual leave". */
function isPartOfName({ lower, start, end }: Run[number], text: string): boolean {
  return (
    meaningWordsOf(text.slice(start, end)).length > 0 || /^(?:and|or|annual|yearly|monthly|weekly|daily)$/u.test(lower)
  );
}

/** "Indicator reads" is no name. */
function endsWithVerb(words: readonly MeaningWord[]): boolean {
  const last = words.at(-1);
  return (
    words.length > 1 &&
    last !== undefined &&
    last.text.endsWith('s') &&
    last.lemmas.some((lemma) => lemma !== last.text && BASE_VERBS.has(lemma))
  );
}

/** What an article or a preposition opens is a thing; after "and" or "if" only what is one by itself; what follows "may be" is not. */
function isOfThing([first]: Run, before: string | undefined, words: readonly MeaningWord[]): boolean {
  if (first !== undefined && DETERMINERS.has(first.lower)) return true;
  if (before === undefined) return words.every(isThing);
  if (before === 'to' || before === 'that') return false;
  if (/^(?:and|or|unless|if|when)$/u.test(before)) return words.every(isThing);
  return DETERMINERS.has(before) || PREPOSITIONS.has(before);
}
