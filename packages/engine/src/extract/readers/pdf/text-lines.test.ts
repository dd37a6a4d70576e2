import { describe, expect, it } from 'vitest';
import type { TextRun } from './page-content.ts';
import { toLines } from './text-lines.ts';

function run(text: string, left: number, more: Partial<TextRun> = {}): TextRun {
  const width = text.length * 5;
  return {
    text,
    left,
    right: left + width,
    top: 100,
    bottom: 110,
    size: 10,
    isBold: false,
    isItalic: false,
    isMonospace: false,
    ...more,
  };
}

function textsOf(runs: readonly TextRun[]): string[] {
  return toLines(runs).map(({ text }) => text);
}

describe('toLines', () => {
  it('puts a space where a gap stands for one, and none before punctuation', () => {
    expect(textsOf([run('two', 50), run('words', 70), run('.', 97)])).toEqual(['two words.']);
    expect(textsOf([run('hel', 50), run('lo', 65)])).toEqual(['hello']);
  });

  it('keeps lines of different height on their own line', () => {
    expect(textsOf([run('below', 50, { top: 114, bottom: 124 }), run('above', 50)])).toEqual(['above', 'below']);
  });

  it('drops the raised number of a foot note, and keeps an exponent', () => {
    const raised = { top: 97, bottom: 103 };
    expect(textsOf([run('networks', 50), run('.1', 91, raised)])).toEqual(['networks.']);
    expect(textsOf([run('10', 50), run('3', 60, raised)])).toEqual(['103']);
    expect(textsOf([run('m', 50), run('2', 55, raised)])).toEqual(['m2']);
  });

  it('orders right-to-left lines as they are read, with Latin words and numbers the right way round', () => {
    expect(textsOf([run('R Python \u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd', 50)])).toEqual([
      '\u05e2\u05d5\u05dc\u05dd \u05e9\u05dc\u05d5\u05dd R Python',
    ]);
    expect(textsOf([run('\u060c\u0628\u0639\u062f \u0642\u0628\u0644', 50)])).toEqual([
      '\u0642\u0628\u0644 \u0628\u0639\u062f\u060c',
    ]);
  });

  it('takes the style that most of a line has', () => {
    const [line] = toLines([run('Note', 50, { isBold: true }), run('that the valve is open', 80)]);
    expect(line).toMatchObject({ isBold: false, size: 10 });
  });
});
