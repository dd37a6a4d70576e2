import { SECTION_ROLES, sectionRole, type SectionRole } from '../../analyze/section-role.ts';
import type { Section } from '../../analyze/analysis.ts';
import { listed } from '../wording/listed.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';

/** Kinds stay balanced: a document gives so many passages of each at most, and fewer of the kind that most manuals are full of. */
const MOST_OF_KIND = 3;
const MOST_PROCEDURES = 1;
const OPTIONS = 4;
const LEAST_WORDS = 20;
const MOST_WORDS = 320;

/** A section, and which of four kinds of text it is. */
export const passageKind: Pattern = {
  name: 'passage-kind',
  task: 'classification',
  promise: 'The form of the passage shows this kind, and none of the others in the question.',
  family: 'passage-kind',
  version: 2,
  languages: ['en'],
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    const counts = new Map<SectionRole, number>();
    for (const section of context.analysis.sections) {
      const blocks = section.blocks.flatMap((index) => context.document.blocks[index] ?? []);
      const role = sectionRole({ heading: section.heading ?? '', blocks, text: context.text });
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
  const body = context.body(section, { dropPointers: false });
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
