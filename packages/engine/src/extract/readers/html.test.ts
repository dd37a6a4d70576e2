import { describe, expect, it } from 'vitest';
import { outline, readDocument } from '../fixtures/read-document.ts';

async function outlineOf(html: string, mode: 'page' | 'article' = 'page'): Promise<readonly string[]> {
  return outline(await readDocument(html, 'text/html', { options: { html: mode } }));
}

describe('htmlReader', () => {
  it('reads headings, paragraphs, lists, tables and code', async () => {
    expect(
      await outlineOf(`
        <h1>Tea</h1><p>Boil <b>fresh</b>
          water &amp; wait.</p>
        <ol start="2"><li>Pour<ul><li>slowly</ul><li>Wait</ol>
        <table><tr><th>Tea<th>Minutes<tr><td>Green<td>2</table>
        <pre><code class="language-js">brew();
  stir();</code></pre>`),
    ).toEqual([
      'heading 1: Tea',
      'paragraph: Boil fresh water & wait.',
      'list: 2. Pour\n  - slowly\n3. Wait',
      'table: | Tea | Minutes |\n| --- | --- |\n| Green | 2 |',
      'code js: ```js\nbrew();\n  stir();\n```',
    ]);
  });

  it('continues the numbers of a list around a block inside an item', async () => {
    expect(await outlineOf('<ol><li>One<pre>x = 1</pre>after<li>Two</ol>')).toEqual([
      'list: 1. One',
      'code: ```\nx = 1\n```',
      'paragraph: after',
      'list: 2. Two',
    ]);
  });

  it('keeps line breaks that are meant, and makes paragraphs of double ones', async () => {
    expect(await outlineOf('Lane 4<br>Hilltown<br><br>Next day')).toEqual([
      'paragraph: Lane 4\nHilltown',
      'paragraph: Next day',
    ]);
  });

  it('writes inline code in backticks and powers as powers', async () => {
    expect(
      await outlineOf(
        '<p>Use <code>a  `b`</code>: 10<sup>6</sup> x<sup>n+1</sup>, 1<sup>st</sup><sup><a href="#n">[1]</a></sup></p>',
      ),
    ).toEqual(['paragraph: Use `` a `b` ``: 10⁶ xⁿ⁺¹, 1st']);
  });

  it.each([
    ['Texinfo', 'Wait.<a name="DOCF1" href="#FOOT1"><sup>1</sup></a> Pour.'],
    ['DocBook', 'Wait.<a href="#ftn.id1" class="footnote"><sup class="footnote">[1]</sup></a> Pour.'],
    ['Sphinx', 'Wait. <a class="footnote-reference brackets" href="#id2">[<span>1</span>]</a> Pour.'],
    ['debiandoc', 'Wait.[<a href="footnotes.html#f1">1</a>] Pour.'],
    ['Org', 'Wait.<sup><a class="footref" href="#fn.1">1</a></sup> Pour.'],
    ['AsciiDoc', 'Wait.<span class="footnote"><br>[Or not.]<br></span> Pour.'],
  ])('drops the mark of a note as %s writes it', async (_name, html) => {
    expect(await outlineOf(`<p>${html}</p>`)).toEqual(['paragraph: Wait. Pour.']);
  });

  it.each([
    ['DocBook', '<div class="note"><h3 class="title">Note</h3><p>It is hot.</p></div>'],
    [
      'DocBook with pictures',
      '<div class="note"><table><tr><td rowspan="2"><img alt="[Note]" src="n.png"></td><th>Note</th></tr><tr><td><p>It is hot.</p></td></tr></table></div>',
    ],
    ['Sphinx', '<div class="admonition note"><p class="admonition-title">Note</p><p>It is hot.</p></div>'],
    [
      'AsciiDoctor',
      '<div class="admonitionblock note"><table><tr><td class="icon"><div class="title">Note</div></td><td>It is hot.</td></tr></table></div>',
    ],
    ['Doxygen', '<dl class="section note"><dt>Note</dt><dd>It is hot.</dd></dl>'],
    ['Docusaurus', '<div class="theme-admonition"><div class="admonitionHeading_x1">note</div><p>It is hot.</p></div>'],
  ])('puts the label before a note as %s writes it', async (_name, html) => {
    expect(await outlineOf(html)).toEqual(['paragraph: Note: It is hot.']);
  });

  it('marks runs of links, ways through a manual and imprints', async () => {
    expect(
      await outlineOf(`
        <p>[ <a href="1">previous</a> ] [ <a href="i">Contents</a> ] [ 2 ] [ <a href="3">next</a> ]</p>
        <h1>Tea</h1><p>Boil <a href="w">water</a> and <a href="l">leaves</a>.</p>
        <p class="author">Ann Tea</p><address>Hilltown</address>`),
    ).toEqual([
      'paragraph navigation: [ previous ] [ Contents ] [ 2 ] [ next ]',
      'heading 1: Tea',
      'paragraph: Boil water and leaves.',
      'paragraph page-footer: Ann Tea',
      'paragraph page-footer: Hilltown',
    ]);
  });

  it('reads what classes make of an element', async () => {
    expect(
      await outlineOf(`<div class="headertitle"><div class="title">Tea</div></div>
        <div role="heading" aria-level="3">Milk</div><div class="fragment"><div class="line">brew();</div></div>`),
    ).toEqual(['heading 1: Tea', 'heading 3: Milk', 'code: ```\nbrew();\n```']);
  });

  it('repeats spanning cells where they span', async () => {
    expect(
      await outlineOf('<table><tr><th>A<th colspan=2>B<tr><td rowspan=2>x<td>1<td>2<tr><td>3<td>4</table>'),
    ).toEqual(['table: | A | B | B |\n| --- | --- | --- |\n| x | 1 | 2 |\n| x | 3 | 4 |']);
  });

  it('takes a first row for names of columns only where the page says so', async () => {
    expect(await outlineOf('<table><tr><td>Tea<td>Minutes<tr><td>Green<td>2</table>')).toEqual([
      'table: | Tea | Minutes |\n| Green | 2 |',
    ]);
  });

  it('reads layout tables as what they lay out', async () => {
    expect(
      await outlineOf('<table><tr><td><h2>News</h2><p>Rain.</p></td><td><p>More</p><h3>Old</h3></td></tr></table>'),
    ).toEqual(['heading 2: News', 'paragraph: Rain.', 'paragraph: More', 'heading 3: Old']);
  });

  it('drops what nobody sees', async () => {
    expect(
      await outlineOf(`
        <p>Seen</p><script>alert(1)</script><style>p{}</style><template>t</template>
        <p style="display:none">a</p><p hidden>b</p><div aria-hidden="true">c</div>
        <p style="color:#fff">d</p><p style="color: white; background: #ffffff">e</p><p style="font-size:0">f</p>
        <p class="sr-only">g</p><div style="background:#000"><p style="color:white">white on black</p></div>`),
    ).toEqual(['paragraph: Seen', 'paragraph: white on black']);
  });

  it('marks navigation, footers, cookie banners and tables of contents', async () => {
    expect(
      await outlineOf(`
        <nav><ul><li><a href="/">Home</a><li><a href="/b">Blog</a></ul></nav>
        <div class="breadcrumbs">Home / Tea</div>
        <div id="cookie-banner">We use cookies. Accept?</div>
        <ul><li><a href="#a">One</a><li><a href="#b">Two</a><li><a href="#c">Three</a></ul>
        <article><p>${'Tea is a drink made of leaves. '.repeat(10)}</p><footer>By Ann</footer></article>
        <footer><p>Tea Ltd</p></footer>`),
    ).toEqual([
      'list navigation: - Home\n- Blog',
      'paragraph navigation: Home / Tea',
      'paragraph cookie-banner: We use cookies. Accept?',
      'list table-of-contents: - One\n- Two\n- Three',
      `paragraph: ${'Tea is a drink made of leaves. '.repeat(10).trim()}`,
      'paragraph: By Ann',
      'paragraph page-footer: Tea Ltd',
    ]);
  });

  it('takes everything outside main for the site around it', async () => {
    const text = 'A long enough paragraph about the things that matter here.';
    expect(await outlineOf(`<h1>Site</h1><p>Slogan</p><main><p>${text}</p></main><p>Offers</p>`)).toEqual([
      'heading 1: Site',
      'paragraph navigation: Slogan',
      `paragraph: ${text}`,
      'paragraph navigation: Offers',
    ]);
  });

  it('does not believe class names that would leave nothing', async () => {
    expect(await outlineOf('<div class="sidebar"><p>The only text of this page.</p></div>')).toEqual([
      'paragraph: The only text of this page.',
    ]);
  });

  it('takes the title from the page and drops the name of the site', async () => {
    const document = await readDocument(
      '<html lang=de><title>Leave – Handbook</title><h1>Leave</h1><p>x</p>',
      'text/html',
    );
    expect(document.title).toBe('Leave');
    expect(document.language).toBe('de');
  });

  it('keeps only the main content in article mode', async () => {
    const paragraph = `<p>${'The observatory stands on a hill above the town, and it has been open since 1911. '.repeat(6)}</p>`;
    const html = `<html><head><title>Dome</title></head><body><div class="menu"><a href="/a">Home</a></div>
      <div class="promo"><a href="/buy">Buy now</a></div><article><h2>History</h2>${paragraph.repeat(4)}</article></body></html>`;
    const article = await outlineOf(html, 'article');
    expect(article).toHaveLength(5);
    expect(article[0]).toBe('heading 2: History');
  });

  it('keeps the heading of an article, and the whole page where there is none', async () => {
    const paragraph = `<p>${'The observatory stands on a hill above the town, and it has been open since 1911. '.repeat(6)}</p>`;
    const article = `<title>Dome</title><p><a href="/">Home</a></p><h1>Dome</h1><article>${paragraph.repeat(4)}</article>`;
    expect((await outlineOf(article, 'article'))[0]).toBe('heading 1: Dome');
    const table = '<p>Hours</p><table><tr><th>Day<th>From<tr><td>Monday<td>9</table>';
    expect(await outlineOf(table, 'article')).toEqual(await outlineOf(table));
  });

  it('decodes by the declared encoding, and by UTF-8 where the bytes say so', async () => {
    const latin = Buffer.from('<meta charset="iso-8859-2"><p>\xe8e\xb9tina</p>', 'latin1');
    expect(outline(await readDocument(latin, 'text/html'))).toEqual(['paragraph: čeština']);
    const wrong = '<meta charset="iso-8859-1"><p>čeština</p>';
    expect(outline(await readDocument(wrong, 'text/html'))).toEqual(['paragraph: čeština']);
  });

  it('reads XHTML with self-closing elements', async () => {
    const xhtml =
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p>Text</p></body></html>';
    expect(await outlineOf(xhtml)).toEqual(['paragraph: Text']);
  });

  it.each([
    ['divs', '<div>'.repeat(100_000)],
    ['lists', '<ul><li>'.repeat(100_000)],
    ['tables', '<table><tr><td>'.repeat(50_000)],
    ['links', '<a href="#">'.repeat(100_000)],
  ])('survives 100,000 nested %s', async (_name, html) => {
    const document = await readDocument(`${html}deep text`, 'text/html');
    expect(document.text).toContain('deep text');
  });

  it('does not multiply spans without end', async () => {
    const row = '<tr><td colspan=1000 rowspan=65000>a</td></tr>';
    const document = await readDocument(`<table>${row.repeat(500)}<tr><td>b<td>c</table>`, 'text/html');
    expect(document.text.length).toBeLessThan(100_000);
  });
});
