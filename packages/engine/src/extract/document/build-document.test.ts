import { ExtractError, type ExtractedDocument } from '@dsgen/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawBlock } from '../raw-block.ts';
import { DEFAULT_EXTRACT_LIMITS, type DocumentSource } from '../source.ts';
import { buildDocument } from './build-document.ts';

const source: DocumentSource = {
  path: 'guide.md',
  documentId: 'a'.repeat(64),
  bytes: new Uint8Array(),
  mediaType: 'text/markdown',
};

function build(blocks: readonly RawBlock[], title?: string): Promise<ExtractedDocument> {
  return buildDocument({ blocks, ...(title === undefined ? {} : { title }) }, source);
}

function textOf(document: ExtractedDocument, range: { readonly start: number; readonly end: number }): string {
  return document.text.slice(range.start, range.end);
}

describe('buildDocument', () => {
  it('renders every kind of block as Markdown', async () => {
    const { text } = await build([
      { kind: 'heading', level: 1, text: 'Tea' },
      { kind: 'paragraph', text: 'Boil\nwater.' },
      {
        kind: 'list',
        ordered: true,
        start: 3,
        items: [
          { text: 'Pour', depth: 0 },
          { text: 'Wait', depth: 0 },
        ],
      },
      {
        kind: 'list',
        ordered: false,
        items: [
          { text: 'Green', depth: 0 },
          { text: 'Sencha', depth: 1 },
        ],
      },
      {
        kind: 'table',
        headerRows: 1,
        rows: [
          ['Tea', 'Minutes'],
          ['Green', '2'],
          ['a|b', ''],
        ],
      },
      { kind: 'code', language: 'JS', text: '\nbrew();\n' },
      { kind: 'figure', text: 'A pot' },
    ]);
    expect(text).toBe(
      [
        'Tea',
        'Boil water.',
        '3. Pour\n4. Wait',
        '- Green\n  - Sencha',
        '| Tea | Minutes |\n| --- | --- |\n| Green | 2 |\n| a\\|b |  |',
        '```js\nbrew();\n```',
        'A pot',
      ].join('\n\n'),
    );
  });

  it('says where items and cells are', async () => {
    const document = await build([
      {
        kind: 'list',
        ordered: false,
        items: [
          { text: 'one  two', depth: 0 },
          { text: '• three', depth: 3 },
        ],
      },
      {
        kind: 'table',
        headerRows: 1,
        rows: [
          ['Name', 'Size'],
          ['', '3 \n cm'],
        ],
      },
    ]);
    const [list, table] = document.blocks;
    expect(list?.items?.map((item) => [textOf(document, item), item.depth])).toEqual([
      ['one two', 0],
      ['three', 1],
    ]);
    expect(table?.table?.rows.map((row) => row.map((cell) => textOf(document, cell)))).toEqual([
      ['Name', 'Size'],
      ['', '3 cm'],
    ]);
  });

  it('gives each block the headings above it', async () => {
    const { blocks } = await build([
      { kind: 'paragraph', text: 'Before.' },
      { kind: 'heading', level: 1, text: 'Guide' },
      { kind: 'heading', level: 3, text: 'Setup' },
      { kind: 'paragraph', text: 'Below setup.' },
      { kind: 'heading', level: 2, text: 'Use' },
      { kind: 'paragraph', text: 'Below use.' },
    ]);
    expect(blocks.map((block) => block.headingPath.join(' > '))).toEqual([
      '',
      '',
      'Guide',
      'Guide > Setup',
      'Guide',
      'Guide > Use',
    ]);
  });

  it('leaves headings that are no content out of the path', async () => {
    const { blocks } = await build([
      { kind: 'heading', level: 1, text: 'Menu', role: 'navigation' },
      { kind: 'paragraph', text: 'Text.' },
    ]);
    expect(blocks[1]?.headingPath).toEqual([]);
  });

  it('fences code that holds fences with a longer one', async () => {
    const { text } = await build([{ kind: 'code', text: '```js\nx\n```' }]);
    expect(text).toBe('````\n```js\nx\n```\n````');
  });

  it('never touches the white space inside code', async () => {
    const code = 'if  x:\n\treturn  "a  b"   \n\n\n  y';
    const { text } = await build([{ kind: 'code', text: code }]);
    expect(text).toBe(`\`\`\`\n${code}\n\`\`\``);
  });

  it('makes a paragraph of a heading that is too long to be one', async () => {
    const { blocks } = await build([{ kind: 'heading', level: 2, text: 'long '.repeat(100) }]);
    expect(blocks[0]?.kind).toBe('paragraph');
  });

  it.each(['Figure 4-1: The layout of the heap', 'Table 3-2 Parts of the heap', 'Example 2.1. A heap'])(
    'calls the caption %j a figure',
    async (caption) => {
      const { blocks } = await build([{ kind: 'paragraph', text: caption }]);
      expect(blocks[0]?.kind).toBe('figure');
    },
  );

  it.each(['Table 3-2 lists the parts of the heap.', 'Example 1: the heap of a small program grows.'])(
    'reads %j',
    async (sentence) => {
      const { blocks } = await build([{ kind: 'paragraph', text: sentence }]);
      expect(blocks[0]?.kind).toBe('paragraph');
    },
  );

  it.each([
    ['Boil it twice (#1234)', 'Boil it twice'],
    ['Boil it [edit]', 'Boil it'],
    ['Boil it (browse source)', 'Boil it'],
    ['Boil it (twice)', 'Boil it (twice)'],
  ])('takes links off the heading %j', async (heading, expected) => {
    const { text } = await build([{ kind: 'heading', level: 2, text: heading }]);
    expect(text).toBe(expected);
  });

  it('takes the numbers of issues off the end of a text', async () => {
    const { text } = await build([{ kind: 'paragraph', text: 'The lid is closed now. Context: #3283, #12.' }]);
    expect(text).toBe('The lid is closed now.');
  });

  it('drops blocks that hold nothing', async () => {
    const { text, blocks } = await build([
      { kind: 'paragraph', text: ' \u200b ' },
      { kind: 'list', ordered: false, items: [{ text: '', depth: 0 }] },
      { kind: 'table', headerRows: 1, rows: [['', ''], [' ']] },
      { kind: 'code', text: '\n \n' },
    ]);
    expect({ text, blocks }).toEqual({ text: '', blocks: [] });
  });

  it('takes the title it is given, and else the first top heading', async () => {
    const blocks: RawBlock[] = [
      { kind: 'heading', level: 2, text: 'Part' },
      { kind: 'heading', level: 1, text: 'Whole' },
    ];
    expect((await build(blocks, ' My\n title ')).title).toBe('My title');
    expect((await build(blocks)).title).toBe('Whole');
    expect((await build(blocks, 'Microsoft Word - draft3.doc')).title).toBe('Whole');
    expect((await build([{ kind: 'paragraph', text: 'No heading here.' }])).title).toBeUndefined();
  });

  it('tells the language of the content', async () => {
    const german = 'Der Urlaub wird im Voraus beantragt, und die Leitung entscheidet innerhalb einer Woche darüber.';
    expect((await build([{ kind: 'paragraph', text: german }])).language).toBe('de');
    expect((await build([{ kind: 'paragraph', text: 'OK' }])).language).toBe('und');
  });

  it('uses the declared language where the text is too short to tell', async () => {
    const document = await buildDocument(
      { blocks: [{ kind: 'paragraph', text: 'OK' }], declaredLanguage: 'fr-CA' },
      source,
    );
    expect(document.language).toBe('fr');
  });

  it('refuses text beyond the limit', async () => {
    const limits = { ...DEFAULT_EXTRACT_LIMITS, maxTextLength: 10 };
    const failure = buildDocument(
      { blocks: [{ kind: 'paragraph', text: 'more than ten characters' }] },
      source,
      limits,
    );
    await expect(failure).rejects.toThrow(ExtractError);
    await expect(failure).rejects.toMatchObject({ reason: 'output-too-large' });
  });
});

const anyText = fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }), fc.lorem());
const anyBlock: fc.Arbitrary<RawBlock> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: -2, max: 9 }), text: anyText }),
  fc.record({ kind: fc.constantFrom('paragraph' as const, 'figure' as const), text: anyText }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(fc.record({ text: anyText, depth: fc.nat(20) }), { maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    headerRows: fc.nat(2),
    rows: fc.array(fc.array(anyText, { maxLength: 4 }), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('code' as const), language: anyText, text: anyText }),
);

describe('buildDocument, for any blocks', () => {
  it('tiles the text: blocks in order, one blank line between them, nothing outside', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyBlock, { maxLength: 8 }), async (raw) => {
        const { text, blocks } = await build(raw);
        expect(blocks.map((block) => text.slice(block.start, block.end)).join('\n\n')).toBe(text);
        let end = -2;
        for (const block of blocks) {
          expect(block.start).toBe(end + 2);
          expect(block.end).toBeGreaterThan(block.start);
          end = block.end;
        }
      }),
    );
  });

  it('puts every item and cell on one trimmed line inside its block', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyBlock, { maxLength: 8 }), async (raw) => {
        const document = await build(raw);
        for (const block of document.blocks) {
          const ranges = [...(block.items ?? []), ...(block.table?.rows.flat() ?? [])];
          for (const range of ranges) {
            const slice = textOf(document, range);
            expect(range.start).toBeGreaterThanOrEqual(block.start);
            expect(range.end).toBeLessThanOrEqual(block.end);
            expect(slice).toBe(slice.trim());
            expect(slice).not.toContain('\n');
          }
        }
      }),
    );
  });

  it('keeps heading paths in step with the headings before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyBlock, { maxLength: 8 }), async (raw) => {
        const document = await build(raw);
        const open: Array<{ level: number; text: string }> = [];
        for (const block of document.blocks) {
          const level = block.kind === 'heading' && block.role === 'content' ? (block.level ?? 1) : undefined;
          const above = open.filter((heading) => level === undefined || heading.level < level);
          expect(block.headingPath).toEqual(above.map((heading) => heading.text));
          if (level !== undefined) open.splice(0, open.length, ...above, { level, text: textOf(document, block) });
        }
      }),
    );
  });
});
