import { participleBase } from '../../analyze/english/inflect.ts';
import { isCommonWord } from '../../analyze/english/common-word.ts';
import { BASE_VERBS, isNounLike, thirdPersonBase } from '../../analyze/english/verbs.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import { mayHaveSlip } from '../proofreading/source-slips.ts';
import type { PatternContext } from '../pattern.ts';

/** "with `--quiet` option", "a teammates' leave": an article that is missing or too much. */
const ARTICLE_SLIP =
  /\b(?:using|with|via|by|of|in|from|to|use|run|set|pass) `[^`]+` (?:package|option|flag|command|parameter|argument|function|method|variable|file|directory|folder|keyword|module|library|tool|setting|attribute|field|class)\b|\ban? (?:\p{Ll}+ )?\p{Ll}+s['’] |\ba \p{Ll}{3,}(?<![siu])s (?:type|name|value)\b|\ban? (?:given|single|specific|certain|particular) (?:\p{Ll}+ )?\p{Ll}{2,}(?<![siu])s[.,]|\b[Aa]n [BCDGJKPQSTVWZ]\p{Ll}|\b[Aa] (?:HTTPS?|HTML|SSH|XML|SSL|FTP|API|SDK|IDE|RPC|RFC|IP|ID|LLM|MVP|ML|AI|IAM|AMI|SSD|SMS|RSS|MFA|HR)\b/u;

/** "If keeper is away": somebody without an article. */
const BARE_ROLE =
  /(?:^|, |\b(?:if|when|once|that|where) )(?:customer|user|client|candidate|employee|developer|manager|teammate|recruiter|admin|keeper|owner|reviewer|engineer|contributor) (?:is|can|will|has|must|should|may|needs|wants|uses|does)\b/iu;

/** Whether an author's sentence has a mistake that its question would repeat. */
export function isSlipped(context: PatternContext, sentence: string): boolean {
  return (
    ARTICLE_SLIP.test(sentence) ||
    BARE_ROLE.test(sentence) ||
    mayHaveSlip(sentence) ||
    hasFalseInfinitive(sentence) ||
    lacksOf(sentence) ||
    FALSE_PASSIVE.test(sentence) ||
    isMisspelt(context, sentence)
  );
}

/** "within 90 days of completed Registration": a word that the document often has in small letters, with a capital by itself. */
export function holdsStrayCapital({ analysis: { casing } }: PatternContext, text: string): boolean {
  return Array.from(text.matchAll(/(?<=(?<![’'-])\b\p{Ll}+ )\p{Lu}\p{Ll}{3,}(?=[ ,.?])(?! [\p{Lu}&])/gu)).some(
    ([word]) => {
      const { lower, upper } = casing.get(word.toLowerCase()) ?? { lower: 0, upper: 0 };
      return isCommonWord(word) && lower > 0 && lower * 2 >= upper;
    },
  );
}

/** "a list behaviors" */
function lacksOf(sentence: string): boolean {
  const noun =
    /\ba (?:list|set|number|series|collection|range|variety) (?!always\b|across\b|besides\b|perhaps\b)(?<noun>\p{Ll}{4,}(?<![siu])s)\b/u.exec(
      sentence,
    )?.groups?.['noun'];
  return noun !== undefined && (thirdPersonBase(noun) === undefined || isNounLike(thirdPersonBase(noun) ?? ''));
}

/** "are automatically issues by the office" */
const FALSE_PASSIVE = /\b(?:is|are|was|were|be) \p{Ll}+ly \p{Ll}{3,}s by\b/u;

/** "the files to deleted" */
function hasFalseInfinitive(sentence: string): boolean {
  const verb = /\bto (?<verb>\p{Ll}+ed)(?=[,.;]|$)/u.exec(sentence)?.groups?.['verb'] ?? '';
  return participleBase(verb) !== undefined && !BASE_VERBS.has(verb);
}

const FEWEST_LETTERS = 7;
/** So many times more must the other spelling be in the document. */
const MUCH_MORE = 4;

/** A long word with one letter less or more, or two turned around, than one that the document often has: "Habrour", "harbor". */
function isMisspelt({ analysis: { casing } }: PatternContext, sentence: string): boolean {
  const long = wordsOf(sentence.replaceAll(/`[^`]*`/gu, ' ')).filter(
    ({ text, lower }) => lower.length >= FEWEST_LETTERS && /^\p{Lu}?\p{Ll}+$/u.test(text),
  );
  return long.some(({ lower }) => {
    const own = Math.max(1, timesOf(casing.get(lower)));
    return nearSpellings(lower).some((other) => timesOf(casing.get(other)) >= own * MUCH_MORE);
  });
}

function timesOf(counts: { readonly lower: number; readonly upper: number } | undefined): number {
  return (counts?.lower ?? 0) + (counts?.upper ?? 0);
}

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

/** Only inside a word: its end is where the forms of one word differ, and its beginning where prefixes do. */
function nearSpellings(word: string): string[] {
  const places = Array.from({ length: word.length - 4 }, (_, index) => index + 2);
  return places.flatMap((at) => {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    return [
      ...LETTERS.map((letter) => before + letter + after),
      before + after.slice(1),
      before + after.charAt(1) + after.charAt(0) + after.slice(2),
    ].filter((other) => other !== word);
  });
}
