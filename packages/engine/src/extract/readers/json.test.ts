import { describe, expect, it } from 'vitest';
import { outline, readDocument } from '../fixtures/read-document.ts';

const entries = [
  { id: 'short', title: 'Tea', body: { text: 'Boil the water and pour it over the leaves.' } },
  { id: 'other', title: 'Coffee', body: { text: 'Grind the beans first.' } },
];

describe('jsonReader', () => {
  it('takes the longest field of the entries, and makes each a section', async () => {
    expect(outline(await readDocument(JSON.stringify({ count: 2, items: entries }), 'application/json'))).toEqual([
      'heading 1: Tea',
      'paragraph: Boil the water and pour it over the leaves.',
      'heading 1: Coffee',
      'paragraph: Grind the beans first.',
    ]);
  });

  it('takes the field it is told to', async () => {
    const lines = entries.map((entry) => JSON.stringify(entry)).join('\n');
    const document = await readDocument(lines, 'application/x-ndjson', { options: { jsonField: 'id' } });
    expect(outline(document)).toEqual(['heading 1: Tea', 'paragraph: short', 'heading 1: Coffee', 'paragraph: other']);
  });

  it('says which fields there are when the one asked for is not', async () => {
    const failure = readDocument(JSON.stringify(entries), 'application/json', { options: { jsonField: 'txt' } });
    await expect(failure).rejects.toMatchObject({
      reason: 'empty',
      message: 'No entry has text in field "txt". String fields: "id", "title", "body.text".',
    });
  });

  it('counts entries without text in a warning', async () => {
    const document = await readDocument('{"t":"Some text."}\n{"u":1}\n', 'application/x-ndjson');
    expect(document.warnings).toEqual(['1 of 2 entries have no text in field "t"']);
  });

  it('reads HTML and Markdown inside entries', async () => {
    const text = JSON.stringify([{ t: '<h1>Tea</h1><p>Hot.</p>' }, { t: '# Coffee\n\n- hot\n- black' }]);
    expect(outline(await readDocument(text, 'application/json'))).toEqual([
      'heading 1: Entry 1',
      'heading 2: Tea',
      'paragraph: Hot.',
      'heading 1: Entry 2',
      'heading 2: Coffee',
      'list: - hot\n- black',
    ]);
  });

  it.each([
    ['{"a": 1,\n "b": x}', 'application/json', 'line 2, column 7'],
    ['{"a": "open', 'application/json', 'line 1, column 12'],
    ['["a"] tail', 'application/json', 'line 1, column 7'],
    ['{"a": "b", }', 'application/json', 'line 1, column 12'],
    ['{"t":"a"}\n\n{"t":"b"\n', 'application/x-ndjson', 'line 3, column 9'],
  ])('says where %j breaks', async (text, mediaType, place) => {
    const failure = readDocument(text, mediaType);
    await expect(failure).rejects.toMatchObject({ reason: 'corrupt', message: `Not valid JSON at ${place}.` });
  });

  it('is not confused by keys of the prototype', async () => {
    const document = await readDocument(
      '{"__proto__": {"text": "Own text here."}, "constructor": "x"}',
      'application/json',
    );
    expect(outline(document)).toEqual(['paragraph: Own text here.']);
  });

  it('survives containers nested 100,000 deep', async () => {
    const deep = `${'['.repeat(100_000)}"x"${']'.repeat(100_000)}`;
    await expect(readDocument(deep, 'application/json')).rejects.toMatchObject({ reason: 'empty' });
  });
});
