import type { ExtractedDocument } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { folderLicences, isLicenceFile, licenceAbove } from './folder-licences.ts';
import { licenceOfText } from './licence-of-text.ts';
import { ownLicence } from './own-licence.ts';
import { spdxExpression } from './spdx-ids.ts';

const mit =
  'Permission is hereby granted, free of charge, to any person obtaining a copy of this software …\nThe above copyright notice and this permission notice shall be included in all copies …';

describe('the licence of a text', () => {
  it.each([
    ['MIT', mit],
    ['Apache-2.0', '   Apache License\n   Version 2.0, January 2004\n'],
    [
      'BSD-3-Clause',
      '1. Redistributions of source code must retain the above copyright notice\n3. Neither the name of the holder …',
    ],
    [
      'BSD-2-Clause',
      '1. Redistributions of source code must retain the above copyright\n   notice …\n2. Redistributions in binary form …',
    ],
    ['MPL-2.0', 'Mozilla Public License Version 2.0\n=====\n'],
    ['GPL-3.0', 'GNU GENERAL PUBLIC LICENSE\n   Version 3, 29 June 2007'],
    ['LGPL-2.1', 'GNU LESSER GENERAL PUBLIC LICENSE\n  Version 2.1, February 1999'],
    ['CC-BY-4.0', 'Creative Commons Attribution 4.0 International Public License'],
    ['CC-BY-NC-SA-4.0', 'Attribution-NonCommercial-ShareAlike 4.0 International'],
    ['CC0-1.0', 'CC0 1.0 Universal\n\nStatement of Purpose'],
    ['Unlicense', 'This is free and unencumbered software released into the public domain.'],
  ])('is %s by what only that says', (licence, text) => {
    expect(licenceOfText(text)).toBe(licence);
  });

  it.each([
    ['a text of no licence', 'All rights reserved. Ask us.'],
    ['two licences in one file', `${mit}\n\nApache License\nVersion 2.0, January 2004`],
    ['nothing', ''],
  ])('is not known of %s', (_, text) => {
    expect(licenceOfText(text)).toBeUndefined();
  });
});

describe('a licence expression', () => {
  it.each([
    ['mit', 'MIT'],
    ['MIT OR Apache-2.0', 'MIT OR Apache-2.0'],
    ['(apache-2.0 WITH LLVM-exception) AND bsd-3-clause', '(Apache-2.0 WITH LLVM-exception) AND BSD-3-Clause'],
    ['LicenseRef-Acme', 'LicenseRef-Acme'],
  ])('%s is read', (text, expression) => {
    expect(spdxExpression(text)).toBe(expression);
  });

  it.each([[''], ['see LICENSE'], ['MIT OR'], ['(MIT'], ['MIT)'], ['OR MIT'], ['<script>'], ['MIT '.repeat(60)]])(
    '%s is none',
    (text) => {
      expect(spdxExpression(text)).toBeUndefined();
    },
  );
});

describe('what a document says itself', () => {
  it.each([
    ['// SPDX-License-Identifier: MIT\nfn main() {}', 'MIT'],
    ['<!-- SPDX-License-Identifier: CC-BY-4.0 -->\n# Title', 'CC-BY-4.0'],
    ['/* SPDX-License-Identifier: GPL-2.0-only WITH Linux-syscall-note */', 'GPL-2.0-only WITH Linux-syscall-note'],
    ['The tag SPDX-License-Identifier: is explained below.', undefined],
    ['No word of it.', undefined],
  ])('%j gives %s', (text, licence) => {
    expect(ownLicence({ text, blocks: [] })).toBe(licence);
  });

  it.each([
    ['title: X\nlicense: cc-by-4.0', 'CC-BY-4.0'],
    ['licence: "MIT" # as agreed', 'MIT'],
    ['license = "Apache-2.0"', 'Apache-2.0'],
    ['license: proprietary', undefined],
    ['license:', undefined],
  ])('front matter %j gives %s', (matter, licence) => {
    const text = `---\n${matter}\n---\nText`;
    expect(ownLicence({ text, blocks: [frontMatter(text)] })).toBe(licence);
    expect(ownLicence({ text, blocks: [] })).toBeUndefined();
  });
});

describe('a licence file', () => {
  it.each([['LICENSE'], ['docs/LICENCE.md'], ['COPYING.txt'], ['LICENSE-MIT'], ['a/b/license']])('is %s', (path) => {
    expect(isLicenceFile(path)).toBe(true);
  });

  it.each([['licensing.md'], ['LICENSE/readme.md'], ['my-license.txt'], ['licensed.pdf']])('is not %s', (path) => {
    expect(isLicenceFile(path)).toBe(false);
  });

  it('holds for what is beside and below it, until a nearer one says otherwise', () => {
    const licences = folderLicences([
      { path: 'LICENSE', text: mit },
      { path: 'docs/COPYING', text: 'CC0 1.0 Universal' },
      { path: 'both/LICENSE-MIT', text: mit },
      { path: 'both/LICENSE-APACHE', text: 'Apache License Version 2.0, January 2004' },
    ]);
    const paths = ['a.md', 'src/deep/b.md', 'docs/c.md', 'docs/d/e.md', 'both/f.md'];
    expect(paths.map((path) => licenceAbove(path, licences))).toEqual(['MIT', 'MIT', 'CC0-1.0', 'CC0-1.0', undefined]);
    expect(licenceAbove('a.md', new Map())).toBeUndefined();
  });
});

function frontMatter(text: string): ExtractedDocument['blocks'][number] {
  return { kind: 'code', role: 'front-matter', headingPath: [], start: 0, end: text.indexOf('\n---\nText') + 4 };
}
