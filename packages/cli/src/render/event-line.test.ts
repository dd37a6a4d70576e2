import { expect, it } from 'vitest';
import { eventLine, isProblem } from './event-line.ts';

const END = {
  sequence: 1,
  type: 'document-end',
  path: 'a\u001b[2J.pdf',
  pages: 1,
  candidates: 5,
  cached: false,
} as const;
const LOST = { ...END, outcome: { state: 'quarantined', reason: 'corrupt', detail: 'no end of file' } } as const;
const DONE = { ...END, outcome: { state: 'done' } } as const;

it('says in one line what became of a document, without the escapes of its name', () => {
  expect(eventLine(DONE)).toMatch(/^a.*\.pdf: done, 1 page, 5 candidates$/);
  expect(eventLine(DONE)).not.toContain('\u001b');
  expect(eventLine(LOST)).toMatch(/: quarantined as corrupt: no end of file$/);
});

it('leaves out what only moves the numbers of a view', () => {
  expect(eventLine({ sequence: 1, type: 'document-start', path: 'a' })).toBeUndefined();
});

it('tells problems and the end from the rest', () => {
  expect([DONE, LOST, { sequence: 2, type: 'job-end', state: 'done' } as const].map(isProblem)).toEqual([
    false,
    true,
    true,
  ]);
});
