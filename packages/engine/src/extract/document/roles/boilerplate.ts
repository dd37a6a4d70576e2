import type { BlockRole } from '@dsgen/core';
import type { RawBlock } from '../../raw-block.ts';

const LONGEST_NOTICE = 400;
const LONGEST_BANNER = 800;

const COPYRIGHT_LINE = /^(?:copyright\b|©|\(c\)\s).*|\ball rights reserved\b/is;
const LICENCE_PHRASES = [
  /permission is hereby granted, free of charge/i,
  /the software is provided ["“”']?as is["“”']?/i,
  /licensed under the (?:apache license|mit license|gnu|mozilla public)/i,
  /redistribution and use in source and binary forms/i,
  /this (?:work|document|page|content|site|article) is licensed under/i,
  /this program is free software[:;] you can redistribute/i,
  /you may not use this file except in compliance with the license/i,
  /distributed under the license is distributed on an ["“”']as is["“”'] basis/i,
  /SPDX-License-Identifier:/,
];

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
  'previous',
  'next',
  'table of contents',
  'this page intentionally left blank',
  'this page is intentionally left blank',
  'confidential',
  'all rights reserved',
]);

const COOKIE_USE =
  /\b(?:we|(?:web)?site|page|service)\b[^.]{0,60}\buses?\b[^.]{0,40}\bcookies\b|\bcookies?\b[^.]{0,40}\b(?:help us|to improve|are used)\b/i;
const COOKIE_CHOICE =
  /\b(?:accept|agree|consent|decline|reject|dismiss|got it|continu\w+|preferences|settings|opt[- ]out|manage)\b/i;

/** Licence blocks, copyright lines, stock lines of web pages, and cookie banners. */
export function findBoilerplate(blocks: readonly RawBlock[]): ReadonlyMap<number, BlockRole> {
  const found = new Map<number, BlockRole>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    if (isBoilerplate(block.text)) found.set(index, 'boilerplate');
    else if (block.kind === 'paragraph' && isCookieBanner(block.text)) found.set(index, 'cookie-banner');
  }
  return found;
}

function isBoilerplate(text: string): boolean {
  if (text.length < 60 && STOCK_LINES.has(text.toLowerCase().replace(/[\s.!?:…↑]+$/, ''))) return true;
  if (text.length < LONGEST_NOTICE && COPYRIGHT_LINE.test(text) && hasYearOrRights(text)) return true;
  const opening = text.slice(0, 2000);
  return LICENCE_PHRASES.some((phrase) => phrase.test(opening));
}

function hasYearOrRights(text: string): boolean {
  return /\b(?:19|20)\d\d\b|rights reserved/i.test(text);
}

function isCookieBanner(text: string): boolean {
  return text.length < LONGEST_BANNER && COOKIE_USE.test(text) && COOKIE_CHOICE.test(text);
}
