import { DEMONSTRATIVES, DISCOURSE_OPENERS, REFERRING_PRONOUNS } from '../../analyze/english/word-classes.ts';
import { wordsOf } from '../../analyze/english/words.ts';

/** Whether a sentence leans on the one before it by its first word: a connective, a pronoun, "this". */
export function opensDependently(text: string): boolean {
  const [first, second] = wordsOf(text);
  if (first === undefined) return true;
  if (
    first.lower === 'it' &&
    /^It(?: is|'s|’s) (?:\w+ )?(?:important|possible|necessary|recommended|best|common|easy|hard|difficult|useful|worth|essential|likely|hard)\b/u.test(
      text,
    )
  )
    return false;
  if (first.lower === 'there' && second !== undefined) return false;
  return (
    DISCOURSE_OPENERS.has(first.lower) ||
    REFERRING_PRONOUNS.has(first.lower) ||
    DEMONSTRATIVES.has(first.lower) ||
    /^(?:for (?:example|instance)|in (?:addition|contrast|fact|other words|particular|this case|that case|the (?:latter|former|first|second|other) case|these cases|both cases|short)|what's more|what’s more|just as (?:with|in)|as a result|on the other hand|at that point|after that|because of (?:this|that)|to do (?:this|so|that)|if (?:so|not)|when (?:this|that)|with (?:this|that|these))\b/iu.test(
      text,
    )
  );
}
