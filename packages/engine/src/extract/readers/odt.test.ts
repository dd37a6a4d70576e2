import { describe, expect, it } from 'vitest';
import { odtReader } from './odt.ts';
import { buildOdf, outline, readWith, type Parts } from './office/fixtures/office-files.ts';

async function read(body: string, automaticStyles = '', others: Parts = {}): Promise<string[]> {
  return outline((await readWith(odtReader, buildOdf(body, automaticStyles, others))).blocks);
}

const STYLES = `<style:style style:name="P1" style:parent-style-name="Preformatted_20_Text"/>
  <style:style style:name="Preformatted_20_Text"/>
  <style:style style:name="Hidden"><style:text-properties text:display="none"/></style:style>
  <style:style style:name="HiddenSheet"><style:table-properties table:display="false"/></style:style>
  <text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/>
    <text:list-level-style-bullet text:level="2"/></text:list-style>`;

function textCell(text: string, span = ''): string {
  return `<table:table-cell ${span}><text:p>${text}</text:p></table:table-cell>`;
}

function box(kind: string, text: string): string {
  return `<draw:frame presentation:class="${kind}"><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame>`;
}

function cell(text: string, attributes = 'office:value-type="string"'): string {
  return `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
}

describe('odtReader on text', () => {
  it('reads headings, white space, code and lists', async () => {
    const body = `<office:text><text:h text:outline-level="2">A <text:span>heading</text:span></text:h>
      <text:p>Two<text:s text:c="3"/>words<text:tab/>and   one</text:p>
      <text:p text:style-name="P1">x = 1</text:p><text:p text:style-name="P1">y = 2</text:p>
      <text:list text:style-name="L1"><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list></text:list-item></text:list>
      <text:p>Pause</text:p>
      <text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p>two</text:p></text:list-item></text:list></office:text>`;
    expect(await read(body, STYLES)).toEqual([
      'h2 A heading',
      'Two   words\tand one',
      'code: x = 1\ny = 2',
      '1. one',
      '  - inner',
      'Pause',
      '2. two',
    ]);
  });

  it('drops deleted and hidden text and comments, and puts notes at the end', async () => {
    const body = `<office:text><text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>
      <text:p>Kept<text:span text:style-name="Hidden"> secret</text:span><office:annotation><text:p>comment</text:p></office:annotation><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>
      <text:section text:display="none"><text:p>gone</text:p></text:section>
      <text:table-of-content><text:index-body><text:p>Intro 1</text:p></text:index-body></text:table-of-content></office:text>`;
    expect(await read(body, STYLES)).toEqual(['Kept', '[table-of-contents] Intro 1', '[references] A note.']);
  });

  it('repeats merged cells and counts header rows', async () => {
    const body = `<office:text><table:table><table:table-header-rows><table:table-row>${textCell('A')}${textCell('B')}</table:table-row></table:table-header-rows>
      <table:table-row>${textCell('x', 'table:number-rows-spanned="2"')}${textCell('1')}</table:table-row>
      <table:table-row><table:covered-table-cell/>${textCell('2')}</table:table-row></table:table></office:text>`;
    expect(await read(body)).toEqual(['th A | B', 'td x | 1', 'td x | 2']);
  });

  it('knows an encrypted document by its manifest', async () => {
    const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`;
    const bytes = buildOdf('<office:text/>', '', { 'META-INF/manifest.xml': manifest });
    await expect(readWith(odtReader, bytes)).rejects.toMatchObject({ reason: 'encrypted' });
  });
});

describe('odtReader on presentations', () => {
  it('gives each slide its title, lists and notes', async () => {
    const slide = `<draw:page>${box('outline', 'Point.')}${box('title', 'Topic')}${box('date-time', 'today')}<presentation:notes>${box('notes', 'Say it.')}</presentation:notes></draw:page>`;
    const document = await readWith(odtReader, buildOdf(`<office:presentation>${slide}</office:presentation>`));
    expect(outline(document.blocks)).toEqual(['h2 Topic', 'Point.', 'Say it.']);
    expect(document.pageCount).toBe(1);
  });
});

describe('odtReader on spreadsheets', () => {
  it('gives each visible sheet its table as shown', async () => {
    const rows = `<table:table-row>${cell('Name')}${cell('Born')}</table:table-row><table:table-row>${cell('Ann')}${cell('1 May 1990', 'office:value-type="date"')}<table:table-cell table:number-columns-repeated="16382"/></table:table-row><table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;
    const body = `<office:spreadsheet><table:table table:name="Staff">${rows}</table:table><table:table table:name="X" table:style-name="HiddenSheet">${rows}</table:table></office:spreadsheet>`;
    expect(await read(body, STYLES)).toEqual(['h1 Staff', 'th Name | Born', 'td Ann | 1 May 1990']);
  });

  it('stops at the text limit where one row stands for a million', async () => {
    const body = `<office:spreadsheet><table:table table:name="S"><table:table-row table:number-rows-repeated="1048576">${cell('x', 'table:number-columns-repeated="16384"')}</table:table-row></table:table></office:spreadsheet>`;
    await expect(readWith(odtReader, buildOdf(body), { maxTextLength: 100_000 })).rejects.toMatchObject({
      reason: 'output-too-large',
    });
  });
});
