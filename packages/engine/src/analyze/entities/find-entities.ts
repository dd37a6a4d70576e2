import type { TextRange } from '@dsgen/core';
import type { FoundEntities } from './entity.ts';
import { findNames, type NameKnowledge } from './name-entities.ts';
import { findNumbers } from './number-entities.ts';
import { findTechnical } from './technical-entities.ts';

/**
 * What an English text names. Code is no text: what stands between code marks is not looked at. Precise over complete: what
 * cannot be told apart is reported as a doubt, so that a caller can leave the text alone.
 */
export function findEntities(text: string, knowledge: NameKnowledge): FoundEntities {
  const prose = text.replaceAll(/``[^`\n]+``|`[^`\n]*`/gu, blank);
  const technical = findTechnical(prose);
  const numbers = findNumbers(cover(prose, technical));
  const covered = cover(prose, [...technical, ...numbers.entities]);
  const names = findNames(covered, knowledge);
  const entities = [...technical, ...numbers.entities, ...names.entities];
  return {
    entities: entities.toSorted((left, right) => left.start - right.start),
    hasDoubtfulName: names.isDoubtful,
    hasDoubtfulNumber: numbers.isDoubtful,
  };
}

/** No rule takes it for a space between two words, nor for a part of one. */
const BLANK = '\uFFFC';

function blank(text: string): string {
  return BLANK.repeat(text.length);
}

function cover(text: string, ranges: readonly TextRange[]): string {
  let covered = text;
  for (const { start, end } of ranges)
    covered = covered.slice(0, start) + BLANK.repeat(end - start) + covered.slice(end);
  return covered;
}
