import { thirdPersonBase } from '../../analyze/english/verbs.ts';
import { contentStems, wordsOf } from '../../analyze/english/words.ts';
import type { PatternContext } from '../pattern.ts';
import { isFiniteVerb, isImperative } from '../wording/phrases.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import { subjectName } from './subject-name.ts';

/** "Shards are read-only because …" asked as "Why are shards read-only?". */
export const passageReason = passagePattern({
  name: 'passage-reason',
  promise: 'One sentence of the passage gives the fact or the advice together with its reason.',
  precision: 0.88,
  isDefault: false,
  reasoning: 'cause',
  ask: bySentence(({ text, context }: AskedSentence): PassageQuestion | undefined => {
    const aimed = AIMED.exec(text)?.groups?.['fact'];
    const fact = aimed ?? BECAUSE.exec(text)?.groups?.['fact'] ?? SINCE.exec(text)?.groups?.['fact'];
    if (
      fact === undefined ||
      /\b(?:and|but|or)$|, (?:which|who)\b/u.test(fact) ||
      SECOND_CLAUSE.test(fact) ||
      LIMITED.test(fact)
    )
      return undefined;
    return askAdvice(fact) ?? (aimed === undefined ? askFact(context, fact) : undefined);
  }),
});

const BECAUSE = /^(?<fact>[^:;!?()]{8,160}?)(?:,? because|, since|,? so that) (?!of\b|then\b)[^:;!?]{10,240}\.$/u;
/** "Because shards are copied, …" */
const SINCE =
  /^(?:Because|Since) (?!(?:of|this|that|it|they|these|those|then)\b)[^,:;!?()]{8,120}, (?<fact>[^:;!?()]{8,160})\.$/u;
const AIMED =
  /^(?<fact>[^:;!?()]{8,140}?),? (?:(?:in order )?to (?:avoid|ensure|prevent|make sure|protect|reduce|minimi[sz]e)|so (?:that )?(?:you|your|the|they|people|others)\b) [^:;!?]{8,200}\.$/u;

/** The reason may be that of the last clause only. */
const SECOND_CLAUSE = /\b(?:and|but|or) [^,]*\b(?:is|are|was|were|may|will|can|must|should|has|have|do|does)\b/u;

/** A reason beside others, or a fact that leans on what was said before. */
const LIMITED =
  /\b(?:also|not only|just|only|partly|simply|mainly|mostly|precisely|exactly|largely|then|now|it|this|that|these|those|them|they|but|so|especially|usually|perhaps|maybe|linked|purpose|goal|aim|there|more|too|as well)\b/u;

function askAdvice(fact: string): PassageQuestion | undefined {
  const act = fact.replace(/^(?:Please|Always) /u, '');
  if (!isImperative(act.charAt(0).toUpperCase() + act.slice(1)) || contentStems(act).length < 2) return undefined;
  const lower = act.charAt(0).toLowerCase() + act.slice(1);
  return {
    questions: [
      `Why should you ${lower}?`,
      `For what reason should you ${lower}?`,
      `Why does the passage advise you to ${lower}?`,
    ],
  };
}

const AUXILIARY =
  /^(?<subject>[^,]{2,70}?) (?<auxiliary>do not|does not|must not|should not|is|are|was|were|must|should|can|cannot|may|will) (?<rest>.{4,})$/u;

function askFact(context: PatternContext, fact: string): PassageQuestion | undefined {
  const { subject, auxiliary = '', rest } = AUXILIARY.exec(fact)?.groups ?? {};
  if (subject === undefined || rest === undefined) return askVerb(context, fact);
  const name = /^you$/iu.test(subject) ? 'you' : subjectName(context, subject, 8);
  // "The currency is contributions": a noun turned around is no question.
  if (name === undefined || (/^(?:is|are|was|were)$/u.test(auxiliary) && /^[a-z]+s$/u.test(rest))) return undefined;
  if (auxiliary === 'cannot') return { questions: [`Why can't ${name} ${rest}?`] };
  const [first = '', not] = auxiliary.split(' ');
  return { questions: [`Why ${first} ${name} ${not === undefined ? '' : 'not '}${rest}?`] };
}

/** "The compiler rejects the call" asked as "Why does the compiler reject the call?". */
function askVerb(context: PatternContext, fact: string): PassageQuestion | undefined {
  const verb = wordsOf(fact)
    .slice(1)
    .find(({ lower }) => isFiniteVerb(lower));
  const base = thirdPersonBase(verb?.lower ?? '');
  if (verb === undefined || base === undefined) return undefined;
  const name = subjectName(context, fact.slice(0, verb.start).trim(), 5);
  return name === undefined ? undefined : { questions: [`Why does ${name} ${base}${fact.slice(verb.end)}?`] };
}
