import type { RawBlock } from '../raw-block.ts';
import type { Reader } from '../reader.ts';
import { decodeText } from './text/decode-text.ts';
import { moduleComment } from './source-code/module-comment.ts';

/** A chunk of code: what stands together between blank lines, joined up to about a screen. */
const LINES_PER_BLOCK = 60;

/** Source code of any language: the module's own comment as prose, the rest as code. */
export const sourceCodeReader: Reader = {
  name: 'source-code',
  mediaTypes: ['text/x-*'],
  async read(source) {
    const { text, warnings } = await decodeText(source.bytes);
    const language = source.mediaType.replace(/^text\/x-/, '');
    const lines = text.replace(/\r\n?/g, '\n').split('\n');
    const comment = moduleComment(lines);
    const code = splitCode(lines.slice(comment.end)).map((part): RawBlock => ({ kind: 'code', language, text: part }));
    const prose = comment.paragraphs.map((paragraph): RawBlock => ({ kind: 'paragraph', text: paragraph }));
    return { blocks: [...prose, ...code], warnings };
  },
};

/** Cuts before top-level definitions: an unindented line after a blank one, once the part is long enough. */
function splitCode(lines: readonly string[]): readonly string[] {
  const parts: string[][] = [[]];
  for (const [index, line] of lines.entries()) {
    const isTopLevel = lines[index - 1]?.trim() === '' && /^[^\s})\]]/.test(line);
    if (isTopLevel && (parts.at(-1)?.length ?? 0) >= LINES_PER_BLOCK / 2) parts.push([]);
    parts.at(-1)?.push(line);
  }
  return parts.map((part) => part.join('\n'));
}
