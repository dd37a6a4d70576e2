import { stem, wordsOf } from '../../analyze/english/words.ts';

const PLACE =
  'page|section|sub-?section|chapter|document|article|figure|table|listing|diagram|image|picture|screenshot|appendix|tutorial|handbook|post|paragraph|lesson|unit|module|manual|video|slide|sidebar|chart|map|photo|drawing|graph|exhibit|annex|footnote';
const ARTEFACT =
  'link|links|form|template|spreadsheet|instructions|checklist|list|guide|guidance|example|examples|code|snippet|command|commands|steps|website|site|map|video|presentation|deck|doc|file|folder|channel|repo|repository|calendar|tool|resource|resources';

interface Pointer {
  readonly pattern: RegExp;
  readonly what: string;
}

/** References that only the surrounding document resolves. */
const POINTERS: readonly Pointer[] = [
  {
    pattern: new RegExp(
      `\\b(?:this|these|the (?:previous|next|preceding|following|last|above|below|current|accompanying)) (?:\\w+ )?(?:${PLACE})s?\\b`,
      'iu',
    ),
    what: 'another part of the document',
  },
  {
    pattern:
      /\b(?:Listings?|Figures?|Fig\.|Tables?|Sections?|Chapters?|Appendix|Exhibit|Annex|Equations?|Eq\.|Box|Panel|Scheme) (?:\d{1,2}(?:[.-]\d+)*(?!\d| of\b)|[A-Z](?:[\s.,;)-]|$))|\b(?:listing|figure|table|section|chapter|appendix|equation) (?:[A-Z]\.)?\d{1,2}(?:\.\d+)+\b|\bthe (?:[\w-]+ ){1,3}(?:chapter|appendix)\b/u,
    what: 'a numbered part',
  },
  {
    pattern:
      /\b(?:as|see|seen|mentioned|described|shown|listed|noted|discussed|explained|given|outlined|linked|defined|provided|stated|specified|used|found|in the|the|from|diagram|table|list|links?|steps|example|code|section|instructions|form)\s(?:above|below)\b|[”"’')] (?:above|below)\b|\b(?:above|below) for\b|\b(?:issue|problem|point|rule|option|file|process|value|reason|method|approach|change|query|function|statement|limitation|discussion|description|caveat|warning|note)s? (?:above|below)\b|\babove[.,;:)]|\bbelow[.,;:)]|\b(?:above|below)-mentioned\b|\bthe (?:above|below)\b/iu,
    what: 'a place above or below',
  },
  {
    pattern:
      /\b(?:click|see|find|found|available|listed|located|info|information|details|documented|access|download|apply|posted|described|out|more|guide|form|list|check|read|instructions|documentation|examples?|sign up|submit(?:ted)?|view|request|start|online|go|it|them|one|that|this) here\b|\bhere\s?[.)]|\bhere(?:'s| is| are) (?:a|an|the|some|how|what)\b/iu,
    what: 'a link',
  },
  { pattern: new RegExp(`\\b(?:this|these) (?:\\w+ )?(?:${ARTEFACT})\\b`, 'iu'), what: 'something linked' },
  {
    pattern:
      /\b(?:as (?:we|you|i) (?:saw|have seen|discussed|mentioned|will see|learned|did)|we (?:saw|discussed|mentioned|learned|covered|looked at|talked about|just|now|then)|we(?:'ll|’ll| will) (?:see|discuss|look|cover|use|learn|talk|explore|create|write|build|start|need|explain|describe|show|go|walk|assume|return)|we(?:'ve|’ve| have) (?:seen|discussed|covered|looked|been|already|talked|just|learned|now|used|written|shown)|let(?:'s|’s)|so far|until now|earlier in|later in this|in the last|you just|recall that|remember (?:from|when|that we)|at the (?:beginning|end) of (?:this|the)|discussed (?:earlier|later)|(?:as )?(?:noted|mentioned|described|explained|discussed|stated|shown|seen) (?:in the (?:introduction|previous|last|next|preceding)|earlier|before|previously)|at this point|previously mentioned|see also|the (?:former|latter))\b/iu,
    what: 'the course of the text',
  },
  {
    pattern:
      /\b(?:in|from|during|after) the (?:previous|preceding|earlier) (?:steps?|parts?|examples?|paragraphs?)\b/iu,
    what: 'what came before',
  },
  { pattern: /\bhere means\b/iu, what: 'the text around it' },
];

/** A reference that a text does not resolve, and what it refers to. */
export interface Dangling {
  readonly what: string;
  readonly found: string;
}

/** The first reference of an answer that neither it nor its question resolves. */
export function findDangling(answer: string, question: string): Dangling | undefined {
  for (const { pattern, what } of POINTERS) {
    const found = findUnresolved(pattern, answer, question);
    if (found !== undefined) return { what, found: found.trim() };
  }
  return undefined;
}

/**
 * The first pointer whose target is not in the record. "This policy" is no riddle when the question or the answer so far
 * speaks of a policy, nor "the table below" when one follows.
 */
function findUnresolved(pattern: RegExp, answer: string, question: string): string | undefined {
  if (!pattern.test(answer)) return undefined;
  const asked = new Set(wordsOf(question).map(({ lower }) => stem(lower)));
  for (const match of answer.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
    const before = answer.slice(0, match.index);
    const after = answer.slice(match.index + match[0].length);
    if (
      /\b(?:above|former|latter|previous|preceding|earlier)\b/iu.test(match[0])
        ? STRUCTURE.test(before)
        : announces(match[0]) && followsSoon(after)
    )
      continue;
    const noun = /^(?:this|these)\s.*?(?<noun>\w+)$/iu.exec(match[0])?.groups?.['noun'];
    if (noun !== undefined && (asked.has(stem(noun)) || mentions(before, noun))) continue;
    return match[0];
  }
  return undefined;
}

const STRUCTURE = /(?:^|\n)[ \t]*(?:[-*•] |\d+[.)] |\||```)/u;

function announces(text: string): boolean {
  return /\b(?:these|below|following|here(?:'s| is| are)|this (?:\w+ )?(?:command|code|example|list|table|snippet|diagram|script))\b/iu.test(
    text,
  );
}

/** A list, table or code block that begins before two more sentences have passed. */
function followsSoon(rest: string): boolean {
  const at = STRUCTURE.exec(rest)?.index ?? -1;
  return at !== -1 && (rest.slice(0, at).match(/[.!?]\s/gu)?.length ?? 0) <= 1;
}

function mentions(text: string, noun: string): boolean {
  const wanted = stem(noun);
  return wordsOf(text).some(({ lower }) => stem(lower) === wanted);
}

/** "The following …" must be followed by a list, table or code in the text itself. */
export function findUnmetAnnouncement(answer: string): string | undefined {
  for (const match of answer.matchAll(
    /\bthe following\b(?! (?:\w+ )?(?:years?|months?|weeks?|days?|morning|season|quarter|period|term)\b)|\bas follows\b/giu,
  )) {
    const rest = answer.slice(match.index);
    if (!STRUCTURE.test(rest) && !/^[^.\n]{0,120}: ?\S/u.test(rest)) {
      return match[0];
    }
  }
  return undefined;
}
