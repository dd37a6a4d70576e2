import { describe, expect, it } from 'vitest';
import { baseOfThird, participleBase, thirdPerson } from './inflect.ts';

describe('the forms of a verb', () => {
  it.each([
    ['handled', 'handle'],
    ['applied', 'apply'],
    ['planned', 'plan'],
    ['passed', 'pass'],
    ['written', 'write'],
  ])('has %s from %s', (participle, base) => {
    expect(participleBase(participle)).toBe(base);
  });

  it('has no base of what is no participle', () => {
    expect(participleBase('hundred')).toBeUndefined();
  });

  it.each([
    ['handle', 'handles'],
    ['apply', 'applies'],
    ['pass', 'passes'],
    ['check', 'checks'],
    ['cause', 'causes'],
    ['delay', 'delays'],
  ])('makes of %s %s and goes back', (base, third) => {
    expect(thirdPerson(base)).toBe(third);
    expect(baseOfThird(third)).toBe(base);
  });
});
