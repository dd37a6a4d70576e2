import { thirdPersonBase } from '../../analyze/english/verbs.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import { isImperative, lowerFirst, subjectDefect } from '../phrases.ts';
import { passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';

/** "Shards are read-only because …" asked as "Why are shards read-only?". */
export const passageReason = passagePattern({
  name: 'passage-reason',
  promise: 'One sentence of the passage gives the fact or the advice together with its reason.',
  precision: 0.85,
  isDefault: false,
  reasoning: 'cause',
  ask: ({ text, context }: AskedSentence): PassageQuestion | undefined => {
    const { fact } = BECAUSE.exec(text)?.groups ?? AIMED.exec(text)?.groups ?? {};
    const asked =
      fact === undefined
        ? undefined
        : (askAdvice(fact) ?? (AIMED.test(text) ? undefined : askFact(fact, context.analysis.casing)));
    return asked === undefined || LIMITED.test(asked)
      ? undefined
      : {
          questions: asked.startsWith('Why should you')
            ? [asked, asked.replace('Why should you', 'What is the reason to')]
            : [asked],
        };
  },
});

const BECAUSE = /^(?<fact>[^:;!?()]{8,160}?),? (?:because|since|so that) (?!of\b|then\b)[^:;!?]{10,240}\.$/u;
const AIMED =
  /^(?<fact>[^:;!?()]{8,140}?),? (?:(?:in order )?to (?:avoid|ensure|prevent|make sure|protect|keep|reduce|minimi[sz]e)|so (?:that )?(?:you|your|the|they|people|others)\b) [^:;!?]{8,200}\.$/u;

/** A reason beside others, or a fact that leans on what was said before. */
const LIMITED =
  /\b(?:also|not only|just|only|partly|simply|mainly|mostly|precisely|exactly|largely|then|now|it|this|that|these|those|them|they|but|so|especially|usually|perhaps|maybe)\b/u;

function askAdvice(fact: string): string | undefined {
  const act = fact.replace(/^(?:Please|Always) /u, '');
  const written = act.charAt(0).toUpperCase() + act.slice(1);
  return isImperative(written) ? `Why should you ${act.charAt(0).toLowerCase()}${act.slice(1)}?` : undefined;
}

const AUXILIARY =
  /^(?<subject>[^,]{2,70}?) (?<auxiliary>is|are|was|were|must|should|can|cannot|may|will|do not|does not|must not|should not) (?<rest>.{4,})$/u;

function askFact(fact: string, casing: Parameters<typeof lowerFirst>[1]): string | undefined {
  const { subject, auxiliary = '', rest } = AUXILIARY.exec(fact)?.groups ?? {};
  if (subject !== undefined && rest !== undefined) {
    const name =
      subject === 'You' ? 'you' : subjectDefect(subject, 8) === undefined ? lowerFirst(subject, casing) : undefined;
    if (name === undefined) return undefined;
    if (auxiliary === 'cannot') return `Why can't ${name} ${rest}?`;
    const [first = '', not] = auxiliary.split(' ');
    return `Why ${first} ${name} ${not === undefined ? '' : 'not '}${rest}?`;
  }
  return askVerb(fact, casing);
}

/** "The compiler rejects the call" asked as "Why does the compiler reject the call?". */
function askVerb(fact: string, casing: Parameters<typeof lowerFirst>[1]): string | undefined {
  const verb = wordsOf(fact)
    .slice(1)
    .find(({ lower }) => thirdPersonBase(lower) !== undefined);
  const base = thirdPersonBase(verb?.lower ?? '');
  if (verb === undefined || base === undefined) return undefined;
  const subject = fact.slice(0, verb.start).trim();
  if (!/^(?:The|An?|\p{Lu}\p{Ll}+) ?/u.test(subject) || subjectDefect(subject, 5) !== undefined) return undefined;
  return `Why does ${lowerFirst(subject, casing)} ${base}${fact.slice(verb.end)}?`;
}
