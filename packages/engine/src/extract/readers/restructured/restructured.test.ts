import { describe, expect, it } from 'vitest';
import { outline, readDocument } from '../../fixtures/read-document.ts';

async function outlineOf(...lines: readonly string[]): Promise<readonly string[]> {
  return outline(await readDocument(['.. _tea_label:', '', ...lines].join('\n'), 'text/plain'));
}

describe('reStructuredText', () => {
  it('gives links, roles and references as their text, and code in backticks', async () => {
    expect(
      await outlineOf(
        '===',
        'Tea',
        '===',
        '',
        'Boil `fresh water <https://example.org/water>`_ with ``kettle --on <minutes>``, says the Manual_ [1]_.',
        'Call :func:`~tea.pot.pour` or :class:`Cup <tea.Cup>`, see :ref:`tea_label`,',
        ':ref:`how to pour <pour>`, :doc:`/green-tea` and :pep:`8`. Not `a kind`, but |tea| [hot].',
        '',
        '.. |tea| replace:: Assam',
        '.. _Manual: https://example.org/manual',
        '.. A comment.',
        '',
        '.. [1] The manual is old.',
      ),
    ).toEqual([
      'heading 1: Tea',
      'paragraph: Boil fresh water with `kettle --on <minutes>`, says the Manual. Call `pour()` or `Cup`, see Tea, how to pour, green tea and PEP 8. Not `a kind`, but Assam [hot].',
      'paragraph references: The manual is old.',
    ]);
  });

  it('reads notes as other dialects do, and leaves out options and what a generator fills in', async () => {
    expect(
      await outlineOf(
        'Pots',
        '----',
        '.. toctree::',
        '   :maxdepth: 2',
        '',
        '   cups',
        '',
        '.. note::',
        '   :class: wide',
        '',
        '   Warm the pot.',
        '',
        '   - And the cups',
        '',
        '.. tip:: **Many cups**',
        '   Take two pots.',
        '',
        '.. hint::',
        '   **Few cups** Take one.',
        '',
        '.. admonition:: For guests',
        '',
        '   Use the good pot.',
        '',
        '.. versionadded:: 3.2',
        '   Pots with lids.',
        '',
        '.. image:: pot.png',
        '   :alt: A pot',
      ),
    ).toEqual([
      'heading 1: Pots',
      'paragraph: Note: Warm the pot.',
      'list: - And the cups',
      'paragraph: Many cups: Take two pots.',
      'paragraph: Few cups: Take one.',
      'paragraph: For guests:',
      'paragraph: Use the good pot.',
      'paragraph: Added in version 3.2: Pots with lids.',
      'figure: A pot',
    ]);
  });

  it('reads code, literal blocks, lists, terms and quotations by how far they are set in', async () => {
    expect(
      await outlineOf(
        'Type this::',
        '',
        '    tea **now**',
        '',
        '.. code-block:: bash',
        '   :linenos:',
        '',
        '   tea --hot',
        '',
        '* Pour, and',
        '  wait.',
        '',
        '  1. Two minutes',
        '  2. Or three',
        '',
        'Leaf',
        '    What tea is made of.',
        '',
        'They say:',
        '',
        '    Tea is best hot.',
      ),
    ).toEqual([
      'paragraph: Type this:',
      'code: ```\ntea **now**\n```',
      'code bash: ```bash\ntea --hot\n```',
      'list: - Pour, and wait.\n  1. Two minutes\n  2. Or three\n- Leaf: What tea is made of.',
      'paragraph: They say:',
      'paragraph: Tea is best hot.',
    ]);
  });

  it('takes the title of a card and the fields of a function for what they are', async () => {
    expect(
      await outlineOf(
        '.. grid:: 2',
        '',
        '   .. grid-item-card:: :octicon:`cup`',
        '       Cups',
        '       :link: cups.html',
        '',
        '       Cups are warm.',
        '',
        '.. function:: pour(cup)',
        '',
        '   Pours tea.',
        '   :param string cup: The cup.',
        '   :raises Empty: without tea',
        '   :returns: the cup',
      ),
    ).toEqual([
      'paragraph: Cups are warm.',
      'paragraph: `pour(cup)`',
      'paragraph: Pours tea.',
      'list: - `cup` (string): The cup.\n- Raises `Empty`: without tea\n- Returns: the cup',
    ]);
  });

  it('reads the tables it has three ways to write', async () => {
    const table = 'table: | Tea | Minutes |\n| --- | --- |\n| Green | `2` |\n| Black | 4 |';
    expect(
      await outlineOf(
        '=====  =======',
        'Tea    Minutes',
        '=====  =======',
        'Green  ``2``',
        'Black  4',
        '=====  =======',
        '',
        '+-------+---------+',
        '| Tea   | Minutes |',
        '+=======+=========+',
        '| Green | ``2``   |',
        '+-------+---------+',
        '| Black | 4       |',
        '+-------+---------+',
        '',
        '.. list-table::',
        '   :header-rows: 1',
        '',
        '   * - Tea',
        '     - Minutes',
        '   * - Green',
        '     - ``2``',
        '   * - Black',
        '     - 4',
      ),
    ).toEqual([table, table, table]);
  });

  it('is told from plain text by what it says', async () => {
    expect(outline(await readDocument('Tea `is <hot>`_ here.\n\nReally.', 'text/plain'))[0]).toBe(
      'paragraph: Tea `is <hot>`_ here.',
    );
  });

  it.each([
    ['backticks', '`a <'.repeat(50_000)],
    ['indentation', Array.from({ length: 2000 }, (_, line) => `${' '.repeat(line)}- x`).join('\n\n')],
    ['rules', '====\n'.repeat(20_000)],
    ['grid rules', '+---+---+\n'.repeat(20_000)],
    ['simple rules', '=== ===\nx\n\n'.repeat(10_000)],
    ['literal blocks', 'x::\n\n'.repeat(20_000)],
    ['bars', '|a '.repeat(50_000)],
  ])('survives %s without end', { timeout: 60_000 }, async (_name, text) => {
    expect((await readDocument(`.. _a:\n\n${text}\n\nEnd.`, 'text/plain')).text).toMatch(/End\.$/);
  });
});
