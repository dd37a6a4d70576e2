import { describe, expect, it } from 'vitest';
import type { AssessedCandidate } from '../assess/verdict.ts';
import { resolveRecipe } from '../recipe/resolve-recipe.ts';
import { chooseCandidates } from './choose-candidates.ts';
import { EarlierCandidates } from './earlier-candidates.ts';
import { documentIdOf, makeCandidate, textOf, type CandidateInput } from './fixtures/processed.ts';

function candidate(name: string, input: Partial<CandidateInput> = {}): AssessedCandidate {
  const documentId = documentIdOf('a.md');
  return makeCandidate({ documentId, question: `What is ${name}?`, answer: textOf(name), section: name, ...input });
}

function variantOf(original: AssessedCandidate, other: AssessedCandidate): AssessedCandidate {
  const lineage = { ...other.candidate.lineage, variantOf: original.candidate.id };
  return { ...other, candidate: { ...other.candidate, lineage } };
}

/** Reasons by question, in order; `kept` for those without. */
function reasons(
  candidates: readonly AssessedCandidate[],
  {
    earlier = new EarlierCandidates(),
    ...assess
  }: Partial<Record<'maxPerSection' | 'maxPerDocument', number>> & {
    readonly earlier?: EarlierCandidates;
  } = {},
): string[] {
  const choices = chooseCandidates(candidates, {
    assess: resolveRecipe({ assess }).assess,
    earlier,
    notRepresentable: ({ candidate: { messages } }) => (messages[0]?.content.includes('badly') ? 'no room' : undefined),
  });
  expect(choices.map(({ assessed }) => assessed)).toEqual(candidates);
  return choices.map(({ rejection }) => rejection?.reason ?? 'kept');
}

describe('chooseCandidates', () => {
  it('keeps what repeats nothing', () => {
    expect(reasons([candidate('a'), candidate('b')])).toEqual(['kept', 'kept']);
  });

  it('takes the verdict of the assessment over', () => {
    const verdict = { accepted: false, reason: 'vague', detail: 'says nothing' } as const;
    expect(reasons([candidate('a', { verdict })])).toEqual(['vague']);
  });

  it('takes a variation along with its original, whatever the caps, and never without it', () => {
    const original = candidate('a', { score: 0.5 });
    const variant = variantOf(original, candidate('b', { section: 'a', score: 0.9 }));
    expect(reasons([original, variant], { maxPerSection: 1 })).toEqual(['kept', 'kept']);
    const rejected = candidate('c', { verdict: { accepted: false, reason: 'vague', detail: 'says nothing' } });
    expect(reasons([rejected, variantOf(rejected, candidate('d'))])).toEqual(['vague', 'original-left-out']);
  });

  it('keeps the best of a document when several say the same', () => {
    const text = textOf('long', 80);
    expect(
      reasons([
        candidate('a', { answer: text, score: 0.1 }),
        candidate('b', { answer: text, score: 0.9 }),
        candidate('c', { focus: 'leave', score: 0.2 }),
        candidate('d', { focus: 'leave', score: 0.1 }),
        candidate('e'),
        candidate('e'),
      ]),
    ).toEqual(['near-duplicate', 'kept', 'kept', 'same-fact', 'kept', 'duplicate']);
  });

  it('leaves out what an earlier document has, whether that was kept or not', () => {
    const earlier = new EarlierCandidates();
    const text = textOf('long', 80);
    const first = [candidate('a', { answer: text, score: 1 }), candidate('b', { answer: `${text} more`, score: 0 })];
    expect(reasons(first, { earlier })).toEqual(['kept', 'near-duplicate']);
    expect(reasons([candidate('b', { answer: `${text} more` }), candidate('c')], { earlier })).toEqual([
      'duplicate',
      'kept',
    ]);
  });

  it('does not compare with what failed its own assessment', () => {
    const earlier = new EarlierCandidates();
    const verdict = { accepted: false, reason: 'incomplete', detail: 'stops' } as const;
    reasons([candidate('a', { verdict })], { earlier });
    expect(reasons([candidate('a')], { earlier })).toEqual(['kept']);
  });

  it('keeps the best of each section and of the document', () => {
    const scores = [0.1, 0.9, 0.5, 0.7];
    const inSection = scores.map((score) => candidate(`q${score}`, { section: 's1', score }));
    expect(reasons(inSection, { maxPerSection: 2 })).toEqual(['section-cap', 'kept', 'section-cap', 'kept']);
    const apart = scores.map((score) => candidate(`q${score}`, { score }));
    expect(reasons(apart, { maxPerDocument: 3 })).toEqual(['document-cap', 'kept', 'kept', 'kept']);
  });

  it('leaves out what the format cannot hold, without a place under the caps', () => {
    const candidates = [candidate('badly', { section: 's1', score: 1 }), candidate('well', { section: 's1' })];
    expect(reasons(candidates, { maxPerSection: 1 })).toEqual(['not-representable', 'kept']);
  });

  it('says which record a duplicate repeats', () => {
    const [first, second] = [candidate('a'), candidate('a')];
    const choices = chooseCandidates([first, second], {
      assess: resolveRecipe({}).assess,
      earlier: new EarlierCandidates(),
      notRepresentable: () => undefined,
    });
    expect(choices[1]?.rejection?.detail).toBe(`Same text as ${first.candidate.id}.`);
  });
});
