import { describe, expect, it } from 'vitest';
import { outline, readDocument } from '../fixtures/read-document.ts';

describe('csvReader', () => {
  it.each([',', ';', '|', '\t'])('finds the delimiter "%s"', async (delimiter) => {
    const rows = [
      ['Name', 'Size'],
      ['Oak; tall', '"30, about"'],
      ['Fir', '20'],
    ].map((row) => row.join(delimiter));
    const text = delimiter === ';' ? rows.join('\n').replace('Oak; tall', 'Oak') : rows.join('\n');
    const document = await readDocument(text, 'text/csv');
    expect(document.blocks).toHaveLength(1);
    expect(document.blocks[0]?.table?.headerRows).toBe(1);
    expect(document.blocks[0]?.table?.rows).toHaveLength(3);
    expect(document.blocks[0]?.table?.rows[0]).toHaveLength(2);
  });

  it('reads quoted cells with delimiters, quotes and line ends', async () => {
    const document = await readDocument('Name,Note\nOak,"said ""hi"",\nand left"\n', 'text/csv');
    expect(outline(document)).toEqual(['table: | Name | Note |\n| --- | --- |\n| Oak | said "hi", and left |']);
  });

  it('takes a first row with numbers for data', async () => {
    const document = await readDocument('1,2\n3,4\n', 'text/csv');
    expect(outline(document)).toEqual(['table: | 1 | 2 |\n| 3 | 4 |']);
  });

  it('cuts long files into tables of 200 rows, each with the header', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => `n${index},${index}`);
    const document = await readDocument(`Name,Number\n${rows.join('\n')}`, 'text/csv');
    expect(document.blocks.map((block) => block.table?.rows.length)).toEqual([201, 201, 51]);
    expect(document.text.match(/\| Name \| Number \|/g)).toHaveLength(3);
  });

  it('reads a stray quote as text, and refuses one that never closes', async () => {
    expect(outline(await readDocument('Pipe,Length\n5" steel,3\n', 'text/csv'))[0]).toContain('| 5" steel | 3 |');
    const failure = readDocument('Pipe,Length\n"steel,3\nx,4\n', 'text/csv');
    await expect(failure).rejects.toMatchObject({ reason: 'corrupt' });
  });

  it('reads tab-separated values', async () => {
    const document = await readDocument('Name\tSize, about\nOak\t30\n', 'text/tab-separated-values');
    expect(outline(document)).toEqual(['table: | Name | Size, about |\n| --- | --- |\n| Oak | 30 |']);
  });
});
