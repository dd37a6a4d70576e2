import { numberWord } from '../../analyze/english/number-words.ts';

/** Ways to say the same that hold in any sentence. */
const EQUIVALENTS: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bat least (?<amount>\d+ \p{L}+)\b/u, '$<amount> or more'],
  [/\bno more than (?=\d)/u, 'at most '],
  [/\bmore than (?=\d)/u, 'over '],
  [/^You must (?!not\b|be\b|also\b|then\b|always\b|\p{Ll}+ly\b)/u, 'You have to '],
  [/^You (?:need|have) to (?!also\b)/u, 'You must '],
  [/^You can (?!also\b|only\b|be\b|then\b|always\b|\p{Ll}+ly\b)(?=[^.]*\.$)/u, 'It is possible to '],
  [/^You (?:cannot|can[’']t) (?!be\b)(?=[^.]*\.$)/u, 'It is not possible to '],
  [/\bcannot\b/u, "can't"],
  [/\bdo not\b/u, "don't"],
  [/\bdoes not\b/u, "doesn't"],
  [/\bis not\b/u, "isn't"],
  [/\bare not\b/u, "aren't"],
  [/\bdon[’']t\b/u, 'do not'],
  [/\bdoesn[’']t\b/u, 'does not'],
  [/\bin order to\b/u, 'to'],
  [/\bprior to\b/u, 'before'],
  [/\ba number of\b/u, 'several'],
  [/\bis able to\b/u, 'can'],
  [/\bare able to\b/u, 'can'],
  [/(?<=\b(?:for|in|on|behind|to|at|of) )each (?=\p{Ll})/u, 'every '],
  [/\busually\b/u, 'normally'],
  [/\boften\b/u, 'frequently'],
  [/\bassist\b/u, 'help'],
  [/\butilize\b/u, 'use'],
  [/\bobtain\b/u, 'get'],
  [/\benables\b/u, 'allows'],
  [/\brequires\b/u, 'needs'],
  // The letters that a name is known by.
  [/ \(\p{Lu}[\p{L}\p{N}]{0,6}\p{Lu}s?\)/u, ''],
  [/, (?:which|because|such as|including) [^,]+\.$/u, '.'],
  [/ (?:because|so that) [^,]+\.$/u, '.'],
];

/** The statement in other words that are certain to say the same; undefined where there are none. */
export function sameStatement(statement: string): string | undefined {
  const turned = turnClauses(statement);
  if (turned !== undefined) return turned;
  for (const [words, other] of EQUIVALENTS) {
    const changed = statement.replace(words, other);
    if (changed !== statement && changed.length > statement.length / 2) return changed;
  }
  return spellNumber(statement);
}

/** "If you are ill, you must call." to "You must call if you are ill." */
function turnClauses(statement: string): string | undefined {
  const {
    word = '',
    clause,
    main,
  } = /^(?<word>If|When|Before|After|Once|Because|Unless|To) (?<clause>[^,;:()]{6,90}), (?<main>(?:you|the|an?|your|employees) [^,;:()]{8,140})\.$/u.exec(
    statement,
  )?.groups ?? {};
  if (clause === undefined || main === undefined || /\b(?:then|also|if|when|because|unless)\b/u.test(main))
    return undefined;
  return `${main.charAt(0).toUpperCase()}${main.slice(1)} ${word.toLowerCase()} ${clause}.`;
}

/** "12 weeks" to "twelve weeks": the only number, and no name such as "Chart 6". */
function spellNumber(statement: string): string | undefined {
  const [found, ...more] = statement.matchAll(/(?<![\p{L}\p{N}$#.,:/–-]|\p{Lu}\p{L}* )\d{1,2}(?= \p{Ll}{3,}s\b)/gu);
  if (found === undefined || more.length > 0 || /\d/u.test(statement.replace(found[0], ''))) return undefined;
  const words = numberWord(Number(found[0]));
  return words === undefined
    ? undefined
    : statement.slice(0, found.index) + words + statement.slice(found.index + found[0].length);
}
