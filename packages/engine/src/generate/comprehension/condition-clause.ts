import { gerundBase } from '../../analyze/english/verbs.ts';
import { contentStems, wordsOf } from '../../analyze/english/words.ts';

/** A clause with its own nouns: "it fails", "you're finished" and "that is the case" need the sentence before. */
export function isCondition(condition: string, word = ''): boolean {
  // "If removing the gem, …" and "When known to the compiler, …" have lost their subject.
  if (/^(?:known|given|seen|done|taken|made|set|asked|[a-z]{3,}ed)\b/u.test(condition)) return false;
  if (/^(?:if|once)$/iu.test(word) && gerundBase(wordsOf(condition)[0]?.text ?? '') !== undefined) return false;
  const said = condition.replace(/^\w+['’](?:re|ve|s|d|ll) /u, '');
  return !LEANING_CONDITION.test(condition) && contentStems(said).length >= 2;
}

const LEANING_CONDITION =
  /^any [a-z]+(?: or [a-z]+)?$|^(?:all else|it|they|that|this|not|so|needed|necessary|possible|applicable|in doubt|you(?:'re| are) (?:not )?(?:sure|unsure|interested|curious))\b|\b(?:do(?:es)? not|don't|doesn't) know\b|\b(?:one|ones|so|both|neither)\b/iu;
