import { BASE_VERBS, isNounLike, thirdPersonBase } from '../../analyze/english/verbs.ts';
import { AUXILIARIES, PREPOSITIONS } from '../../analyze/english/word-classes.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import { MISSPELT } from './misspellings.ts';

/** What may open a part of a sentence that is no whole clause: after it, a clause follows a comma rightly. */
const OPENS_PART =
  /^(?:and|but|or|so|yet|if|when|while|where|because|as|since|once|after|before|until|unless|although|though|even|whether|whenever|wherever|given|provided|in|on|at|by|for|from|with|without|to|during|under|upon|through|throughout|of|like|unlike|instead|rather|due|thanks|according|based|depending|again|therefore|however|otherwise|first|second|third|finally|then|next|also|additionally|furthermore|moreover|similarly|likewise|conversely|currently|here|there|now|today|yes|no|not|only|see|note|well|still|meanwhile|typically|usually|generally|sometimes|often|perhaps|maybe|for|luckily|fortunately|unfortunately|\p{L}+ly|\p{L}+ing|\p{L}+ed)\b/iu;

/** Slips that show by themselves. */
const SLIPS: readonly RegExp[] = [
  /\bhere are few\b|\b(?:allows|permits|enables) to\b|\badditionally to\b|\bassociated to\b|\bthere exists? (?:two|three|many|several)\b|\bexample about\b|\bdiscuss about\b|\b(?:informations|softwares|feedbacks|equipments|advices|documentations)\b|\bcan able\b|\bsame like\b|\bthe the\b|\bmore then\b|\bdont\b|\bcant\b|\balot\b/iu,
  /(?<![\p{L}.])i(?![\p{L}.])/u,
  /\) \p{Lu}\p{Ll}{2,} \p{Ll}|\b(?:day to day|step by step|up to date) \p{Ll}{4,}/u,
  /^(?:\p{Lu}\p{Ll}+ ){4,}|\b(?:below|above) \p{Lu}/u,
  /^(?:And also|Or,|Things like|Such as|Including|Especially|Which|Like|Not to mention|As well as)\b(?![^?]*\?$)/u,
  /\b(?:adn|teh|hte|taht|thier|fo|ot|cowokers?|alternativly|allright|everytime|atleast|aswell|infact|incase|inorder)\b/iu,
  /\b(?:sign|log|set|follow|back)-(?:up|in|out) (?:for|to|of|in|with)\b|\((?:eg|ie)\)|\b(?:eg|ie)[,:] /u,
  /\b(?:to|will|can|should|must|may|would|could|and|you|we|they) (?:fallback|setup|login|logout|backup|checkout|signup|rollback|startup|shutdown|cleanup|lookup|workaround)\b/u,
  /\b(?:instead of|rather than) [^,.]{5,60} (?:they|you|we|it) (?!\p{Ll}*ing\b)|\b\p{Ll}+ing use\b|\bFor using\b/u,
  /\bto (?!\p{Ll}+ing\b)\p{Ll}+ (?:and|or) \p{Ll}+ing\b/u,
  /\b(?:we|you|they) be\b|\bno of\b|\bsingle-points\b/u,
  /^(?:User|Counter|Client|Server|Function|Class|Option|Value|Variable|Button|Filter|Event|Field|Parameter|Argument|Device|Entity|Component|Message|Request|File|Test|Link|Method|Driver|Version|Team|Group|Page|Job|Node|Process|Plugin|Module|Tool|Library) (?:is|can|will|has|should|must|may|was|does|\p{Ll}+s)\b/u,
  /^(?!(?:The|Our|Your|An?|Each|Every|This|That|If|When|As|In) )[^,:]{0,70}\bteam (?:is|was|has|can|will|may|should|\p{Ll}+s)\b/u,
  /\b(?:do|does|did)(?:n['’]t| not) (?!always|alias|perhaps)\p{Ll}+(?<!s)s\b/u,
  /^(?:An?|Each|Every|Another) (?!few\b|number\b|lot\b|must\b|should\b|can\b|may\b|will\b)\p{Ll}+(?<!s) (?:have|are|were|do)\b/u,
  /^(?:These|Those|Many|Several|Few|Both|Multiple|Various|Two|Three) \p{Ll}+(?<!s)s (?:is|has|was|does)\b/u,
  /\b[Aa] (?:[ai]\p{Ll}|e(?!u)\p{Ll}|o(?!n(?:e|ce)\b)\p{Ll})|\b[Aa]n [bcdfgjklmnpqrtvwz]\p{Ll}{2}/u,
  /^(?:The|This|An?|Each|Every) (?:[\p{L}-]+ ){0,2}(?!(?:will|would|can|could|may|might|should|must|shall|to) )(?:\p{Ll}+(?<!s)|class|process) (?:provide|allow|require|ensure|contain|include|define|describe|enable|represent|become|seem|consist|depend)\b/u,
  /\b(?:Replace|Set|Install|Open|Add|Change|Move|Select|Choose|Enter|Type|Rename|Run) (?:with|to|in|for|from|by|as|and|or)\b/u,
  /[.!?] (?<!\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|no|inc)\. )\p{Ll}/u,
  /\be\.g\b(?!\.)|\bi\.e\b(?!\.)|\betc\b(?!\.)|\be\.?g\.? \.|(?<!\.)\.\.(?!\.)/u,
  /["“‘(]\s*["”’)]|\s[’'](?:s|t|re|ll)\b|,,|\p{Ll}\.\p{Lu}\p{Ll}|[,;:]\p{L}/u,
  /\b(?:However|Therefore|Otherwise|Moreover|Furthermore|Additionally|Nevertheless) (?!,|\()/u,
];

const WRONG_SPELLINGS: ReadonlySet<string> = new Set(MISSPELT.values());

/**
 * Whether a sentence has, or may have, a mistake of its own: what is put right would not be all that is wrong. Strict on
 * purpose: there are sentences enough.
 */
export function mayHaveSlip(sentence: string): boolean {
  const prose = sentence.replaceAll(/`[^`]*`/gu, 'Code');
  return (
    SLIPS.some((slip) => slip.test(prose)) ||
    isSpliced(prose) ||
    lacksComma(prose) ||
    lacksLaterComma(prose) ||
    hasPluralWithSingular(prose) ||
    wordsOf(prose).some(({ lower }) => WRONG_SPELLINGS.has(lower))
  );
}

/** What opens a clause of its own after a comma. */
const OWN_CLAUSE =
  /^(?:it|they|we|he|she|there|this|these|those|the|an?|our|your|their|no|all|each|many|most|some|only|please|you)\b(?<rest>.*)$/u;

/** "The key is small, it fits in a pocket." */
function isSpliced(prose: string): boolean {
  const [first = '', ...others] = prose.split(/[,;:—–] /u);
  if (OPENS_PART.test(first) || !hasFiniteVerb(first)) return false;
  return others.some((part, index) => {
    const { rest } = OWN_CLAUSE.exec(part)?.groups ?? {};
    const isLast = index === others.length - 1;
    return rest !== undefined && (isPronoun(part) ? opensWithVerb(rest) : isLast && hasAuxiliary(rest));
  });
}

function isPronoun(part: string): boolean {
  return /^(?:it|they|we|he|she)\b/u.test(part);
}

/** After a pronoun, nearly everything is a verb. */
function opensWithVerb(rest: string): boolean {
  const [first] = wordsOf(rest);
  return (
    /^['’]/u.test(rest) || (first !== undefined && !PREPOSITIONS.has(first.lower) && !/^(?:and|or)$/u.test(first.lower))
  );
}

function isVerb(word: string): boolean {
  return BASE_VERBS.has(word) || thirdPersonBase(word) !== undefined || /\p{Ll}ed$/u.test(word);
}

/** In the main part: "the tool that is used" says nothing of the tool. */
function hasAuxiliary(clause: string): boolean {
  const main = clause.split(/\b(?:that|which|who|whose|where|when|if|as|because|while|so)\b/u)[0] ?? '';
  return wordsOf(main).some(({ lower }) => AUXILIARIES.has(lower));
}

/** "If we stop here something breaks." */
function lacksComma(prose: string): boolean {
  return /^(?:If|When|While|Although|Since|Unless|Because|Once|As|After|Where|To \p{Ll}+)\b[^,]{40,}[.!]$|^(?:For example|However|So|Also|Then|In addition|Otherwise), (?:if|when|once|where|while)\b[^,]{40,}[.!]$/u.test(
    prose,
  );
}

/** "For some boats, once they are old somebody has to watch them." */
function lacksLaterComma(prose: string): boolean {
  const parts = prose.split(', ');
  const last = parts.pop() ?? '';
  const isClause = /^(?:once|when|if|while|although|because|after)\b/u.test(last) && last.length > 40;
  return isClause && parts.length > 0 && !parts.some((part) => hasFiniteVerb(part));
}

/** "All of the main parts supports": a plural right before a verb for one, with nothing before it that could be the subject. */
function hasPluralWithSingular(prose: string): boolean {
  for (const { index, groups } of prose.matchAll(/\b\p{Ll}+[^siu\P{Ll}]s (?<verb>has|is|was|does|\p{Ll}+s)\b/gu)) {
    const verb = groups?.['verb'] ?? '';
    const base = thirdPersonBase(verb);
    const isFinite = AUXILIARIES.has(verb) || (base !== undefined && !isNounLike(base));
    const before = wordsOf(prose.slice(0, index)).slice(-5);
    if (isFinite && !before.some(({ lower }) => PREPOSITIONS.has(lower) || /ing$|^(?:that|which|who)$/u.test(lower)))
      return true;
  }
  return false;
}

/** Whether a sentence has a verb of its own: "An image for the kitchen wall." has none. */
export function hasFiniteVerb(prose: string): boolean {
  const words = wordsOf(prose);
  return words.some(({ lower }, index) => {
    const before = words[index - 1]?.lower ?? '';
    if (AUXILIARIES.has(lower) || /n['’]t$|['’](?:re|ll|ve|d|s|m)$/u.test(lower)) return true;
    if (before === 'to' || /^(?:the|a|an|of|for|in|on|with|by|and)$/u.test(before)) return false;
    const isPlain = index === 0 || !isNounLike(lower) || /^(?:i|you|we|they|who|which|that)$/u.test(before);
    return isPlain && isVerb(lower) && (index === 0 || !PREPOSITIONS.has(before));
  });
}
