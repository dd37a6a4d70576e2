import type { TextRange } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { contentStems, countWords, topicOverlap } from '../../analyze/english/words.ts';
import { anchorFor } from '../subjects/anchor.ts';
import { listed } from '../wording/listed.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { definition } from './definition.ts';
import { glossaryTerm } from './glossary-term.ts';

/** A term, what the document says it is, and where. */
interface DefinedTerm {
  readonly section: Section;
  readonly term: string;
  readonly at: TextRange;
  readonly meaning: string;
  readonly evidence: TextRange;
  readonly focus: string;
}

const OPTIONS = 4;
/** One in so many terms is asked this way; the others are asked what they mean. */
const SHARE = 3;
/** Terms compared at most: a bound on terms times terms. */
const MOST_TERMS = 200;

/** The meaning of a term, and four terms of the document to choose from. */
export const termChoice: Pattern = {
  name: 'term-choice',
  task: 'qa',
  promise: 'The document defines the right term so; it defines each of the others as something else.',
  family: 'definition',
  version: 1,
  languages: ['en'],
  precision: 0.95,
  *find(context: PatternContext): Iterable<Draft> {
    const terms = definedTerms(context);
    if (terms.length < OPTIONS) return;
    for (const right of terms) {
      const isChosen =
        context.choose(
          right.at,
          Array.from({ length: SHARE }, (_, index) => index),
        ) === 0;
      const draft = isChosen ? toChoice(context, right, terms) : undefined;
      if (draft !== undefined) yield draft;
    }
  },
};

function definedTerms(context: PatternContext): readonly DefinedTerm[] {
  const terms = new Map<string, DefinedTerm>();
  for (const pattern of [glossaryTerm, definition]) {
    for (const draft of pattern.find(context)) {
      const found = readTerm(context, draft);
      if (found !== undefined && !terms.has(found.focus)) terms.set(found.focus, found);
      if (terms.size === MOST_TERMS) return [...terms.values()];
    }
  }
  return [...terms.values()];
}

/** "Keel: the long beam …" */
const ENTRY = /^(?<term>[^:–—\n]{2,60}?)\s*(?::|\s[–—-])\s+(?<meaning>\S[^.!?]+)/u;
/** "A keel is the long beam …" */
const SENTENCE = /^(?:An? |The )?(?<term>[^.:;!?()]{2,60}?)(?: \([^()]{1,40}\))? (?:is|are) (?<meaning>[^.!?]+)\.$/u;

function readTerm(context: PatternContext, { section, answer, evidence, focus }: Draft): DefinedTerm | undefined {
  const range = evidence?.[0] ?? answer.find((piece) => typeof piece !== 'string');
  if (range === undefined) return undefined;
  const text = context.text(range);
  const groups = (evidence === undefined ? SENTENCE : ENTRY).exec(text)?.groups;
  const { term, meaning } = groups ?? {};
  if (term === undefined || meaning === undefined || !isUsable(term, meaning)) return undefined;
  const start = range.start + text.indexOf(term);
  return { section, term, at: { start, end: start + term.length }, meaning: meaning.trim(), evidence: range, focus };
}

/** Short enough to read as part of a question, and without the term itself in it. */
function isUsable(term: string, meaning: string): boolean {
  const words = countWords(meaning);
  if (words < 5 || words > 28 || /["“”\n`:]|\b(?:this|these|those|above|below|following|it)\b/iu.test(meaning))
    return false;
  return contentStems(term).length > 0 && topicOverlap(term, meaning) === 0;
}

function toChoice(context: PatternContext, right: DefinedTerm, terms: readonly DefinedTerm[]): Draft | undefined {
  const pool = terms.filter((other) => isWrong(right, other)).map(({ term }) => term);
  if (pool.length < OPTIONS - 1) return undefined;
  const choices: string[] = [];
  for (let pick = 1; pick < OPTIONS; pick += 1) {
    const chosen = context.choose({ start: right.at.start + pick, end: right.at.end }, pool);
    pool.splice(pool.indexOf(chosen), 1);
    choices.push(chosen);
  }
  choices.splice(context.choose({ start: right.at.start, end: right.at.start + 1 }, [0, 1, 2, 3]), 0, right.term);
  const options = listed(choices, 'or');
  const described = `Which of these is described as "${right.meaning}": ${options}?`;
  const counts = context.analysis.casing.get(right.term.toLowerCase());
  const isName = counts !== undefined && counts.upper > counts.lower;
  const question =
    kindOf(right.term).startsWith('noun') && !isName
      ? context.choose(right.at, [
          described,
          `Which term means "${right.meaning}": ${options}?`,
          `What is "${right.meaning}" called: ${options}?`,
          `Choose the term for "${right.meaning}": ${options}.`,
        ])
      : described;
  return {
    section: right.section,
    question,
    anchor: anchorFor(context, right.section, question),
    answer: [right.at],
    evidence: [right.evidence],
    payload: { choices, label: right.term },
    reasoning: 'recall',
    focus: right.focus,
    fit: 1,
  };
}

/** Of the same kind and number, about something else, and named nowhere in the meaning. */
function isWrong(right: DefinedTerm, other: DefinedTerm): boolean {
  if (other === right || /[,/]/u.test(other.term) || kindOf(other.term) !== kindOf(right.term)) return false;
  const shared = topicOverlap(other.term, right.term) + topicOverlap(right.term, other.term);
  return (
    shared === 0 && topicOverlap(other.term, right.meaning) === 0 && topicOverlap(other.meaning, right.meaning) < 0.4
  );
}

/** Code, name or common noun, in the singular or plural: options of another kind would give themselves away. */
function kindOf(term: string): string {
  const shape = term.includes('`') ? 'code' : /\s\p{Lu}|^\p{Lu}[\p{Lu}\p{N}]/u.test(term) ? 'name' : 'noun';
  return `${shape} ${/[^s]s$/u.test(term)}`;
}
