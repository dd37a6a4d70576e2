import { ExtractError } from '@dsgen/core';
import type { RawDocument } from '../raw-block.ts';
import type { Reader } from '../reader.ts';
import type { DocumentSource, ExtractContext } from '../source.ts';
import { BlockWriter } from './office/block-writer.ts';
import { TextBudget } from './office/text-budget.ts';
import { RtfInterpreter } from './rtf/rtf-interpreter.ts';

/** Rich Text Format, from any version of Word, WordPad, TextEdit or LibreOffice. */
export const rtfReader: Reader = {
  name: 'rtf',
  mediaTypes: ['application/rtf', 'text/rtf'],
  async read(source: DocumentSource, context: ExtractContext): Promise<RawDocument> {
    const { bytes } = source;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    if (!text.trimStart().startsWith('{\\rtf')) throw new ExtractError('corrupt', 'The file does not begin as RTF.');
    const budget = new TextBudget(context.limits.maxTextLength);
    const writers = {
      header: new BlockWriter(budget),
      body: new BlockWriter(budget),
      notes: new BlockWriter(budget),
      footer: new BlockWriter(budget),
    };
    writers.header.moveTo({ role: 'page-header' });
    writers.notes.moveTo({ role: 'references' });
    writers.footer.moveTo({ role: 'page-footer' });
    const interpreter = new RtfInterpreter({ writers, budget, maxDepth: context.limits.maxDepth });
    interpreter.run(text);
    const title = interpreter.title.trim();
    return {
      blocks: [writers.header, writers.body, writers.notes, writers.footer].flatMap((writer) => writer.finish()),
      ...(title === '' ? {} : { title }),
    };
  },
};
