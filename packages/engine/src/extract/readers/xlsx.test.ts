import { describe, expect, it } from 'vitest';
import { buildXlsx, outline, readWith, sheetData, type TestSheet } from './office/fixtures/office-files.ts';
import { formatNumber, kindOfFormatCode } from './xlsx/number-format.ts';
import { xlsxReader } from './xlsx.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

async function read(sheets: readonly TestSheet[], others: Readonly<Record<string, string>> = {}): Promise<string[]> {
  return outline((await readWith(xlsxReader, buildXlsx(sheets, others))).blocks);
}

describe('xlsxReader', () => {
  it('gives each visible sheet a heading and its table, and says what was left out', async () => {
    const document = await readWith(
      xlsxReader,
      buildXlsx([
        {
          name: 'Staff',
          xml: sheetData([
            ['Name', 'Age'],
            ['Ann', 40],
          ]),
        },
        { name: 'Secret', xml: sheetData([['x']]), state: 'hidden' },
        { name: 'Blank', xml: '<sheetData/>' },
      ]),
    );
    expect(outline(document.blocks)).toEqual(['h1 Staff', 'th Name | Age', 'td Ann | 40']);
    expect(document).toMatchObject({ pageCount: 3, warnings: ['1 of 3 sheets are hidden and were left out.'] });
    expect(document.blocks[1]?.page).toBe(1);
  });

  it('reads shared strings, booleans, dates, percentages and formula results, and drops errors', async () => {
    const styles = `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="10"/></cellXfs></styleSheet>`;
    const sharedStrings = `<sst ${MAIN}><si><t>plain</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>reading</t></rPh></si></sst>`;
    const row = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="b"><v>1</v></c>
      <c r="D1" s="1"><v>45366</v></c><c r="E1" s="2"><v>0.125</v></c><c r="F1" t="e"><v>#REF!</v></c>
      <c r="G1" t="str"><f>A1</f><v>result</v></c><c r="H1"><v>0.30000000000000004</v></c></row>`;
    expect(await read([{ name: 'S', xml: `<sheetData>${row}</sheetData>` }], { styles, sharedStrings })).toEqual([
      'h1 S',
      'td plain | rich text | TRUE | 2024-03-15 | 12.5% | result | 0.3',
    ]);
  });

  it('sets titles and separate tables apart, and keeps a total after a blank row with its table', async () => {
    const rows = [
      ['Year report'],
      ['Item', 'Sum'],
      ['Tea', 3],
      [],
      ['Total', 3],
      [],
      ['Who', 'Where'],
      ['Ann', 'Graz'],
    ];
    expect(await read([{ name: 'S', xml: sheetData(rows) }])).toEqual([
      'h1 S',
      'Year report',
      'th Item | Sum',
      'td Tea | 3',
      'td Total | 3',
      'th Who | Where',
      'td Ann | Graz',
    ]);
  });

  it('separates tables side by side', async () => {
    const rows = [
      ['A', 'B', '', 'X', 'Y'],
      [1, 2, '', 8, 9],
    ];
    expect(await read([{ name: 'S', xml: sheetData(rows) }])).toEqual([
      'h1 S',
      'th A | B',
      'td 1 | 2',
      'th X | Y',
      'td 8 | 9',
    ]);
  });

  it('repeats merged cells', async () => {
    const xml = `${sheetData([
      ['Group', 'Name'],
      ['One', 'Ann'],
      ['', 'Ben'],
    ])}<mergeCells><mergeCell ref="A2:A3"/></mergeCells>`;
    expect(await read([{ name: 'S', xml }])).toEqual(['h1 S', 'th Group | Name', 'td One | Ann', 'td One | Ben']);
  });

  it('follows filled cells, not the extent a sheet claims', async () => {
    const xml = `<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>
      <row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>`;
    expect(await read([{ name: 'S', xml }])).toEqual(['h1 S', '1', '2']);
  });

  it('stops at the text limit where shared strings or sparse rows multiply', async () => {
    const sharedStrings = `<sst ${MAIN}><si><t>${'long '.repeat(2000)}</t></si></sst>`;
    const cells = '<c t="s"><v>0</v></c>'.repeat(200);
    const shared = buildXlsx([{ name: 'S', xml: `<sheetData><row>${cells}</row></sheetData>` }], { sharedStrings });
    await expect(readWith(xlsxReader, shared, { maxTextLength: 100_000 })).rejects.toMatchObject({
      reason: 'output-too-large',
    });
  });

  it('refuses a bomb in a sheet', async () => {
    const bomb = buildXlsx([
      { name: 'S', xml: `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(300_000)}</sheetData>` },
    ]);
    await expect(readWith(xlsxReader, bomb)).rejects.toMatchObject({ reason: 'bomb' });
  });
});

describe('number formats', () => {
  it.each([
    ['yyyy-mm-dd', 'date'],
    ['[$-409]d/m/yy h:mm AM/PM;@', 'date-time'],
    ['h:mm:ss', 'time'],
    ['[h]:mm', 'duration'],
    ['mmm', 'date'],
    ['0.00%', 'percent'],
    ['#,##0.00 "days"', 'plain'],
    ['General', 'plain'],
    ['[Red]-0.00', 'plain'],
    ['0.00E+00', 'plain'],
  ] as const)('reads %s as %s', (code, kind) => {
    expect(kindOfFormatCode(code)).toBe(kind);
  });

  it('counts days as spreadsheets do, with their false leap day', () => {
    expect(formatNumber(1, 'date', false)).toBe('1900-01-01');
    expect(formatNumber(59, 'date', false)).toBe('1900-02-28');
    expect(formatNumber(61, 'date', false)).toBe('1900-03-01');
    expect(formatNumber(0, 'date', true)).toBe('1904-01-01');
    expect(formatNumber(45366.75, 'date-time', false)).toBe('2024-03-15 18:00');
    expect(formatNumber(0.5, 'time', false)).toBe('12:00');
    expect(formatNumber(1.5, 'duration', false)).toBe('36:00');
    expect(formatNumber(-1, 'date', false)).toBe('-1');
    expect(formatNumber(1e12, 'date', false)).toBe('1000000000000');
  });
});
