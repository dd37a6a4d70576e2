import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HANDBOOK } from '../support/corpus.ts';
import { findChromium, openPage, type Page, type PageOptions } from '../support/chromium.ts';
import { runCli, temporaryFolder, type TemporaryFolder } from '../support/cli.ts';

/** A document that tries to leave its place in a page, in every part of it that a page shows. */
const HOSTILE = String.raw`# </title><script>document.title='owned'</script>

## What is a "quoted' heading </article><img src=x onerror=alert(1)>?

A breakout is text such as \</script>\<script>alert(1)\</script> and "' onmouseover='alert(2) that wants to be markup. It
is shown as the text it is, with &lt;b&gt; and &#x202e; as they were written.

## What is a bidirectional control?

A bidirectional control is a character such as ‮ that turns the direction of the text after it. It is shown as an escape
so that a reader sees it.
`;

const chromium = findChromium();
if (chromium === undefined)
  console.log('skipped: report.html in a real browser, because there is no chromium on the PATH');

let folder: TemporaryFolder;
let shown: string;
beforeAll(async () => {
  folder = await temporaryFolder({ ...HANDBOOK, 'docs/<img src=x onerror=alert(3)>.md': HOSTILE, 'docs/empty.md': '' });
  const { code, stdout, stderr } = await runCli(['generate', 'docs'], { cwd: folder.path });
  if (code !== 0) throw new Error(stderr);
  shown = stdout;
});
afterAll(() => folder[Symbol.asyncDispose]());

function open(options?: PageOptions): Promise<Page> {
  return openPage(chromium ?? '', pathToFileURL(folder.at('dataset', 'report.html')).href, options);
}

/** The values of an expression over the records that are to be seen. */
function visible<Value>(page: Page, expression: string): Promise<readonly Value[]> {
  return page.evaluate(`Array.from(document.querySelectorAll('article:not([hidden])'), (record) => ${expression})`);
}

describe('report.html', () => {
  it('is named by the last screen and listed in the manifest with its hash', async () => {
    expect(shown).toContain('./dataset/report.html');
    const bytes = await readFile(folder.at('dataset', 'report.html'));
    const { files } = JSON.parse(await folder.read('dataset/dataset.json')) as {
      files: Array<{ name: string; bytes: number; sha256: string }>;
    };
    expect(files.find(({ name }) => name === 'report.html')).toEqual({
      name: 'report.html',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  });

  it('accounts for every document, section and candidate', async () => {
    const page = await folder.read('dataset/report.html');
    expect(page).toContain('empty.md');
    const { ledger } = JSON.parse(await folder.read('dataset/dataset.json')) as {
      ledger: { reasons: Record<string, number> };
    };
    for (const reason of Object.keys(ledger.reasons)) expect(page).toContain(`>${reason.replace(/^.*\//, '')}</span>`);
  });
});

describe.skipIf(chromium === undefined)('report.html in a real browser', () => {
  it('says nothing on the console, asks for nothing and runs nothing of a document', async () => {
    await using page = await open();
    expect(await page.evaluate('document.title')).toBe('dataset · dataset report');
    expect(await page.evaluate('document.images.length + document.scripts.length')).toBe(1);
    expect(await page.evaluate('document.body.textContent.includes("onerror=alert(3)")')).toBe(true);
    expect(page.messages).toEqual([]);
    expect(page.requests).toHaveLength(1);
  });

  it('filters by words and by choice, and tells how many match', async () => {
    await using page = await open();
    const all = await visible<string>(page, 'record.id');
    await page.evaluate(`(() => {
      const search = document.getElementById('search');
      search.value = 'passphrase GUESS';
      search.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
    const found = await visible<string>(page, 'record.textContent.toLowerCase()');
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(all.length);
    expect(found.every((text) => text.includes('passphrase') && text.includes('guess'))).toBe(true);
    expect(await page.evaluate('document.getElementById("matches").textContent')).toContain(`${found.length} record`);
    await page.evaluate(`document.querySelector('button[type=reset]').click()`);
    await page.evaluate('new Promise((resolve) => setTimeout(resolve))');
    expect(await visible(page, 'record.id')).toEqual(all);
    await page.evaluate(`(() => {
      const task = document.getElementById('filter-task');
      task.value = 'qa';
      task.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
    expect(new Set(await visible(page, 'record.dataset.task'))).toEqual(new Set(['qa']));
  });

  it('marks the evidence inside of its passage', async () => {
    await using page = await open();
    const marked = await visible<boolean>(
      page,
      `Array.from(record.querySelectorAll('blockquote')).every((passage) => passage.querySelector('mark') !== null)`,
    );
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.every(Boolean)).toBe(true);
    const hasContext = await visible<boolean>(
      page,
      `Array.from(record.querySelectorAll('blockquote')).some((passage) => passage.textContent !== passage.querySelector('mark').textContent)`,
    );
    expect(hasContext.some(Boolean)).toBe(true);
  });

  it('can be worked with the keyboard alone', async () => {
    await using page = await open();
    await page.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the report');
    await page.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('search');
    await page.press('z');
    await page.press('z');
    expect(await visible(page, 'record.id')).toEqual([]);
    expect(await page.evaluate('document.getElementById("matches").textContent')).toBe('No record matches.');
  });

  it.each(['light', 'dark'] as const)(
    'has text that stands out from its ground in the %s scheme',
    async (colorScheme) => {
      await using page = await open({ colorScheme });
      const ground = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      expect(luminance(ground)).toSatisfy((value: number) => (colorScheme === 'dark' ? value < 0.1 : value > 0.8));
      const faint = await page.evaluate<ReadonlyArray<{ text: string; color: string; ground: string }>>(`
      Array.from(document.querySelectorAll('main *, header *, footer *'))
        .filter((element) => Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.data.trim() !== ''))
        .map((element) => {
          let under = element;
          while (getComputedStyle(under).backgroundColor === 'rgba(0, 0, 0, 0)') under = under.parentElement;
          const { color } = getComputedStyle(element);
          return { text: element.textContent.slice(0, 40), color, ground: getComputedStyle(under).backgroundColor };
        })`);
      expect(faint.length).toBeGreaterThan(100);
      expect(faint.filter(({ color, ground: under }) => contrast(color, under) < 4.5)).toEqual([]);
    },
  );

  it.each([360, 390, 768, 1280])('fits a screen of %i pixels', async (width) => {
    await using page = await open({ width, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });

  it('has landmarks, a label for every control and a name for every part', async () => {
    await using page = await open();
    const nameless = await page.evaluate<readonly string[]>(`[
      ...Array.from(document.querySelectorAll('input, select')).filter((control) => control.labels.length === 0),
      ...Array.from(document.querySelectorAll('[aria-labelledby]')).filter(
        (part) => document.getElementById(part.getAttribute('aria-labelledby')) === null,
      ),
      ...Array.from(document.querySelectorAll('table')).filter((table) => table.caption === null),
    ].map((element) => element.outerHTML.slice(0, 80))`);
    expect(nameless).toEqual([]);
    expect(await page.evaluate('document.querySelectorAll("main, nav[aria-label], form[role=search]").length')).toBe(3);
    const ids = await page.evaluate<readonly string[]>('Array.from(document.querySelectorAll("[id]"), ({ id }) => id)');
    expect(new Set(ids).size).toBe(ids.length);
  });
});

/** Relative luminance as the accessibility guidelines define it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).map((value) => {
    const part = Number(value) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}
