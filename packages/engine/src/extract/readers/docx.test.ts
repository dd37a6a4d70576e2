import { describe, expect, it } from 'vitest';
import { docxReader } from './docx.ts';
import { buildDocx, buildZip, outline, readWith, wordParagraph, wordPart } from './office/fixtures/office-files.ts';

const STYLES = wordPart(
  'styles',
  `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-AT"/></w:rPr></w:rPrDefault></w:docDefaults>
   <w:style w:type="paragraph" w:styleId="Standard" w:default="1"><w:name w:val="Normal"/></w:style>
   <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
   <w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:basedOn w:val="berschrift2"/></w:style>
   <w:style w:type="paragraph" w:styleId="Level3"><w:name w:val="Mine"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
   <w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
   <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
   <w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
   <w:style w:type="paragraph" w:styleId="Quelltext"><w:name w:val="HTML Preformatted"/></w:style>
   <w:style w:type="character" w:styleId="Geheim"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>`,
);
const NUMBERING = wordPart(
  'numbering',
  `<w:abstractNum w:abstractNumId="0">
     <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
     <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
   <w:abstractNum w:abstractNumId="1">
     <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
   <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
   <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`,
);

function styled(style: string, text: string): string {
  return wordParagraph(text, `<w:pStyle w:val="${style}"/>`);
}

function item(numberingId: number, depth: number, text: string): string {
  return wordParagraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${numberingId}"/></w:numPr>`);
}

function cell(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${wordParagraph(text)}</w:tc>`;
}

async function read(body: string, others: Readonly<Record<string, string>> = {}): Promise<string[]> {
  return outline((await readWith(docxReader, buildDocx(body, others))).blocks);
}

function box(text: string): string {
  return `<w:pict><v:textbox><w:txbxContent>${wordParagraph(text)}</w:txbxContent></v:textbox></w:pict>`;
}

function run(text: string): string {
  return `<m:r><m:t>${text}</m:t></m:r>`;
}

describe('docxReader', () => {
  it('finds headings by built-in name, inheritance and outline level, in any language', async () => {
    const body =
      styled('berschrift2', 'By name') +
      styled('Kapitel', 'Inherited') +
      styled('Level3', 'By level') +
      styled('Loop', 'Text');
    expect(await read(body, { styles: STYLES })).toEqual(['h2 By name', 'h2 Inherited', 'h3 By level', 'Text']);
    expect(await read(styled('Heading1', 'Without styles'))).toEqual(['h1 Without styles']);
  });

  it('takes the title from its style and the language from the defaults', async () => {
    const document = await readWith(docxReader, buildDocx(styled('Titel', 'The  Title'), { styles: STYLES }));
    expect(document).toMatchObject({ title: 'The Title', declaredLanguage: 'de-AT' });
  });

  it('groups list items with depth, and resumes numbers after other text', async () => {
    const body =
      item(1, 0, 'one') +
      item(1, 1, 'detail') +
      wordParagraph('') +
      item(1, 0, 'two') +
      wordParagraph('Pause.') +
      item(1, 0, 'three') +
      item(2, 0, 'bullet');
    expect(await read(body, { numbering: NUMBERING })).toEqual([
      '1. one',
      '  - detail',
      '1. two',
      'Pause.',
      '3. three',
      '- bullet',
    ]);
  });

  it('drops deleted, moved, hidden and prompting text and keeps inserted text', async () => {
    const body = `<w:p>
      <w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:del><w:r><w:delText>old </w:delText></w:r></w:del>
      <w:moveFrom><w:r><w:t>moved </w:t></w:r></w:moveFrom>
      <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden </w:t></w:r><w:r><w:rPr><w:rStyle w:val="Geheim"/></w:rPr><w:t>secret </w:t></w:r>
      <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt>
      <w:hyperlink r:id="x"><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText><w:noBreakHyphen/><w:softHyphen/><w:t>end</w:t></w:r></w:p>`;
    expect(await read(body, { styles: STYLES })).toEqual(['new link-end']);
  });

  it('takes text boxes once, not once per alternative', async () => {
    const body = `<w:p><w:r><w:t>Anchor</w:t><mc:AlternateContent><mc:Choice>${box('Box')}</mc:Choice><mc:Fallback>${box('Box')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(await read(body)).toEqual(['Anchor', 'Box']);
  });

  it('writes equations as LaTeX', async () => {
    const body = `<w:p><w:r><w:t>Area</w:t></w:r><m:oMath>${run('A=')}<m:f><m:num>${run('1')}</m:num><m:den>${run('2')}</m:den></m:f>
      <m:sSup><m:e>${run('r')}</m:e><m:sup>${run('2')}</m:sup></m:sSup><m:rad><m:deg/><m:e>${run('x')}</m:e></m:rad></m:oMath></w:p>`;
    expect(await read(body)).toEqual(['Area $A=\\frac{1}{2}r^{2}\\sqrt{x}$']);
  });

  it('repeats merged cells in every row and column they cover, and knows header rows', async () => {
    const body = `<w:tbl><w:tr>${cell('Name')}${cell('Hours', '<w:gridSpan w:val="2"/>')}</w:tr>
      <w:tr>${cell('Ann', '<w:vMerge w:val="restart"/>')}${cell('3')}${cell('4')}</w:tr>
      <w:tr>${cell('', '<w:vMerge/>')}${cell('5')}${cell('6')}</w:tr>
      <w:tr><w:trPr><w:del/></w:trPr>${cell('deleted')}</w:tr></w:tbl>`;
    expect(await read(body)).toEqual(['th Name | Hours | Hours', 'td Ann | 3 | 4', 'td Ann | 5 | 6']);
  });

  it('looks through a table of a single cell', async () => {
    const body = `<w:tbl><w:tr><w:tc>${styled('Heading1', 'Note')}${wordParagraph('Text.')}</w:tc></w:tr></w:tbl>`;
    expect(await read(body)).toEqual(['h1 Note', 'Text.']);
  });

  it('marks tables of contents, headers, footers and notes by their role', async () => {
    const others = {
      styles: STYLES,
      header: wordPart('hdr', wordParagraph('Head')),
      footer: wordPart('ftr', wordParagraph('Foot')),
      footnotes: wordPart(
        'footnotes',
        `<w:footnote w:type="separator">${wordParagraph('---')}</w:footnote><w:footnote>${wordParagraph('A note.')}</w:footnote>`,
      ),
      comments: wordPart('comments', `<w:comment>${wordParagraph('A comment')}</w:comment>`),
    };
    expect(await read(styled('Verzeichnis1', 'Intro 1') + wordParagraph('Body'), others)).toEqual([
      '[page-header] Head',
      '[table-of-contents] Intro 1',
      'Body',
      '[references] A note.',
      '[page-footer] Foot',
    ]);
  });

  it('joins lines of code into one block', async () => {
    const body = styled('Quelltext', 'if (x) {') + styled('Quelltext', '') + styled('Quelltext', '  y();');
    expect(await read(body, { styles: STYLES })).toEqual(['code: if (x) {\n\n  y();']);
  });

  it('refuses bombs, broken and missing parts with the right reason', async () => {
    const bomb = buildDocx(`<w:p><w:r><w:t>${'a'.repeat(4_000_000)}</w:t></w:r></w:p>`);
    const deep = buildDocx(`${'<w:sdt>'.repeat(300)}${'</w:sdt>'.repeat(300)}`);
    const entities = buildZip({
      'word/document.xml': '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>',
    });
    await expect(readWith(docxReader, bomb)).rejects.toMatchObject({ reason: 'bomb' });
    await expect(readWith(docxReader, deep)).rejects.toMatchObject({ reason: 'bomb' });
    await expect(readWith(docxReader, entities)).rejects.toMatchObject({ reason: 'bomb' });
    await expect(readWith(docxReader, buildZip({ a: 'b' }))).rejects.toMatchObject({ reason: 'corrupt' });
    const document = buildDocx(wordParagraph('text '.repeat(100)));
    await expect(readWith(docxReader, document.subarray(0, -30))).rejects.toMatchObject({ reason: 'corrupt' });
    await expect(readWith(docxReader, document, { maxTextLength: 100 })).rejects.toMatchObject({
      reason: 'output-too-large',
    });
  });

  it('does not let a wide span grow a table beyond the text limit', async () => {
    const row = `<w:tr>${cell('x', '<w:gridSpan w:val="2000000000"/>').repeat(20)}</w:tr>`;
    const bytes = buildDocx(`<w:tbl>${row.repeat(40)}</w:tbl>`);
    await expect(readWith(docxReader, bytes, { maxTextLength: 100_000 })).rejects.toMatchObject({
      reason: 'output-too-large',
    });
  });
});
