import type { Reader } from '../reader.ts';
import { decodeText } from './text/decode-text.ts';
import { textToBlocks } from './text/text-to-blocks.ts';

/** Plain text in any encoding. */
export const textReader: Reader = {
  name: 'text',
  mediaTypes: ['text/plain'],
  async read(source) {
    const { text, warnings } = await decodeText(source.bytes);
    return { blocks: textToBlocks(text), warnings };
  },
};
