import { AUXILIARIES, DETERMINERS, PERSONAL_PRONOUNS, RELATIVES } from '../../analyze/english/word-classes.ts';
import type { GroundingFinding, PreparedClaim } from '../claim.ts';
import type { Alignment, Run } from '../copies/align.ts';
import { editsOf, textOf, type Edit } from '../copies/edits.ts';
import { hasDenial, hasNegator, isNegator } from '../polarity.ts';

/** Share of a statement's other words that the sentence has in the same order, to be the one it was made from. */
const SAME_SENTENCE = 0.75;
const FEWEST_MATCHED = 4;
/** The same, where the sentence says "they" for what the statement names. */
const FEWEST_MATCHED_WITH_PRONOUN = 3;
/** The same, where the statement says more than the sentence does. */
const FEWEST_MATCHED_WITH_MORE = 6;

/** Where one of these was put in or left out, a denial may say the same as an assertion. */
const TURNS =
  /\b(?:only|unless|except\w*|without|otherwise|else|other|instead|rather|until|before|than|avoid\w*|prevent\w*|if|when|once|after|up to|at most|at least)\b/iu;

/** What limits all the rest from where a sentence begins or ends. */
const LIMITS = /\b(?:unless|except|until|only|without|if|when|once|after|before)\b/iu;

/** Whether a statement follows a sentence word by word, and puts in or leaves out a word such as "not". */
export function checkTurnedCopies({ statement, alignments }: PreparedClaim): GroundingFinding | undefined {
  // "Not unless …" answers a question: what is not so stands there.
  if (/^\s*(?:(?:normally|usually|generally) )?not\b/iu.test(statement)) return undefined;
  const turned = alignments.find(isTurnedCopy);
  if (turned === undefined) return undefined;
  return { kind: 'negation', detail: `The source says the opposite: ${JSON.stringify(turned.sentence)}.` };
}

function isTurnedCopy(alignment: Alignment): boolean {
  const edits = editsOf(alignment);
  const turned = edits.filter((edit) => isTurned(edit, alignment));
  const [edit] = turned;
  if (edit === undefined || turned.length > 1) return false;
  const refers = /^(?:it|they)\b/iu.test(alignment.sentence);
  const saysMore = edits.some((other) => other !== edit && other.said.length > 0);
  const fewest = saysMore ? FEWEST_MATCHED_WITH_MORE : refers ? FEWEST_MATCHED_WITH_PRONOUN : FEWEST_MATCHED;
  if (edit.share < SAME_SENTENCE || edit.matched < fewest) return false;
  if (edits.some((other) => other !== edit && isMoved(edit, other))) return false;
  return edits.every((other) => other === edit || isHarmless(other, alignment));
}

/** Whether one side denies what the other does not, in the words right before what both say. */
function isTurned({ said, source, before: word = '', isLast }: Edit, { statement, sentence }: Alignment): boolean {
  const [own, theirs] = [functionWordsOf(said), functionWordsOf(source)];
  // Of "do not go back, and do not stay", "do not stay" has either "not".
  if (isLast || hasNegator(word)) return false;
  if (hasNegator(textOf(own, statement)) === hasNegator(textOf(theirs, sentence))) return false;
  if (said.some(isNegator) && source.some(isNegator)) return false;
  const [before, beforeTheirs] = [
    textOf(said.slice(0, said.length - own.length), statement),
    textOf(source.slice(0, source.length - theirs.length), sentence),
  ];
  return (
    !TURNS.test(before) &&
    !hasNegator(before) &&
    !hasDenial(before) &&
    !/\b(?:only|unless|except)\b/iu.test(beforeTheirs)
  );
}

/** Whether the word that denies stands elsewhere on the other side: "if it is empty, you get nothing". */
function isMoved(edit: Edit, other: Edit): boolean {
  const isPutIn = denying(edit.said).some((word) => denying(other.source).includes(word));
  return isPutIn || denying(edit.source).some((word) => denying(other.said).includes(word));
}

function denying(run: Run): string[] {
  return run.filter(isNegator).map(({ lower }) => lower);
}

/** Whether nothing that was put in or left out denies or limits what the rest says. */
function isHarmless({ said, source, before, isLast }: Edit, { statement, sentence }: Alignment): boolean {
  const [own, theirs] = [textOf(said, statement), textOf(source, sentence)];
  if (TURNS.test(own) || hasNegator(own) || hasDenial(own)) return false;
  if (said.length === 0 && (isLast || before === undefined)) return !LIMITS.test(theirs);
  return !TURNS.test(theirs) && !hasNegator(theirs) && !hasDenial(theirs);
}

/** The words at the end that only deny, assert, allow, demand or point. */
function functionWordsOf(run: Run): Run {
  const last = run.findLastIndex(({ lower }) => !isOfFunction(lower));
  return run.slice(last + 1);
}

function isOfFunction(lower: string): boolean {
  return (
    [AUXILIARIES, DETERMINERS, PERSONAL_PRONOUNS, RELATIVES].some((words) => words.has(lower)) ||
    /^(?:not|never|need|needs|to|no|everybody|everyone|always|also|so|and|but)$/u.test(lower)
  );
}
