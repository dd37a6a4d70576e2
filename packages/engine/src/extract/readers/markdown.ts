import type { Reader } from '../reader.ts';
import { splitFrontMatter } from './markdown/front-matter.ts';
import { markdownToBlocks } from './markdown/markdown-to-blocks.ts';
import { decodeText } from './text/decode-text.ts';

/** Markdown as GitHub reads it, with front matter and what site generators put into it. */
export const markdownReader: Reader = {
  name: 'markdown',
  mediaTypes: ['text/markdown'],
  async read(source, context) {
    const { text, warnings } = await decodeText(source.bytes);
    const { body, block, title, language } = splitFrontMatter(text.replace(/\r\n?/g, '\n'));
    const content = markdownToBlocks(body, context.limits.maxDepth);
    return {
      ...(title === undefined ? {} : { title }),
      ...(language === undefined ? {} : { declaredLanguage: language }),
      blocks: block === undefined ? content.blocks : [block, ...content.blocks],
      warnings: [...warnings, ...content.warnings],
    };
  },
};
