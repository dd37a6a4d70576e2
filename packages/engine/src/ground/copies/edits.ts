import type { Alignment, Run } from './align.ts';

/** A place where a statement leaves the sentence that it follows. */
export interface Edit {
  /** Words of the statement that the sentence does not have here; none where it left something out. */
  readonly said: Run;
  /** Words of the sentence that the statement does not have here. */
  readonly source: Run;
  /** The word of both before it. */
  readonly before: string | undefined;
  /** Whether nothing of the statement follows. */
  readonly isLast: boolean;
  /** How many of the statement's other words the sentence has in the same order, and which share of them. */
  readonly matched: number;
  readonly share: number;
}

/** Two ranges, of the statement and of the sentence, from the first word to the one after the last. */
interface Span {
  readonly said: readonly [number, number];
  readonly source: readonly [number, number];
}

/** Where a statement says something else than the sentence that it follows, in order. */
export function editsOf({ said, source, places, matched }: Alignment): Edit[] {
  return joined(spansOf(places, source.length)).map((span) => {
    const own = said.slice(...span.said);
    const inside = places.slice(...span.said).filter((place) => place !== undefined).length;
    const others = said.length - own.length;
    return {
      said: own,
      source: source.slice(...span.source),
      before: said[span.said[0] - 1]?.lower,
      isLast: span.said[1] === said.length,
      matched: matched - inside,
      share: others === 0 ? 0 : (matched - inside) / others,
    };
  });
}

function spansOf(places: Alignment['places'], sourceLength: number): Span[] {
  const anchors = places.flatMap((place, index) => (place === undefined ? [] : [[index, place] as const]));
  let [from, sourceFrom] = [0, 0];
  return [...anchors, [places.length, sourceLength] as const].flatMap(([to, sourceTo]) => {
    const span: Span = { said: [from, to], source: [sourceFrom, sourceTo] };
    [from, sourceFrom] = [to + 1, sourceTo + 1];
    return span.said[0] === to && span.source[0] === sourceTo ? [] : span;
  });
}

/** "The People Team" for "the team lead" is one edit: the one word between was taken out before and put in after. */
function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of spans) {
    const last = found.at(-1);
    const isNext = last !== undefined && span.said[0] - last.said[1] === 1;
    if (isNext && (isEmpty(last) || isEmpty(span))) {
      found.pop();
      found.push({ said: [last.said[0], span.said[1]], source: [last.source[0], span.source[1]] });
    } else found.push(span);
  }
  return found;
}

function isEmpty({ said }: Span): boolean {
  return said[0] === said[1];
}

/** The text from the first to the last of words in a row. */
export function textOf(run: Run, whole: string): string {
  return whole.slice(run[0]?.start ?? 0, run.at(-1)?.end ?? 0);
}
