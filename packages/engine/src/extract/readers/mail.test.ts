import { describe, expect, it } from 'vitest';
import { outline, readDocument } from '../fixtures/read-document.ts';

function mail(lines: readonly string[]): string {
  return lines.join('\r\n');
}

const header = ['From: Ann <ann@example.org>', 'To: Bob <bob@example.org>', 'Subject: =?utf-8?q?Caf=C3=A9?= hours'];
const headerBlock = 'paragraph front-matter: From: Ann <ann@example.org>\nTo: Bob <bob@example.org>';

describe('mailReader', () => {
  it('reads the text, and marks quotations and the signature', async () => {
    const text = mail([
      ...header,
      '',
      'We open at nine.',
      '',
      'On Mon, 3 Feb 2025, Bob wrote:',
      '> When do you open?',
      '',
      'See you there.',
      '-- ',
      'Ann, keeper of keys',
    ]);
    const document = await readDocument(text, 'message/rfc822');
    expect(document.title).toBe('Café hours');
    expect(outline(document)).toEqual([
      headerBlock,
      'heading 1: Café hours',
      'paragraph: We open at nine.',
      'paragraph boilerplate: On Mon, 3 Feb 2025, Bob wrote:\nWhen do you open?',
      'paragraph: See you there.',
      'paragraph boilerplate: Ann, keeper of keys',
    ]);
  });

  it('prefers the HTML part and names the attachments it did not read', async () => {
    const text = mail([
      ...header,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>We open at <b>nine</b>.</p><ul><li>Daily</ul>',
      '--b',
      'Content-Type: application/pdf; name="plan.pdf"',
      'Content-Disposition: attachment; filename="plan.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      'JVBERi0=',
      '--b--',
    ]);
    const document = await readDocument(text, 'message/rfc822');
    expect(outline(document)).toEqual([
      headerBlock,
      'heading 1: Café hours',
      'paragraph: We open at nine.',
      'list: - Daily',
    ]);
    expect(document.warnings).toEqual(['1 attachment was not read: "plan.pdf" (application/pdf)']);
  });

  it('refuses parts nested without end', async () => {
    const parts = Array.from({ length: 400 }, (_, depth) =>
      mail([`Content-Type: multipart/mixed; boundary=b${depth}`, '', `--b${depth}`, '']),
    );
    await expect(readDocument(parts.join(''), 'message/rfc822')).rejects.toMatchObject({ reason: 'corrupt' });
  });
});
