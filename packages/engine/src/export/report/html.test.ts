import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Html, html } from './html.ts';

describe('html', () => {
  it('escapes values, also for attributes', () => {
    const text = `<b onclick="x">'&`;
    expect(html`<p title="${text}">${text}</p>`.toString()).toBe(
      '<p title="&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;">&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;</p>',
    );
  });

  it('takes markup as it is, one or many', () => {
    const items = ['a', '<'].map((item) => html`<i>${item}</i>`);
    expect(html`<p>${items}</p>`.toString()).toBe('<p><i>a</i><i>&lt;</i></p>');
    expect(html`<p>${new Html('<br>')}</p>`.toString()).toBe('<p><br></p>');
  });

  it('shows what nobody sees and what turns the reading direction', () => {
    expect(html`${'a\u202eb\u0000c\ud800d\u2028e\nf\tg'}`.toString()).toBe('a\\u202eb\\u0000c\\ud800d\\u2028e\nf\tg');
  });

  it('leaves nothing in a value that could end its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const markup = html`${text}`.toString();
        expect(markup).not.toMatch(/[<>"']/);
        expect(markup.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
        expect(markup.isWellFormed()).toBe(true);
      }),
    );
  });

  it('drops the indentation of our sources and not that of values', () => {
    expect(
      html`<pre>${'  two\n    four'}</pre>
        <p></p>`.toString(),
    ).toBe('<pre>  two\n    four</pre>\n<p></p>');
  });
});
