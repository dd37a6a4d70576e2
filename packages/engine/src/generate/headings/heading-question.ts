import type { Section } from '../../analyze/analysis.ts';
import { BASE_VERBS } from '../../analyze/english/verbs.ts';
import { AUXILIARIES, DETERMINERS } from '../../analyze/english/word-classes.ts';
import { topicOverlap, wordsOf } from '../../analyze/english/words.ts';
import { aspectQuestions } from './heading-aspects.ts';
import type { PatternContext } from '../pattern.ts';
import { ownerOf } from './owner.ts';
import { isFunctionWord, subjectDefect, toFirstPerson, upperFirst, verbPhrase } from '../wording/phrases.ts';
import { plainHeading } from './topic.ts';
import { isVagueHeading } from './vague-headings.ts';

/** What a heading asks for. */
export type HeadingShape =
  /** It is a question, or the clause of one ("When to use it"). */
  | { readonly kind: 'question'; readonly question: string }
  /** It names something to do; the phrase is in base form, in the first person: "request leave". */
  | { readonly kind: 'task'; readonly phrase: string }
  /** It names an aspect of what stands above it; complete questions. */
  | { readonly kind: 'aspect'; readonly questions: readonly string[]; readonly owner: string }
  /** It names a thing; the phrase reads in mid-sentence. */
  | { readonly kind: 'topic'; readonly phrase: string };

/** Reads a section's heading; undefined when it names nothing a question can be built on. */
export function readHeading(context: PatternContext, section: Section): HeadingShape | undefined {
  if (section.heading === undefined) return undefined;
  // "(optional)" says how to read the section; "(SL)" belongs to the name.
  const heading = plainHeading(section.heading)
    .replace(/\s*\((?!\p{Lu}{2})[^()]{2,60}\)$/u, '')
    .replace(/^about (?=the |an? |[\p{Lu}`])/iu, '');
  // "Why a group? (Or why not?)" asks twice.
  if (section.heading.trim().endsWith('?)')) return undefined;
  if (section.heading.trim().endsWith('?')) return questionShape(inSentenceCase(context, section.heading.trim()));
  const owner = ownerOf(context, section);
  const questions =
    owner === undefined || topicOverlap(heading, owner) === 1 ? undefined : aspectQuestions(heading, owner);
  if (questions !== undefined && owner !== undefined) return { kind: 'aspect', questions, owner };
  // What stands in code marks is a name, whatever characters and words it is made of.
  const spelled = heading.replaceAll(/`[^`]*`/gu, 'Code');
  if (/^more (?:on|about)\b/iu.test(heading)) return undefined;
  if (isVagueHeading(heading) || /[:;…!=<>{}|]|\s[-–—]\s|["“”]/u.test(spelled)) return undefined;
  const clause = clauseQuestion(heading) ?? invertedQuestion(context, heading);
  if (clause !== undefined)
    return EMPTY_QUESTION.test(clause) || OPEN_END.test(clause)
      ? undefined
      : { kind: 'question', question: inSentenceCase(context, clause) };
  // "QUARANTINE ENVIRONMENT" says nothing of which of its words is a verb.
  const isShouted = heading.length > 8 && heading === heading.toUpperCase();
  const phrase = isShouted ? undefined : (verbPhrase(heading, context.recase) ?? listedTask(context, section, heading));
  if (phrase !== undefined) return isSoundTask(phrase) ? { kind: 'task', phrase: toFirstPerson(phrase) } : undefined;
  // A parenthesis inside, unlike one at the end ("sick leave (SL)"), breaks the phrase in two.
  if (subjectDefect(spelled, 8) !== undefined || /\([^)]*\)\s+\S/u.test(spelled)) return undefined;
  if (!isThing(spelled)) return undefined;
  return { kind: 'topic', phrase: context.article(context.recase(heading)) };
}

/** "How Can I Renew My Permit?" as one would ask it; a question in sentence case stays as it is. */
function inSentenceCase(context: PatternContext, question: string): string {
  const inner = wordsOf(question).slice(1);
  const words = inner.filter(({ lower }) => !isFunctionWord(lower));
  const capitalised = words.filter(({ text }) => /^\p{Lu}\p{Ll}/u.test(text)).length;
  // "What Is Ownership?": no sentence writes such words with a capital.
  const isTitle = inner.some(({ text, lower }) => isFunctionWord(lower) && /^\p{Lu}\p{Ll}/u.test(text));
  const isCapitalised = words.length > 1 && capitalised * 3 >= words.length * 2;
  return isTitle || isCapitalised ? upperFirst(context.recase(question)) : question;
}

/** Questions whose answer is elsewhere by design, or that ask about the text. */
const EMPTY_QUESTION =
  /^what about\b|\b(?:should I know|learn more|find out more|read more|(?:more|further|additional) information|more help|what(?:'s|’s| is| comes) next|what now|so what|this mean|any questions|more questions|get help|need help|why does (?:this|it) matter)\b/iu;

/** "Where are the …": the heading leaves it to the list below to end the question. */
const OPEN_END = /\b(?:the|a|an|of|to|is|are|and|or|your|my)[\s.…]*\?$/iu;

const QUESTION_OPENER =
  /^(?:what(?:'s|’s)?|why|how|when|where|who|whom|whose|which|is|are|was|were|do|does|did|can|could|should|must|may|will|would|has|have|am)\b/iu;

/** A line that is a question by itself, worded as one; undefined for lines that ask nothing or only about the text. */
export function readQuestion(line: string): string | undefined {
  const shape = questionShape(line);
  return shape?.kind === 'question' ? shape.question : undefined;
}

function questionShape(heading: string): HeadingShape | undefined {
  const question = heading.replace(/^(?:q(?:uestion)?\s*\d*[:.)]|\d+[.)])\s*/iu, '').replaceAll(/\s+/gu, ' ');
  const words = wordsOf(question);
  // "As a newcomer, will I create channels?"
  const asked = question.replace(/^(?:as|if|when|for|after|before|in|with)\b[^,]{2,60}, /iu, '');
  if (!QUESTION_OPENER.test(asked) || words.length < 3 || words.length > 25) return undefined;
  if (
    /[.!]\s|\?.+\?|\b(?:the|a|an|of|to|is|are|and|or|your|my)[\s.…]*\?$/iu.test(question) ||
    EMPTY_QUESTION.test(question)
  )
    return undefined;
  const task = /^how to (?<task>.+)\?$/iu.exec(question)?.groups?.['task'];
  if (task !== undefined) return isSoundTask(task) ? { kind: 'task', phrase: toFirstPerson(task) } : undefined;
  const clause = clauseQuestion(question.slice(0, -1));
  return { kind: 'question', question: clause ?? upperFirst(question) };
}

/** "When to use a shard" to "When should I use a shard?", "What is a shard" to "What is a shard?". */
function clauseQuestion(heading: string): string | undefined {
  const words = wordsOf(heading);
  const [first, second, third] = words;
  if (first === undefined || second === undefined || third === undefined) return undefined;
  if (!/^(?:what|why|when|where|who|which)$/u.test(first.lower)) return undefined;
  if (second.lower === 'to' && first.lower !== 'who' && first.lower !== 'why' && first.lower !== 'which') {
    const rest = toFirstPerson(heading.slice(third.start));
    const modal = first.lower === 'where' ? 'can' : 'should';
    return `${upperFirst(first.lower)} ${modal} I ${rest}?`;
  }
  if (AUXILIARIES.has(second.lower) && first.lower !== 'when') return `${heading}?`;
  return undefined;
}

/** "How accommodations are reviewed" to "How are accommodations reviewed?", "How leave works" to "How does leave work?". */
function invertedQuestion(context: PatternContext, heading: string): string | undefined {
  const groups =
    /^(?<word>how|why|when|where) (?<subject>.{3,60}?) (?<verb>is|are|can|should|must|will|works?|matters?)(?<rest> .{3,60})?$/iu.exec(
      heading,
    )?.groups;
  const { word = '', subject = '', verb = '', rest = '' } = groups ?? {};
  if (groups === undefined || subjectDefect(subject, 6) !== undefined) return undefined;
  const name = context.article(context.recase(subject));
  const isMain = /^(?:work|matter)/iu.test(verb);
  if (isMain !== (rest === '')) return undefined;
  const opener = upperFirst(word.toLowerCase());
  if (!isMain) return `${opener} ${verb.toLowerCase()} ${name}${lowered(context, rest)}?`;
  return `${opener} ${verb.endsWith('s') ? 'does' : 'do'} ${name} ${verb.toLowerCase().replace(/s$/u, '')}?`;
}

/** The rest of a heading after its verb, which no capital opens: " Processed Daily" as " processed daily". */
function lowered(context: PatternContext, rest: string): string {
  const [first] = wordsOf(rest);
  const written = context.recase(rest.trim());
  return rest === '' || first?.text === first?.text.toUpperCase()
    ? rest
    : ` ${written.charAt(0).toLowerCase()}${written.slice(1)}`;
}

/** "Reserve parking" may be a thing or an act; below "How do I …" it is an act. */
function listedTask(context: PatternContext, section: Section, heading: string): string | undefined {
  const isAsked = /^how (?:do|can|should|to)\b/iu.test(section.headingPath.at(-1) ?? '');
  const [first] = wordsOf(heading);
  if (!isAsked || first === undefined || !BASE_VERBS.has(first.lower)) return undefined;
  const written = context.recase(heading);
  return written.charAt(0).toLowerCase() + written.slice(1);
}

/** "Using the web does not require signing" is a statement, not an act. */
const FINITE = new Set(['is', 'are', 'was', 'were', 'does', 'do', 'has', "doesn't", "isn't", "aren't", "don't"]);

/** Verb phrases that promise nothing: "get started", "learn more", "use it". */
function isSoundTask(phrase: string): boolean {
  const words = wordsOf(phrase);
  if (words.length < 2 || words.length > 12 || words.some(({ lower }) => FINITE.has(lower))) return false;
  if (
    /^(?:get started|get going|make sure|obey|learn (?:the|about)|learn more|read more|wrap up|sum up|use (?:it|this|them)|put it|go further|try it|be\b|do it|find out|keep in mind|look ahead|move on|go deeper)/iu.test(
      phrase,
    )
  )
    return false;
  // "write to be understood, read to understand": two tasks are no one question.
  if (/,/u.test(phrase) && !/,? (?:and|or) /u.test(phrase)) return false;
  return !/\b(?:that|above|below|following|here)$|\b(?:it|this|them|these|those)\b/iu.test(phrase);
}

/** Neither "Start from the menu", which may be an instruction, nor "Data collected", whose noun is cut short. */
function isThing(heading: string): boolean {
  const words = wordsOf(heading);
  const [first, second] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return false;
  // "Archive a channel": an act whose verb is not known.
  if (second !== undefined && !DETERMINERS.has(first.lower) && /^(?:an?|the|your|my)$/u.test(second.lower))
    return false;
  if (second !== undefined && BASE_VERBS.has(first.lower) && /^(?:from|with|in|on|at|by|into|as)$/u.test(second.lower))
    return false;
  return (
    words.length === 1 ||
    !/[^aeiou]ed$/u.test(last.lower) ||
    /(?:seed|feed|need|speed|bed|shed|weed)$/u.test(last.lower)
  );
}
