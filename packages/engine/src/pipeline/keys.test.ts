import { assertArtefactKey, type RecipeInput } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { DEFAULT_EXTRACT_LIMITS } from '../extract/source.ts';
import { resolveRecipe } from '../recipe/resolve-recipe.ts';
import { extractKey, processKey, type ProcessKeyInput } from './keys.ts';

function input(recipe: RecipeInput = {}, rest: Partial<ProcessKeyInput> = {}): ProcessKeyInput {
  return {
    documentId: 'ab'.repeat(32),
    path: 'guides/leave.md',
    corpus: 'handbook',
    limits: DEFAULT_EXTRACT_LIMITS,
    ...rest,
    recipe: resolveRecipe(recipe),
  };
}

describe.each([
  ['extractKey', extractKey],
  ['processKey', processKey],
])('%s', (_name, key) => {
  it('is a key that every store takes, whatever the path', () => {
    expect(() => assertArtefactKey(key(input({}, { path: 'a\nb/ü ../c?*' })))).not.toThrow();
  });

  it.each<[string, RecipeInput]>([
    ['format', { export: { format: 'openai' } }],
    ['split', { split: { train: 1, validation: 0, test: 0 } }],
    ['limit', { generate: { limit: 3 } }],
    ['caps', { assess: { maxPerSection: 1, maxPerDocument: 1, nearDuplicate: 0.9 } }],
  ])('does not depend on the %s of the dataset', (_setting, recipe) => {
    expect(key(input(recipe))).toBe(key(input()));
  });

  it.each<[string, ProcessKeyInput]>([
    ['document', input({}, { documentId: 'cd'.repeat(32) })],
    ['kind of file', input({}, { path: 'guides/leave.txt' })],
    ['extraction', input({ extract: { html: 'article' } })],
    ['limits', input({}, { limits: { ...DEFAULT_EXTRACT_LIMITS, maxPages: 3 } })],
  ])('depends on the %s', (_part, changed) => {
    expect(key(changed)).not.toBe(key(input()));
  });
});

describe('processKey', () => {
  it.each<[string, ProcessKeyInput]>([
    ['path', input({}, { path: 'guides/other.md' })],
    ['corpus', input({}, { corpus: 'wiki' })],
    ['tasks', input({ tasks: ['qa'] })],
    ['seed', input({ seed: 2 })],
    ['chunks', input({ chunk: { maxTokens: 256 } })],
    ['context', input({ generate: { context: 'open' } })],
    ['subject', input({ generate: { subject: 'Acme' } })],
    ['lengths', input({ assess: { minTokens: 1 } })],
  ])('depends on the %s, which the extraction does not', (_part, changed) => {
    expect(processKey(changed)).not.toBe(processKey(input()));
    expect(extractKey(changed)).toBe(extractKey(input()));
  });
});
