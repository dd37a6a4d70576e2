import { ExtractError } from '@dsgen/core';
import type { RawBlock } from '../raw-block.ts';
import type { Reader } from '../reader.ts';
import { htmlToBlocks } from './html/html-to-blocks.ts';
import { parseEntries, parseLines } from './json/parse-entries.ts';
import { longestField, stringFields, titleOf, type StringField } from './json/text-field.ts';
import { decodeText } from './text/decode-text.ts';
import { textToBlocks } from './text/text-to-blocks.ts';

const HTML = /<(?:p|div|br|h[1-6]|ul|ol|table|article|section)\b[^>]{0,200}>/i;
const MARKDOWN = /^#{1,6} \S|^```|^\s{0,3}[-*] \S|\]\(\S+\)|\*\*\S/m;

/** JSON and JSON Lines: one field of each entry is its text, and each entry becomes a section. */
export const jsonReader: Reader = {
  name: 'json',
  mediaTypes: ['application/json', 'application/x-ndjson'],
  async read(source, context) {
    const { text, warnings } = await decodeText(source.bytes);
    const entries = source.mediaType === 'application/x-ndjson' ? parseLines(text) : parseEntries(text);
    const fields = entries.map((entry) => stringFields(entry));
    const field = context.options.jsonField ?? longestField(fields);
    if (field === undefined) throw new ExtractError('empty', 'No entry has a string field.');
    const texts = fields.map((own) => own.find(({ path }) => path === field)?.text.trim() ?? '');
    const missing = texts.filter((own) => own === '').length;
    if (missing === entries.length) throw new ExtractError('empty', missingField(field, fields));
    const sections: RawBlock[][] = [];
    for (const [index, own] of texts.entries()) {
      if (own === '') continue;
      const heading = titleOf(fields[index] ?? [], field) ?? `Entry ${index + 1}`;
      sections.push(await toSection(own, entries.length > 1 ? heading : undefined, context.limits.maxDepth));
    }
    const skipped = missing === 0 ? [] : [`${missing} of ${entries.length} entries have no text in field "${field}"`];
    return { blocks: sections.flat(), warnings: [...warnings, ...skipped] };
  },
};

function missingField(field: string, entries: ReadonlyArray<readonly StringField[]>): string {
  const known = new Set(entries.slice(0, 100).flatMap((fields) => fields.map(({ path }) => `"${path}"`)));
  const list = [...known].slice(0, 10).join(', ');
  return `No entry has text in field "${field}". String fields: ${list === '' ? 'none' : list}.`;
}

async function toSection(text: string, heading: string | undefined, maxDepth: number): Promise<RawBlock[]> {
  const blocks = await textOfAnyKind(text, maxDepth);
  if (heading === undefined) return [...blocks];
  const below = blocks.map((block) => (block.kind === 'heading' ? { ...block, level: block.level + 1 } : block));
  return [{ kind: 'heading', level: 1, text: heading }, ...below];
}

/** Text in JSON may be HTML or Markdown as well; its marks tell. */
async function textOfAnyKind(text: string, maxDepth: number): Promise<readonly RawBlock[]> {
  if (HTML.test(text)) return (await htmlToBlocks(text, { maxDepth })).blocks;
  if (!MARKDOWN.test(text)) return textToBlocks(text);
  const { markdownToBlocks } = await import('./markdown/markdown-to-blocks.ts');
  return markdownToBlocks(text.replace(/\r\n?/g, '\n'), maxDepth).blocks;
}
