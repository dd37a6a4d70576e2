import { SECTION_ROLES, sectionRole, type SectionRole } from '../../analyze/section-role.ts';
import type { Block } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { BASE_VERBS } from '../../analyze/english/verbs.ts';
import { countWords, wordsOf } from '../../analyze/english/words.ts';
import { listed } from '../wording/listed.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { wholePassage } from '../sections/self-contained.ts';

/** Kinds stay balanced: a document gives so many passages of each at most, and fewer of the kind that most manuals are full of. */
const MOST_OF_KIND = 3;
const MOST_PROCEDURES = 1;
const OPTIONS = 4;
const LEAST_WORDS = 20;
const MOST_WORDS = 320;
const FEWEST_EXAMPLE_WORDS = 8;

/** A section, and which of four kinds of text it is. */
export const passageKind: Pattern = {
  name: 'passage-kind',
  task: 'classification',
  promise: 'The form of the passage shows this kind, and none of the others in the question.',
  family: 'passage-kind',
  version: 3,
  languages: ['en'],
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    const counts = new Map<SectionRole, number>();
    for (const section of context.analysis.sections) {
      const blocks = section.blocks.flatMap((index) => context.document.blocks[index] ?? []);
      const shown = sectionRole({ heading: section.heading ?? '', blocks, text: context.text });
      const role = shown !== undefined && isBeyondDoubt(context, shown, blocks) ? shown : undefined;
      const count = role === undefined ? 0 : (counts.get(role) ?? 0);
      const draft =
        role === undefined || count >= (role === 'procedure' ? MOST_PROCEDURES : MOST_OF_KIND)
          ? undefined
          : toDraft(context, section, role);
      if (role === undefined || draft === undefined) continue;
      counts.set(role, count + 1);
      yield draft;
    }
  },
};

/** Kinds that one passage may both be, to a strict reader: they are never options for each other. */
const CLOSE: ReadonlyMap<SectionRole, readonly SectionRole[]> = new Map([
  ['procedure', ['example']],
  ['example', ['procedure', 'reference', 'definition']],
  ['definition', ['reference', 'example']],
  ['reference', ['definition', 'example']],
]);

function toDraft(context: PatternContext, section: Section, role: SectionRole): Draft | undefined {
  const body = wholePassage(context, section);
  if (body === undefined || body.words < LEAST_WORDS || body.words > MOST_WORDS) return undefined;
  const choices = optionsFor(context, section, role);
  const options = listed(choices, 'or');
  return {
    section,
    question: context.choose(section, [
      `What kind of text is this passage: ${options}?`,
      `Classify the passage as one of these: ${options}.`,
      `Which of these describes the text best: ${options}?`,
      `Decide what this passage is: ${options}.`,
    ]),
    passage: body.pieces,
    needsPassage: true,
    answer: [role],
    evidence: body.pieces.filter((piece) => typeof piece !== 'string'),
    payload: { label: role, choices },
    reasoning: 'recall',
    focus: `kind ${section.id}`,
    fit: 0.5,
  };
}

/** Numbered advice, aims and choices look like steps; a list of commands or files that is introduced by its use is no reference. */
function isBeyondDoubt(context: PatternContext, role: SectionRole, blocks: readonly Block[]): boolean {
  const texts = blocks.filter(({ kind }) => kind === 'paragraph').map((block) => context.text(block));
  if (role === 'procedure')
    return isProcedure(context, blocks) && !texts.some((text) => /\bto:$/u.test(text.trimEnd()));
  // Code alone is an example of anything.
  if (role === 'example') return texts.some((text) => countWords(text) >= FEWEST_EXAMPLE_WORDS);
  if (role === 'reference') return describesEntries(context, blocks) && !texts.some((text) => NO_REFERENCE.test(text));
  return role !== 'definition' || !texts.some((text) => /\b(?:must|should|never|don['’]t|do not)\b/iu.test(text));
}

/** Most entries say what they are: names alone may be a list of anything. */
function describesEntries(context: PatternContext, blocks: readonly Block[]): boolean {
  const entries = blocks
    .filter(({ kind }) => kind === 'list')
    .flatMap(({ items = [] }) => items.filter(({ depth }) => depth === 0));
  return entries.filter((entry) => countWords(context.text(entry)) > 3).length * 5 >= entries.length * 4;
}

/** Every step is an instruction, and most are acts at a keyboard, a screen or a thing. */
function isProcedure(context: PatternContext, blocks: readonly Block[]): boolean {
  const lists = blocks.filter(({ kind, ordered }) => kind === 'list' && ordered === true);
  const steps = lists.flatMap(({ items = [] }) =>
    items.filter(({ depth }) => depth === 0).map((item) => context.text(item)),
  );
  const verbs = steps.map((step) => actOf(step));
  return (
    lists.length === 1 &&
    verbs.every((verb) => BASE_VERBS.has(verb)) &&
    verbs.filter((verb) => ACTS.has(verb)).length * 3 >= verbs.length * 2
  );
}

/** The verb of "In the menu, select a colour." */
function actOf(step: string): string {
  const clause =
    /^(?:(?:to|if|when|in|on|from|at|once|after|under|for|using)\b[^,]{2,80}, |please |then |next,? |now,? |finally,? )*(?<rest>.+)$/isu.exec(
      step,
    );
  return wordsOf(clause?.groups?.['rest'] ?? '')[0]?.lower ?? '';
}

const ACTS = new Set(
  `click select open close go log sign run install uninstall download upload enter type choose copy paste press navigate save
  connect disconnect restart start stop scroll clone edit fill submit delete remove unzip extract execute build push pull merge
  commit tap enable disable wait send email switch turn check uncheck light attach insert replace rename move drag drop visit
  create add set export import deploy search find update`.split(/\s+/u),
);

const NO_REFERENCE =
  /\b(?:(?:is|are) called|refers? to|we (?:are going|will)|install(?:ed)?|make sure|ensure|please|next (?:chapter|section)|before you)\b/iu;

/** The right kind among others that it cannot be mistaken for, in the order of the table. */
function optionsFor(context: PatternContext, section: Section, role: SectionRole): readonly SectionRole[] {
  const pool = SECTION_ROLES.filter((other) => other !== role && CLOSE.get(role)?.includes(other) !== true);
  const chosen = new Set<SectionRole>([role]);
  while (chosen.size < OPTIONS) {
    const rest = pool.filter((other) => !chosen.has(other));
    chosen.add(context.choose({ start: section.start + chosen.size, end: section.end }, rest));
  }
  return SECTION_ROLES.filter((kind) => chosen.has(kind));
}
