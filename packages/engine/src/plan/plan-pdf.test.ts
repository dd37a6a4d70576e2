import { describe, expect, it } from 'vitest';
import { column, makePdf } from '../extract/readers/pdf/fixtures/make-pdf.ts';
import { planPdf } from './plan-pdf.ts';

const LINES = column(['One line of text.', 'And another one.'], { x: 72, y: 700 });

describe('planPdf', () => {
  it('counts pages, pages without text and characters', async () => {
    const facts = await planPdf(makePdf({ pages: [LINES, { picture: true }] }), { maxPages: 100 });
    expect(facts).toMatchObject({ pages: 2, pagesWithoutText: 1, complexPages: 0 });
    expect(facts.textLength).toBeGreaterThan(20);
  });

  it.each([
    ['encrypted', makePdf({ pages: [LINES], isEncrypted: true })],
    ['corrupt', Buffer.from('%PDF-1.4 and nothing else')],
    ['corrupt', Buffer.from('no PDF')],
  ])('refuses with the reason %s', async (reason, bytes) => {
    await expect(planPdf(bytes, { maxPages: 100 })).rejects.toMatchObject({ reason });
  });
});
