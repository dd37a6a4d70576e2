import { describe, expect, it } from 'vitest';
import type { Choice } from './choose-candidates.ts';
import { DocumentPlaces } from './document-places.ts';
import { makeCandidate } from './fixtures/processed.ts';

const TRAIN = { split: 'train', licence: 'MIT' } as const;

/** A choice of a candidate that rests on the document "b" as well. */
function makeChoice(): Choice {
  const assessed = makeCandidate({ documentId: 'a', question: 'What?', answer: 'That.' });
  const lineage = { ...assessed.candidate.lineage, otherDocuments: [{ documentId: 'b', path: 'b.md' }] };
  return { assessed: { ...assessed, candidate: { ...assessed.candidate, lineage } }, stage: 'export' };
}

describe('DocumentPlaces', () => {
  it('keeps a record of documents of one split and licence', () => {
    const places = new DocumentPlaces();
    places.add('b', TRAIN);
    const choice = makeChoice();
    expect(places.keepApart(choice, TRAIN)).toBe(choice);
  });

  it.each([
    [{ ...TRAIN, split: 'test' }, 'It rests on "b.md" as well, which is in test, not in train.'],
    [{ ...TRAIN, licence: undefined }, 'It rests on "b.md" as well, which has another licence.'],
  ] as const)('rejects a record that rests on a document elsewhere: %j', (place, detail) => {
    const places = new DocumentPlaces();
    places.add('b', place);
    expect(places.keepApart(makeChoice(), TRAIN).rejection).toEqual({ reason: 'documents-apart', detail });
  });

  it('leaves the reason of a record that is rejected already', () => {
    const places = new DocumentPlaces();
    places.add('b', { ...TRAIN, split: 'test' });
    const choice: Choice = { ...makeChoice(), rejection: { reason: 'duplicate', detail: 'It is one.' } };
    expect(places.keepApart(choice, TRAIN)).toBe(choice);
  });
});
