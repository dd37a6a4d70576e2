import { isCommonWord } from '../../analyze/english/common-word.ts';
import { thirdPersonBase } from '../../analyze/english/verbs.ts';
import { DETERMINERS, PREPOSITIONS } from '../../analyze/english/word-classes.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import type { PatternContext } from '../pattern.ts';
import { holdsUnknownDefinite } from '../wording/phrases.ts';
import { isAgent } from './agents.ts';
import { subjectName } from './subject-name.ts';

/**
 * A subject as it reads in mid-sentence, where a reader of the passage knows which thing it is and the document leaves no
 * doubt of its article and its capitals; undefined for all others.
 */
export function thingName(context: PatternContext, subject: string, maxWords: number): string | undefined {
  if (
    /\p{L}\/\p{L}|^(?:Re|Un|Pre)-|^\p{Lu}\p{Ll}+ing \p{Lu}|\p{Ll} \p{Lu}\p{Ll}+ing\b/u.test(subject) ||
    /^(?:the )?(?:term|word|phrase|expression|name|rest|way|fact|idea|reason|following|first|author|whilst)\b/iu.test(
      subject,
    ) ||
    VAGUE.test(subject) ||
    opensWithVerb(subject) ||
    /^\p{Lu}\p{Ll}+ly$|['’]s$/u.test(subject)
  )
    return undefined;
  // "The algorithm used", "a separate team": which one, only its text knows.
  if (
    / (?:used|created|made|given|provided|required|involved|affected)$|^Each \p{L}+ (?:the|an?|your) |^(?:an? |the )?(?:separate|single|similar|different|certain|given|chosen|selected|new|resulting|actual|appropriate|respective|relevant|sponsored) /iu.test(
      subject,
    )
  )
    return undefined;
  const name = nameOf(context, subject, maxWords);
  if (name === undefined || isBareDefinite(name) || lacksArticle(context, name)) return undefined;
  return hasDoubtfulCase(context, subject, name) ? undefined : name;
}

/** "Goes into whatever place": a note that has left out who does so. */
function opensWithVerb(subject: string): boolean {
  const [first, second] = wordsOf(subject);
  const isVerb = thirdPersonBase(first?.lower ?? '') !== undefined;
  return isVerb && second !== undefined && (PREPOSITIONS.has(second.lower) || DETERMINERS.has(second.lower));
}

/** A bare plural of which any text has some. */
const VAGUE =
  /^(?:access|changes|things|questions|spots|results|issues|items|options|others|details|updates|parts|steps|cases|points|problems|answers|comments|exceptions|differences|examples)$/iu;

/** "Each worker" is asked for like "the worker"; code inside a name is no word of its own. */
function nameOf(context: PatternContext, subject: string, maxWords: number): string | undefined {
  const whole = /^(?<each>Each|Every|All) (?<one>(?!of\b)[\p{Ll}`].*)$/u.exec(subject)?.groups;
  if (whole?.['one'] !== undefined) {
    const one = nameOf(context, `The ${whole['one']}`, maxWords);
    return one?.replace(/^the /u, `${whole['each']?.toLowerCase() ?? ''} `);
  }
  const codes = subject.match(/`[^`]+`/gu) ?? [];
  const rest = [...codes];
  const masked = subject.replaceAll(/`[^`]+`/gu, '`code`');
  return subjectName(context, masked, maxWords)?.replaceAll('`code`', () => rest.shift() ?? '');
}

/** "The framework": a single noun is one that was spoken of before, and rarely the only one. Somebody's role is not. */
function isBareDefinite(name: string): boolean {
  const noun = /^(?:the|your) (?<noun>[\p{Ll}-]+)$/u.exec(name)?.groups?.['noun'];
  if (noun === undefined) return false;
  return isAgent(name) ? GROUP.test(name) : holdsUnknownDefinite(name);
}

/** Any text has one. */
const GROUP = / (?:team|group|company|organi[sz]ation|office|department|board|committee|council|agency|user)s?$/u;

/** Nouns that are counted: in the singular they have an article, or the author has forgotten it. */
const COUNTED =
  /^(?:api|app|application|argument|article|attribute|blog|book|bot|branch|browser|build|button|cache|calendar|card|chart|chat|class|client|cluster|command|committee|component|container|contract|controller|dashboard|database|dataset|desk|device|directory|document|driver|editor|element|endpoint|engine|entity|entry|event|expression|extension|feature|field|file|filter|flag|folder|form|format|framework|function|gem|guide|handbook|handler|hook|interface|item|iterator|key|label|language|layer|library|link|list|loop|macro|manager|map|mechanism|meeting|message|method|model|module|node|note|object|office|operator|option|package|page|panel|parameter|pattern|phase|pipeline|plan|platform|playbook|plugin|policy|pool|port|process|product|profile|program|project|property|protocol|queue|record|registry|report|repo|repository|request|resource|response|role|rule|runtime|schema|scheme|score|screen|script|sensor|server|service|session|setting|site|source|stage|deadline|timeout|interval|limit|threshold|step|store|string|struct|structure|system|tab|table|tag|task|team|template|test|thread|token|tool|topic|trait|tree|type|user|value|variable|vector|version|view|website|widget|window|wizard|workflow|workshop)$/u;

/** There are several of them, so that one has an article. */
const ROLE =
  /^(?:manager|supervisor|lead|director|officer|administrator|admin|engineer|designer|developer|owner|maintainer|contributor|reviewer|approver|author|editor|member|employee|contractor|customer|candidate|recruiter|specialist|coordinator|assistant)$/u;

function lacksArticle(context: PatternContext, name: string): boolean {
  const words = wordsOf(name);
  const [first] = words;
  if (first === undefined || DETERMINERS.has(first.lower) || /['’]s? /u.test(name) || name.includes('`')) return false;
  const link = words.findIndex(({ lower }) => PREPOSITIONS.has(lower));
  const head = words.at(link === -1 ? -1 : link - 1);
  if (ROLE.test(head?.lower ?? '')) return true;
  // "GOV.UK Chat" is a name as a whole.
  if (/^\p{Lu}/u.test(head?.text ?? '') && head?.lower !== 'api' && words.length <= 2) return false;
  return COUNTED.test(head?.lower ?? '') || context.article(name) !== name;
}

/** A first word whose capital may come from its place alone, or belong to a name that was lowered. */
function hasDoubtfulCase({ analysis: { casing } }: PatternContext, subject: string, name: string): boolean {
  const [first = '', next = ''] = name.split(' ');
  if (/^\p{Lu}\p{Ll}+[._](?!(?:com|org|net|io|gov|js)\b)/u.test(first)) return true;
  const counts = casing.get(first.toLowerCase()) ?? { lower: 0, upper: 0 };
  const isPlain = /^\p{Lu}?\p{Ll}+(?:['’]s)?$/u.test(first);
  const owner = /^(?<who>\p{Ll}+)['’]s$/u.exec(first)?.groups?.['who'];
  // "Anna's boat" that was lowered.
  if (owner !== undefined && /^\p{Lu}/u.test(subject) && (casing.get(owner)?.lower ?? 0) === 0) return true;
  if (!isPlain || DETERMINERS.has(first)) return false;
  if (/^\p{Lu}/u.test(name))
    return (
      ADJECTIVE.test(first) ||
      isPluralNoun(first) ||
      (counts.upper === 0 && LIKE_ADJECTIVE.test(first) && isCommonWord(first)) ||
      (counts.lower * 8 > counts.upper && !/^\p{Lu}/u.test(next))
    );
  return (
    /^\p{Lu}/u.test(subject) && (counts.lower === 0 || counts.upper > 0) && !isCommonWord(first.replace(/['’]s$/u, ''))
  );
}

/** "Plugins" as an author may write it who thinks much of them. */
function isPluralNoun(word: string): boolean {
  return /^\p{Lu}\p{Ll}{2,}s$/u.test(word) && isCommonWord(word) && isCommonWord(word.slice(0, -1));
}

/** "Generic Git commands": no name, unless the document has it so inside a sentence. */
const LIKE_ADJECTIVE = /(?:ic|al|ive|ous|[ai]ble|ed|ary|ful|less|[ae]nt)$/u;

/** Before a name these are hardly a part of it. */
const ADJECTIVE =
  /^(?:New|Old|Good|Modern|Recent|Additional|Custom|Different|Many|More|Multiple|Common|Current|Basic|Simple|Local|Remote|Large|Small|Major|Standard|Most|Early|Final|Full|Complete|Optional|Default|Regular|Automatic|Internal|External|Formal|Related|Staff|Today|Using|Detailed|Further|Specific|General|Existing|Available|Individual|Personal|Whole|Entire)$/u;
