import { holdsUnknownDefinite, isImperative } from '../wording/phrases.ts';
import { NUMBER, NUMBER_SHAPES } from './number-shapes.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import { holdsStrayCapital } from './slips.ts';
import { subjectName } from './subject-name.ts';
import { isFollowed, isLabelled, textBefore } from './surroundings.ts';

/** A sentence that gives one number, asked for by what it measures. */
export const passageNumber = passagePattern({
  name: 'passage-number',
  version: 2,
  promise: 'One sentence of the passage gives the number, the date or the limit that is asked for.',
  isDefault: false,
  precision: 0.5,
  reasoning: 'recall',
  ask: bySentence((sentence: AskedSentence): PassageQuestion | undefined => {
    const { text, context } = sentence;
    if (!holdsOneNumber(text) || isFollowed(sentence) || isLabelled(sentence)) return undefined;
    for (const { shape, ask } of NUMBER_SHAPES) {
      const groups = shape.exec(text)?.groups;
      if (groups === undefined) continue;
      const { subject = 'You', act } = groups;
      if (groups['subject'] === undefined && !isImperative(act ?? '')) continue;
      if (/\b(?:if|when|due|that|which|who|because|and|or)\b/u.test(act ?? '')) continue;
      const name = /^you$/iu.test(subject) ? 'you' : subjectName(context, subject, 8);
      const questions = name === undefined ? undefined : ask(name, groups);
      const isClear =
        questions?.every(
          (question) =>
            isPlainQuestion(question, textBefore(sentence)) &&
            !holdsStrayCapital(context, question) &&
            !mixesParties(question, sentence.passage.text),
        ) === true;
      return isClear ? { questions } : undefined;
    }
    return undefined;
  }),
});

const ANY_NUMBER = new RegExp(`(?<![\\w.-])${NUMBER}(?:[-–]${NUMBER})?(?![\\w-])`, 'giu');

/** A second number may be one of those asked for. A date is one number. */
function holdsOneNumber(text: string): boolean {
  const plain = text.replaceAll(/`[^`]*`/gu, '').replace(/\b\p{Lu}\p{Ll}+ \d{1,2}, (?=[12]\d{3}\b)/u, '');
  return (plain.match(ANY_NUMBER) ?? []).length === 1;
}

/** "it", "this" and "and then is closed" are of another sentence, or half of one. */
function isPlainQuestion(question: string, known: string): boolean {
  return (
    !/\b(?:it|this|that|these|those|them|they|we|us|our|and|or|but)\b/iu.test(question) &&
    !holdsUnknownDefinite(question, known)
  );
}

/** "Your share" in a contract that else speaks of "Tenant": who is meant, only the contract says. */
function mixesParties(question: string, passage: string): boolean {
  return /\byour\b/u.test(question) && !/\byou\b/u.test(question) && PARTY.test(passage);
}

const PARTY =
  /(?<!\b(?:the|an?|each|any|your|our) )\b(?:Developer|Licensee|Customer|Subscriber|Contractor|Supplier|Vendor|Client|Partner|Participant|Tenant|Buyer|Seller|Employee) (?:will|shall|must|may|has|is|agrees)\b/u;
