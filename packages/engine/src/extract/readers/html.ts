import type { Reader } from '../reader.ts';
import { htmlToBlocks } from './html/html-to-blocks.ts';
import { declaredCharset } from './html/declared-charset.ts';
import { decodeText } from './text/decode-text.ts';

/** Web pages, whole or their main content only. */
export const htmlReader: Reader = {
  name: 'html',
  mediaTypes: ['text/html'],
  async read(source, context) {
    const { text, warnings } = await decodeText(source.bytes, declaredCharset(source.bytes));
    const content = await htmlToBlocks(text, {
      mode: context.options.html,
      isXml: /^\s*<\?xml/.test(text.slice(0, 200)),
      maxDepth: context.limits.maxDepth,
    });
    return { ...content, warnings };
  },
};
