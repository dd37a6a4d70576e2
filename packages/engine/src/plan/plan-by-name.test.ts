import { expect, test } from 'vitest';
import { planByName } from './plan-by-name.ts';
import { planDocument } from './plan-document.ts';

const documentId = '0'.repeat(64);

test('the type comes from the name, whatever the bytes are', () => {
  expect(planByName({ path: 'a/report.pdf', documentId, bytes: 4_000_000 })).toMatchObject({
    mediaType: 'application/pdf',
    processor: 'pdf',
    lane: 'standard',
  });
});

test('a name that says nothing stands for text', () => {
  expect(planByName({ path: 'LICENSE', documentId, bytes: 1_000 })).toMatchObject({
    mediaType: 'text/plain',
    lane: 'fast',
  });
});

test('documents that are what their name says are planned as their bytes are', () => {
  const body = Buffer.from('<!doctype html><title>Pumps</title><p>Check the valve every week.</p>');
  const input = { path: 'pumps.html', documentId, bytes: body.byteLength };
  expect(planByName(input)).toEqual(planDocument({ ...input, head: body }));
});
