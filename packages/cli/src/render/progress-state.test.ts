import type { JobEvent, JobEventBody } from '@dsgen/sdk';
import { expect, it } from 'vitest';
import { applyEvent, endedDocuments, INITIAL_PROGRESS, type ProgressState } from './progress-state.ts';
import { documentsText, inHandText, progressLine, speedText } from './progress-text.ts';

function follow(...events: readonly JobEventBody[]): ProgressState {
  const numbered = events.map((event, index): JobEvent => ({ sequence: index + 1, ...event }));
  return numbered.reduce(applyEvent, INITIAL_PROGRESS);
}

const DONE = { type: 'document-end', outcome: { state: 'done' }, pages: 3, candidates: 5, cached: false } as const;

it('counts every document once, in the state it ended in', () => {
  const state = follow(
    { type: 'corpus-sealed', documents: 3, bytes: 10 },
    { type: 'document-start', path: 'a.pdf' },
    { ...DONE, path: 'a.pdf' },
    { ...DONE, path: 'b.pdf', outcome: { state: 'skipped', reason: 'empty', detail: '' } },
    { ...DONE, path: 'c.pdf', outcome: { state: 'quarantined', reason: 'corrupt', detail: 'no end of file' } },
  );
  expect(endedDocuments(state)).toBe(3);
  expect(documentsText(state)).toBe('3 of 3 · 1 skipped · 1 quarantined');
  expect(state.pages).toBe(3);
  expect(state.quarantine).toEqual([{ path: 'c.pdf', reason: 'corrupt', detail: 'no end of file' }]);
});

it('names the document that is being read, without its escapes, and how many others', () => {
  const state = follow(
    { type: 'document-start', path: 'slow\u001b[2J.pdf' },
    { type: 'document-start', path: 'b.pdf' },
    { type: 'document-start', path: 'c.pdf' },
    { ...DONE, path: 'c.pdf' },
  );
  expect(inHandText(state)).toBe(String.raw`slow\x1b[2J.pdf and 1 other`);
});

it('says nothing of speed and remaining time while that would be a guess', () => {
  const state = follow({ type: 'corpus-sealed', documents: 10, bytes: 0 }, { ...DONE, path: 'a' });
  expect(speedText(state, 10_000)).toBe('');
});

it('tells rate and remaining time from what has ended', () => {
  const ends = ['a', 'b', 'c', 'd'].map((path) => ({ ...DONE, path }));
  const state = follow({ type: 'corpus-sealed', documents: 10, bytes: 0 }, ...ends, {
    type: 'records-accepted',
    accepted: 1200,
    rejected: 8,
  });
  expect(progressLine(state, 2000)).toBe(
    'documents 4 of 10 · pages 12 · records 1,200 accepted · 8 rejected · 2.0 documents/s · about 3 s left',
  );
});

it('goes by what workers elsewhere are done with until the documents are told one by one', () => {
  const sealed = follow({ type: 'corpus-sealed', documents: 1_000, bytes: 10 });
  const worked = { ...sealed, worked: 400 };
  expect(documentsText(worked)).toBe('0 of 1,000 · 400 worked on');
  expect(speedText(worked, 10_000)).toBe('40 documents/s · about 15 s left');
  expect(documentsText({ ...worked, done: 400 })).toBe('400 of 1,000');
});
