import { describe, expect, it } from 'vitest';
import { outline, readDocument } from '../../fixtures/read-document.ts';

async function outlineOf(...lines: readonly string[]): Promise<readonly string[]> {
  return outline(await readDocument(lines.join('\n'), 'text/markdown'));
}

describe('fences that are sections', () => {
  it('keep an exercise, its solution, the key points and the text around them apart', async () => {
    expect(
      await outlineOf(
        '## Kettles',
        'Kettles boil water.',
        '',
        '::::::::::::  challenge',
        '',
        '## Filling',
        'How full is it?',
        '',
        ':::::::  solution',
        '',
        'Half full.',
        '',
        '::::::::',
        '::::::::::::::::::::::',
        '',
        'Kettles switch themselves off.',
        '',
        ':::::::::::: keypoints',
        '- Water boils.',
        '::::::::::::',
      ),
    ).toEqual([
      'heading 2: Kettles',
      'paragraph: Kettles boil water.',
      'heading 3: Filling',
      'paragraph: How full is it?',
      'heading 4: Solution',
      'paragraph: Half full.',
      'heading 2: Kettles',
      'paragraph: Kettles switch themselves off.',
      'heading 2: Key points',
      'list: - Water boils.',
    ]);
  });

  it('write no heading again where the next section brings its own', async () => {
    expect(
      await outlineOf('Kettles', '---', 'Hot.', '', '::: exercise', 'Boil.', ':::', '', '## Cups', 'Cold.'),
    ).toEqual([
      'heading 2: Kettles',
      'paragraph: Hot.',
      'heading 3: Exercise',
      'paragraph: Boil.',
      'heading 2: Cups',
      'paragraph: Cold.',
    ]);
  });

  it('keep code whose lines look like fences as it is', async () => {
    expect(await outlineOf('::: solution', '```', '::: keypoints', '## No', '```', ':::')).toEqual([
      'heading 2: Solution',
      'code: ```\n::: keypoints\n## No\n```',
    ]);
  });
});

describe('fences that are notes', () => {
  it('go where they ask for what another file says, or are commented out', async () => {
    expect(
      await outlineOf(
        '::: tea.pots.Pot',
        '    options:',
        '        members: true',
        '',
        'Pots are round.',
        '',
        '% ::: note',
        '% No.',
      ),
    ).toEqual(['paragraph: Pots are round.']);
  });

  it('take the heading they open with as their title', async () => {
    expect(
      await outlineOf('## Cups', '::: callout', '', '## Mugs', '', 'Mugs are cups.', '', ':::', 'Cups break.'),
    ).toEqual(['heading 2: Cups', 'paragraph: Mugs: Mugs are cups.', 'paragraph: Cups break.']);
  });

  it('take the title that their attributes give', async () => {
    expect(await outlineOf('::: {.callout-tip collapse="true" title="Mugs"}', 'Mugs are cups.', ':::')).toEqual([
      'paragraph: Mugs: Mugs are cups.',
    ]);
  });
});
