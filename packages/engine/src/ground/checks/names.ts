import { wordsOf } from '../../analyze/english/words.ts';
import { isNumberWord } from '../quantities.ts';
import type { GroundingFinding, PreparedClaim } from '../claim.ts';

/** Capitals that English gives without a name, after the first word of a sentence. */
const NO_NAMES = new Set('i monday tuesday wednesday thursday friday saturday sunday yes no'.split(' '));

/** Names, codes and addresses of the statement are in its evidence or its context. */
export function checkNames({ statement, everything }: PreparedClaim): GroundingFinding | undefined {
  const known = new Set(
    wordsOf(everything).flatMap(({ lower }) => [lower, lower.replace(/'s$|s$/u, ''), ...lower.split(/[-/.]/u)]),
  );
  for (const name of namesOf(statement)) {
    const lower = name.toLowerCase().replaceAll('’', "'").replace(/'s$/u, '');
    const isKnown =
      known.has(lower) || known.has(lower.replace(/s$/u, '')) || lower.split(/[-/.]/u).every((part) => known.has(part));
    if (!isKnown) return { kind: 'name', detail: `The source does not name ${JSON.stringify(name)}.` };
  }
  return undefined;
}

/** Words that are written like names, codes or addresses. Weekdays count as names: they are facts. */
function namesOf(statement: string): string[] {
  const names: string[] = [];
  for (const { text, lower, start } of wordsOf(statement)) {
    const before = statement.slice(0, start).trimEnd();
    const opensSentence =
      before === '' || /[.!?:]["”’)]?$/u.test(before) || /(?:^|\n)\s*(?:[-*•]|\d+[.)])$/u.test(before);
    const hasInnerCapital = /\p{Lu}/u.test(text.slice(1)) || (/\d/u.test(text) && /\p{L}/u.test(text));
    const isCapitalised = /^\p{Lu}/u.test(text) && !opensSentence;
    const isCommon = NO_NAMES.has(lower) && !lower.endsWith('day');
    if (
      (hasInnerCapital || isCapitalised) &&
      !isCommon &&
      !isNumberWord(lower) &&
      !/^\d+(?:st|nd|rd|th|[ap]m)$/u.test(lower)
    )
      names.push(text);
  }
  return names;
}
