import { describe, expect, it } from 'vitest';
import { findAnswers, findCandidates } from '../fixtures/make-document.ts';

function page(text: string): string {
  return `# Ropes\n\n## Loops\n\n${text}`;
}

const WORDS =
  'A crew ties a loop with `tie`, and it opens one with `untie` when the mooring is done. Both take `--fast`, but only `tie` takes `--twice`, since a loop that was opened twice is none. The `loops.toml` file names the ropes of the yard.';
const CODES = ['tie', 'untie', '--fast', '--twice', 'loops.toml'];

describe('list-code', () => {
  it('lists what stands in backticks, each once and in order', async () => {
    const forms = new Set<string>();
    for (let seed = 0; seed < 20 && forms.size < 3; seed += 1) {
      const [found] = await findCandidates('list-code', page(WORDS), { recipe: { seed } });
      forms.add(found?.messages.at(-1)?.content ?? '');
    }
    const quoted = CODES.map((code) => `\`${code}\``);
    expect([...forms].toSorted()).toEqual(
      [quoted.map((code) => `- ${code}`).join('\n'), JSON.stringify(CODES), `5: ${quoted.join(', ')}`].toSorted(),
    );
  });

  it.each([
    [WORDS.replace('`loops.toml`', 'loops.toml').replace('`--twice`', 'more'), 'of few names'],
    [WORDS.replace('`loops.toml`', '`loops.toml'), 'whose marks do not close'],
    [WORDS.replace('`loops.toml`', '`` a`b ``'), 'whose code holds a backtick'],
  ])('leaves alone a text %#: %s', async (text) => {
    expect(await findAnswers('list-code', page(text))).toEqual([]);
  });
});
