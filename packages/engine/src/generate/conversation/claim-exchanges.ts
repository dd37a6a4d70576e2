import type { TextRange } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import type { Exchange, PatternContext, Piece } from '../pattern.ts';
import { claimsOf } from '../prose/statement.ts';
import { renderPieces } from '../sections/section-body.ts';

/** A passage, and what of it has been told already. */
export interface ToldPassage {
  readonly passage: readonly Piece[];
  readonly used: readonly TextRange[];
}

/** Two turns about a claim: whether it is right, and the sentence that settles it. None where no sentence is left that could. */
export function claimExchanges(
  context: PatternContext,
  section: Section,
  { passage, used }: ToldPassage,
): readonly Exchange[] {
  const text = renderPieces(context.document, passage);
  const held = passage.filter((piece) => typeof piece !== 'string');
  const found = section.sentences
    .flatMap((index) => context.analysis.sentences[index] ?? [])
    // An item of a list holds only together with what announces it.
    .filter(({ block }) => context.document.blocks[block]?.kind === 'paragraph')
    .filter(
      (sentence) => held.some((range) => within(sentence, range)) && !used.some((range) => within(sentence, range)),
    )
    .flatMap(({ start, end }) => {
      const range = { start, end };
      return claimsOf(context.text(range), text).map(({ claim, isTrue }) => ({ range, claim, isTrue }));
    });
  const wanted = context.choose({ start: section.start, end: section.start + 3 }, [true, false]);
  const pool = best(found, wanted);
  if (pool.length === 0) return [];
  const { range, claim, isTrue } = context.choose({ start: section.start, end: section.start + 2 }, pool);
  const verdict = context.choose(
    range,
    CLAIMS.map((wording) => wording(claim.replace(/\.$/u, ''))),
  );
  const at = { start: range.start, end: range.start + 1 };
  return [
    { question: verdict, answer: [context.choose(at, isTrue ? YES : NO)] },
    { question: context.choose({ ...at, end: at.end + 1 }, isTrue ? WHERE : INSTEAD), answer: [range] },
  ];
}

interface FoundClaim {
  readonly range: TextRange;
  readonly claim: string;
  readonly isTrue: boolean;
}

/** Claims that are as true as wanted, those without a bare "not" first; else the others, but no bare "not". */
function best(found: readonly FoundClaim[], wanted: boolean): readonly FoundClaim[] {
  const clear = found.filter(({ claim, isTrue }) => isTrue || !NEGATES_TWO.test(claim));
  const plain = clear.filter(({ claim, isTrue }) => isTrue || !NEGATION.test(claim));
  const choices = [
    plain.filter(({ isTrue }) => isTrue === wanted),
    clear.filter(({ isTrue }) => isTrue === wanted),
    plain,
  ];
  return choices.find(({ length }) => length > 0) ?? [];
}

const NEGATION = /\b(?:not|cannot|impossible|never)\b|n[’']t\b/iu;
/** "Pots cannot be sold and are given away": which half is denied? */
const NEGATES_TWO = /\b(?:not|cannot|impossible|never)\b[^.]* (?:and|or) |n[’']t\b[^.]* (?:and|or) /iu;

const CLAIMS: ReadonlyArray<(claim: string) => string> = [
  (claim) => `And is this right: "${claim}"?`,
  (claim) => `Would it be correct to say "${claim}"?`,
  (claim) => `A colleague told me: "${claim}." Is that right?`,
  (claim) => `Let me check one thing: "${claim}." Is that so?`,
  (claim) => `So, going by the text, is this true: "${claim}"?`,
];
const YES = ['Yes, that is right.', 'Yes, the text says so.', 'Yes.', 'Yes, that is correct.'];
const NO = ['No, that is not right.', 'No, that is not what it says.', 'No.', 'No, the text says something else.'];
const WHERE = [
  'Which sentence says so?',
  'Can you quote the sentence that says so?',
  'Where does it say that?',
  'What are the exact words?',
];
const INSTEAD = [
  'What does it say instead?',
  'What is right, then?',
  'Can you quote what it says?',
  'How does the text put it?',
];

function within(inner: TextRange, outer: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
