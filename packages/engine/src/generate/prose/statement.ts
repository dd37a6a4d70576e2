import type { Block } from '@dsgen/core';
import type { Section, Sentence } from '../../analyze/analysis.ts';
import { BASE_VERBS, thirdPersonBase } from '../../analyze/english/verbs.ts';
import { AUXILIARIES, DETERMINERS, PERSONAL_PRONOUNS } from '../../analyze/english/word-classes.ts';
import { countWords, wordsOf } from '../../analyze/english/words.ts';
import { readingPassages, type ReadingPassage } from '../comprehension/reading-passage.ts';
import { holdsStrayCapital, isSlipped } from '../comprehension/slips.ts';
import type { PatternContext } from '../pattern.ts';
import { perSection } from '../sections/per-section.ts';
import { isImperative } from '../wording/phrases.ts';
import { falseStatement, type FalseStatement } from './false-statement.ts';
import { isWholeSentence } from './whole-sentence.ts';

const MOST_WORDS = 34;

/** A sentence of a passage, and the same with one thing wrong. */
export interface Statement extends FalseStatement {
  readonly passage: ReadingPassage;
  readonly sentence: Sentence;
  /** What the sentence is used for, so that none is asked twice. */
  readonly use: 'compare' | 'correct';
}

const USES = ['compare', 'correct'] as const;

/** One statement about a section that its passage contradicts. */
export const findStatement: (context: PatternContext, section: Section) => Statement | undefined = perSection(
  (context, section) => {
    const found = readingPassages(context, section).flatMap((passage) => falseStatements(context, passage));
    // A wrong number is what people look for in earnest.
    const numbers = found.filter(({ isNumber }) => isNumber);
    const fitting = numbers.length > 0 ? numbers : found;
    if (fitting.length === 0) return undefined;
    const use = context.choose(section, USES);
    return { ...context.choose({ start: section.start, end: section.start + 1 }, fitting), use };
  },
);

function falseStatements(context: PatternContext, passage: ReadingPassage): Array<Omit<Statement, 'use'>> {
  // An item of a list that was announced says only its part of a sentence.
  function announces(before: Block | undefined): boolean {
    return /:\s*$/u.test(before === undefined ? (passage.section.heading ?? '') : context.text(before));
  }
  const blocks = passage.blocks.filter(
    (block, index) => block.kind === 'paragraph' || !announces(passage.blocks[index - 1]),
  );
  return passage.sentences.flatMap((sentence) => {
    const text = context.text(sentence);
    if (!blocks.some(({ start, end }) => start <= sentence.start && sentence.end <= end) || !isStatement(text))
      return [];
    if (isSlipped(context, text) || holdsStrayCapital(context, text)) return [];
    const wrong = falseStatement(text, passage.text);
    return wrong === undefined ? [] : [{ ...wrong, passage, sentence }];
  });
}

/** Says something of somebody or something, without the writer in it. */
function isStatement(text: string): boolean {
  if (!isWholeSentence(text) || !text.endsWith('.') || text.endsWith('..') || countWords(text) > MOST_WORDS)
    return false;
  if (
    /["“”:;?]|\s[-–—]\s|—|\b(?:I|we|our|us|my|let[’']s|please|previously|earlier|later|as (?:explained|described|mentioned|shown|noted)|thus|therefore|hence|(?:for|because of|in) that|check out|refer to|see the|e\.g|i\.e|etc)\b/iu.test(
      text,
    )
  )
    return false;
  if (/^(?:(?:always|never)\b|\p{Lu}{1,4}-\d)/iu.test(text)) return false;
  const main = mainClause(text);
  return main === undefined ? hasVerb(text) && !asks(text) : hasVerb(main) && namesSubject(main);
}

/** A finite verb with nothing but its subject before it: no "Act alone, but do not …". */
function hasVerb(clause: string): boolean {
  const verb = wordsOf(clause).find(
    ({ lower }, index) => index > 0 && (AUXILIARIES.has(lower) || thirdPersonBase(lower) !== undefined),
  );
  return verb !== undefined && !/,|\b(?:which|that|who|whose|where)\b/u.test(clause.slice(0, verb.start));
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
