import { describe, expect, it } from 'vitest';
import { buildPptx, outline, readWith, relationships, slideShape } from './office/fixtures/office-files.ts';
import { pptxReader } from './pptx.ts';

const TITLE = '<p:ph type="title"/>';
const BODY = '<p:ph idx="1"/>';

function text(content: string, properties = ''): string {
  return `<a:pPr ${properties}/><a:r><a:t>${content}</a:t></a:r>`;
}

async function read(slides: readonly string[], others: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { blocks } = await readWith(pptxReader, buildPptx(slides, others));
  return outline(blocks).map((line, index) =>
    blocks.length === outline(blocks).length ? `${blocks[index]?.page} ${line}` : line,
  );
}

function cell(content: string, span = ''): string {
  return `<a:tc ${span}><a:txBody><a:p>${text(content)}</a:p></a:txBody></a:tc>`;
}

describe('pptxReader', () => {
  it('follows the order of the presentation and makes titles headings', async () => {
    const first =
      slideShape('<p:ph type="ctrTitle"/>', [text('Deck')]) + slideShape('<p:ph type="subTitle"/>', [text('By Ann')]);
    const second = slideShape(BODY, [text('Only one')]) + slideShape(TITLE, [text('Topic')]);
    expect(await read([first, second])).toEqual(['1 h1 Deck', '1 By Ann', '2 h2 Topic', '2 Only one']);
  });

  it('takes bullets from the paragraph, the layout or the master', async () => {
    const layout = `<p:sldLayout xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:cSld><p:spTree>
      <p:sp><p:nvSpPr><p:cNvPr/><p:nvPr>${BODY}</p:nvPr></p:nvSpPr><p:txBody><a:lstStyle><a:lvl2pPr><a:buAutoNum type="arabicPeriod"/></a:lvl2pPr></a:lstStyle></p:txBody></p:sp></p:spTree></p:cSld></p:sldLayout>`;
    const master = `<p:sldMaster xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:cSld><p:spTree/></p:cSld>
      <p:txStyles><p:bodyStyle><a:lvl1pPr><a:buChar char="•"/></a:lvl1pPr></p:bodyStyle></p:txStyles></p:sldMaster>`;
    const slide = slideShape(BODY, [
      text('top'),
      text('inner', 'lvl="1"'),
      '<a:pPr><a:buNone/></a:pPr><a:r><a:t>Plain.</a:t></a:r>',
    ]);
    const lines = await read([slide], {
      'ppt/slides/_rels/slide1.xml.rels': relationships({ l: ['slideLayout', '../slideLayouts/layout.xml'] }),
      'ppt/slideLayouts/layout.xml': layout,
      'ppt/slideLayouts/_rels/layout.xml.rels': relationships({ m: ['slideMaster', '../slideMasters/master.xml'] }),
      'ppt/slideMasters/master.xml': master,
    });
    expect(lines).toEqual(['- top', '  1. inner', 'Plain.']);
  });

  it('writes notes after their slide, tables with spans, and charts as their data', async () => {
    const table = `<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr>${cell('Both', 'gridSpan="2"')}${cell('', 'hMerge="1"')}</a:tr><a:tr>${cell('a')}${cell('b')}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
    const chart = `<p:graphicFrame xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><a:graphic><a:graphicData><c:chart r:id="c"/></a:graphicData></a:graphic></p:graphicFrame>`;
    const chartPart = `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:ser><c:tx><c:v>Sales</c:v></c:tx>
      <c:cat><c:pt idx="0"><c:v>Q1</c:v></c:pt></c:cat><c:val><c:pt idx="0"><c:v>8.199999999999999</c:v></c:pt></c:val></c:ser></c:plotArea></c:chart></c:chartSpace>`;
    const notes = `<p:notes xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:cSld><p:spTree>${slideShape('<p:ph type="body"/>', [text('Say hello.')])}${slideShape('<p:ph type="sldNum"/>', [text('1')])}</p:spTree></p:cSld></p:notes>`;
    const lines = await read([slideShape(TITLE, [text('T')]) + table + chart], {
      'ppt/slides/_rels/slide1.xml.rels': relationships({
        n: ['notesSlide', '../notes.xml'],
        c: ['chart', '../chart.xml'],
      }),
      'ppt/notes.xml': notes,
      'ppt/chart.xml': chartPart,
    });
    expect(lines).toEqual(['h2 T', 'th Both | ', 'td a | b', 'th  | Sales', 'td Q1 | 8.2', 'Say hello.']);
  });

  it('leaves out hidden shapes, slide numbers and dates, and marks footers', async () => {
    const hidden = slideShape('', [text('hidden')]).replace('name=""', 'name="" hidden="1"');
    const slide =
      slideShape(TITLE, [text('T')]) +
      hidden +
      slideShape('<p:ph type="ftr"/>', [text('ACME')]) +
      slideShape('<p:ph type="dt"/>', [text('1 May')]);
    expect(await read([slide])).toEqual(['1 h2 T', '1 [page-footer] ACME']);
  });

  it('lets a short first line head a slide that has no title', async () => {
    const slide = slideShape('', [text('Our plan')]) + slideShape('', [text('First.'), text('Second.')]);
    expect(await read([slide])).toEqual(['1 h2 Our plan', '1 First.', '1 Second.']);
  });

  it('refuses more slides than allowed', async () => {
    const slides = Array.from({ length: 3 }, () => slideShape(TITLE, [text('T')]));
    await expect(readWith(pptxReader, buildPptx(slides), { maxPages: 2 })).rejects.toMatchObject({
      reason: 'too-large',
    });
  });
});
