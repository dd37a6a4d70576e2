import { describe, expect, it } from 'vitest';
import type { RawBlock } from '../raw-block.ts';
import { markRoles } from './mark-roles.ts';

function paragraph(text: string, page?: number): RawBlock {
  return { kind: 'paragraph', text, ...(page === undefined ? {} : { page }) };
}

function heading(text: string, level = 1): RawBlock {
  return { kind: 'heading', level, text };
}

function list(...texts: readonly string[]): RawBlock {
  return { kind: 'list', ordered: false, items: texts.map((text) => ({ text, depth: 0 })) };
}

const prose = 'The dome opens at nine, and visitors wait for the guide in the hall below the stairs.';

describe('markRoles', () => {
  it('believes what a reader knows', () => {
    expect(markRoles([{ ...paragraph(prose), role: 'navigation' }, paragraph(prose)])).toEqual([
      'navigation',
      'content',
    ]);
  });

  it('finds text that repeats at the edges of pages, with its numbers masked', () => {
    const pages = [1, 2, 3, 4].flatMap((page) => [
      paragraph('Observatory guide', page),
      paragraph(`${prose} ${'abcd'[page]}`, page),
      paragraph(`Printed 2024, sheet ${page}`, page),
      paragraph(`Page ${page} of 4`, page),
    ]);
    expect(markRoles(pages).slice(0, 4)).toEqual(['page-header', 'content', 'page-footer', 'page-footer']);
  });

  it('finds bare and Roman page numbers, but only where pages are', () => {
    const pages = [1, 2].flatMap((page) => [
      paragraph(prose + page, page),
      paragraph(page === 1 ? 'iv' : '- 12 -', page),
    ]);
    expect(markRoles(pages)).toEqual(['content', 'page-footer', 'content', 'page-footer']);
    expect(markRoles([paragraph(prose), paragraph('12')])).toEqual(['content', 'content']);
  });

  it('keeps slide titles that come back a few times', () => {
    const slides = [1, 2, 3, 4, 5, 6, 7, 8].map((page): RawBlock => ({
      ...heading(page <= 3 ? 'Results' : `Topic ${'abcdefghi'[page]}`),
      page,
    }));
    expect(new Set(markRoles(slides))).toEqual(new Set(['content']));
  });

  it('finds tables of contents by their leaders and by their title', () => {
    expect(
      markRoles([
        heading('Contents'),
        list('1 Opening hours', '2 Safety'),
        heading('1 Opening hours'),
        paragraph(prose),
        heading('2 Safety'),
        paragraph('3.1 Domes . . . . . . 14 3.2 Lifts ........ 15'),
      ]),
    ).toEqual(['table-of-contents', 'table-of-contents', 'content', 'content', 'content', 'table-of-contents']);
  });

  it('keeps a chapter that is only called Contents', () => {
    expect(markRoles([heading('Contents'), paragraph(prose)])).toEqual(['content', 'content']);
  });

  it('finds reference lists, but not a chapter about references', () => {
    expect(
      markRoles([
        heading('References', 2),
        list('Miller, A. (2004). Domes. doi:10.1/x', 'Smith, B. (1999). Stairs.'),
        heading('Next', 2),
        paragraph(prose),
      ]),
    ).toEqual(['references', 'references', 'content', 'content']);
    expect(markRoles([heading('References'), paragraph(prose), { kind: 'code', text: 'let r = &x;' }])).toEqual([
      'content',
      'content',
      'content',
    ]);
  });

  it('finds runs of numbered citations without a heading', () => {
    const citations = [1, 2, 3, 4].map((number) =>
      paragraph(`[${number}] A. Miller. Domes of the world. 200${number}.`),
    );
    expect(new Set(markRoles(citations))).toEqual(new Set(['references']));
    expect(markRoles(citations.slice(0, 2))).toEqual(['content', 'content']);
  });

  it('finds copyright lines, licences, stock lines and cookie banners', () => {
    expect(
      markRoles([
        paragraph('© 2024 The Observatory. All rights reserved.'),
        paragraph('Licensed under the Apache License, Version 2.0 (the "License").'),
        paragraph('Skip to main content'),
        paragraph('We use cookies to improve this site. By continuing you accept them.'),
        paragraph('Copyright protects the pictures in this guide from the day they were taken.'),
        paragraph('Cookies are baked at nine.'),
      ]),
    ).toEqual(['boilerplate', 'boilerplate', 'boilerplate', 'cookie-banner', 'content', 'content']);
  });

  it('takes the whole text of a well-known licence for boilerplate', () => {
    expect(markRoles([heading('MIT License'), paragraph('Copyright (c) 2024 Ann'), paragraph(prose)])).toEqual([
      'boilerplate',
      'boilerplate',
      'boilerplate',
    ]);
  });

  it.each([
    ['dots', paragraph('. '.repeat(500_000))],
    ['citations', paragraph('[1] '.repeat(250_000))],
    ['page words', paragraph('page '.repeat(200_000))],
  ])('stays linear on a megabyte of %s', (_name, block) => {
    expect(markRoles([block])).toHaveLength(1);
  });

  it.each([
    'Next: Matrices, Previous: Arrays, Up: Data [Contents][Index]',
    'Previous: Add-on packages, Up: Which packages exist? [Contents]',
    '| [ << Tweaking output ] | [Top][Contents][Index] | [ Templates >> ] |',
    '[ Up ]',
    '[ ? ]',
    '← Arrays',
    'Next: Matrices',
    'Prev | Home | Next',
  ])('knows %j for a way through a manual', (line) => {
    expect(markRoles([paragraph(line)])).toEqual(['navigation']);
  });

  it.each([
    'Next: mend the nets.',
    'Look up [Top] in the index.',
    'Up the hill stands a mill.',
    'Updated prices are on the board.',
    'Generated by the sun, the power is free. It lasts until the evening and is stored then.',
    'Example: a dome with two doors.',
  ])('reads %j', (line) => {
    expect(markRoles([paragraph(line)])).toEqual(['content']);
  });

  it.each([
    'This document was generated by Ann on March 3, 2012 using texi2html 1.82.',
    'Last updated 2020-01-01 10:00:00 UTC',
    'Updated: 3 March 2012',
    'Generated by GTK-Doc V1.25',
    '4 min read',
    'Jump to: navigation, search',
    'Context: #3283, #12',
  ])('knows %j for a line of the page', (line) => {
    expect(markRoles([paragraph(line)])).toEqual(['boilerplate']);
  });

  it('knows a table of links to the pages around', () => {
    const rows = [
      ['Prev', 'Up', 'Next'],
      ['Domes', 'Home', 'Lenses'],
    ];
    expect(markRoles([{ kind: 'table', headerRows: 0, rows }])).toEqual(['navigation']);
  });
});
