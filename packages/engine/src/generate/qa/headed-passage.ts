import type { Section, Sentence } from '../../analyze/analysis.ts';
import { COORDINATORS, PREPOSITIONS, SUBORDINATORS } from '../../analyze/english/word-classes.ts';
import { contentStems, countWords, wordsOf } from '../../analyze/english/words.ts';
import { readingPassages } from '../comprehension/reading-passage.ts';
import { NEEDS_NEIGHBOURS } from '../headings/descriptive-heading.ts';
import { plainHeading } from '../headings/topic.ts';
import { isVagueHeading } from '../headings/vague-headings.ts';
import type { PatternContext } from '../pattern.ts';
import { expanded } from '../prose/expanded.ts';
import { passageBeginning, type PassageBeginning } from '../prose/passage-beginning.ts';
import { opensDependently } from '../wording/reference.ts';

const FEWEST_WORDS = 30;
const MOST_WORDS = 120;

/** How a section begins, and what it is about. */
export interface HeadedPassage {
  readonly section: Section;
  readonly heading: string;
  readonly passage: PassageBeginning;
  readonly words: number;
  /** Topic words of the passage by itself, and together with all headings above it. */
  readonly stems: ReadonlySet<string>;
  readonly present: ReadonlySet<string>;
  /** Sentences of its paragraphs. */
  readonly sentences: readonly Sentence[];
}

/** The beginning of a section, where it can be read without anything before it. */
export function headedPassage(context: PatternContext, section: Section): HeadedPassage | undefined {
  const [whole] = readingPassages(context, section);
  const opening = whole?.sentences[0];
  if (whole === undefined || opening === undefined || opening.block !== section.blocks[0]) return undefined;
  if (!opensItself(context.text(opening))) return undefined;
  const passage = passageBeginning(context, whole, MOST_WORDS);
  if (passage === undefined || LEFTOVER.test(passage.text)) return undefined;
  const words = countWords(passage.text);
  if (words < FEWEST_WORDS) return undefined;
  const heading = plainHeading(section.heading ?? '');
  const end = passage.pieces.findLast((piece) => typeof piece !== 'string')?.end ?? 0;
  return {
    section,
    heading,
    passage,
    words,
    stems: new Set(contentStems(passage.text)),
    present: new Set(contentStems(`${expanded(context, passage.text)} ${section.headingPath.join(' ')} ${heading}`)),
    sentences: whole.sentences.filter(
      (sentence) => sentence.end <= end && context.document.blocks[sentence.block]?.kind === 'paragraph',
    ),
  };
}

/** Asides, drafts, addresses, questions between paragraphs, and what looks like a list of names without its links. */
const LEFTOVER =
  /\bTB[AD]\b|\[[^\]\n]+\]|\||^(?:[-*•]|\d+[.)]) |^(?:warnings?|notes?|tips?|important|caution|info|danger|notice|breaking|(?:short|long|longer) answer|example)\b[^\n.]{0,20}:|^(?:introduced|added|new|available|changed) (?:in|since)\b|\?$|https?:|\S@\S/imu;

/** Speaks of its subject from the start: "while these resources" goes on from something. */
function opensItself(text: string): boolean {
  return (
    /^[\p{Lu}`].*[.:]$/su.test(text) &&
    !opensDependently(text) &&
    !LEANS_BACK.test(text) &&
    !/^(?:yes|no|nope|well|ok|okay|remember|note|notice|think|now|similar(?:ly)?|often|eventually|fortunately|of course|in the future|there[’']s|an?other|one|both|some|(?:its?|they|their|he|she|his|her)\b)/iu.test(
      text,
    )
  );
}

const LEANS_BACK =
  /\b(?:this|these|those|such|above|below|previous|previously|earlier|also|instead|again|latter|former|same|too|the (?:first|second|third|next|last|final|following|other|rest))\b/iu;

/** A heading that a reader understands by itself, as he would quote it: a topic, a task or a whole question. */
export function isTellingHeading(context: PatternContext, heading: string): boolean {
  const [first] = wordsOf(heading);
  const stems = new Set(contentStems(heading));
  if (first?.start !== 0 || stems.size > 8 || isVagueHeading(heading) || NEEDS_NEIGHBOURS.test(heading)) return false;
  if (MARKED.test(heading) || !/^\p{Lu}/u.test(heading) || heading === heading.toUpperCase()) return false;
  if (/\b(?:it|its|they|them|their|this|that|these|those|we|us|our|here|there|other)\b/iu.test(heading)) return false;
  if (heading.endsWith('?')) return stems.size > 1 && QUESTION.test(heading);
  if ([PREPOSITIONS, SUBORDINATORS, COORDINATORS].some((words) => words.has(first.lower))) return false;
  return stems.size > 1 || isSpokenName(context, heading);
}

/** One word is enough where the document writes it with a capital inside sentences. */
function isSpokenName({ analysis }: PatternContext, heading: string): boolean {
  const { lower, upper } = analysis.casing.get(heading.toLowerCase()) ?? { lower: 0, upper: 0 };
  return heading.length > 3 && upper > lower;
}

const MARKED = /["“”`|*_<>{}()[\]=\\/]|[.!:;,]$|^\p{Lu}?\d|%|https?:|\p{Extended_Pictographic}/u;
const QUESTION =
  /^(?:(?:what|who|whose|which)\b(?! to\b)|(?:how(?: (?:long|many|much|often|far|fast|big|large) ?[^?]*?)?|when|where|why|whom) (?:can|do|does|did|is|are|was|were|should|will|would|may|must|has|have)\b|(?:can|do|does|did|is|are|was|should|will|may|must|am|has|have)\b)/iu;

/**
 * The first sentence that names most of what the heading names, and is understood by itself. A question is answered at
 * once or not surely: of its passage only the opening counts.
 */
export function tellingSentence(
  context: PatternContext,
  { heading, sentences, stems }: HeadedPassage,
): Sentence | undefined {
  const wanted = new Set(contentStems(heading));
  if (wanted.intersection(stems).size * 3 < wanted.size * 2) return undefined;
  const isQuestion = heading.endsWith('?');
  return (isQuestion ? sentences.slice(0, 1) : sentences).find((sentence, index) => {
    const text = context.text(sentence);
    const fewest = isQuestion ? wanted.size / 3 : index < OPENING_SENTENCES ? (wanted.size * 2) / 3 : wanted.size;
    return wanted.intersection(new Set(contentStems(text))).size >= fewest && isQuotable(text);
  });
}

/** Further down, a sentence shows what its passage is about only where it says all of the heading. */
const OPENING_SENTENCES = 2;

function isQuotable(text: string): boolean {
  return countWords(text) <= 45 && text.endsWith('.') && !/["“”\n]|^[\p{L} ]{2,24}: /u.test(text) && opensItself(text);
}
