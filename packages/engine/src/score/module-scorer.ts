import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError, type Scorer } from '@dsgen/core';
import type { OpenScorer } from './open-scorer.ts';

/**
 * A scorer of the user's own: what a JavaScript module exports as its default.
 *
 * @throws UsageError `scorer-module-invalid` when the module cannot be loaded or exports no function
 */
export async function openModuleScorer(path: string): Promise<OpenScorer> {
  const { default: score } = await load(path);
  if (typeof score !== 'function') throw invalid(path, 'its default export is no function');
  return { score: score as Scorer, close: () => undefined };
}

async function load(path: string): Promise<{ readonly default?: unknown }> {
  try {
    return (await import(pathToFileURL(resolve(path)).href)) as { readonly default?: unknown };
  } catch (error) {
    throw invalid(path, error instanceof Error ? error.message : String(error));
  }
}

function invalid(path: string, why: string): UsageError {
  return new UsageError({
    code: 'scorer-module-invalid',
    message: `Cannot score records by ${JSON.stringify(path)} (assess.scorers): ${why}`,
    fix: 'Give the path of a module such as: export default ({ messages }) => messages.length > 2 ? 1 : 0;',
  });
}
