import type { Section, Sentence } from '../../analyze/analysis.ts';
import { BASE_VERBS, thirdPersonBase } from '../../analyze/english/verbs.ts';
import { AUXILIARIES, DETERMINERS, PERSONAL_PRONOUNS } from '../../analyze/english/word-classes.ts';
import { countWords, wordsOf } from '../../analyze/english/words.ts';
import { readingPassages, type ReadingPassage } from '../comprehension/reading-passage.ts';
import type { PatternContext } from '../pattern.ts';
import { isImperative } from '../wording/phrases.ts';
import { falseStatement } from './false-statement.ts';
import { isWholeSentence } from './whole-sentence.ts';
import { sameStatement } from './true-statement.ts';

const MOST_WORDS = 28;

/** A sentence of a passage, and what is said of it. */
export interface Statement {
  readonly passage: ReadingPassage;
  readonly sentence: Sentence;
  /** What is claimed, without the full stop. */
  readonly claim: string;
  /** What the sentence is used for, so that none is asked twice. */
  readonly use: 'confirm' | 'refute' | 'correct';
}

/** Some claims cannot be made false, and are always confirmed: of the others fewer are. */
const USES = ['confirm', 'confirm', 'refute', 'correct'] as const;
const WITHOUT_OTHER_WORDS = ['refute', 'correct'] as const;

/**
 * One claim about a section: its sentence in other words, or made false by one change. A sentence in its own words is never
 * confirmed: that would be no question.
 */
export function findStatement(context: PatternContext, section: Section): Statement | undefined {
  const claims = readingPassages(context, section).flatMap((passage) => placedClaims(context, passage));
  const wanted = context.choose(section, claims.some(({ isTrue }) => isTrue) ? USES : WITHOUT_OTHER_WORDS);
  const use = claims.some(({ isTrue }) => !isTrue) ? wanted : 'confirm';
  const fitting = claims.filter(({ isTrue }) => isTrue === (use === 'confirm'));
  // A "not" more or less is found at a glance: another number or word makes a reader look.
  const telling = fitting.filter(({ text, claim }) => isNegated(text) === isNegated(claim));
  if (fitting.length === 0) return undefined;
  const at = { start: section.start, end: section.start + 1 };
  const { passage, sentence, claim } = context.choose(at, telling.length > 0 ? telling : fitting);
  return { passage, sentence, claim: claim.replace(/\.$/u, ''), use };
}

interface PlacedClaim extends Claim {
  readonly passage: ReadingPassage;
  readonly sentence: Sentence;
  readonly text: string;
}

function placedClaims(context: PatternContext, passage: ReadingPassage): PlacedClaim[] {
  return passage.sentences.flatMap((sentence) => {
    const text = context.text(sentence);
    return claimsOf(text, passage.text).map((claim) => ({ ...claim, passage, sentence, text }));
  });
}

function isNegated(text: string): boolean {
  return /\b(?:not|cannot)\b|n[’']t\b/u.test(text);
}

/** Something said of a passage. */
export interface Claim {
  readonly claim: string;
  readonly isTrue: boolean;
}

/** What a sentence of a passage allows to claim: the same in other words, and what one change makes false. */
export function claimsOf(sentence: string, passage: string): readonly Claim[] {
  if (!isStatement(sentence)) return [];
  const same = sameStatement(sentence);
  const wrong = falseStatement(same ?? sentence, passage) ?? falseStatement(sentence, passage);
  return [
    ...(same === undefined ? [] : [{ claim: same, isTrue: true }]),
    ...(wrong === undefined ? [] : [{ claim: wrong, isTrue: false }]),
  ];
}

/** Says something of somebody or something, without the writer in it. */
function isStatement(text: string): boolean {
  if (!isWholeSentence(text) || !text.endsWith('.') || text.endsWith('..') || countWords(text) > MOST_WORDS)
    return false;
  if (
    /["“”:;?]|\s[-–—]\s|—|\b(?:I|we|our|us|my|let[’']s|please|check out|refer to|see the|e\.g|i\.e|etc)\b/iu.test(text)
  )
    return false;
  const main = mainClause(text);
  return main === undefined ? hasVerb(text) && !asks(text) : hasVerb(main) && namesSubject(main);
}

/** A finite verb with nothing but its subject before it: no "Act alone, but do not …". */
function hasVerb(clause: string): boolean {
  const verb = wordsOf(clause).find(
    ({ lower }, index) => index > 0 && (AUXILIARIES.has(lower) || thirdPersonBase(lower) !== undefined),
  );
  return verb !== undefined && !clause.slice(0, verb.start).includes(',');
}

/** An instruction claims nothing. */
function asks(clause: string): boolean {
  const [first, second] = wordsOf(clause);
  if (first === undefined || isImperative(clause)) return true;
  return BASE_VERBS.has(
    /^(?:then|simply|just|also|always|never|not)$/u.test(first.lower) ? (second?.lower ?? '') : first.lower,
  );
}

/** What comes after an opening phrase; undefined where there is none. */
function mainClause(text: string): string | undefined {
  return /^(?:If|When|Whenever|Once|Before|After|Since|Because|For|To|In|On|At|With|Unless|While|As|From|By|During|An? \w+ (?:before|after)) [^,]+, (?<main>.+)$/u.exec(
    text,
  )?.groups?.['main'];
}

/** "If you can, call" asks to call; "the keeper calls", "visitors call" and "Max calls" have their subject. */
function namesSubject(clause: string): boolean {
  const [first] = wordsOf(clause);
  if (first === undefined || asks(clause)) return false;
  return DETERMINERS.has(first.lower) || PERSONAL_PRONOUNS.has(first.lower) || /^\p{Lu}|[^s]s$/u.test(first.text);
}
