import type { Candidate, Chunk, ExtractedDocument, Recipe } from '@dsgen/core';
import type { DocumentAnalysis } from '../analyze/analysis.ts';
import { placeDraft } from './context-mode.ts';
import { seededPick } from '../shared/random.ts';
import { toCandidate, type CandidateOrigin } from './candidate.ts';
import type { Pattern, PatternContext } from './pattern.ts';
import { PATTERNS } from './patterns.ts';
import { recase } from './recase.ts';
import { sectionBody, type SectionBody } from './section-body.ts';
import { findTopic } from './topic.ts';

export interface GenerateInput {
  readonly document: ExtractedDocument;
  readonly chunks: readonly Chunk[];
  readonly analysis: DocumentAnalysis;
  /** Path relative to the corpus root. */
  readonly path: string;
  readonly corpus: string;
  readonly recipe: Recipe;
  readonly recipeHash: string;
}

/**
 * Every candidate the extractive patterns find in one document, in document order, then by task and pattern. Candidates
 * overlap on purpose; ranking and caps decide later which are kept.
 */
export function generateCandidates(input: GenerateInput): Candidate[] {
  const { document, analysis, recipe } = input;
  const context: PatternContext = {
    document,
    analysis,
    recipe,
    topic: findTopic(document, analysis, recipe.generate.subject),
    text: ({ start, end }) => document.text.slice(start, end),
    recase: remember((heading) => recase(document, analysis.casing, heading)),
    body: rememberBodies(document, analysis),
    choose: ({ start, end }, options) =>
      seededPick(options, `${document.documentId}:${start}:${end}:${options.length}`, recipe.seed),
  };
  const candidates = PATTERNS.filter((pattern) => applies(pattern, recipe, document.language)).flatMap((pattern) =>
    runPattern(pattern, context, input),
  );
  return candidates.toSorted(byPlace);
}

/** Several patterns ask for one heading, documents repeat headings, and each answer searches the text. */
function remember(answer: (heading: string) => string): (heading: string) => string {
  const answers = new Map<string, string>();
  return (heading) => {
    const known = answers.get(heading) ?? answer(heading);
    answers.set(heading, known);
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
  return recipe.tasks.includes(pattern.task) && (pattern.languages === 'any' || pattern.languages.includes(language));
}

function runPattern(pattern: Pattern, context: PatternContext, origin: CandidateOrigin): Candidate[] {
  return [...pattern.find(context)].flatMap((draft) => {
    const placed = placeDraft(context, draft);
    return placed === undefined ? [] : (toCandidate(pattern, placed, origin) ?? []);
  });
}

/** Document order by the first source; the sort is stable, so patterns keep the order of their table after that. */
function byPlace(left: Candidate, right: Candidate): number {
  return (left.sources[0]?.start ?? 0) - (right.sources[0]?.start ?? 0);
}
