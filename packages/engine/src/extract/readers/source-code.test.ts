import { describe, expect, it } from 'vitest';
import { outline, readDocument } from '../fixtures/read-document.ts';

describe('sourceCodeReader', () => {
  it('reads the comment at the top as prose and the rest as code', async () => {
    const text =
      '#!/usr/bin/env python\n"""Open the dome.\n\nCloses it again at dawn.\n"""\nimport time\n\ndef open_dome():\n    pass\n';
    expect(outline(await readDocument(text, 'text/x-python'))).toEqual([
      'paragraph: Open the dome.',
      'paragraph: Closes it again at dawn.',
      'code python: ```python\nimport time\n\ndef open_dome():\n    pass\n```',
    ]);
  });

  it.each([
    ['text/x-javascript', '/**\n * Open the dome.\n */\nopen();'],
    ['text/x-rust', '//! Open the dome.\nopen();'],
    ['text/x-bash', '#!/bin/sh\n# Open the dome.\nopen();'],
    ['text/x-sql', '-- Open the dome.\nopen();'],
  ])('knows the comments of %s', async (mediaType, text) => {
    const [comment, code] = outline(await readDocument(text, mediaType));
    expect(comment).toBe('paragraph: Open the dome.');
    expect(code).toContain('open();');
  });

  it('cuts long files before top-level definitions', async () => {
    const definition = `fn a() {\n${'    step();\n'.repeat(40)}}\n`;
    const document = await readDocument(Array.from({ length: 3 }, () => definition).join('\n'), 'text/x-rust');
    expect(document.blocks).toHaveLength(3);
  });

  it('has no comment to read where the file starts with code', async () => {
    expect(outline(await readDocument('const a = 1;\n// later', 'text/x-javascript'))).toEqual([
      'code javascript: ```javascript\nconst a = 1;\n// later\n```',
    ]);
  });
});
