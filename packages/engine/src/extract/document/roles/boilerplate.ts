import type { BlockRole } from '@dsgen/core';
import type { RawBlock } from '../../raw-block.ts';
import { blockText } from './role-finder.ts';

const LONGEST_STOCK_LINE = 60;
const LONGEST_NOTICE = 400;
const LONGEST_BANNER = 800;

const COPYRIGHT_LINE = /^(?:copyright\b|©|\(c\)\s).*|\ball rights reserved\b/is;
/** Lower case; searched in the opening of a block. */
const LICENCE_PHRASES = [
  'permission is hereby granted, free of charge',
  'the software is provided "as is"',
  'the software is provided “as is”',
  'licensed under the apache license',
  'licensed under the mit license',
  'licensed under the gnu ',
  'licensed under the mozilla public',
  'redistribution and use in source and binary forms',
  'this work is licensed under',
  'this document is licensed under',
  'this page is licensed under',
  'this site is licensed under',
  'except where otherwise noted, content on this site',
  'this program is free software',
  'you may not use this file except in compliance with the license',
  'distributed under the license is distributed on an "as is"',
  'spdx-license-identifier:',
];
const OPENING_LENGTH = 2000;

/** How the texts of well-known licences begin: then the whole document is one. */
const LICENCE_TITLE =
  /^\s*(?:the )?(?:apache license\s+version|gnu (?:lesser |affero )?general public license\s+version|mit license\b|mozilla public license,? version|bsd [234]-clause|isc license\b|eclipse public license|creative commons (?:attribution|legal code)|permission is hereby granted, free of charge)/i;

/** Lines that web pages and tools put around content; compared without case and final punctuation. */
const STOCK_LINES = new Set([
  'skip to content',
  'skip to main content',
  'skip to navigation',
  'skip navigation',
  'jump to navigation',
  'jump to search',
  'jump to content',
  'back to top',
  'to top',
  'share this page',
  'share this article',
  'share',
  'print this page',
  'edit this page',
  'edit this page on github',
  'view source',
  'read more',
  'show more',
  'load more',
  'loading',
  'advertisement',
  'was this page helpful',
  'was this article helpful',
  'was this helpful',
  'did you find this page helpful',
  'improve this page',
  'edit on github',
  'view on github',
  'view page source',
  'report a bug',
  'report an issue',
  'copy',
  'copied',
  'copy code',
  'copy to clipboard',
  'permalink',
  'expand all',
  'collapse all',
  'return to main contents',
  'validate',
  'footnotes',
  'prev',
  'up',
  'top',
  'home',
  'previous',
  'next',
  'table of contents',
  'this page intentionally left blank',
  'this page is intentionally left blank',
  'confidential',
  'all rights reserved',
]);

/** What tools sign pages with, and what pages say of themselves: whole lines, no sentences of the subject. */
const PAGE_LINES: readonly RegExp[] = [
  /^this (?:document|page|file|manual|html) was (?:automatically )?(?:generated|created|built|produced|translated|last) /i,
  /^(?:generated|built|created|made|powered|produced|maintained|hosted) (?:by|with|using|on|from)\b[^.]{0,80}(?:\d[\d.]*)?\.?$/i,
  /^(?:(?:page|document|this page|content)(?: was)? )?last (?:updated|modified|changed|edited|revised|reviewed|generated|built)\b.{0,90}$/i,
  /^(?:updated|modified|created|date|revised|published|posted|generated)(?: on)?:? (?:\w+,? )?\d{1,4}[-/. ]\w{1,9}[-/. ,]{1,2}\d{1,4}\b.{0,60}$/i,
  /^section: .{1,40} \(\d\w{0,3}\)/i,
  /^jump to:? .{1,40}$/i,
  /^available languages?:/i,
  /^\d{1,3} min(?:ute)?s? read$/i,
  /^valid (?:x?html|css)\b.{0,30}$/i,
  /^(?:edit|improve|fork) (?:this|on) .{1,40}$/i,
  /^(?:glad|sorry) to hear (?:it|that)\b/i,
  /^(?:if you (?:want|would like|wish) to|to|please) (?:provide|give|send|submit|report) (?:us )?(?:any |your )?(?:feedback|comments|corrections|bugs|errors)\b.{0,80}\b(?:manual|document(?:ation)?|page|docs?)\b/i,
  /^(?:version|release|revision):? v?\d[\w.+-]{0,20}$/i,
  /^(?:time|printed|build date): .{0,40}\d{4}$/i,
  /^(?:context|refs?|issues?|see|prs?|pull requests?|fixes|closes|bugs?|tickets?):? #\d{1,6}(?:(?:, | and )#\d{1,6})*\.?$/i,
  /^\[?(?:source|view source|edit|top|back to top|toc)\]$/i,
];
const LONGEST_PAGE_LINE = 220;

const COOKIE_USE =
  /\b(?:we|(?:web)?site|page|service)\b[^.]{0,60}\buses?\b[^.]{0,40}\bcookies\b|\bcookies?\b[^.]{0,40}\b(?:help us|to improve|are used)\b/i;
const COOKIE_CHOICE =
  /\b(?:accept|agree|consent|decline|reject|dismiss|got it|continu\w+|preferences|settings|opt[- ]out|manage)\b/i;

/** Licence blocks, copyright lines, stock lines of web pages, and cookie banners. */
export function findBoilerplate(blocks: readonly RawBlock[]): ReadonlyMap<number, BlockRole> {
  if (isLicence(blocks)) return new Map(blocks.map((_block, index) => [index, 'boilerplate']));
  const found = new Map<number, BlockRole>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    const isStock = block.kind === 'paragraph' && (isStockLine(block.text) || isPageLine(block.text));
    if (isStock || isNotice(block.text)) found.set(index, 'boilerplate');
    else if (block.kind === 'paragraph' && isCookieBanner(block.text)) found.set(index, 'cookie-banner');
  }
  return found;
}

function isLicence(blocks: readonly RawBlock[]): boolean {
  const opening = blocks.slice(0, 4).map(blockText).join('\n').slice(0, OPENING_LENGTH);
  const title = opening.replace(/^(?:\s*(?:copyright|©|\(c\)).*\n)+/i, '');
  return LICENCE_TITLE.test(title);
}

function isStockLine(text: string): boolean {
  return text.length < LONGEST_STOCK_LINE && STOCK_LINES.has(text.toLowerCase().replace(/[\s.!?:…↑]+$/, ''));
}

function isPageLine(text: string): boolean {
  return text.length < LONGEST_PAGE_LINE && PAGE_LINES.some((line) => line.test(text));
}

function isNotice(text: string): boolean {
  if (text.length < LONGEST_NOTICE && COPYRIGHT_LINE.test(text) && hasYearOrRights(text)) return true;
  const opening = text.slice(0, OPENING_LENGTH).toLowerCase();
  return LICENCE_PHRASES.some((phrase) => opening.includes(phrase));
}

function hasYearOrRights(text: string): boolean {
  return /\b(?:19|20)\d\d\b|rights reserved/i.test(text);
}

function isCookieBanner(text: string): boolean {
  return text.length < LONGEST_BANNER && /cookie/i.test(text) && COOKIE_USE.test(text) && COOKIE_CHOICE.test(text);
}
