import type { TextRange } from '@dsgen/core';
import type { Section, Sentence } from '../../analyze/analysis.ts';
import { contentStems, countWords, topicOverlap } from '../../analyze/english/words.ts';
import { anchorFor } from '../anchor.ts';
import { isTopical } from '../topical.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { isImperative, isUnlicensedDefinite, lowerFirst, subjectDefect } from '../phrases.ts';

interface RoleRule {
  readonly shape: RegExp;
  /** `{}` is the thing; the auxiliary agrees with its number. */
  readonly questions: { readonly one: readonly string[]; readonly many: readonly string[] };
}

const SUBJECT = '(?<subject>[^.:;!?,()]{2,60}?)';

function rule(predicate: string, one: readonly string[], many: readonly string[]): RoleRule {
  return { shape: new RegExp(`^${SUBJECT} ${predicate}`, 'u'), questions: { one, many } };
}

/** Statements of what a thing is there for, each with the question it answers. */
const RULES: readonly RoleRule[] = [
  rule(
    '(?<verb>is|are) (?:primarily |mainly |mostly |typically |commonly |normally |usually |generally )?used (?:to|for|when|as|by|in|whenever) ',
    ['What is {} used for?', 'What is the purpose of {}?'],
    ['What are {} used for?', 'What is the purpose of {}?'],
  ),
  rule('(?<verb>is|are) responsible for ', ['What is {} responsible for?'], ['What are {} responsible for?']),
  rule(
    '(?<verb>lets?|allows?|enables?) (?:you|users?|us|one|developers|programs|applications) (?:to )?[a-z]',
    ['What does {} let you do?', 'What is {} for?'],
    ['What do {} let you do?', 'What are {} for?'],
  ),
  rule(
    '(?<verb>provides?|offers?) (?:an?|the|support|access|ways?|information|[a-z]+ [a-z]+) ',
    ['What does {} provide?', 'What does {} offer?'],
    ['What do {} provide?', 'What do {} offer?'],
  ),
  rule(
    '(?<verb>specif(?:y|ies)|determines?|controls?|governs?|defines?|describes?|indicates?|sets?|supports?) (?:the|an?|how|which|what|whether|when|where|if|all|both|[a-z]+s) ',
    ['What does {} $VERB?'],
    ['What do {} $VERB?'],
  ),
  rule(
    '(?<verb>returns?) (?:the|an?|true|false|one|all|`|NULL|zero|[a-z]+s) ?',
    ['What does {} return?'],
    ['What do {} return?'],
  ),
  rule(
    '(?<verb>contains?|holds?|stores?|comprises?|lists?|records?) (?:the|an?|all|information|data|one|two|[a-z]+s) ',
    ['What does {} $VERB?'],
    ['What do {} $VERB?'],
  ),
  rule(
    '(?<verb>ensures?|prevents?|handles?|manages?|maintains?|performs?|converts?|creates?|removes?|deletes?|adds?|starts?|stops?|runs?|executes?|prints?|displays?|shows?|checks?|verif(?:y|ies)|validates?|monitors?|tracks?|protects?|reduces?|increases?|oversees?|coordinates?|reviews?|approves?|processes|process|collects?|generates?|builds?|installs?|configures?|reads?|writes?|sends?|receives?|replaces?|combines?|splits?|merges?|computes?|calculates?|represents?|translates?|transforms?) (?:the|an?|all|any|your|that|each|every|`|[a-z]+s|[a-z]+ [a-z]+s) ?',
    ['What does {} do?'],
    ['What do {} do?'],
  ),
];

/** "The `Drop` trait lets you …", "The agency is responsible for …": asked for what the thing is there for. */
export const role: Pattern = {
  name: 'role',
  task: 'qa',
  promise: 'One sentence of the document says what the thing does or is for.',
  family: 'role',
  version: 1,
  languages: ['en'],
  precision: 0.85,
  isDefault: false,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const index of section.sentences) {
        const sentence = context.analysis.sentences[index];
        if (sentence === undefined || context.document.blocks[sentence.block]?.kind !== 'paragraph') continue;
        const draft = readRole(context, section, { sentence, next: context.analysis.sentences[index + 1] });
        if (draft !== undefined) yield draft;
      }
    }
  },
};

interface SentencePair {
  readonly sentence: Sentence;
  readonly next: Sentence | undefined;
}

function readRole(context: PatternContext, section: Section, pair: SentencePair): Draft | undefined {
  const { sentence } = pair;
  const text = context.text(sentence).replaceAll(/\s+/gu, ' ');
  if (
    text.length > 360 ||
    countWords(text) < 8 ||
    !/[.]["”)]?$/u.test(text) ||
    /\b(?:e\.g|i\.e|etc|vs)\.$/u.test(text) ||
    LEANING.test(text)
  )
    return undefined;
  const found = match(text);
  if (found === undefined || !isKnown(context, section, found.subject)) return undefined;
  const { subject, verb, questions } = found;
  const isSingular = isSingularVerb(verb);
  const name = lowerFirst(subject, context.analysis.casing);
  const asked = (isSingular ? questions.one : questions.many).map((question) =>
    question.replace('{}', name).replace('$VERB', baseOf(verb)),
  );
  const question = context.choose(sentence, asked);
  return {
    section,
    question,
    anchor: anchorFor(context, section, question),
    answer: [withContinuation(context, pair)],
    reasoning: 'recall',
    focus: contentStems(subject).join(' '),
    fit: 0.4 + (topicOverlap(subject, section.heading ?? '') === 1 ? 0.4 : 0),
  };
}

/** Words that tie a sentence to its neighbours, and speakers who are not named. */
const LEANING =
  /\b(?:we|our|us|I|this|these|those|above|below|following|here|however|therefore|also|such|another|instead|example)\b/iu;

interface Found {
  readonly subject: string;
  readonly verb: string;
  readonly questions: RoleRule['questions'];
}

function match(text: string): Found | undefined {
  for (const { shape, questions } of RULES) {
    const groups = shape.exec(text)?.groups;
    const subject = groups?.['subject'];
    const verb = groups?.['verb'];
    if (subject === undefined || verb === undefined || subjectDefect(subject, 5) !== undefined) continue;
    const isPlural = subject.endsWith('s') && !/(?:ss|us|is)$/u.test(subject);
    // "Users set the limit" is about users; "Set the limit" has no subject at all.
    if (isPlural === isSingularVerb(verb)) continue;
    return { subject, verb, questions };
  }
  return undefined;
}

function isSingularVerb(verb: string): boolean {
  return verb === 'is' || (verb.endsWith('s') && verb !== 'process');
}

function baseOf(verb: string): string {
  return verb
    .replace(/ies$/u, 'y')
    .replace(/(?<=ss|sh|ch)es$/u, '')
    .replace(/(?<!s)s$/u, '');
}

/** A name, a code word, the heading's own thing, or a phrase that says which one it is. */
function isKnown(context: PatternContext, section: Section, subject: string): boolean {
  if (PEOPLE.test(subject) || isImperative(subject)) return false;
  const heading = section.heading ?? '';
  // "Tables" are not yet what "Table-level locking" is about.
  const isHeading = heading !== '' && topicOverlap(subject, heading) === 1 && topicOverlap(heading, subject) >= 0.5;
  if (isHeading) return true;
  if (isUnlicensedDefinite(subject) || !isTopical(context, section, subject)) return false;
  const bare = subject.replace(/^(?:the|an?) /iu, '');
  if (bare.includes('`') || (bare.includes(' ') && /\p{Lu}/u.test(bare))) return true;
  // A name of one word is the whole product or organisation: what it does or offers, no one sentence says.
  const first = context.analysis.casing.get(bare.toLowerCase().split(' ')[0] ?? '');
  return bare.includes(' ') && (first?.upper ?? 0) > (first?.lower ?? 0);
}

const PEOPLE =
  /^(?:you|people|users?|someone|anyone|everyone|teams?|employees?|staff|authors?|readers?|developers?)$/iu;

/** The sentence, and the one after it in the paragraph when that goes on with "It" or "They". */
function withContinuation(context: PatternContext, { sentence, next }: SentencePair): TextRange {
  const range = { start: sentence.start, end: sentence.end };
  if (next === undefined || next.block !== sentence.block) return range;
  const text = context.text(next);
  return /^(?:It|They) (?!(?:is|was) (?:important|possible|worth|recommended))/u.test(text) && /[.]$/u.test(text)
    ? { start: sentence.start, end: next.end }
    : range;
}
