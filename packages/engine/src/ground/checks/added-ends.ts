import type { GroundingFinding, PreparedClaim } from '../claim.ts';
import { editsOf, textOf, type Edit } from '../copies/edits.ts';
import { meaningWordsOf, type MeaningWord } from '../words/meaning-words.ts';

/** Share of the words before an addition that the sentence has in the same order. */
const SAME_SENTENCE = 0.7;
/** The same, where a single new word makes the addition. */
const SURELY_SAME = 0.75;
/** Words of a sentence that a statement follows before it goes on alone. */
const FEWEST_MATCHED = 6;
/** Share of the words of an end that are new; what is less new was moved. */
const NEW = 0.3;

/** What a new part of a sentence opens with. */
const OPENS =
  /^(?:and|or|but|which|who|whose|because|so|if|when|provided|as|since|unless|plus|also|once|after|before|where|while|with|without|during|then)$/u;

/** Whether a statement follows a sentence word by word and ends with something that no evidence has. */
export function checkAddedEnds({ statement, everything, closest }: PreparedClaim): GroundingFinding | undefined {
  if (closest === undefined || statement.includes('\n')) return undefined;
  const edit = editsOf(closest).findLast(({ isLast, said }) => isLast && said.length > 0);
  if (edit === undefined || edit.share < SAME_SENTENCE || edit.matched < FEWEST_MATCHED) return undefined;
  const words = meaningWordsOf(textOf(edit.said, statement));
  const fresh = newWords(words, everything);
  if (fresh.length / words.length < NEW) return undefined;
  const isClause =
    fresh.some(({ isGeneral }) => !isGeneral) && edit.share >= SURELY_SAME && opensClause(edit, statement);
  if (fresh.length < 2 && !isClause) return undefined;
  return { kind: 'addition', detail: `The source has nothing of this: ${fresh.map(({ text }) => text).join(', ')}.` };
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

/** "Evaporate" and "evaporation": one begins the other. */
function isOfOneRoot(left: string, right: string): boolean {
  return Math.min(left.length, right.length) > 3 && (left.startsWith(right) || right.startsWith(left));
}
