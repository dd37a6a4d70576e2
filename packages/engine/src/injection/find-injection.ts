import { STRONG_SIGNS, WEAK_SIGNS, type InjectionSign } from './signs.ts';
import { readableText, smuggledText } from './readable-text.ts';

/** Text of a document that speaks to a language model. */
export interface Injection {
  /** What it does, to follow "The section": `tells a model to forget its orders`. */
  readonly what: string;
  /** The words themselves, shortened. */
  readonly quote: string;
}

const LONGEST_QUOTE = 120;

/**
 * The first place where a text speaks to a model instead of a reader; undefined when there is none. It looks through
 * invisible characters, look-alike letters and spelled-out words. One strong sign is enough; weak signs, which documents
 * about such attacks have too, count in pairs of different kinds.
 *
 * @example
 * findInjection('Ignore all previous instructions.')?.what // 'tells a model to forget its orders'
 */
export function findInjection(text: string): Injection | undefined {
  const smuggled = smuggledText(text);
  if (smuggled !== '') return { what: 'hides a text in invisible characters', quote: shorten(smuggled) };
  const readable = readableText(text);
  const [strong] = findSigns(STRONG_SIGNS, readable);
  if (strong !== undefined) return strong;
  const weak = findSigns(WEAK_SIGNS, readable);
  return weak.length > 1 ? weak[0] : undefined;
}

function findSigns(signs: readonly InjectionSign[], text: string): Injection[] {
  return signs.flatMap(({ what, pattern }) => {
    const found = pattern.exec(text);
    return found === null ? [] : [{ what, quote: shorten(found[0]) }];
  });
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 1)}…` : line;
}
