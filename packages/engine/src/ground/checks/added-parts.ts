import type { GroundingFinding, PreparedClaim } from '../claim.ts';
import { editsOf, textOf, type Edit } from '../copies/edits.ts';
import { isOfOneRoot, isThing, meaningWordsOf, type MeaningWord } from '../words/meaning-words.ts';

/** Share of the words before an addition that the sentence has in the same order. */
const SAME_SENTENCE = 0.7;
/** The same, where a single new word makes the addition. */
const SURELY_SAME = 0.75;
/** From here on, nothing but the addition differs. */
const COPIED = 0.9;
/** Words of a sentence that a statement follows before it goes on alone. */
const FEWEST_MATCHED = 6;
/** Share of the words of an end that are new; what is less new was moved. */
const NEW = 0.3;

/** What a new part of a sentence opens with. */
const OPENS =
  /^(?:and|or|but|which|who|whose|because|so|if|when|provided|as|since|unless|plus|also|once|after|before|where|while|with|without|during|then)$/u;

/** Whether a statement follows a sentence word by word and adds something that no evidence has. */
export function checkAddedParts({ statement, everything, closest }: PreparedClaim): GroundingFinding | undefined {
  if (closest === undefined || statement.includes('\n')) return undefined;
  for (const edit of editsOf(closest)) {
    if (edit.said.length === 0 || edit.share < SAME_SENTENCE || edit.matched < FEWEST_MATCHED) continue;
    const words = meaningWordsOf(textOf(edit.said, statement));
    const fresh = newWords(words, everything);
    const isAdded = edit.isLast ? isAddedEnd(edit, words, fresh, statement) : isAddedItem(edit, fresh, statement);
    if (isAdded)
      return {
        kind: 'addition',
        detail: `The source has nothing of this: ${fresh.map(({ text }) => text).join(', ')}.`,
      };
  }
  return undefined;
}

/** "…, and the fire alarm is pulled". */
function isAddedEnd(
  edit: Edit,
  words: readonly MeaningWord[],
  fresh: readonly MeaningWord[],
  statement: string,
): boolean {
  if (fresh.length / words.length < NEW) return false;
  if (fresh.length >= 2) return true;
  const isAllElse = edit.share >= COPIED && edit.source.length === 0;
  if (isAllElse && fresh.some(isThing)) return true;
  if (!opensClause(edit, statement) || edit.share < SURELY_SAME) return false;
  return fresh.some(({ isGeneral, text }) => (!isGeneral || isAllElse) && !text.endsWith('ly'));
}

/** "A laptop, a parking permit and a key": one more thing than the sentence lists. */
function isAddedItem(edit: Edit, fresh: readonly MeaningWord[], statement: string): boolean {
  if (edit.before === undefined || edit.source.length > 0 || edit.share < SURELY_SAME) return false;
  return fresh.some(({ isGeneral }) => !isGeneral) && opensClause(edit, statement);
}

function opensClause({ said, before }: Edit, statement: string): boolean {
  const [first] = said;
  if (first === undefined) return false;
  return OPENS.test(first.lower) || OPENS.test(before ?? '') || /[,;:]\s*$/u.test(statement.slice(0, first.start));
}

/** Words of which the evidence has no form: where all else is as in the source, a broader word is a new one. */
function newWords(words: readonly MeaningWord[], everything: string): MeaningWord[] {
  const source = meaningWordsOf(everything);
  const forms = new Set(source.flatMap(({ stem, meaning, lemmas }) => [stem, meaning, ...lemmas]));
  return words.filter(
    ({ stem, meaning, lemmas }) =>
      ![stem, meaning, ...lemmas].some((form) => forms.has(form)) &&
      !source.some((word) => isOfOneRoot(stem, word.stem)),
  );
}
