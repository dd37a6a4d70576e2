import { BASE_VERBS, gerundBase, isNounLike, thirdPersonBase } from '../../analyze/english/verbs.ts';
import {
  ARTICLES,
  AUXILIARIES,
  DEMONSTRATIVES,
  DETERMINERS,
  DISCOURSE_OPENERS,
  NEGATIONS,
  PERSONAL_PRONOUNS,
  PREPOSITIONS,
  RELATIVES,
  SUBORDINATORS,
} from '../../analyze/english/word-classes.ts';
import { contentStems, wordsOf, type Word } from '../../analyze/english/words.ts';
import type { CaseCounts } from '../../analyze/casing.ts';

type Casing = ReadonlyMap<string, CaseCounts>;

/** Puts a first letter into lower case unless the word is written with capitals for its own sake. */
export function lowerFirst(text: string, casing: Casing): string {
  const first = /^\p{L}[\p{L}\p{N}'’-]*/u.exec(text)?.[0] ?? '';
  const next = /^\S+\s+(?<word>[\p{L}\p{N}]+)/u.exec(text)?.groups?.['word'] ?? '';
  const isPlainFirst = isFunctionWord(first.toLowerCase()) || first.toLowerCase().endsWith('ing');
  const isName = /^\p{Lu}\p{Ll}+$/u.test(next) && !isPlainFirst;
  return isName || keepsCapital(first, casing, true) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function lowerInitial(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `byDefault` decides for words the document never writes inside a sentence: true lowers them. */
function keepsCapital(word: string, casing: Casing, lowerByDefault: boolean): boolean {
  if (/^I$|^I['’]/u.test(word) || /[\p{Lu}\p{N}]/u.test(word.slice(1))) return true;
  const lower = word.toLowerCase();
  if (isFunctionWord(lower)) return false;
  const counts = casing.get(lower);
  if (counts === undefined) return !lowerByDefault;
  return counts.upper > counts.lower;
}

export function isFunctionWord(lower: string): boolean {
  return (
    DETERMINERS.has(lower) ||
    PREPOSITIONS.has(lower) ||
    RELATIVES.has(lower) ||
    AUXILIARIES.has(lower) ||
    PERSONAL_PRONOUNS.has(lower)
  );
}

const NOT_A_SUBJECT = new Set([
  ...PERSONAL_PRONOUNS,
  ...DEMONSTRATIVES,
  ...SUBORDINATORS,
  ...RELATIVES,
  ...NEGATIONS,
  ...DISCOURSE_OPENERS,
  ...PREPOSITIONS,
  'there',
  'here',
  'underneath',
  'beneath',
  'beside',
  'besides',
  'alongside',
  'any',
  'some',
  'each',
  'every',
  'all',
  'both',
  'most',
  'many',
  'much',
  'few',
  'another',
  'other',
  'one',
  'part',
  'sometimes',
  'often',
  'usually',
  'today',
  'example',
  'examples',
  'what',
  'our',
  'my',
  'we',
  'its',
  'their',
  'simply',
  'just',
  'only',
  'even',
  'perhaps',
  'maybe',
  'please',
  'note',
  'assuming',
  'supposing',
  'considering',
  'regarding',
  'including',
  'information',
]);

/** Why a text cannot be the subject of a question, or undefined when it reads as a plain noun phrase. */
export function subjectDefect(text: string, maxWords = 7): string | undefined {
  const words = wordsOf(text);
  const content = words.filter(({ lower }) => !ARTICLES.has(lower));
  const [first] = content;
  if (first === undefined) return 'no noun';
  if (content.length > maxWords) return 'too long';
  if (
    /^(?:first|next|then|finally|now) (?:the|an?|your?) /iu.test(text) ||
    NOT_A_SUBJECT.has(first.lower.replace(/'(?:s|re|ve|ll|d)$/u, '')) ||
    (first.lower.endsWith('ly') && content.length > 1)
  )
    return `opens with ${first.lower}`;
  if (/[,;:!?"“”]|\s[-–—]\s|\.\s/u.test(text)) return 'punctuation';
  if (!/\p{L}/u.test(first.text)) return 'no letters';
  if (
    /[\^#]|^(?:the )?(?:line|step|figure|table|chapter|section|example|listing|page) \d/iu.test(
      text.replaceAll(/`[^`]*`|[A-Z]#/gu, ''),
    )
  )
    return 'no name';
  const odd = content.find(
    ({ lower }) =>
      AUXILIARIES.has(lower) ||
      PERSONAL_PRONOUNS.has(lower) ||
      RELATIVES.has(lower) ||
      SUBORDINATORS.has(lower) ||
      NEGATIONS.has(lower),
  );
  if (odd !== undefined) return `holds ${odd.lower}`;
  const verb = content.slice(1).find(({ lower }) => isFiniteVerb(lower));
  if (verb !== undefined) return `holds the verb ${verb.lower}`;
  const last = content.at(-1);
  if (last !== undefined && /^(?:\w+ly|also|often|always|never|then|usually)$/u.test(last.lower) && content.length > 1)
    return `ends with ${last.lower}`;
  return last !== undefined && (PREPOSITIONS.has(last.lower) || DETERMINERS.has(last.lower)) ? 'ends open' : undefined;
}

/** A third-person form that is hardly ever a plural noun: "says", "requires". */
export function isFiniteVerb(word: string): boolean {
  const base = thirdPersonBase(word);
  return base !== undefined && !isNounLike(base);
}

/**
 * A definite phrase that only its text can resolve: "the process", "the inner type". With a complement ("the cost of travel"), a
 * name or code in it, it says what it is.
 */
export function isUnlicensedDefinite(subject: string): boolean {
  if (!/^the /iu.test(subject)) return false;
  if (/^the `[^`]*`$/iu.test(subject)) return true;
  return !/\s(?:of|for|in|on|between|to|from|with|at|by)\s|[\p{Lu}\p{N}`]/u.test(subject.slice(4));
}

/**
 * Whether a text holds a definite phrase that says nothing of which one it means: "the setting", but not "the name of a
 * knot", nor "the ferry" where `known`, the words around it, speaks of ferries.
 */
export function holdsUnknownDefinite(text: string, known = ''): boolean {
  const stems = new Set(contentStems(known));
  return Array.from(text.matchAll(DEFINITE)).some(
    ([phrase, noun = '']) =>
      OF_ITS_TEXT.test(phrase) ||
      !(COMPLEMENT.test(phrase) || ONE_OF_ITS_KIND.test(noun) || contentStems(phrase).some((word) => stems.has(word))),
  );
}

const TELLING_WORD =
  'of|for|in|on|to|from|with|at|between|by|that|which|who|whose|where|when|used|being|behind|within|under|over|inside|about';
const DEFINITE = new RegExp(
  String.raw`\bthe (?:[\p{Ll}-]+ )?(?<noun>[\p{Ll}-]+)(?: (?:${TELLING_WORD})\b| [\p{Lu}\x60])?`,
  'gu',
);
const COMPLEMENT = new RegExp(String.raw` (?:${TELLING_WORD})$| [\p{Lu}\x60]$`, 'u');
const OF_ITS_TEXT = /^the (?:main|original|current|other|whole|actual|respective|corresponding|given|resulting) /u;
/** There is one of these, or everybody has his own. */
const ONE_OF_ITS_KIND =
  /^(?:world|internet|web|user|users|public|same|past|future|time|day|year|law|body|sun|earth|environment|reader|person|number|use|way|government|clipboard|keyboard|screen|mouse|heap|stack|network|cloud|kernel|compiler|filesystem|terminal|shell|sea|sky|ground|air|weather|market|economy|family|public|rest)$/u;

/** Verb phrase of a heading such as "Requesting leave" or "How to request leave", in base form, or undefined. */
export function verbPhrase(heading: string, recase: (text: string) => string): string | undefined {
  const howTo = /^how to (?<rest>.{3,})$/iu.exec(heading)?.groups?.['rest'];
  if (howTo !== undefined)
    return recase(heading)
      .replace(/^how to\s+/iu, '')
      .trim();
  const words = wordsOf(heading);
  const [first, second] = words;
  if (first === undefined || second === undefined || first.start !== 0) return undefined;
  const gerund = gerundBase(first.text);
  if (gerund !== undefined && isObjectStart(words, gerund)) return degerund(heading, recase);
  return isImperative(heading) ? lowerInitial(recase(heading)) : undefined;
}

/** Whether a text opens like an instruction: a base verb, and where the word is also a noun, a determiner after it. */
export function isImperative(text: string): boolean {
  const [first, second] = wordsOf(text);
  if (first === undefined || first.start !== 0 || !BASE_VERBS.has(first.lower)) return false;
  if (second === undefined) return false;
  if (isNounLike(first.lower)) return DETERMINERS.has(second.lower) || /^(?:up|out|off|down)$/u.test(second.lower);
  return !AUXILIARIES.has(second.lower) && second.lower !== 'of';
}

/** Gerunds that are adjectives or nouns more often than acts: "working hours", "building blocks", "hiring process". */
const ATTRIBUTIVE = new Set(
  `working running building training meeting testing operating writing reading learning living standing supporting starting
  opening closing existing missing following leading billing funding staffing hiring planning marketing reporting shipping
  drawing computing processing binding pricing parking onboarding offboarding matching breaking cutting setting growing
  increasing selling housing accounting engineering programming printing drinking cooking heating cooling washing loading
  moving sliding rolling sharing paying purchasing voting mapping rating ranking sorting timing spelling signing listening guiding driving contributing governing distinguishing underlying outstanding emerging competing defining
    limiting mitigating rising aging`.split(/\s+/u),
);

/** Nouns that make what stands before them a name: "requesting process", "tracking system". */
const NAME_HEAD =
  /^(?:process|procedure|policy|policies|plan|plans|system|systems|service|services|program|programs|group|groups|hours|time|period|requirements|guidelines|rules|standards|costs?|team|teams|tools?|model|models|strategy|strategies|techniques?|methods?|agreement|agreements|conditions|environment|environments|skills|activities|options|resources|materials?|sessions?|opportunities|needs|practices|norms|platform|platforms|order|data|memory)$/iu;

function isObjectStart(words: readonly Word[], base: string): boolean {
  const [first, second, third] = words;
  const word = second?.lower ?? '';
  if (word === 'and') return third !== undefined && gerundBase(third.text) !== undefined;
  if (word === 'of' || AUXILIARIES.has(word)) return false;
  if (words.length === 2 && NAME_HEAD.test(word)) return false;
  if (ATTRIBUTIVE.has(first?.lower ?? '')) return DETERMINERS.has(word) || PREPOSITIONS.has(word);
  return (
    !isNounLike(base) || DETERMINERS.has(word) || PREPOSITIONS.has(word) || !/(?:s|ion|ment|ance|ing)$/u.test(base)
  );
}

/** "Installing and configuring the agent" to "install and configure the agent". */
function degerund(heading: string, recase: (text: string) => string): string {
  const rendered = recase(heading);
  let position = 0;
  let output = '';
  let isVerbPlace = true;
  for (const { text, lower, start, end } of wordsOf(rendered)) {
    const between = rendered.slice(position, start);
    const base = isVerbPlace || /[,&]\s*$/u.test(between) ? gerundBase(text) : undefined;
    output += between + (base ?? text);
    isVerbPlace = lower === 'and' || lower === 'or';
    position = end;
  }
  return output + rendered.slice(position);
}

/** A verb phrase as the reader of the document would say it of himself: "update your laptop" to "update my laptop". */
export function toFirstPerson(phrase: string): string {
  return phrase
    .replaceAll(/\byour\b/gu, 'my')
    .replaceAll(/\byourself\b/gu, 'myself')
    .replaceAll(/\byours\b/gu, 'mine');
}

/** "a" or "an" by sound, as far as spelling tells: "an XML file", "a URL", "an hour". */
export function indefiniteArticle(word: string): 'a' | 'an' {
  if (/^(?:[FHLMNRSX](?![a-z])|[AEIO])/u.test(word) && /^[A-Z]{2,}/u.test(word)) return 'an';
  if (/^(?:hour|honest|honou?r|heir)/iu.test(word)) return 'an';
  if (/^(?:uni[^nm]|use|usu|eu|one\b|once\b|ubi|uti)/iu.test(word) || /^U[A-Z]/u.test(word)) return 'a';
  return /^[aeiou]/iu.test(word) ? 'an' : 'a';
}
