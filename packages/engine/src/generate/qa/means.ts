import type { Section, Sentence } from '../../analyze/analysis.ts';
import { BASE_VERBS } from '../../analyze/english/verbs.ts';
import { countWords, wordsOf } from '../../analyze/english/words.ts';
import { anchorFor, isPlaced } from '../subjects/anchor.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import {
  holdsUnknownDefinite,
  isUnlicensedDefinite,
  lowerFirst,
  subjectDefect,
  toFirstPerson,
} from '../wording/phrases.ts';
import { isTopical } from '../headings/topical.ts';

/** What opens the way to do something: "by adding …", "using …", "with the `lock` command". */
const WAY = String.raw`(?<way>by \p{Ll}+ing|using|via|with the (?:\S+ ){1,3}(?:command|option|function|tool|button|keyword|statement|parameter|method|setting|menu))`;
const PASSIVE = new RegExp(
  String.raw`^(?<subject>[^.:;!?,()]{2,60}?) (?<modal>can be|is|are) (?<act>\p{Ll}+(?: (?!by |using |via )[^.:;!?,()]{2,60}?)?) ${WAY} [^:;!?{}]{8,200}\.$`,
  'u',
);
const ACTIVE = new RegExp(String.raw`^You can (?<act>\p{Ll}+ [^.:;!?,()]{4,80}?) ${WAY} [^:;!?{}]{8,200}\.$`, 'u');
/** "Use the `lock` command to lock a table." */
const TOOL = /^(?:You can use|Use|Run|Call) (?<tool>[^.:;!?,()]{3,60}?) to (?<act>\p{Ll}+ [^.:;!?,(){}]{6,90})\.$/u;

/** Words that need the sentence before, or that limit what is said. */
const LEANS =
  /\b(?:this|that|these|those|it|they|them|its|their|such|above|below|following|same|also|only|then|now|here|otherwise|instead|either|both|and|or|not|do so|one|you|different|another|other|others|additional|further|more)\b/iu;
const THIS = /\b(?:this|these|that|those|it|them|following|above|below|same)\b/iu;
const MOST_WORDS = 45;
/** Code, a name, or something of a program that is used. */
const TELLING_TOOL =
  /[`\p{Lu}]|\b(?:command|option|function|button|keyword|statement|parameter|method|setting|menu|flag|operator|attribute|macro|key|commas?|hyphens?|quotes)\b/u;

/** "Expenses can be edited by clicking the pencil …": asked as "How can expenses be edited?". */
export const means: Pattern = {
  name: 'means',
  task: 'qa',
  promise: 'One sentence of the document says what can be done and by what means.',
  family: 'sentence',
  version: 2,
  languages: ['en'],
  precision: 0.85,
  isDefault: false,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const index of section.sentences) {
        const sentence = context.analysis.sentences[index];
        const draft = sentence === undefined ? undefined : readMeans(context, section, sentence);
        if (draft !== undefined) yield draft;
      }
    }
  },
};

function readMeans(context: PatternContext, section: Section, sentence: Sentence): Draft | undefined {
  const text = context.text(sentence).replaceAll(/\s+/gu, ' ');
  if (countWords(text) > MOST_WORDS) return undefined;
  const asked = askPassive(context, text) ?? askActive(text);
  if (asked === undefined || !isTopical(context, section, asked) || !isPlaced(context, section, asked))
    return undefined;
  return {
    section,
    question: asked,
    anchor: anchorFor(context, section, asked),
    answer: [{ start: sentence.start, end: sentence.end }],
    reasoning: 'procedure',
    focus: asked,
    fit: 0.6,
  };
}

function askPassive(context: PatternContext, text: string): string | undefined {
  const { subject, modal, act } = PASSIVE.exec(text)?.groups ?? {};
  if (subject === undefined || act === undefined || !isParticiple(act) || /['’]/u.test(subject)) return undefined;
  if (subjectDefect(subject, 7) !== undefined || isUnlicensedDefinite(subject)) return undefined;
  if (LEANS.test(`${subject} ${act}`) || holdsUnknownDefinite(act)) return undefined;
  const name = lowerFirst(subject, context.analysis.casing);
  return toFirstPerson(modal === 'can be' ? `How can ${name} be ${act}?` : `How ${modal} ${name} ${act}?`);
}

function isParticiple(act: string): boolean {
  const [first] = wordsOf(act);
  return first !== undefined && /(?:ed|en|wn|ne|pt|nt|lt|ut|et|ad|un|ld|und|ought)$/u.test(first.lower);
}

function askActive(text: string): string | undefined {
  const active = ACTIVE.exec(text)?.groups;
  const { act, tool = '' } = active ?? TOOL.exec(text)?.groups ?? {};
  const [verb] = wordsOf(act ?? '');
  if (act === undefined || verb === undefined || !BASE_VERBS.has(verb.lower)) return undefined;
  // "objects created using …": the way belongs to the participle, not to the act.
  if (/(?:ed|en)$/u.test(act) || LEANS.test(act) || THIS.test(tool) || holdsUnknownDefinite(act)) return undefined;
  // "Run a server to serve …" only says it twice.
  if (active === undefined && (!TELLING_TOOL.test(tool) || / and | as /u.test(tool))) return undefined;
  if (/^(?:get started|do|be|have|see|find out|think|help|ensure|make sure|learn)\b/u.test(act)) return undefined;
  return `How can I ${toFirstPerson(act)}?`;
}
