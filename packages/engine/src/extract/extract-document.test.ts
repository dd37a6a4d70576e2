import { describe, expect, it } from 'vitest';
import { mediaTypeOfName } from '../plan/file-extensions.ts';
import { isReadable } from '../plan/readable-types.ts';
import { readDocument } from './fixtures/read-document.ts';
import { loadReader } from './reader-table.ts';

describe('extractDocument', () => {
  it('picks the reader of the media type', async () => {
    const markdown = await readDocument('# Tea\n\nHot.', 'text/markdown');
    expect(markdown.blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph']);
    const text = await readDocument('# Tea <b>', 'text/x-python');
    expect(text.blocks.map((block) => block.kind)).toEqual(['paragraph']);
  });

  it('identifies the document by its bytes and keeps the media type', async () => {
    const document = await readDocument('Hot tea.', 'text/plain');
    expect(document.documentId).toMatch(/^[0-9a-f]{64}$/);
    expect(document.mediaType).toBe('text/plain');
  });

  it.each([
    ['no bytes', '', 'text/plain', 'empty'],
    ['nothing but blanks', ' \n\t\n', 'text/plain', 'empty'],
    ['nothing visible', '<script>x</script>', 'text/html', 'empty'],
    ['a type nobody reads', 'x', 'video/mp4', 'unsupported-type'],
    ['a type of the prototype', 'x', 'constructor', 'unsupported-type'],
    ['broken JSON', '{', 'application/json', 'corrupt'],
    ['binary data that claims to be Markdown', '\0\u0001\u0002'.repeat(100), 'text/markdown', 'unsupported-type'],
  ])('refuses %s', async (_name, content, mediaType, reason) => {
    await expect(readDocument(content, mediaType)).rejects.toMatchObject({ name: 'ExtractError', reason });
  });

  it('refuses more text than the limit', async () => {
    const failure = readDocument('word '.repeat(1000), 'text/plain', { limits: { maxTextLength: 100 } });
    await expect(failure).rejects.toMatchObject({ reason: 'output-too-large' });
  });

  it('stops when asked to, with the reason it was given', async () => {
    const reason = new Error('stop');
    const failure = readDocument('Text.', 'text/plain', { signal: AbortSignal.abort(reason) });
    await expect(failure).rejects.toBe(reason);
  });

  it('leaves no invisible or reordering character in the text', async () => {
    const hostile = 'Safe\u202e text\u200b with \u001b[31mescapes\u001b[0m, tags\u{e0041} and \u0000 nothing else.';
    for (const mediaType of ['text/plain', 'text/markdown', 'text/html', 'text/x-python', 'text/csv']) {
      const { text } = await readDocument(hostile, mediaType);
      // eslint-disable-next-line no-control-regex -- checks for control characters
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202e\u{e0041}]/u);
    }
  });
});

const NAMES =
  'a.pdf a.docx a.pptx a.xlsx a.odt a.odp a.ods a.rtf a.epub a.html a.md a.txt a.csv a.tsv a.json a.jsonl a.eml'.split(
    ' ',
  );

describe('loadReader', () => {
  it.each(NAMES)('has the reader that the plan promises for %s', async (name) => {
    const mediaType = mediaTypeOfName(name) ?? '';
    expect(isReadable(mediaType)).toBe(true);
    expect((await loadReader(mediaType))?.mediaTypes).toContain(mediaType);
  });

  it('reads source code of every language', async () => {
    expect((await loadReader(mediaTypeOfName('a.rs') ?? ''))?.name).toBe('source-code');
  });

  it('has none for types nobody reads', async () => {
    expect(await loadReader('image/svg+xml')).toBeUndefined();
  });
});
