import type { ChunkOptions, TextRange } from '@dsgen/core';
import { countTokens } from '../shared/tokens.ts';
import type { ChunkUnit } from './chunk-units.ts';
import type { UnitSource } from './unit-source.ts';

/** The range of one chunk, the blocks it touches and the tokens of its exact text. */
export interface PackedUnits extends TextRange {
  readonly firstBlock: number;
  readonly lastBlock: number;
  readonly tokens: number;
}

/**
 * A chunk being filled. `units` starts with `overlap` units of the chunk before. `costs` are the tokens that each unit
 * added: a good estimate of the whole that makes filling linear; the exact count is taken once, at the end.
 */
interface Filling {
  readonly units: ChunkUnit[];
  readonly costs: number[];
  overlap: number;
}

/** Packs the units of one section into as few chunks as come out of taking them in order. */
export function* packUnits(text: string, source: UnitSource, options: ChunkOptions): Generator<PackedUnits> {
  let filling: Filling = { units: [], costs: [], overlap: 0 };
  for (;;) {
    fill(text, filling, { source, maxTokens: options.maxTokens });
    if (filling.units.length === filling.overlap) return;
    yield close(text, filling, { source, maxTokens: options.maxTokens });
    filling = startWithOverlap(text, filling, options.overlapTokens);
  }
}

interface FillOptions {
  readonly source: UnitSource;
  readonly maxTokens: number;
}

/** Adds units until the next one would exceed the budget. The first new unit always fits: overlap makes way for it. */
function fill(text: string, filling: Filling, { source, maxTokens }: FillOptions): void {
  let tokens = sum(filling.costs);
  for (let unit = source.next(); unit !== undefined; unit = source.next()) {
    let cost = addedTokens(text, filling, unit);
    while (filling.overlap > 0 && filling.units.length === filling.overlap && tokens + cost > maxTokens) {
      tokens -= dropFirst(text, filling);
      cost = addedTokens(text, filling, unit);
    }
    if (filling.units.length > 0 && tokens + cost > maxTokens) {
      source.putBack(unit);
      return;
    }
    filling.units.push(unit);
    filling.costs.push(cost);
    tokens += cost;
  }
}

/**
 * Counts exactly. Where the estimate was too low, the last new units go back, and overlap goes before the only one
 * does.
 */
function close(text: string, filling: Filling, { source, maxTokens }: FillOptions): PackedUnits {
  let tokens = exactTokens(text, filling.units);
  while (tokens > maxTokens && filling.units.length > 1) {
    const last = filling.units.length > filling.overlap + 1 ? filling.units.pop() : undefined;
    if (last === undefined) {
      dropFirst(text, filling);
    } else {
      filling.costs.pop();
      source.putBack(last);
    }
    tokens = exactTokens(text, filling.units);
  }
  const [first] = filling.units;
  const last = filling.units.at(-1);
  return {
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    firstBlock: first?.block ?? 0,
    lastBlock: last?.block ?? 0,
    tokens,
  };
}

/** The longest run of whole sentences at the end of a chunk that is not the whole chunk and fits the overlap. */
function startWithOverlap(text: string, { units, costs }: Filling, overlapTokens: number): Filling {
  let first = units.length;
  let tokens = 0;
  while (first > 1 && units[first - 1]?.kind === 'sentence' && tokens + (costs[first - 1] ?? 0) <= overlapTokens + 1) {
    first -= 1;
    tokens += costs[first] ?? 0;
  }
  // The first sentence's cost includes the space before it, hence the 1 above; the exact count decides.
  while (first < units.length && exactTokens(text, units.slice(first)) > overlapTokens) first += 1;
  const overlap = units.slice(first);
  return { units: overlap, costs: costsOf(text, overlap), overlap: overlap.length };
}

function costsOf(text: string, units: readonly ChunkUnit[]): number[] {
  return units.map((unit, index) => countTokens(text.slice(units[index - 1]?.end ?? unit.start, unit.end)));
}

/** Tokens from the end of the last unit to the end of this one: the space before a word belongs to the word's token. */
function addedTokens(text: string, { units }: Filling, unit: ChunkUnit): number {
  return countTokens(text.slice(units.at(-1)?.end ?? unit.start, unit.end));
}

function dropFirst(text: string, filling: Filling): number {
  filling.units.shift();
  const cost = filling.costs.shift() ?? 0;
  filling.overlap -= 1;
  const [first] = filling.units;
  const costBefore = filling.costs[0] ?? 0;
  if (first !== undefined) filling.costs[0] = countTokens(text.slice(first.start, first.end));
  return cost + costBefore - (filling.costs[0] ?? 0);
}

function exactTokens(text: string, units: readonly ChunkUnit[]): number {
  const [first] = units;
  return first === undefined ? 0 : countTokens(text.slice(first.start, units.at(-1)?.end));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
