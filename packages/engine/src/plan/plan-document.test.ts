import { describe, expect, it } from 'vitest';
import { planDocument, type PlanDocumentInput } from './plan-document.ts';

function plan(
  path: string,
  content: string | Uint8Array,
  more: Partial<PlanDocumentInput> = {},
): ReturnType<typeof planDocument> {
  const head = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  return planDocument({ path, documentId: 'd', bytes: head.length, head, ...more });
}

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const PNG = '\x89PNG\r\n\x1a\n';

describe('planDocument', () => {
  it('plans a readable document without an outcome', () => {
    const planned = plan('notes.md', '# Notes\n\nText.');
    expect(planned).toMatchObject({
      path: 'notes.md',
      documentId: 'd',
      bytes: 14,
      mediaType: 'text/markdown',
      processor: 'text',
    });
    expect(planned).not.toHaveProperty('outcome');
  });

  it.each<
    [outcome: readonly [state: string, reason: string], path: string, content: string, more: Partial<PlanDocumentInput>]
  >([
    [['skipped', 'empty'], 'a.txt', '', {}],
    [['quarantined', 'too-large'], 'a.txt', 'x', { bytes: 2_000_000_000 }],
    [['quarantined', 'too-large'], 'a.txt', 'four', { maxBytes: 3 }],
    [['skipped', 'unsupported-type'], 'a.zip', 'PK\x03\x04', {}],
    [['skipped', 'unsupported-type'], 'a.exe', 'MZ\x90\0\x03\0', {}],
    [['skipped', 'unsupported-type'], 'old.doc', OLE, {}],
    [
      ['quarantined', 'encrypted'],
      'secret.docx',
      OLE + Buffer.from('EncryptedPackage', 'utf16le').toString('latin1'),
      {},
    ],
    [['quarantined', 'corrupt'], 'broken.pdf', '\0\x01\x02\x03\0\0', {}],
    [['skipped', 'no-text-layer'], 'photo.png', PNG, {}],
    [['skipped', 'no-text-layer'], 'scan.pdf', '%PDF-1.4', { pdf: { pages: 3, pagesWithoutText: 3 } }],
  ])('foresees %s for %s', ([state, reason], path, content, more) => {
    expect(plan(path, content, more)).toMatchObject({ outcome: { state, reason }, estimatedMs: 0, estimatedTokens: 0 });
  });

  it('expects text from images and scans when OCR is on', () => {
    expect(plan('photo.png', PNG, { ocr: true })).not.toHaveProperty('outcome');
    const scan = plan('scan.pdf', '%PDF-1.4', { ocr: true, pdf: { pages: 3, pagesWithoutText: 3 } });
    expect(scan).toMatchObject({ pages: 3, pagesWithoutText: 3 });
    expect(scan).not.toHaveProperty('outcome');
    expect(scan.estimatedTokens).toBeGreaterThan(0);
  });

  it('reads a text with a wrong extension as what it is', () => {
    expect(plan('report.pdf', 'Just words.')).toMatchObject({ mediaType: 'text/plain' });
  });

  it('takes the page count that a PDF for the web states in its first object', () => {
    const head = '%PDF-1.5\n1 0 obj\n<< /Linearized 1 /L 9000 /H [ 5 7 ] /O 3 /E 80 /N 12 /T 90 >>\nendobj';
    expect(plan('a.pdf', head).pages).toBe(12);
  });
});
