import { countWords } from '../../analyze/english/words.ts';
import type { Quantity } from './quantity.ts';

/** The largest list that an answer counts. */
const LONGEST = 12;

/** Whether a number counts what is listed: "three systems: e-mail, telescope control and finance". */
export function isListCount(quantity: Quantity, statement: string, evidence: readonly string[]): boolean {
  const { amount, kind, unit, end } = quantity;
  if (kind !== 'count' || unit !== undefined || amount < 2 || amount > LONGEST) return false;
  const after = statement.slice(end);
  const isTimes = /^(?:twice|thrice)$/iu.test(quantity.text);
  if (!isTimes && !/^\s+(?:[\p{L}-]+\s+){0,3}?[\p{L}-]+s\b/u.test(after)) return false;
  if (listLengths(after).includes(amount)) return true;
  // "Twice a day" of "at 12:00 and at 17:00".
  if (isTimes && evidence.flatMap(listLengths).includes(amount)) return true;
  const isCounted = COUNTED.test(after) && (evidence.length === amount || evidence.length - 1 === amount);
  return isCounted || (COUNTED.test(after) && evidence.flatMap(listLengths).includes(amount));
}

/** What lists hold. */
const COUNTED =
  /^\s+(?:[\p{L}-]+\s+){0,2}?(?:classes|steps|stages|kinds|types|options|ways|reasons|things|conditions|levels|parts|items|rules|systems|categories|groups|cases|points|methods|requirements|exceptions|examples|features|factors|questions|measures)\b/iu;

/** How many things the lists of a text hold: "A, B and C" holds three. */
function listLengths(text: string): number[] {
  return text.split(/[.:;!?](?:\s|$)/u).flatMap((part) => {
    const items = part.split(/,\s*(?:and|or)\s+|,\s*|\s+(?:and|or)\s+/u).filter((item) => countWords(item) > 0);
    return items.length < 2 ? [] : [items.length];
  });
}
