import { createHash } from 'node:crypto';
import type { CorpusDocument, DatasetRecord, Recipe } from '@dsgen/core';

/** What the in-memory back end makes of one document. */
export interface MemoryResult {
  readonly records: readonly DatasetRecord[];
  readonly chunks: number;
  readonly usedChunks: number;
}

export interface MemoryRecordsOptions {
  readonly corpus: string;
  readonly recipe: Recipe;
  readonly recipeHash: string;
}

/** "An X is a Y …": the one pattern of this back end, for a paragraph's first sentence. */
const DEFINITION = /^(?<article>An?) (?<term>[a-z][a-z ]{1,40}?) is (?:an?|the) [^.]{3,300}\./u;

/** One question per paragraph that defines something: little, but each record carries its evidence. */
export function makeRecords(document: CorpusDocument, text: string, options: MemoryRecordsOptions): MemoryResult {
  const paragraphs = findParagraphs(text);
  const records = paragraphs.flatMap((paragraph) => makeRecord(document, paragraph, options) ?? []);
  return { records, chunks: paragraphs.length, usedChunks: records.length };
}

interface Paragraph {
  readonly start: number;
  readonly text: string;
  readonly heading: string | undefined;
}

function findParagraphs(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  let heading: string | undefined;
  for (const part of text.split('\n\n')) {
    const trimmed = part.trim();
    if (trimmed.startsWith('#')) heading = trimmed.replace(/^#+ /u, '');
    else if (trimmed !== '') paragraphs.push({ start: start + part.indexOf(trimmed), text: trimmed, heading });
    start += part.length + 2;
  }
  return paragraphs;
}

function makeRecord(
  document: CorpusDocument,
  { start, text, heading }: Paragraph,
  { corpus, recipe, recipeHash }: MemoryRecordsOptions,
): DatasetRecord | undefined {
  const { article, term } = DEFINITION.exec(text)?.groups ?? {};
  if (article === undefined || term === undefined) return undefined;
  const question = `What is ${article.toLowerCase()} ${term}?`;
  const { documentId, path } = document;
  return {
    id: createHash('sha256').update(`${question}\n${text}`).digest('hex').slice(0, 32),
    task: 'qa',
    messages: [
      { role: 'user', content: question },
      { role: 'assistant', content: text },
    ],
    sources: [{ documentId, start, end: start + text.length, quote: text }],
    lineage: {
      corpus,
      documentId,
      path,
      chunkId: `${documentId.slice(0, 16)}:${start}`,
      headingPath: heading === undefined ? [] : [heading],
      generator: 'memory/qa/definition@1',
      seed: recipe.seed,
      recipeHash,
    },
    quality: {},
    difficulty: 'elementary',
    split: 'train',
  };
}
