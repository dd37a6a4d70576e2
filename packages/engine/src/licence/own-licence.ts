import type { ExtractedDocument } from '@dsgen/core';
import { spdxExpression, spdxId } from './spdx-ids.ts';

/** A statement of a licence stands at the top of a file. */
const TOP_CHARACTERS = 4096;
const IDENTIFIER = /\bSPDX-License-Identifier:\s*([^\r\n]{1,200})/u;
/** What may follow the expression where the line is a comment. */
const COMMENT_END = /\s*(?:\*\/|-->|#\}|%\}|"""|''').*$/u;
const FIELD = /^["']?(?:license|licence|spdx|spdx-license-identifier)["']?\s*[:=]\s*(.+)$/imu;

/**
 * The licence that a document states itself: an `SPDX-License-Identifier` line, or a `license` field of its front
 * matter that names a known identifier. Undefined when it states none.
 */
export function ownLicence({ text, blocks }: Pick<ExtractedDocument, 'text' | 'blocks'>): string | undefined {
  const stated = IDENTIFIER.exec(text.slice(0, TOP_CHARACTERS))?.[1];
  const expression = stated === undefined ? undefined : spdxExpression(stated.replace(COMMENT_END, ''));
  return (
    expression ??
    fieldOf(
      blocks.find(({ role }) => role === 'front-matter'),
      text,
    )
  );
}

function fieldOf(block: ExtractedDocument['blocks'][number] | undefined, text: string): string | undefined {
  if (block === undefined) return undefined;
  const value = FIELD.exec(text.slice(block.start, block.end))?.[1] ?? '';
  return spdxId(value.replace(/\s+#.*$/u, '').replaceAll(/^["']|["'],?$/gu, ''));
}
