import { findEntities } from '../analyze/entities/find-entities.ts';
import type { NameKnowledge } from '../analyze/entities/name-entities.ts';
import { inventName, REPLACED_TYPES, type ReplacedType } from './invented-names.ts';
import { escapePattern } from '../shared/escape-pattern.ts';

export interface ReplaceNamesOptions {
  /** Text of the document: what it names cannot be a replacement. */
  readonly documentText: string;
  readonly knowledge: NameKnowledge;
  /** The same seed gives the same names. */
  readonly seed: string;
}

/**
 * The texts of one record with people, organisations and places named otherwise, each the same everywhere. Undefined
 * when they name none, or when a part of a name would stay: a record that is half changed contradicts itself.
 */
export function replaceNames(texts: readonly string[], options: ReplaceNamesOptions): string[] | undefined {
  if (texts.some((text) => /```|~~~|`/u.test(text))) return undefined;
  const found = namesOf(texts, options.knowledge);
  const replacements = new Map<string, string>();
  for (const [name, type] of found) {
    function isTaken(other: string): boolean {
      return [...replacements.values()].includes(other) || other.split(' ').some((word) => isNamed(word, options));
    }
    const invented = inventName(name, { type, seed: options.seed, isTaken });
    if (invented === undefined) return undefined;
    replacements.set(name, type === 'person' && !name.includes(' ') ? (invented.split(' ')[0] ?? invented) : invented);
    if (type === 'person') addParts(name, invented, replacements);
  }
  if (replacements.size === 0) return undefined;
  const changed = texts.map((text) => replaceAll(text, replacements));
  return [...found.keys()].some((name) => isLeftIn(name, changed)) ? undefined : changed;
}

function isNamed(word: string, { documentText }: ReplaceNamesOptions): boolean {
  // Plain words such as "Group" name nobody on their own.
  return !/^(?:Group|Institute|Partners|Foundation)$/u.test(word) && documentText.includes(word);
}

/** The names in order of their length, the longest first, so that none is taken for a part of another. */
function namesOf(texts: readonly string[], knowledge: NameKnowledge): ReadonlyMap<string, ReplacedType> {
  const names = new Map<string, ReplacedType>();
  for (const text of texts) {
    for (const { type, start, end } of findEntities(text, knowledge).entities) {
      const replaced = REPLACED_TYPES.find((known) => known === type);
      if (replaced !== undefined) names.set(text.slice(start, end), replaced);
    }
  }
  return new Map([...names].toSorted(([left], [right]) => right.length - left.length || (left < right ? -1 : 1)));
}

/** "Anna Keller" is also called Anna, or Keller. */
function addParts(name: string, invented: string, replacements: Map<string, string>): void {
  const [own, other] = [name.split(/\s+/u), invented.split(' ')];
  if (own.length !== 2) return;
  for (const [index, part] of own.entries()) if (!replacements.has(part)) replacements.set(part, other[index] ?? part);
}

/** In one pass, so that no replacement is replaced again. */
function replaceAll(text: string, replacements: ReadonlyMap<string, string>): string {
  const names = [...replacements.keys()].toSorted((left, right) => right.length - left.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(escapePattern).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return text.replaceAll(pattern, (name) => replacements.get(name) ?? name);
}

/** A form of the name that stayed: a part, an adjective made of it, its initials, an address. */
function isLeftIn(name: string, texts: readonly string[]): boolean {
  const words = name.match(/[\p{L}\p{N}]+/gu)?.filter((word) => word.length > 2 && /^\p{Lu}/u.test(word)) ?? [];
  const initials = words.map((word) => word[0]).join('');
  const joined = name.toLowerCase().replaceAll(/\P{L}/gu, '');
  return texts.some(
    (text) =>
      words.some((word) => new RegExp(`(?<!\\p{L})${escapePattern(stemOf(word))}`, 'u').test(text)) ||
      (initials.length > 1 && new RegExp(`(?<!\\p{L})${initials}(?!\\p{L})`, 'u').test(text)) ||
      (joined.length > 3 && text.toLowerCase().includes(joined)),
  );
}

/** German and Germany, Sweden and Swedish. */
function stemOf(word: string): string {
  return word.slice(0, Math.max(4, word.length - 3));
}
