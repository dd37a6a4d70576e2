import type { Candidate, ExtractedDocument, Lineage, Message, Recipe, Span, TextRange } from '@dsgen/core';
import type { Defect } from '../assess/check.ts';
import { rateDifficulty } from '../generate/difficulty.ts';
import type { ProcessedSection } from '../pipeline/processed-section.ts';
import { rangeAt } from '../shared/range-at.ts';
import { recordId } from '../shared/record-id.ts';
import type { Material } from './material.ts';
import { patternOf, type Prompt, type WrittenRecord } from './prompt.ts';
import { isToldWrong, resolveAnswer, type ResolvedAnswer } from './resolve-answer.ts';

/** What is the same for all candidates of a document. */
export interface WrittenOrigin {
  readonly document: ExtractedDocument;
  readonly sections: readonly ProcessedSection[];
  readonly path: string;
  readonly corpus: string;
  readonly recipe: Recipe;
  readonly recipeHash: string;
  /** `provider/name`. */
  readonly model: string;
}

export interface WrittenSource {
  readonly prompt: Prompt;
  /** sha256 of the prompt's text and schema. */
  readonly promptHash: string;
  readonly material: Material;
}

/** A candidate, and what is wrong with it already. */
export interface WrittenCandidate {
  readonly candidate: Candidate;
  readonly defect?: Defect;
}

/** Where a candidate of a model ranks at best: like the more reliable of the extractive patterns. */
const BEST_SCORE = 0.9;

/** The candidate for what a model wrote, with its answers reduced to what the source supports. */
export function toWrittenCandidate(
  written: WrittenRecord,
  source: WrittenSource,
  origin: WrittenOrigin,
): WrittenCandidate {
  const { prompt, material } = source;
  const context = contextOf(material, origin);
  const answers = written.turns.map(({ user, ...turn }) =>
    resolveAnswer({ ...turn, question: user, material, prompt, context }),
  );
  const defect =
    findDefect(written, { material, context }) ?? answers.find((answer): answer is Defect => 'reason' in answer);
  const resolved = answers.filter((answer): answer is ResolvedAnswer => !('reason' in answer));
  // A rejected candidate is kept as the model wrote it, resting on all that the model saw.
  const ranges = defect === undefined ? resolved.flatMap(({ sources }) => sources) : material.sentences;
  const cited = distinct(prompt.carriesPassage === true ? [...ranges, ...material.sentences] : ranges);
  const messages = toMessages(written, { prompt, material, document: origin.document, answers });
  const content = {
    task: prompt.task,
    messages,
    ...(written.rejected === undefined ? {} : { rejected: rejectedTurns(written.rejected.text) }),
    ...payloadOf(written),
    sources: cited.map((range) => toSpan(origin.document, range)),
  };
  const support = resolved.reduce((sum, answer) => sum + answer.support, 0) / Math.max(1, answers.length);
  const candidate: Candidate = {
    id: recordId(content),
    ...content,
    lineage: toLineage(source, origin, cited[0] ?? material.sentences[0]),
    quality: { support: round(support) },
    difficulty: written.difficulty ?? difficultyOf(messages, cited.length),
    pattern: patternOf(prompt),
    section: sectionOf(origin.sections, cited[0])?.id ?? '',
    focus: (written.turns[0]?.user ?? '').toLowerCase().replaceAll(/\s+/gu, ' ').trim(),
    score: round(BEST_SCORE * support),
  };
  return { candidate, ...(defect === undefined ? {} : { defect }) };
}

/** What is wrong with a record whatever its answers rest on. */
function findDefect(
  { problem, mustBeWrong }: WrittenRecord,
  source: { readonly material: Material; readonly context: readonly string[] },
): Defect | undefined {
  if (problem !== undefined) return { reason: 'weak-question', detail: problem };
  if (mustBeWrong === undefined || isToldWrong(mustBeWrong, source)) return undefined;
  return { reason: 'unsupported', detail: `Nothing shows that this is wrong: ${JSON.stringify(mustBeWrong)}` };
}

function contextOf({ sentences }: Material, { document, sections, path, recipe }: WrittenOrigin): string[] {
  const ids = new Set(sentences.map(({ section }) => section));
  const headings = sections.filter(({ id }) => ids.has(id)).flatMap(({ headingPath }) => headingPath);
  return [...new Set([document.title ?? path, recipe.generate.subject ?? '', ...headings])];
}

interface MessageParts {
  readonly prompt: Prompt;
  readonly material: Material;
  readonly document: ExtractedDocument;
  readonly answers: ReadonlyArray<ResolvedAnswer | Defect>;
}

function toMessages(written: WrittenRecord, { prompt, material, document, answers }: MessageParts): Message[] {
  const system: Message[] = written.system === undefined ? [] : [{ role: 'system', content: written.system }];
  const passage = material.sentences.map(({ start, end }) => document.text.slice(start, end)).join('\n');
  const turns = written.turns.flatMap(({ user, lead, answer }, index): Message[] => {
    const resolved = answers[index];
    const sentences =
      resolved === undefined || 'reason' in resolved ? answer.map(({ text }) => text) : resolved.sentences;
    const context = prompt.carriesPassage === true && index === 0 ? { context: passage } : {};
    return [
      { role: 'user', content: user, ...context },
      { role: 'assistant', content: joinSentences(lead === undefined ? sentences : [lead.text, ...sentences]) },
    ];
  });
  return [...system, ...turns];
}

/** Full stops of scripts that put no space between sentences. */
const NO_SPACE_AFTER = /[。！？」』]$/u;

/** Steps and list items keep their lines; everything else is running text. */
function joinSentences(sentences: readonly string[]): string {
  return sentences.reduce((text, sentence) => {
    const isItem = /^(?:[-*•]|\d{1,2}[.)])\s/u.test(sentence);
    if (text === '') return sentence;
    return `${text}${isItem ? '\n' : NO_SPACE_AFTER.test(text) ? '' : ' '}${sentence}`;
  }, '');
}

function rejectedTurns(text: string): Message[] {
  return [{ role: 'assistant', content: text }];
}

function payloadOf({ payload, rejected }: WrittenRecord): Pick<Candidate, 'payload'> {
  if (rejected === undefined) return payload === undefined ? {} : { payload };
  return { payload: { ...payload, flaw: rejected.flaw } };
}

function difficultyOf(messages: readonly Message[], sources: number): Candidate['difficulty'] {
  const [question, answer] = [textOf(messages, 'user'), textOf(messages, 'assistant')];
  return rateDifficulty({ question, answer, sources, reasoning: 'explain' });
}

function textOf(messages: readonly Message[], role: Message['role']): string {
  const own = messages.filter((message) => message.role === role);
  return own.map(({ content }) => content).join('\n');
}

function toLineage(source: WrittenSource, origin: WrittenOrigin, first: TextRange | undefined): Lineage {
  const { prompt, promptHash, material } = source;
  const section = sectionOf(origin.sections, first);
  return {
    corpus: origin.corpus,
    documentId: origin.document.documentId,
    path: origin.path,
    chunkId: material.chunkId,
    headingPath: section?.headingPath ?? [],
    generator: `model/${prompt.task}/${prompt.name}@${prompt.version}`,
    model: origin.model,
    promptHash,
    seed: origin.recipe.seed,
    recipeHash: origin.recipeHash,
  };
}

function sectionOf(sections: readonly ProcessedSection[], range: TextRange | undefined): ProcessedSection | undefined {
  return range === undefined ? undefined : rangeAt(sections, range.start);
}

function toSpan({ documentId, blocks, text }: ExtractedDocument, { start, end }: TextRange): Span {
  const page = rangeAt(blocks, start)?.page;
  return { documentId, ...(page === undefined ? {} : { page }), start, end, quote: text.slice(start, end) };
}

/** Each range once, in the order of their first mention. */
function distinct(ranges: readonly TextRange[]): TextRange[] {
  return [...new Map(ranges.map(({ start, end }) => [`${start}:${end}`, { start, end }])).values()];
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
