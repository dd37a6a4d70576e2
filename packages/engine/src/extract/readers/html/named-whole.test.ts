import { describe, expect, it } from 'vitest';
import { htmlToBlocks } from './html-to-blocks.ts';
import { wholeInTitle } from './named-whole.ts';

describe('the manual or site that a page is part of', () => {
  it.each([
    ['Mooring — Boatbase 2.1 documentation', 'Boatbase 2.1 documentation'],
    ['Mooring | Harbour office', 'Harbour office'],
    ['Boatbase manual: Mooring', 'Boatbase manual'],
    ['Mooring', undefined],
    ['Mooring and fuel', undefined],
  ])('stands beside the heading in %j', (title, whole) => {
    expect(wholeInTitle(title, 'Mooring')).toBe(whole);
  });

  it.each([
    '<link rel="home" href="index.html" title="Boatbase 2.1 documentation">',
    '<meta property="og:site_name" content="Boatbase 2.1 documentation">',
    '</head><body><a accesskey="h" href="index.html" title="Boatbase 2.1 documentation">Home</a>',
  ])('is what %j names', async (markup) => {
    const page = `<html><head><title>Mooring</title>${markup}<h1>Mooring</h1><p>Tie the boat with two lines.</p></html>`;
    expect(await htmlToBlocks(page)).toMatchObject({ title: 'Mooring', partOf: 'Boatbase 2.1 documentation' });
  });

  it('is unknown where nothing names it', async () => {
    const { partOf } = await htmlToBlocks('<title>Mooring</title><h1>Mooring</h1><p>Tie the boat with two lines.</p>');
    expect(partOf).toBeUndefined();
  });
});
