import { spdxId } from './spdx-ids.ts';

/** A licence by sentences that no other has; the first whose sentences are all there, and whose `not` is not, is it. */
interface KnownText {
  readonly id: string;
  readonly all: readonly string[];
  readonly not?: string;
}

const redistribution = 'redistributions of source code must retain the above copyright notice';
const anyPurpose = 'for any purpose with or without fee is hereby granted';
const freeOfCharge = 'permission is hereby granted, free of charge, to any person obtaining a copy';
const mitNotice = 'the above copyright notice and this permission notice shall be included';

/**
 * The GNU licences are the same text whether a work is under that version only or any later one too, so all that is
 * said is the version.
 */
const texts: readonly KnownText[] = [
  { id: 'MIT', all: [freeOfCharge, mitNotice], not: 'without modification, are permitted' },
  { id: 'MIT-0', all: [freeOfCharge, 'including without limitation the rights'], not: mitNotice },
  { id: 'Apache-2.0', all: ['apache license', 'version 2.0, january 2004'] },
  { id: 'BSD-3-Clause', all: [redistribution, 'neither the name'] },
  { id: 'BSD-2-Clause', all: [redistribution, 'redistributions in binary form'], not: 'neither the name' },
  { id: 'ISC', all: [anyPurpose, 'provided that the above copyright notice and this permission notice appear'] },
  { id: '0BSD', all: [anyPurpose, 'the author disclaims all warranties'], not: 'provided that the above copyright' },
  { id: 'MPL-2.0', all: ['mozilla public license version 2.0'] },
  { id: 'AGPL-3.0', all: ['gnu affero general public license version 3'] },
  { id: 'LGPL-3.0', all: ['gnu lesser general public license version 3'] },
  { id: 'LGPL-2.1', all: ['gnu lesser general public license version 2.1'] },
  { id: 'GPL-3.0', all: ['gnu general public license version 3'], not: 'lesser general public license version' },
  { id: 'GPL-2.0', all: ['gnu general public license version 2'], not: 'lesser general public license version' },
  { id: 'GFDL-1.3', all: ['gnu free documentation license version 1.3'] },
  { id: 'CC0-1.0', all: ['cc0 1.0 universal'] },
  { id: 'Unlicense', all: ['this is free and unencumbered software released into the public domain'] },
];

/** `Attribution-NonCommercial-ShareAlike 4.0 International`, as Creative Commons heads its licences. */
const CREATIVE_COMMONS =
  /\battribution((?:[- ](?:noncommercial|sharealike|noderivatives|noderivs))*) (3\.0|4\.0) (?:international|unported)/u;
const CREATIVE_COMMONS_PARTS: Readonly<Record<string, string>> = {
  noncommercial: 'NC',
  sharealike: 'SA',
  noderivatives: 'ND',
  noderivs: 'ND',
};

/** Longest text that is looked at: the longest licences have some 35,000 characters. */
const MAX_CHARACTERS = 128 * 1024;

/**
 * The licence that a text is; undefined when it is none that is known, or could be more than one.
 *
 * @example
 * licenceOfText('Mozilla Public License Version 2.0 …'); // 'MPL-2.0'
 */
export function licenceOfText(text: string): string | undefined {
  const plain = text
    .slice(0, MAX_CHARACTERS)
    .toLowerCase()
    .replaceAll(/[^a-z0-9.,]+/gu, ' ');
  const found = texts
    .filter(({ all, not }) => all.every((part) => plain.includes(part)) && (not === undefined || !plain.includes(not)))
    .map(({ id }) => id);
  const commons = creativeCommons(text.slice(0, MAX_CHARACTERS).toLowerCase().replaceAll(/\s+/gu, ' '));
  const [only, ...others] = commons === undefined ? found : [...found, commons];
  return others.length === 0 ? only : undefined;
}

function creativeCommons(plain: string): string | undefined {
  const [, parts = '', version = ''] = CREATIVE_COMMONS.exec(plain) ?? [];
  if (version === '') return undefined;
  const codes = parts
    .split(/[- ]/u)
    .filter((part) => part !== '')
    .map((part) => CREATIVE_COMMONS_PARTS[part] ?? '');
  return spdxId(['CC', 'BY', ...codes, version].join('-'));
}
