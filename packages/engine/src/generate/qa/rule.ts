import type { Section, Sentence } from '../../analyze/analysis.ts';
import { gerundBase } from '../../analyze/english/verbs.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import { anchorFor, isPlaced } from '../subjects/anchor.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { isUnlicensedDefinite, lowerFirst, subjectDefect } from '../wording/phrases.ts';
import { isTopical } from '../headings/topical.ts';

const RULE =
  /^(?<subject>[^.:;!?,()]{2,60}?) (?<modal>must not|must never|must|should not|should never|cannot|can not) (?:always )?(?<predicate>(?:be )?[a-z][^.:;!?]{6,110})\.$/u;

/** The modal of the question: what is forbidden is asked as a permission, never as a duty. */
const ASKED: Readonly<Record<string, { readonly modal: string; readonly answer: 'Yes' | 'No' }>> = {
  'must not': { modal: 'may', answer: 'No' },
  'must never': { modal: 'may', answer: 'No' },
  cannot: { modal: 'can', answer: 'No' },
  'can not': { modal: 'can', answer: 'No' },
  'should not': { modal: 'should', answer: 'No' },
  'should never': { modal: 'should', answer: 'No' },
  must: { modal: 'must', answer: 'Yes' },
};

/** "Contractors must not approve leave." asked as "May contractors approve leave?", answered with the rule itself. */
export const rule: Pattern = {
  name: 'rule',
  task: 'qa',
  promise: 'The document states the rule, and yes or no follows from its words.',
  family: 'rule',
  version: 2,
  languages: ['en'],
  precision: 0.7,
  isDefault: false,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const index of section.sentences) {
        const sentence = context.analysis.sentences[index];
        if (sentence === undefined || context.document.blocks[sentence.block]?.kind !== 'paragraph') continue;
        const draft = readRule(context, section, sentence);
        if (draft !== undefined) yield draft;
      }
    }
  },
};

function readRule(context: PatternContext, section: Section, sentence: Sentence): Draft | undefined {
  const text = context.text(sentence).replaceAll(/\s+/gu, ' ');
  const groups = RULE.exec(text)?.groups;
  const subject = groups?.['subject'];
  const predicate = groups?.['predicate'];
  const asked = ASKED[groups?.['modal'] ?? ''];
  if (subject === undefined || predicate === undefined || asked === undefined) return undefined;
  // "Cannot be overstated" forbids nothing.
  if (/\b(?:(?:over|under)(?:stated|estimated)|denied|ignored|emphasi[sz]ed|guaranteed|avoided)\b/u.test(predicate))
    return undefined;
  if (/\bmeans?\b|^(?:care|note|attention|the same|nothing|no one|nobody|all|you)\b/iu.test(subject)) return undefined;
  // "Checking the seals must be by hand" is no one's duty.
  if (gerundBase(wordsOf(subject)[0]?.text ?? '') !== undefined) return undefined;
  if (subjectDefect(subject, 6) !== undefined || isUnlicensedDefinite(subject) || !isPlainPredicate(predicate))
    return undefined;
  // "Must objects be created by …?" asks for the way and gets a yes.
  if (asked.answer === 'Yes' && predicate.startsWith('be ')) return undefined;
  // What must be done is asked for with a name in it, or where the section is about the one who must.
  if (asked.answer === 'Yes' && !isTopical(context, section, `${subject} ${predicate}`)) return undefined;
  const question = `${asked.modal} ${lowerFirst(subject, context.analysis.casing)} ${predicate}?`;
  if (!isPlaced(context, section, question)) return undefined;
  const passage = context.body(section);
  return {
    section,
    question,
    anchor: anchorFor(context, section, question),
    ...(passage === undefined ? {} : { passage: passage.pieces }),
    answer: [`${asked.answer}. `, { start: sentence.start, end: sentence.end }],
    reasoning: 'recall',
    focus: question,
    fit: asked.answer === 'No' ? 0.8 : 0.4,
  };
}

/** "the plugin", "the server": one of many, and only the text knows which. */
const UNKNOWN_DEFINITE =
  /\bthe (?:\p{Ll}+ )?(?:plugin|server|client|host|computer|machine|program|tool|command|script|file|directory|folder|table|list|option|value|field|form|function|method|class|object|module|package|request|response|page|document|project|process|application|device|user|team|ticket|issue|record|entry|item|account|step|example)s?\b(?! (?:of|for|in|on|that|which|whose|\p{Lu}|`))/u;

/** One clause: no second sentence, no reason, no reference back. */
function isPlainPredicate(predicate: string): boolean {
  return (
    !/\b(?:this|these|those|it|they|them|until|except|given|prior to|so|because|since|but|however|unless|if|when|also|have to|be able to|following|below|above|often|usually|sometimes|either|both|must|should|may|shall|can|cannot|is|are|will|has|does)\b|,|["“”]/iu.test(
      predicate,
    ) && !UNKNOWN_DEFINITE.test(predicate)
  );
}
