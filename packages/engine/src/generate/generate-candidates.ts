import type { Candidate, Chunk, ExtractedDocument, Recipe, TextRange } from '@dsgen/core';
import type { DocumentAnalysis } from '../analyze/analysis.ts';
import { placeDraft } from './context-mode.ts';
import { withArticle } from './wording/article.ts';
import { ChunkSearch } from '../shared/chunk-search.ts';
import { seededPick } from '../shared/random.ts';
import { toCandidate, type CandidateOrigin } from './candidate.ts';
import type { Pattern, PatternContext } from './pattern.ts';
import { isOn, PATTERNS } from './patterns.ts';
import { recase, takeSample } from './wording/recase.ts';
import { sectionBody, type SectionBody } from './sections/section-body.ts';
import { findTopic } from './headings/topic.ts';

export interface GenerateInput {
  readonly document: ExtractedDocument;
  readonly chunks: readonly Chunk[];
  readonly analysis: DocumentAnalysis;
  /** Path relative to the corpus root. */
  readonly path: string;
  readonly corpus: string;
  readonly recipe: Recipe;
  readonly recipeHash: string;
  /** Default: made from the document and its chunks. */
  readonly search?: ChunkSearch;
}

/**
 * Every candidate the extractive patterns find in one document, in document order, then by task and pattern. Candidates
 * overlap on purpose; ranking and caps decide later which are kept.
 */
export function generateCandidates(input: GenerateInput, patterns: readonly Pattern[] = PATTERNS): Candidate[] {
  const { document, analysis, recipe, chunks, search = new ChunkSearch(document, chunks) } = input;
  const sample = takeSample(document, analysis.sections.length);
  function choose<Option>({ start, end }: TextRange, options: readonly Option[]): Option {
    return seededPick(options, `${document.documentId}:${start}:${end}:${options.length}`, recipe.seed);
  }
  const context: PatternContext = {
    document,
    analysis,
    recipe,
    topic: findTopic(document, analysis, { sample, subject: recipe.generate.subject }),
    text: ({ start, end }) => document.text.slice(start, end),
    recase: remember((heading) => recase(sample, analysis.casing, heading)),
    article: remember((phrase) => withArticle(sample, analysis.casing, phrase)),
    body: rememberBodies(document, analysis),
    choose,
    phrase(at, wordings) {
      const question = choose(at, wordings);
      return { question, rewordings: wordings.filter((wording) => wording !== question) };
    },
    finds: (question, ranges) => search.finds(question, ranges),
  };
  const candidates = patterns
    .filter((pattern) => applies(pattern, recipe, document.language))
    .flatMap((pattern) => runPattern(pattern, context, input));
  return candidates.toSorted(byPlace);
}

/** Several patterns ask for one phrase, documents repeat headings, and each answer searches the text. */
function remember(answer: (phrase: string) => string): (phrase: string) => string {
  const answers = new Map<string, string>();
  return (phrase) => {
    const known = answers.get(phrase) ?? answer(phrase);
    answers.set(phrase, known);
    return known;
  };
}

/** Most patterns look at the content of a section, in one of three ways. */
function rememberBodies(document: ExtractedDocument, analysis: DocumentAnalysis): PatternContext['body'] {
  const bodies = new Map<string, SectionBody | undefined>();
  return (section, options = {}) => {
    const key = `${section.id} ${options.dropPointers !== false} ${options.withChildren === true}`;
    if (!bodies.has(key)) bodies.set(key, sectionBody(document, analysis, section, options));
    return bodies.get(key);
  };
}

function applies(pattern: Pattern, recipe: Recipe, language: string): boolean {
  return isOn(pattern, recipe) && (pattern.languages === 'any' || pattern.languages.includes(language));
}

/** Candidates of one pattern and section: far more than any cap keeps, and few enough to compare each with each. */
const MOST_PER_SECTION = 40;

function runPattern(pattern: Pattern, context: PatternContext, origin: CandidateOrigin): Candidate[] {
  const found: Candidate[] = [];
  const bySection = new Map<string, number>();
  for (const draft of pattern.find(context)) {
    const earlier = bySection.get(draft.section.id) ?? 0;
    bySection.set(draft.section.id, earlier + 1);
    if (earlier >= MOST_PER_SECTION) continue;
    const placed = placeDraft(context, draft);
    const candidate = placed === undefined ? undefined : toCandidate(pattern, placed, origin);
    if (candidate !== undefined) found.push(candidate);
  }
  return found;
}

/** Document order by the first source; the sort is stable, so patterns keep the order of their table after that. */
function byPlace(left: Candidate, right: Candidate): number {
  return (left.sources[0]?.start ?? 0) - (right.sources[0]?.start ?? 0);
}
