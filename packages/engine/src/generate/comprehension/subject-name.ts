import { BASE_VERBS, gerundBase } from '../../analyze/english/verbs.ts';
import { DETERMINERS, PREPOSITIONS } from '../../analyze/english/word-classes.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import type { PatternContext } from '../pattern.ts';
import { isImperative, lowerFirst, subjectDefect } from '../wording/phrases.ts';

/**
 * The subject of a sentence as it reads in mid-sentence, or undefined where it is no plain noun phrase. The passage says which
 * one "the form" is; a bare word that the document never writes inside a sentence may be a name or not, and is left alone.
 */
export function subjectName(
  { analysis: { casing } }: PatternContext,
  subject: string,
  maxWords = 7,
): string | undefined {
  if (subjectDefect(subject, maxWords) !== undefined || ONE_OF_SEVERAL.test(subject) || PLACE.test(subject))
    return undefined;
  const [first, second] = wordsOf(subject);
  if (first === undefined || isImperative(subject)) return undefined;
  // "Work with the lead …" is an act.
  if (BASE_VERBS.has(first.lower) && second !== undefined && second.lower !== 'of' && PREPOSITIONS.has(second.lower))
    return undefined;
  // "Manager 01", "Amazon CloudFront": before a number or a name a first word belongs to the name.
  if (
    /^(?:\p{N}|\p{Ll}*\p{Lu})/u.test(second?.text ?? '') &&
    !DETERMINERS.has(first.lower) &&
    gerundBase(first.text) === undefined
  )
    return subject;
  const isBare = second === undefined && /^\p{Lu}\p{Ll}+$/u.test(first.text) && !first.lower.endsWith('s');
  if (isBare && !casing.has(first.lower)) return undefined;
  return lowerFirst(subject, casing);
}

/** Which one of several it is, only the sentences before tell; adverbs and an open end belong to a verb that was not seen. */
const ONE_OF_SEVERAL =
  /\b(?:first|second|third|fourth|last|next|previous|other|others|another|same|following|above|below|latter|former|resulting|such|this|that|these|those|also|already|then|now|still|only|often|usually|always|never|automatically|therefore|thus|however|hence)\b|\b(?:and|or|an?|the|by)$/iu;

/** "Chart 5", "Sec. IV": what a passage does not hold. */
const PLACE =
  /\b(?:[Cc]hart|[Ff]igure|[Ff]ig|[Tt]able|[Ss]ection|[Ss]ec|[Cc]hapter|[Ll]isting|[Ee]quation|[Ee]q|[Ss]tep|[Bb]ox|[Aa]ppendix)s?\.? (?:\d|[IVX]+\b|[A-Z]\b)|^[IVX]+$/u;
