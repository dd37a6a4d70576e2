import { describe, expect, it } from 'vitest';
import { outline, readDocument } from '../fixtures/read-document.ts';

async function outlineOf(markdown: string): Promise<readonly string[]> {
  return outline(await readDocument(markdown, 'text/markdown'));
}

describe('markdownReader', () => {
  it('reads blocks, and reduces emphasis, links and images to their text', async () => {
    expect(
      await outlineOf(
        [
          '# Tea { #tea }',
          'Boil **fresh** [water](w.md)\nand `wait  2`.',
          '1. Pour\n   - slowly\n2. Wait',
          '| Tea | Minutes |\n|---|---|\n| Green | 2 |',
          '```rust,ignore\nfn main() {}\n```',
          '![A pot](pot.png)',
          '> Quoted &amp; true',
        ].join('\n\n'),
      ),
    ).toEqual([
      'heading 1: Tea',
      'paragraph: Boil fresh water and `wait  2`.',
      'list: 1. Pour\n  - slowly\n2. Wait',
      'table: | Tea | Minutes |\n| --- | --- |\n| Green | 2 |',
      'code rust: ```rust\nfn main() {}\n```',
      'figure: A pot',
      'paragraph: Quoted & true',
    ]);
  });

  it('takes title and language from front matter and marks it', async () => {
    const document = await readDocument(
      '---\ntitle: "The \\"Guide\\""\nlang: de\ntags:\n  - a\n---\n# Other\n\nText.',
      'text/markdown',
    );
    expect(document.title).toBe('The "Guide"');
    expect(outline(document)[0]).toContain('code yaml front-matter: ```yaml\ntitle:');
    expect(document.language).toBe('de');
  });

  it('leaves a rule at the start alone', async () => {
    expect(await outlineOf('---\nJust a sentence here.\n\n---\n\nMore.')).toEqual([
      'paragraph: Just a sentence here.',
      'paragraph: More.',
    ]);
  });

  it('drops template tags and comments, but never inside code', async () => {
    expect(
      await outlineOf(
        [
          'See [the form]({{ site.baseurl }}/form/) {% include icon.html %}now. <!-- todo -->',
          'Write `{{ page.title }}` like this:',
          '```\n{% raw %}{{ page.title }}{% endraw %}\n```',
          '{% highlight ruby %}\nputs "{{ x }}"\n{% endhighlight %}',
          '{% comment %}\nHidden.\n\nHidden too.\n{% endcomment %}',
          '{: .note }\nNoted.',
        ].join('\n\n'),
      ),
    ).toEqual([
      'paragraph: See the form now.',
      'paragraph: Write `{{ page.title }}` like this:',
      'code: ```\n{% raw %}{{ page.title }}{% endraw %}\n```',
      'code ruby: ```ruby\nputs "{{ x }}"\n```',
      'paragraph: Noted.',
    ]);
  });

  it('keeps what a tag would have said inside a sentence', async () => {
    expect(
      await outlineOf(
        'Ask in {% channel "night-crew" %} or see [the map]({% page "/map/" %}), {% include "icon.html" %}please.\n\n{% alert "warning" %}\n\nDone.',
      ),
    ).toEqual(['paragraph: Ask in night-crew or see the map, please.', 'paragraph: Done.']);
  });

  it('keeps include directives of code as they are', async () => {
    expect(await outlineOf('```rust\n{{#include ../a.rs:here}}\nbrew();\n```')).toEqual([
      'code rust: ```rust\n{{#include ../a.rs:here}}\nbrew();\n```',
    ]);
  });

  it('reads HTML between Markdown as HTML', async () => {
    expect(
      await outlineOf(
        '<table>\n<tr><th>A<th>B</tr>\n\n<tr><td>1<td>2</tr>\n</table>\n\n<p align="center">Mid</p>\n\nPress <kbd>Ctrl</kbd>.<br>Done',
      ),
    ).toEqual(['table: | A | B |\n| --- | --- |\n| 1 | 2 |', 'paragraph: Mid', 'paragraph: Press `Ctrl`.\nDone']);
  });

  it('marks badges, link rows, tables of contents and footnotes', async () => {
    expect(
      await outlineOf(
        [
          '[![build](https://img.shields.io/x.svg)](https://ci)',
          '[Home](/) [Docs](/docs/)',
          '- [One](#one)\n- [Two](#two)\n- [Three](three.md)\n- [Four](/four/)',
          'Tea is old.[^1]',
          '[^1]: Very old indeed.',
        ].join('\n\n'),
      ),
    ).toEqual([
      'figure navigation: build',
      'paragraph navigation: Home Docs',
      'list table-of-contents: - One\n- Two\n- Three\n- Four',
      'paragraph: Tea is old.',
      'paragraph references: Very old indeed.',
    ]);
  });

  it('takes a line of bold words for a heading below the last one', async () => {
    expect(await outlineOf('## Tools\n\n**Text editors**\n\nMany.\n\n**Note:** not this.')).toEqual([
      'heading 2: Tools',
      'heading 3: Text editors',
      'paragraph: Many.',
      'paragraph: Note: not this.',
    ]);
  });

  it('drops imports, comments and what is shown elsewhere', async () => {
    expect(
      await outlineOf(
        "import Tabs from '@theme/Tabs'\n\n{/* hidden */}\n\n\\newpage\n\nTea^[Or coffee.] is ==hot== :tea:\n\n![[cup.png]]",
      ),
    ).toEqual(['paragraph: Tea is hot']);
  });

  it('drops includes, and colours of a terminal', async () => {
    const shown = '```console\n$ <font color="#4E9A06">brew</font> tea\n```';
    expect(await outlineOf(`Brew it.\n\n{* ../tea.sh hl[1] *}\n\n${shown}`)).toEqual([
      'paragraph: Brew it.',
      'code console: ```console\n$ brew tea\n```',
    ]);
  });

  it.each([
    [':::tip\nDrink tea.\n:::', ['paragraph: Tip: Drink tea.']],
    ['/// tip\n\nDrink tea.\n\n///\n\nThen wash up.', ['paragraph: Tip: Drink tea.', 'paragraph: Then wash up.']],
    ['/// details | Old cups\nThey leak.\n///', ['paragraph: Old cups: They leak.']],
    ['Tea {#tea .hot} is hot.', ['paragraph: Tea is hot.']],
    [':::note[Old cups]\n\nThey leak.\n:::', ['paragraph: Old cups: They leak.']],
    ['!!! warning\n    Hot.\n\n    Very hot.\nAfter.', ['Warning: Hot.', 'Very hot.', 'After.'].map(asParagraph)],
    ['!!! note "Milk"\n    - cold\n    - fresh', ['paragraph: Milk:', 'list: - cold\n- fresh']],
    ['> [!NOTE]\n> Hot.', ['paragraph: Note: Hot.']],
    ['```{note}\nHot.\n```\nAfter.', ['Note: Hot.', 'After.'].map(asParagraph)],
    ['```{toctree}\n:maxdepth: 1\na\n```\nAfter.', ['paragraph: After.']],
    ['```{code-block} sh\nbrew\n```', ['code sh: ```sh\nbrew\n```']],
    ['::::{grid}\n:::{admonition} Cups\n:class: tip\nBig ones.\n:::\n::::', ['paragraph: Cups: Big ones.']],
    ['```md\n:::tip\nNot a tip.\n:::\n```', ['code md: ```md\n:::tip\nNot a tip.\n:::\n```']],
    ['See {doc}`the cups <cups>` and `a/{b}` `c`.', ['paragraph: See the cups and `a/{b}` `c`.']],
  ])('reads %j as the text it shows', async (markdown, expected) => {
    expect(await outlineOf(markdown)).toEqual(expected);
  });

  it('keeps the hyphen at a line end', async () => {
    expect(await outlineOf('A long-\nterm plan.')).toEqual(['paragraph: A long-term plan.']);
  });

  it.each([
    ['a line of quotation marks', `${'>'.repeat(50_000)} deep text`],
    ['a staircase of lists', Array.from({ length: 500 }, (_, depth) => `${'  '.repeat(depth)}- deep text`).join('\n')],
    ['emphasis without end', '_a_ '.repeat(20_000)],
    ['open brackets', '['.repeat(100_000)],
  ])('survives %s', async (_name, markdown) => {
    const document = await readDocument(markdown, 'text/markdown');
    expect(document.text.length).toBeGreaterThan(0);
  });
});

function asParagraph(text: string): string {
  return `paragraph: ${text}`;
}

describe('leftovers of Markdown pages', () => {
  it('go with what they belong to', async () => {
    expect(
      await outlineOf(
        [
          'Steep for <strike>two</strike> ~~three~~ four minutes.',
          'First [warm the pot (click for detailed instructions on pots)](pot.md).',
          'Follow [Tea 625]’s rule and [Assam]’s, but type a [Space].',
          'See [the rules](The Rules of tea), taste[^1].',
          '[x] Cups are warm {##warm-cups}',
          '- Never boil milk. [#63]\n- See [#63] for milk.\n\n[#63]: https://example.org/tea/pull/63',
        ].join('\n\n'),
      ),
    ).toEqual([
      'paragraph: Steep for four minutes.',
      'paragraph: First warm the pot.',
      'paragraph: Follow Tea 625’s rule and Assam’s, but type a [Space].',
      'paragraph: See the rules, taste.',
      'paragraph: Cups are warm',
      'list: - Never boil milk.\n- See #63 for milk.',
    ]);
  });

  it('are no placeholders, which stay', async () => {
    expect(await outlineOf('Run tea --leaf <leaf-name> <CUP> and <b>stir</b>, <tea-box>as shown</tea-box>.')).toEqual([
      'paragraph: Run tea --leaf <leaf-name> <CUP> and stir, as shown.',
    ]);
  });

  it('are tables of nothing but links', async () => {
    const table = '| Tea | Page |\n|---|---|\n| Green | [Green tea](g.md) |\n| Black | [Black tea](b.md) |';
    expect((await outlineOf(`Teas.\n\n${table}`))[1]).toMatch(/^table navigation: /);
    expect((await outlineOf(`Teas.\n\n${table}\n| White | rare |`))[1]).toMatch(/^table: /);
  });

  it('are told apart within the cells of a table', async () => {
    const table = [
      '| Tea | Notes |',
      '|---|---|',
      '| Green | <li>mild leaf<li>two minutes |',
      '| Black | Strong<br><br>Four minutes |',
      '| White | - rare<br>- dear |',
    ];
    expect(await outlineOf(table.join('\n'))).toEqual([
      'table: | Tea | Notes |\n| --- | --- |\n| Green | mild leaf; two minutes |\n| Black | Strong; Four minutes |\n| White | rare; dear |',
    ]);
  });

  it.each([
    [
      '```rust,editable\n# // Copyright 2023 Tea\n#\n#[derive(Debug)]\nstruct Cup;\n    ## shown\n    # hidden\n```',
      '```rust\n#[derive(Debug)]\nstruct Cup;\n    # shown\n```',
    ],
    ['```sh\n# brew\ntea\n```', '```sh\n# brew\ntea\n```'],
    [
      '```js\n// Copyright 2023 Tea\n// SPDX-License-Identifier: MIT\n//\n// Brews.\nbrew();\n```',
      '```js\n// Brews.\nbrew();\n```',
    ],
    ['```c\n/*\n * Copyright 2023 Tea\n * Licensed to drink\n */\nbrew();\n```', '```c\nbrew();\n```'],
    ['```js\n// Copyright 2023 Tea\n```', '```js\n// Copyright 2023 Tea\n```'],
    ['```md\n# Copyright\n\nTea.\n```', '```md\n# Copyright\n\nTea.\n```'],
  ])('are hidden lines and rights in %j', async (markdown, code) => {
    expect((await outlineOf(markdown)).map((block) => block.replace(/^code \w+: /, ''))).toEqual([code]);
  });

  it('are directives and short notes of slides', async () => {
    const slides = [
      '<br>\n# [fit] Tea',
      '[.column]',
      '- Hot\n- Green',
      '^ explain the leaves',
      '^ Pour the water\nslowly.',
      '![inline, 25%](pot.png)',
      '```\n[.column]\n\n^ code\n```',
    ];
    expect(await outlineOf(slides.join('\n\n'))).toEqual([
      'heading 1: Tea',
      'list: - Hot\n- Green',
      'paragraph: Pour the water slowly.',
      'code: ```\n[.column]\n\n^ code\n```',
    ]);
    expect(await outlineOf('^ Jones on tea.')).toEqual(['paragraph: ^ Jones on tea.']);
  });

  it('are alternative texts that several pictures share', async () => {
    const steps = [0, 1, 2].map((at) => `1. Step ${at}\n\n    ![The pot](${at}.png)`);
    expect(await outlineOf(steps.join('\n\n'))).toEqual(['list: 1. Step 0\n2. Step 1\n3. Step 2']);
    const cells = '| Tea | Hot |\n|---|---|\n| A | ![yes](y.png) |\n| B | ![yes](y.png) |\n| C | ![yes](y.png) |';
    expect(await outlineOf(cells)).toEqual([
      'table: | Tea | Hot |\n| --- | --- |\n| A | yes |\n| B | yes |\n| C | yes |',
    ]);
  });

  it('are titles and ticks of tables that came apart', async () => {
    const table = '| Brewing | (by hand) |\n|---|---|\n| Time | 4 min |\n| Call | { "tea": 1 }` |';
    expect(await outlineOf(table)).toEqual([
      'figure: Brewing (by hand)',
      'table: | Time | 4 min |\n| Call | `{ "tea": 1 }` |',
    ]);
  });

  it('are titles of pages, forms of a download and links to click', async () => {
    const listing = '- [audio](a.mp3)\n- [video](a.mp4)\n- [transcript - pdf](a.pdf)';
    const page = '[Tea Maker | Sign Up for Free](https://example.org/)';
    expect(
      await outlineOf(
        `Brew with Tea Maker (${page}) or Pot (${page}).\n\nListen.\n\n${listing}\n\n* Tea is hot; click the links to see the pots.`,
      ),
    ).toEqual([
      'paragraph: Brew with Tea Maker or Pot.',
      'paragraph: Listen.',
      'list navigation: - audio\n- video\n- transcript - pdf',
      'list: - Tea is hot.',
    ]);
  });

  it('are links that stood above a text as its label', async () => {
    const text = `Tea is ${'very '.repeat(30)}hot.`;
    expect(await outlineOf(`[Green tea](g.md)\n${text}`)).toEqual([`paragraph: Green tea: ${text}`]);
    expect(await outlineOf('[Green tea](g.md)\nOr not.')).toEqual(['paragraph: Green tea Or not.']);
  });
});
