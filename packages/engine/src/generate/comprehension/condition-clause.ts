import { BASE_VERBS, thirdPersonBase } from '../../analyze/english/verbs.ts';
import { AUXILIARIES, COORDINATORS, DETERMINERS, PREPOSITIONS } from '../../analyze/english/word-classes.ts';
import { contentStems, wordsOf, type Word } from '../../analyze/english/words.ts';
import { isFiniteVerb } from '../wording/phrases.ts';

/** A clause of its own, or a gerund whose subject is that of the main clause: "when using a proxy". */
export type ConditionKind = 'clause' | 'gerund';

/** What kind of clause follows "if" or "when"; undefined where it needs the sentence before, or has lost a part. */
export function conditionKind(condition: string, word: string): ConditionKind | undefined {
  if ([LEANING, VAGUE_CASE, VAGUE_STATE, VAGUE_OBJECT, PARTICIPLE].some((shape) => shape.test(condition)))
    return undefined;
  const words = wordsOf(condition);
  const [first] = words;
  if (first === undefined || PREPOSITIONS.has(first.lower) || COORDINATORS.has(first.lower)) return undefined;
  const said = condition.replace(/^\w+['’](?:re|ve|s|d|ll) /u, '');
  if (contentStems(said).length < 2) return undefined;
  if (/(?<!th)ing$/u.test(first.lower)) return /^(?:when|before|after|while)$/u.test(word) ? 'gerund' : undefined;
  return holdsVerb(words, word) ? 'clause' : undefined;
}

/** Whether a condition is a clause that says all by itself. */
export function isCondition(condition: string, word = ''): boolean {
  return conditionKind(condition, word.toLowerCase()) !== undefined;
}

/** Pronouns and ellipses that only the text before resolves: "it fails", "that is the case", "you don't have one". */
const LEANING =
  /^any [a-z]+(?: or [a-z]+)?$|^(?:all else|it|they|that|this|these|those|he|she|not|so|needed|necessary|possible|applicable|there (?:is|are) (?:a|an|any|no)? ?\w+$)\b|\b(?:one|ones|so|both|neither|we|us|our|also|further|their|either way|(?:it|them|him|her)$|the (?:former|latter|other))\b/iu;

/** What may be the case anywhere: "something goes wrong", "more information is needed". */
const VAGUE_CASE =
  /^(?:something|anything|things) |^(?:writing|reading|learning|testing|working|coding) \p{Ll}+$|^(?:making|doing|using) (?:(?:an?|any|the|your) )?\w+$|\b(?:additional|more|further|any) (?:information|questions?|help|details)(?: (?:is|are) \w+)?$|\b(?:do(?:es)? not|don['’]t|doesn['’]t) know\b|\bin doubt\b/iu;

/** States of mind: what follows from them is a courtesy, not a fact. */
const VAGUE_STATE =
  /^you(?:['’]re| are) (?:not |still )?(?:sure|unsure|interested|curious|unable|stuck|new|unfamiliar|comfortable|happy|ready|lucky|done)(?: \S+){0,2}$|^you feel comfortable\b|^you need (?:\w+ )?help$|^you (?:have|find|need)\b.* or (?:aren['’]t|have questions)\b/iu;

/** "you have any questions or problems", but not "you have a question about your badge". */
const VAGUE_OBJECT =
  /^you (?:feel|have|get|run into|encounter|find|experience|notice)(?: (?:any|an|a|some|more|further|additional|other|questions?|doubts?|issues?|problems?|errors?|trouble|difficult(?:y|ies)|concerns?|feedback|suggestions?|ideas?|or))+$/iu;

/** "known to the compiler", "installed locally": the subject is left out. */
const PARTICIPLE = /^(?:known|given|seen|done|taken|made|set|asked|written|run|sent|built|found|left|[a-z]{3,}ed)\b/u;

/** "Once" and "before" also open phrases, "if" and "when" hardly anything but clauses. */
function holdsVerb(words: readonly Word[], word: string): boolean {
  const [first, second] = words;
  if (first?.lower === 'you') return true;
  const opensNoun = DETERMINERS.has(first?.lower ?? '') && words.length > 2 && !TIME.test(second?.lower ?? '');
  if (opensNoun && !/^(?:before|after)$/u.test(word)) return true;
  const isCertain = words.some(({ lower }, index) => AUXILIARIES.has(lower) || (index > 0 && isFiniteVerb(lower)));
  if (isCertain || !/^(?:if|when|whenever)$/u.test(word)) return isCertain;
  return words.some(({ lower }, index) => {
    const before = words[index - 1]?.lower;
    if (before === undefined || DETERMINERS.has(before) || PREPOSITIONS.has(before)) return false;
    return BASE_VERBS.has(lower) || thirdPersonBase(lower) !== undefined;
  });
}

/** "once a day" */
const TIME = /^(?:second|minute|hour|day|week|month|quarter|year)s?$/u;
