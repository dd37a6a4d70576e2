import { beforeAll, describe, expect, it } from 'vitest';
import { countCasing } from '../../analyze/casing.ts';
import { loadTokenizer } from '../../shared/tokens.ts';
import { nameInTitle } from './subject-of-title.ts';

beforeAll(loadTokenizer);

function nameIn(title: string, sentences: readonly string[]): string | undefined {
  const text = sentences.join(' ');
  return nameInTitle(title, { text, lower: text.toLowerCase() }, countCasing(sentences));
}

const KNOTTER = ['Start it with Knotter.', 'A loop in Knotter holds.', 'Close it and Knotter ends.'];

describe('the name in a title', () => {
  it('is what the text goes on to speak of', () => {
    expect(nameIn('Loops in Knotter', KNOTTER)).toBe('Knotter');
  });

  it('is taken whole', () => {
    const sentences = KNOTTER.map((sentence) => sentence.replace('Knotter', 'Knotter Web Suite'));
    expect(nameIn('The Knotter Web Suite', sentences)).toBe('Knotter Web Suite');
    expect(nameIn('Knotter Web Suite Basics', sentences)).toBe('Knotter Web Suite');
  });

  it('may be the address of a site', () => {
    const sentences = KNOTTER.map((sentence) => sentence.replace('Knotter', 'KNOTS.EXAMPLE'));
    expect(nameIn('How loops work on KNOTS.EXAMPLE', sentences)).toBe('KNOTS.EXAMPLE');
  });

  it('is none of two that the text speaks of, unless one is the place of the other', () => {
    const both = KNOTTER.flatMap((sentence) => [sentence, sentence.replace('Knotter', 'Reefly')]);
    expect(nameIn('Knotter and Reefly', both)).toBeUndefined();
    expect(nameIn('Reefly in Knotter', both)).toBe('Knotter');
  });

  it.each([
    ['Renewal Success', ['Count each success once.', 'A renewal is a success.', 'No success is the last.']],
    ['Mending in Knotter', ['Mend each hole at once.', 'Nobody mends in the rain.']],
    ['Tying Knots', ['Start with Tying.', 'Go on with Tying.', 'End with Tying.']],
  ])('is not made up from %j', (title, sentences) => {
    expect(nameIn(title, sentences)).toBeUndefined();
  });
});
