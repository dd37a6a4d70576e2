import type { Recipe } from '@dsgen/core';
import { canonicalJson } from '../shared/canonical-json.ts';
import { sha256 } from '../shared/hash.ts';

/** sha256 of the recipe's canonical JSON: the same for every way of writing the same recipe. */
export function recipeHash(recipe: Recipe): string {
  return sha256(canonicalJson(recipe));
}
