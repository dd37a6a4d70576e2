import { describe, expect, it } from 'vitest';
import { replaceNames } from './replace-names.ts';

function replace(...texts: string[]): string[] | undefined {
  const knowledge = {
    casing: new Map(),
    gazetteer: new Map([
      ['Anna Keller', 'person'],
      ['Acme Corporation', 'organization'],
      ['Germany', 'place'],
    ] as const),
  };
  return replaceNames(texts, { documentText: texts.join('\n'), knowledge, seed: '0' });
}

describe('replaceNames', () => {
  it('gives a name the same replacement everywhere, parts of it too', () => {
    const [question = '', answer = ''] =
      replace('Who does Anna Keller lead?', 'Anna Keller leads the desk. Keller also plans the rota.') ?? [];
    const [, given, family] = /does (\p{L}+) (\p{L}+) lead/u.exec(question) ?? [];
    expect(answer).toBe(`${given} ${family} leads the desk. ${family} also plans the rota.`);
    expect(question).not.toContain('Keller');
  });

  it('keeps "a" and "an" right', () => {
    const [text = ''] = replace('Who gets an Acme Corporation badge?') ?? [];
    expect(text).toMatch(/^Who gets an [AEIO]\p{L}+ \p{L}+ badge\?$/u);
  });

  it.each([
    [['Where is Germany?', 'The German office is there.']],
    [['What does Acme Corporation sell?', 'Acme sells pumps.']],
    [['What does Acme Corporation sell?', 'See acmecorporation.com.']],
    [['What does Acme Corporation sell?', 'Run `acme sell` for it.']],
    [['What is sold?', 'Pumps are sold.']],
  ])('leaves %j alone: a part of a name would stay, or there is none', (texts) => {
    expect(replace(...texts)).toBeUndefined();
  });
});
