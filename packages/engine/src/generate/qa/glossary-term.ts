import type { TextRange } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { AUXILIARIES } from '../../analyze/english/word-classes.ts';
import { contentStems, countWords, topicOverlap, wordsOf } from '../../analyze/english/words.ts';
import { anchorFor, isPlacedByName } from '../subjects/anchor.ts';
import { answerBody } from '../sections/answer-body.ts';
import type { Draft, Pattern, PatternContext, Piece } from '../pattern.ts';
import { isFiniteVerb, upperFirst } from '../wording/phrases.ts';
import { plainHeading } from '../headings/topic.ts';
import { isVagueHeading } from '../headings/vague-headings.ts';

const GLOSSARY = /\b(?:glossary|terms|terminology|definitions|vocabulary|acronyms|abbreviations|lexicon)\b/iu;

/** "Shard: a part of an index." or "Shard – a part …" */
const ENTRY = /^(?<term>[^:–—\n]{2,60}?)\s*(?::|\s[–—-])\s+(?<text>\S.+)$/su;

const LEANS_ON_TERM = /^(?:\p{Ll}+:|(?:means|refers|is|are|used)\b)/iu;

/** Terms of a glossary: list items or paragraphs of the form "term: meaning", or one heading per term. */
export const glossaryTerm: Pattern = {
  name: 'glossary-term',
  task: 'qa',
  promise: 'The answer is the whole entry of a glossary, for that term only.',
  family: 'definition',
  version: 3,
  languages: ['en'],
  isDefault: false,
  precision: 0.08,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const isIn = GLOSSARY.test(`${section.headingPath.join(' ')} ${context.document.title ?? ''}`);
      if (isIn && section.heading !== undefined && !GLOSSARY.test(section.heading)) {
        const body = answerBody(context, section, { minWords: 6, maxWords: 150 });
        const heading = plainHeading(section.heading);
        const leans = body !== undefined && LEANS_ON_TERM.test(body.text);
        if (body !== undefined && !leans && isTerm(heading) && !isVagueHeading(heading))
          yield* toDraft(context, section, { term: heading, meaning: body.pieces });
      } else if (isIn || GLOSSARY.test(section.heading ?? '')) {
        yield* entries(context, section);
      }
    }
  },
};

function* entries(context: PatternContext, section: Section): Iterable<Draft> {
  for (const index of section.blocks) {
    const block = context.document.blocks[index];
    const ranges = block?.kind === 'list' ? (block.items ?? []).filter(({ depth }) => depth === 0) : [block];
    if (block?.kind === 'list' && block.items?.some(({ depth }) => depth > 0) === true) continue;
    for (const range of ranges) {
      if (range === undefined || (block?.kind !== 'list' && block?.kind !== 'paragraph')) continue;
      const groups = ENTRY.exec(context.text(range))?.groups;
      const term = groups?.['term'];
      const meaning = groups?.['text'];
      if (term === undefined || meaning === undefined || !isTerm(term)) continue;
      // "think: secrets" and "Means the …" lean on the term they stand behind.
      if (LEANS_ON_TERM.test(meaning)) continue;
      if (countWords(meaning) < 5 || countWords(meaning) > 90) continue;
      const start = range.end - meaning.length;
      yield* toDraft(context, section, { term, meaning: [{ start, end: range.end }], entry: range });
    }
  }
}

interface Entry {
  readonly term: string;
  readonly meaning: readonly Piece[];
  /** Where term and meaning stand together; absent when the term is a heading. */
  readonly entry?: TextRange;
}

function toDraft(context: PatternContext, section: Section, { term, meaning, entry }: Entry): Draft[] {
  const at = entry ?? section;
  const name = context.recase(term.trim());
  const quoted = name.includes('`') ? name : `"${name}"`;
  const wording = context.phrase(at, [
    `What does ${quoted} mean?`,
    `Define ${quoted}.`,
    `What is meant by ${quoted}?`,
    `Explain the term ${quoted}.`,
    `What does the term ${quoted} refer to?`,
    `How is ${quoted} defined?`,
    `Give the definition of ${quoted}.`,
    `What should I understand by ${quoted}?`,
  ]);
  const [first] = meaning;
  const opening = first === undefined || typeof first === 'string' ? '' : context.text(first);
  if (!saysWhatItIs(term, opening) || !isPlacedByName(context, section, wording.question)) return [];
  // "a part of an index" needs the term before it to be a sentence.
  const lead = /^(?:an?|the) /u.test(opening) ? [`${upperFirst(name)}: `] : [];
  return [
    {
      section,
      ...wording,
      anchor: anchorFor(context, section, wording.question),
      answer: [...lead, ...meaning],
      ...(entry === undefined ? {} : { evidence: [entry] }),
      reasoning: 'recall',
      focus: contentStems(term).join(' '),
      fit: 0.8,
    },
  ];
}

const LONGEST_GENUS = 60;

/** "A part of an index …", "Shards are …": a genus at the beginning. What a user may do with the thing is no meaning of it. */
function saysWhatItIs(term: string, meaning: string): boolean {
  const first = /^[\s\S]*?[.!?:](?=\s|$)/u.exec(meaning)?.[0] ?? meaning;
  if (
    /^[^\p{L}`]/u.test(meaning) ||
    first.endsWith(':') ||
    countWords(first) > LONGEST_GENUS ||
    /\b(?:we|our|us|this|these|above|below)\b/iu.test(first)
  )
    return false;
  const { subject, verb, rest = '' } = SENTENCE.exec(first)?.groups ?? {};
  // "… is called a job" names the term last; "is what it talks to" goes round in a circle.
  if (verb !== undefined)
    return (
      !/^(?:what|when) /u.test(rest) &&
      topicOverlap(term, /^(?:called|known as)\b/u.test(rest) ? rest : (subject ?? '')) > 0.5
    );
  return GENUS.test(first) && (topicOverlap(term, first) > 0.5 || !isWholeSentence(first));
}

/** "A component goes through a lifecycle …" has a verb of its own: unlike "a component that …" it says something of another thing. */
function isWholeSentence(first: string): boolean {
  const [opening = ''] = first.split(/,|\b(?:that|which|who|whose|where|when)\b/u);
  return wordsOf(opening)
    .slice(1)
    .some(({ lower }) => isFiniteVerb(lower) || AUXILIARIES.has(lower) || /^(?:goes|comes|takes|makes)$/u.test(lower));
}

/** A copula of the main clause, not of what "that" or "which" opens. */
const SENTENCE =
  /^(?<subject>(?:(?!\b(?:that|which|who|whose|where|when)\b)[^.])*?)\s(?<verb>is|are|means|refers? to|stands for) (?<rest>.+)/su;

const GENUS =
  /^(?:an?|any|the (?:(?!(?:has|have|is|are|was|were)\b)\S+ ){1,4}(?:of|at|in|that|which|for|to|by|on|from|where|who)|the (?:process|act|practice|set|ability|name|number|amount|rate|time|place|part|person|people|state|study|use|ratio|percentage|total|cost|date|period|unit|method|way)|someone|something|anyone|anything)\b/iu;

function isTerm(term: string): boolean {
  const words = wordsOf(term).length;
  return (
    words > 0 &&
    words <= 6 &&
    !/[.?!,;"“”]|^(?:note|example|e\.g|see|https?|warning|tip)\b/iu.test(term) &&
    /\p{L}{2}/u.test(term)
  );
}
