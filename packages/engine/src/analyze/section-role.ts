import type { Block, TextRange } from '@dsgen/core';
import { BASE_VERBS } from './english/verbs.ts';
import { countWords, wordsOf } from './english/words.ts';

/** What a passage is for its reader. */
export const SECTION_ROLES = [
  'procedure',
  'reference',
  'definition',
  'example',
  'warning',
  'question and answer',
  'change log',
  'licence',
] as const;
export type SectionRole = (typeof SECTION_ROLES)[number];

/** A section as its role is read from it. */
export interface RoleInput {
  readonly heading: string;
  readonly blocks: readonly Block[];
  text(this: void, range: TextRange): string;
}

interface RoleTest {
  readonly role: SectionRole;
  shows(this: void, input: RoleInput): boolean;
}

const TESTS: readonly RoleTest[] = [
  { role: 'procedure', shows: isProcedure },
  { role: 'reference', shows: isReference },
  { role: 'definition', shows: isDefinition },
  { role: 'example', shows: isExample },
  { role: 'warning', shows: isWarning },
  { role: 'question and answer', shows: isQuestionAndAnswer },
  { role: 'change log', shows: isChangeLog },
  { role: 'licence', shows: isLicence },
];

/** The role of an English section; undefined when its form shows none of them, or more than one. */
export function sectionRole(input: RoleInput): SectionRole | undefined {
  const shown = TESTS.filter(({ shows }) => shows(input));
  return shown.length === 1 ? shown[0]?.role : undefined;
}

function itemTexts({ blocks, text }: RoleInput, wants: (block: Block) => boolean): readonly string[] {
  return blocks
    .filter((block) => block.kind === 'list' && wants(block))
    .flatMap(({ items = [] }) => items.filter(({ depth }) => depth === 0).map((item) => text(item)));
}

function paragraphs({ blocks, text }: RoleInput): readonly string[] {
  return blocks.filter(({ kind }) => kind === 'paragraph').map((block) => text(block));
}

function share(texts: readonly string[], wants: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(wants).length / texts.length;
}

/** Numbered steps, most of them instructions. */
function isProcedure(input: RoleInput): boolean {
  const steps = itemTexts(input, ({ ordered }) => ordered === true);
  if (steps.length < 3 || NO_STEPS.test(input.heading) || paragraphs(input).some(opensRules)) return false;
  return share(steps, opensWithVerb) >= 0.7 && share(steps, (text) => LABEL.test(text)) < 0.4;
}

/** Numbered goals are worded like steps. */
const NO_STEPS =
  /\b(?:(?:best )?practices|principles?|guidelines?|tips|rules?|requirements?|recommendations?|goals?|objectives?|priorities|aims?|strategy|vision|plan|summary|overview|flow)\b/iu;
/** "Full name: your first and last name" */
const LABEL = /^[\p{L}\p{N} '’/-]{2,30}: /u;

/** "Every project should:" */
function opensRules(text: string): boolean {
  return /\b(?:should|must|shall|can|may|could)(?: be)?:$/u.test(text.trimEnd());
}

function opensWithVerb(text: string): boolean {
  const clause =
    /^(?:(?:to|if|when|in|on|from|once|after|under)\b[^,]{2,60}, |please |then |next,? |now,? )?(?<rest>.+)$/isu.exec(
      text,
    )?.groups?.['rest'];
  const [first] = wordsOf(clause ?? '');
  return first !== undefined && BASE_VERBS.has(first.lower);
}

/** Options, settings or members, one entry each. */
function isReference(input: RoleInput): boolean {
  const entries = itemTexts(input, ({ ordered }) => ordered !== true);
  // A command of several words is a step, unless it is in angle brackets.
  const isCode = /^(?:`(?:[^`\s]+|[-<@:/$][^`]*)`|--?[a-z][\w-]*)(?:$|[\s,:=(–—-])/u;
  const prose = paragraphs(input).reduce((sum, text) => sum + countWords(text), 0);
  return entries.length >= 4 && share(entries, (text) => isCode.test(text)) >= 0.8 && prose < 80;
}

/** One paragraph that says what the thing in the heading is, and no more. */
function isDefinition(input: RoleInput): boolean {
  const [first = '', ...rest] = paragraphs(input);
  if (rest.length > 0 || input.blocks.length !== 1 || countWords(first) > 70 || input.heading === '') return false;
  const thing = input.heading.toLowerCase().replaceAll('`', '');
  const opening = first
    .toLowerCase()
    .replaceAll('`', '')
    .replace(/^(?:an?|the) /u, '');
  return (
    opening.startsWith(thing) &&
    /^s? (?:\([^)]{1,30}\) )?(?:is|are|means|refers to) (?:an? |the |[a-z]+s\b)/u.test(opening.slice(thing.length))
  );
}

/** Code or figures under a heading, or after a sentence, that calls it an example. */
function isExample(input: RoleInput): boolean {
  return (
    /^(?:an? |more |some |basic |simple )?examples?\b/iu.test(input.heading) &&
    input.blocks.some(({ kind }) => kind === 'code') &&
    !paragraphs(input).some((text) => /\b(?:must not|do not|never)\b/iu.test(text))
  );
}

function isWarning(input: RoleInput): boolean {
  const [first = '', ...rest] = paragraphs(input);
  if (rest.length > 1 || input.blocks.some(({ kind }) => kind !== 'paragraph')) return false;
  const isHeaded = /^(?:warnings?|caution|danger|important)$/iu.test(input.heading);
  return isHeaded || /^(?:Warning|Caution|Danger|Beware)\b/u.test(first);
}

/** Questions, each followed by what answers it. */
function isQuestionAndAnswer(input: RoleInput): boolean {
  const texts = paragraphs(input).map((text) => text.trim());
  const answered = texts.filter((text, index) => QUESTION.test(text) && isAnswer(texts[index + 1]));
  return answered.length >= 2 && answered.length * 4 >= texts.length;
}

const QUESTION = /^(?:Q(?:uestion)?[:.] ?)?\p{Lu}[^.!?:]{8,160}\?$/u;

function isAnswer(text: string | undefined): boolean {
  return text !== undefined && !text.endsWith('?') && countWords(text) >= 8;
}

/** Changes in the past tense, one item each. */
function isChangeLog(input: RoleInput): boolean {
  const items = itemTexts(input, ({ ordered }) => ordered !== true);
  const isChange =
    /^(?:\[?[\w #/-]{1,20}[\]:] )?(?:Added?|Fix(?:ed|es)?|Removed?|Changed?|Updated?|Improved?|Deprecated?|Introduced?|Bumped?|Renamed?|Moved|New|No longer|Now|Dropped?|Support for|Allow(?:ed)?)\b/u;
  const isHeaded = /\b(?:change ?log|changes|release notes|what['’]s new|news|version|v?\d+\.\d+)\b/iu.test(
    input.heading,
  );
  return isHeaded && items.length >= 3 && share(items, (text) => isChange.test(text)) >= 0.7;
}

function isLicence(input: RoleInput): boolean {
  const text = paragraphs(input).join('\n');
  return LICENCE_TERMS.filter((term) => term.test(text)).length >= 2;
}

const LICENCE_TERMS = [
  /\bpermission is (?:hereby )?granted\b/iu,
  /\bwithout warrant(?:y|ies)\b|\bno warranty\b|\bas is\b/iu,
  /\bredistribut(?:e|ion)\b/iu,
  /\bcopyright (?:notice|\(c\)|©|holders?)/iu,
  /\b(?:licen[cs]ed under|terms of the|General Public Licen[cs]e|Free Documentation Licen[cs]e|Creative Commons)\b/u,
];
