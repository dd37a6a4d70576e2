import { DatabaseSync } from 'node:sqlite';
import type { Chunk } from '@dsgen/core';
import { chunkDocument } from '../../packages/engine/src/chunk/chunk-document.ts';
import { loadLanguageDetector } from '../../packages/engine/src/extract/language.ts';
import { resolveRecipe } from '../../packages/engine/src/recipe/resolve-recipe.ts';
import { STOP_WORDS } from '../../packages/engine/src/analyze/english/word-classes.ts';
import type { DocumentRun } from './corpus-run.ts';
import { entriesOf } from './sheet.ts';

export interface SearchResult {
  readonly asked: number;
  /** Questions whose source chunk comes first. */
  readonly first: number;
  /** Or among the first five. */
  readonly firstFive: number;
}

interface Asked {
  readonly question: string;
  /** Chunks that hold part of the source. */
  readonly chunks: ReadonlySet<string>;
}

/**
 * Puts the question of every record that stands alone to SQLite's full-text search over all chunks of the corpus, with
 * their headings as a search engine for documents would index them, and looks where the chunk of its source comes.
 */
export async function searchQuestions(runs: readonly DocumentRun[]): Promise<SearchResult> {
  const detectLanguage = await loadLanguageDetector();
  const { chunk } = resolveRecipe({});
  const database = new DatabaseSync(':memory:');
  database.exec("create virtual table chunks using fts5(id unindexed, title, body, tokenize = 'unicode61')");
  const insert = database.prepare('insert into chunks values (?, ?, ?)');
  const asked: Asked[] = [];
  for (const run of runs) {
    const chunks = chunkDocument(run.document, { ...chunk, detectLanguage });
    for (const { id, headingPath, start, end } of chunks)
      insert.run(id, [run.document.title ?? '', ...headingPath].join(' '), run.document.text.slice(start, end));
    asked.push(...questionsOf(run, chunks));
  }
  const find = database.prepare('select id from chunks where chunks match ? order by bm25(chunks, 0, 8, 1) limit 5');
  let first = 0;
  let firstFive = 0;
  for (const { question, chunks } of asked) {
    const found = find.all(matchOf(question)).map(({ id }) => String(id));
    if (chunks.has(found[0] ?? '')) first += 1;
    if (found.some((id) => chunks.has(id))) firstFive += 1;
  }
  database.close();
  return { asked: asked.length, first, firstFive };
}

function questionsOf(run: DocumentRun, chunks: readonly Chunk[]): Asked[] {
  const sources = new Map(run.choices.map(({ assessed: { candidate } }) => [candidate.id, candidate.sources]));
  return entriesOf(run, '', 'kept')
    .filter(({ features }) => features !== undefined)
    .map(({ id, question }) => {
      const spans = sources.get(id) ?? [];
      const holding = chunks.filter((chunk) => spans.some(({ start, end }) => start < chunk.end && end > chunk.start));
      return { question, chunks: new Set(holding.map((chunk) => chunk.id)) };
    });
}

/** Any of the question's topic words; the ranking does the rest. */
function matchOf(question: string): string {
  const words = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return (telling.length > 0 ? telling : words).map((word) => `"${word}"`).join(' OR ');
}
