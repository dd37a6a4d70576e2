/** A stretch of inline text: a Markdown code span with its backticks, or the prose between two of them. */
export interface InlineSegment {
  readonly isCode: boolean;
  readonly text: string;
}

/**
 * Splits inline text at its code spans: a run of backticks closed by the next run of the same length. Linear: a run
 * length that found no partner once is not searched for again.
 */
export function splitCodeSpans(text: string): readonly InlineSegment[] {
  if (!text.includes('`')) return [{ isCode: false, text }];
  const runs = [...text.matchAll(/`+/g)].map((match) => ({ start: match.index, length: match[0].length }));
  const segments: InlineSegment[] = [];
  let proseStart = 0;
  for (const [open, close] of pairRuns(runs)) {
    if (open.start > proseStart) segments.push({ isCode: false, text: text.slice(proseStart, open.start) });
    proseStart = close.start + close.length;
    segments.push({ isCode: true, text: text.slice(open.start, proseStart) });
  }
  if (proseStart < text.length) segments.push({ isCode: false, text: text.slice(proseStart) });
  return segments;
}

interface Run {
  readonly start: number;
  readonly length: number;
}

function pairRuns(runs: readonly Run[]): ReadonlyArray<readonly [Run, Run]> {
  const nextOfLength = partnersByRun(runs);
  const pairs: Array<readonly [Run, Run]> = [];
  let index = 0;
  while (index < runs.length) {
    const open = runs[index];
    const partner = nextOfLength[index] ?? -1;
    const close = runs[partner];
    if (open !== undefined && close !== undefined) {
      pairs.push([open, close]);
      index = partner + 1;
    } else {
      index += 1;
    }
  }
  return pairs;
}

/** For each run the index of the next run of its length, or -1; one pass from the end. */
function partnersByRun(runs: readonly Run[]): readonly number[] {
  const latest = new Map<number, number>();
  const partners: number[] = Array.from({ length: runs.length });
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.length ?? 0;
    partners[index] = latest.get(length) ?? -1;
    latest.set(length, index);
  }
  return partners;
}
