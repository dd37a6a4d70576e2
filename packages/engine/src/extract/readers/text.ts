import type { Reader } from '../reader.ts';
import { markdownToBlocks } from './markdown/markdown-to-blocks.ts';
import { isRestructured, restructuredToMarkdown } from './restructured/restructured-to-markdown.ts';
import { decodeText } from './text/decode-text.ts';
import { textToBlocks } from './text/text-to-blocks.ts';

/** Plain text in any encoding; reStructuredText by what it says. */
export const textReader: Reader = {
  name: 'text',
  mediaTypes: ['text/plain'],
  async read(source, context) {
    const { text, warnings } = await decodeText(source.bytes);
    if (!isRestructured(source.path, text)) return { blocks: textToBlocks(text), warnings };
    const markdown = restructuredToMarkdown(text.replace(/\r\n?/g, '\n'));
    const content = markdownToBlocks(markdown, context.limits.maxDepth);
    return { blocks: content.blocks, warnings: [...warnings, ...content.warnings] };
  },
};
