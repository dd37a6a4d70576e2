import { OPPOSITES } from './opposites.ts';
import { otherNumber } from './other-number.ts';

/** A statement with one thing wrong in it. */
export interface FalseStatement {
  readonly claim: string;
  /** What the passage says in place of what is claimed: "30 days" and "15". */
  readonly said: string;
  readonly claimed: string;
  readonly isNumber: boolean;
}

/** Words around which one change does not decide what is said. */
const HEDGED =
  /\b(?:only|unless|except|until|but|however|although|though|whether|or not|either|neither|nor|hardly|rather|as well|instead|even|otherwise|whereas|while|not|no|cannot|never|none|without|any|anyone|anything|yet)\b|n[’']t\b/iu;

/**
 * A statement made false by what it says: another number, or a word in place of its opposite. Undefined where none is
 * certain; a number or word that stands elsewhere in the passage is never taken.
 */
export function falseStatement(statement: string, passage: string): FalseStatement | undefined {
  return changeNumber(statement, passage) ?? changeWord(statement, passage);
}

/** A number with "not" or "until" near it is still one that can be checked; one with "either" or "except" is not. */
const NUMBER_HEDGED = /\b(?:unless|except|whether|either|neither|nor|instead|even|otherwise)\b/iu;

function changeNumber(statement: string, passage: string): FalseStatement | undefined {
  const found = NUMBER_HEDGED.test(statement) ? undefined : otherNumber(statement, passage);
  if (found === undefined) return undefined;
  const { index, number, other, said, claimed } = found;
  return { claim: replaceAt(statement, { index, old: number, other }), said, claimed, isNumber: true };
}

/** "before you leave" to "after you leave": the word stands once, and its opposite nowhere in the passage. */
function changeWord(statement: string, passage: string): FalseStatement | undefined {
  const plain = statement.replaceAll(/`[^`]*`/gu, (code) => '`'.repeat(code.length));
  const lower = plain.toLowerCase();
  for (const { word, places, other } of OPPOSITES) {
    const [found, ...more] = lower.includes(word) ? plain.matchAll(places) : [];
    if (found === undefined || more.length > 0) continue;
    const { 0: old, index } = found;
    if (isName(old, index) || HEDGED.test(statement.replace(old, ''))) continue;
    if (new RegExp(String.raw`\b${other}\b`, 'iu').test(passage)) continue;
    const article = /\b(?<article>an?) $/iu.exec(statement.slice(0, index))?.groups?.['article']?.toLowerCase();
    if (article !== undefined && /^[aeiou]/u.test(other) !== (article === 'an')) continue;
    return {
      claim: replaceAt(statement, { index, old, other }),
      said: old.toLowerCase(),
      claimed: other,
      isNumber: false,
    };
  }
  return undefined;
}

/** "Public Works": with a capital inside the sentence, a word is part of a name. A day is one by itself. */
function isName(word: string, index: number): boolean {
  return index > 0 && /^\p{Lu}/u.test(word) && !word.endsWith('day');
}

interface Replacement {
  readonly index: number;
  readonly old: string;
  readonly other: string;
}

function replaceAt(text: string, { index, old, other }: Replacement): string {
  const word = index === 0 ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  return text.slice(0, index) + word + text.slice(index + old.length);
}
