import { describe } from 'vitest';
import { describeHostileCorpus, type HostileFile } from '../support/hostile-corpus.ts';

const MEGABYTE = 1_000_000;

/** A megabyte of what makes careless patterns try every way to match. */
const REPEATED: Readonly<Record<string, string>> = {
  letter: 'a',
  capital: 'A',
  space: ' ',
  tab: '\t',
  'line-feed': '\n',
  parenthesis: '(',
  bracket: '[',
  'dotted-letters': 'a.a.a.',
  dashes: '- - - ',
  digit: '7',
  'dotted-digits': '1.1.',
  at: '@',
  hash: '#',
  pipe: '|',
  star: '*',
  underscore: '_',
  quote: '"',
  'less-than': '<',
  ampersand: '&',
  'short-words': 'is a ',
  'full-stop': '. ',
  'combining-mark': 'e\u0301\u0301\u0301',
  ideograph: '字',
};

/** In Markdown these draw a line across the page. */
const RULES = new Set(['dashes', 'star', 'underscore']);
const NESTED = `${'('.repeat(MEGABYTE / 2)}${')'.repeat(MEGABYTE / 2)}`;

function hostileTexts(extension: 'txt' | 'md' | 'html'): ReadonlyMap<string, HostileFile> {
  const files = new Map<string, HostileFile>();
  for (const [name, unit] of Object.entries(REPEATED)) {
    const text = unit.repeat(Math.ceil(MEGABYTE / unit.length));
    const isEmpty = text.trim() === '' || (extension === 'md' && RULES.has(name));
    files.set(`${name}.${extension}`, { content: wrap(text, extension), becomes: isEmpty ? 'empty' : 'done' });
  }
  files.set(`nested.${extension}`, { content: wrap(NESTED, extension), becomes: 'done' });
  return files;
}

function wrap(text: string, extension: 'txt' | 'md' | 'html'): string {
  return extension === 'html' ? `<!doctype html><title>Words</title><p>${text}</p>` : text;
}

describe.each(['txt', 'md', 'html'] as const)('a megabyte of one thing as .%s', (extension) => {
  describeHostileCorpus(hostileTexts(extension));
});
