import { describe, expect, it } from 'vitest';
import { chooseTables, type FoundTable } from './choose-tables.ts';
import { findTitle } from './document-title.ts';
import { parseListMarker } from './list-marker.ts';
import { confirmEdges } from './page-edges.ts';
import type { PageLine, PageRegion } from './page-content.ts';
import { describePages } from './page-list.ts';
import { toPlainBlocks } from './plain-blocks.ts';

describe('parseListMarker', () => {
  it.each([
    ['\u2022 Gloves', { isOrdered: false, ordinal: 0, rest: 'Gloves' }],
    ['- Gloves', { isOrdered: false, ordinal: 0, rest: 'Gloves' }],
    ['3. Open it', { isOrdered: true, ordinal: 3, rest: 'Open it' }],
    ['(12) Open it', { isOrdered: true, ordinal: 12, rest: 'Open it' }],
    ['c) Open it', { isOrdered: true, ordinal: 3, rest: 'Open it' }],
    ['iv. Open it', { isOrdered: true, ordinal: 4, rest: 'Open it' }],
  ])('reads %s', (line, marker) => {
    expect(parseListMarker(line)).toEqual(marker);
  });

  it.each(['-5 degrees', '2009. The year', '3.2 kW', 'Plain text', '\u2022', '1.'])('finds no marker in %s', (line) => {
    expect(parseListMarker(line)).toBeUndefined();
  });
});

describe('describePages', () => {
  it('names pages as people do', () => {
    expect(describePages([3])).toBe('3');
    expect(describePages([4, 3])).toBe('3 to 4');
    expect(describePages([1, 2, 3, 7, 9])).toBe('1 to 3, 7 and 9');
    expect(describePages(Array.from({ length: 12 }, (_, index) => index * 2))).toBe(
      '0, 2, 4, 6, 8, 10, 12, 14 and 4 more',
    );
  });
});

describe('chooseTables', () => {
  const box = { left: 50, top: 50, right: 350, bottom: 100 };

  function table(rows: ReadonlyArray<readonly string[]>): FoundTable {
    return {
      ...box,
      headerRows: 0,
      rows: rows.map((row, at) =>
        row.map((text, column) => ({
          text,
          ...(text === ''
            ? {}
            : { box: { left: 50 + column * 100, right: 140 + column * 100, top: 50 + at * 15, bottom: 60 + at * 15 } }),
        })),
      ),
    };
  }

  it('keeps a real table and drops columns of nothing but dots', () => {
    const [chosen] = chooseTables(
      [
        table([
          ['Valve', '.....', 'open'],
          ['Pump', '', 'off'],
        ]),
      ],
      [],
    );
    expect(chosen?.rows).toEqual([
      ['Valve', 'open'],
      ['Pump', 'off'],
    ]);
  });

  it('refuses prose that an engine cut into cells', () => {
    const prose = table([
      ['The pump moves water from the lower', 'tank and stops when the float'],
      ['switch opens, and the fuse that we', 'named above protects its motor'],
    ]);
    expect(chooseTables([prose], [])).toEqual([]);
  });

  it('refuses a table that would swallow text it does not hold', () => {
    const style = { size: 10, isBold: false, isItalic: false, isMonospace: false };
    const run = {
      text: 'A whole sentence that is in no cell of the table.',
      left: 60,
      right: 340,
      top: 55,
      bottom: 62,
      ...style,
    };
    expect(
      chooseTables(
        [
          table([
            ['a1', 'b1'],
            ['a2', 'b2'],
          ]),
        ],
        [run],
      ),
    ).toEqual([]);
  });
});

describe('confirmEdges', () => {
  it('keeps what repeats, digits aside, and page numbers', () => {
    const regions = [1, 2].flatMap((page) => [
      region(page, `Manual, page ${page}`, { edge: 'header' }),
      region(page, page === 1 ? 'one' : 'two', { top: 200 }),
      region(page, `\u2013 ${page} \u2013`, { edge: 'footer', top: 800 }),
    ]);
    expect(confirmEdges(regions, 2).map(({ edge }) => edge)).toEqual([
      'header',
      undefined,
      'footer',
      'header',
      undefined,
      'footer',
    ]);
  });

  it('takes the first line of a page for what it is', () => {
    const regions = [
      region(1, 'A title', { edge: 'header' }),
      region(1, 'Text', { top: 200 }),
      region(2, 'Text', { top: 20 }),
    ];
    expect(confirmEdges(regions, 2).map(({ edge }) => edge)).toEqual([undefined, undefined, undefined]);
  });
});

describe('findTitle', () => {
  it('reads strings with escapes, in hexadecimal and in UTF-16', () => {
    expect(findTitle(withInfo('(Pumps \\(and\\) valves)'), 'Pumps (and) valves')).toBe('Pumps (and) valves');
    expect(findTitle(withInfo('(P\\374mpe)'), 'Pümpe')).toBe('Pümpe');
    expect(findTitle(withInfo('<FEFF00500075006D0070>'), 'Pump')).toBe('Pump');
  });

  it('prefers the packet of XMP', () => {
    const xmp = '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Pumps &amp; valves</rdf:li></rdf:Alt></dc:title>';
    expect(findTitle(Buffer.concat([Buffer.from(xmp), withInfo('(Other pumps)')]), 'Pumps & valves, other pumps')).toBe(
      'Pumps & valves',
    );
  });

  it.each(['(Untitled)', '(Microsoft Word - a.doc)', '(pumps.tex)', '(Tax return)', '(\\', '<zz>'])(
    'does not trust %s',
    (title) => {
      expect(findTitle(withInfo(title), 'Pumps, untitled')).toBeUndefined();
    },
  );
});

describe('toPlainBlocks', () => {
  it('parts paragraphs at blank lines, list markers and short last lines', () => {
    const lines = [
      'The pump moves water from here to',
      'there.',
      'The valve closes on its own when it',
      'must.',
      '',
      '1. Close it',
      '2. Open it',
    ];
    expect(toPlainBlocks(lines, 4)).toEqual([
      { kind: 'paragraph', text: 'The pump moves water from here to\nthere.', page: 4 },
      { kind: 'paragraph', text: 'The valve closes on its own when it\nmust.', page: 4 },
      { kind: 'list', ordered: true, start: 1, items: [{ text: 'Close it', depth: 0 }], page: 4 },
      { kind: 'list', ordered: true, start: 2, items: [{ text: 'Open it', depth: 0 }], page: 4 },
    ]);
  });
});

function region(page: number, text: string, more: Partial<PageRegion> & { readonly top?: number } = {}): PageRegion {
  const { top = 20, ...rest } = more;
  const line: PageLine = {
    text,
    left: 50,
    right: 300,
    top,
    bottom: top + 10,
    size: 10,
    isBold: false,
    isItalic: false,
    isMonospace: false,
    isContentsEntry: false,
  };
  return { page, lines: [line], ...rest };
}

function withInfo(title: string): Uint8Array {
  return Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Title ${title} >>\nendobj\ntrailer\n<< /Info 1 0 R >>`, 'latin1');
}
