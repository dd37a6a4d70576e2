import { ExtractError } from '@dsgen/core';
import type { Address, Email } from 'postal-mime';
import type { RawBlock } from '../raw-block.ts';
import type { Reader } from '../reader.ts';
import { htmlToBlocks } from './html/html-to-blocks.ts';
import { mailTextToBlocks } from './mail/mail-text.ts';

const LISTED_ATTACHMENTS = 10;

/** Mail: the subject as heading, the header as front matter, the HTML part or the text. */
export const mailReader: Reader = {
  name: 'mail',
  mediaTypes: ['message/rfc822'],
  async read(source, context) {
    const { default: PostalMime } = await import('postal-mime');
    const mail = await PostalMime.parse(source.bytes, { maxNestingDepth: context.limits.maxDepth });
    if (mail.headers.length === 0) throw new ExtractError('corrupt', 'The file has no mail header.');
    const subject = mail.subject?.trim() ?? '';
    const heading: readonly RawBlock[] = subject === '' ? [] : [{ kind: 'heading', level: 1, text: subject }];
    const header: RawBlock = { kind: 'paragraph', text: headerText(mail), role: 'front-matter' };
    const body = await bodyBlocks(mail, context.limits.maxDepth);
    return {
      ...(subject === '' ? {} : { title: subject }),
      blocks: body.length === 0 && subject === '' ? [] : [header, ...heading, ...body],
      warnings: attachmentWarnings(mail),
    };
  },
};

async function bodyBlocks(mail: Email, maxDepth: number): Promise<readonly RawBlock[]> {
  if (mail.html !== undefined && mail.html.trim() !== '') {
    const { blocks } = await htmlToBlocks(mail.html, { mode: 'page', maxDepth });
    if (blocks.length > 0) return blocks;
  }
  return mailTextToBlocks(mail.text ?? '');
}

function headerText(mail: Email): string {
  const fields: ReadonlyArray<readonly [string, string | undefined]> = [
    ['From', mail.from === undefined ? undefined : formatAddress(mail.from)],
    ['To', mail.to?.map(formatAddress).join(', ')],
    ['Cc', mail.cc?.map(formatAddress).join(', ')],
    ['Date', mail.date],
  ];
  return fields.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])).join('\u2028');
}

function formatAddress(address: Address): string {
  if (address.group !== undefined) return `${address.name}: ${address.group.map(formatAddress).join(', ')};`;
  return address.name === '' ? address.address : `${address.name} <${address.address}>`;
}

function attachmentWarnings(mail: Email): readonly string[] {
  const attachments = mail.attachments.filter((attachment) => attachment.related !== true);
  if (attachments.length === 0) return [];
  const names = attachments
    .slice(0, LISTED_ATTACHMENTS)
    .map(({ filename, mimeType }) => (filename === null ? mimeType : `"${filename}" (${mimeType})`));
  const more = attachments.length > names.length ? `, and ${attachments.length - names.length} more` : '';
  const noun = attachments.length === 1 ? 'attachment was' : 'attachments were';
  return [`${attachments.length} ${noun} not read: ${names.join(', ')}${more}`];
}
