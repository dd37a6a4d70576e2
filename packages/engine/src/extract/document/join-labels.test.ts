import { describe, expect, it } from 'vitest';
import type { RawBlock } from '../raw-block.ts';
import { joinLabels } from './join-labels.ts';

function paragraph(text: string): RawBlock {
  return { kind: 'paragraph', text };
}

const items: RawBlock = { kind: 'list', ordered: false, items: [{ text: 'Cool', depth: 0 }] };

describe('joinLabels', () => {
  it('puts a label before the paragraph that follows', () => {
    expect(joinLabels([paragraph('WARNING:'), paragraph('It is hot.')])).toEqual([paragraph('Warning: It is hot.')]);
  });

  it('drops the picture of a label beside the label', () => {
    const picture: RawBlock = { kind: 'figure', text: '[Note]' };
    expect(joinLabels([picture, paragraph('Note'), paragraph('It is hot.')])).toEqual([paragraph('Note: It is hot.')]);
  });

  it('lets a label announce a list', () => {
    expect(joinLabels([paragraph('Tip'), items])).toEqual([paragraph('Tip:'), items]);
  });

  it('joins a title that a reader knows for one', () => {
    expect(joinLabels([{ kind: 'paragraph', text: 'Hot motor', isLabel: true }, paragraph('Wait.')])).toEqual([
      paragraph('Hot motor: Wait.'),
    ]);
  });

  it('leaves sentences about notes, labels before headings and the last one alone', () => {
    const blocks: RawBlock[] = [
      paragraph('Note the time.'),
      paragraph('Note'),
      { kind: 'heading', level: 2, text: 'Heat' },
      paragraph('Hint'),
    ];
    expect(joinLabels(blocks)).toEqual(blocks);
  });

  it.each([
    ['NOTE: It is hot.', 'Note: It is hot.'],
    ['! EXAMPLE: Boil it.', 'Example: Boil it.'],
    ['NEW: New in version 2.', 'New in version 2.'],
    ['NOTED: It is hot.', 'NOTED: It is hot.'],
  ])('says the label of %j once and in small letters', (text, expected) => {
    expect(joinLabels([paragraph(text)])).toEqual([paragraph(expected)]);
  });
});
