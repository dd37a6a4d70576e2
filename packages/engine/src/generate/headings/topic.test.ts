import { describe, expect, it } from 'vitest';
import { plainHeading } from './topic.ts';

describe('plainHeading', () => {
  it.each([
    ['1A.2 Direct brewing', 'Direct brewing'],
    ['1A. Payment for tea.', 'Payment for tea'],
    ['2.b Cups', 'Cups'],
    ['3.9.2 Limits', 'Limits'],
    ['Step 4: Pour', 'Pour'],
    ['B Examples', 'Examples'],
  ])('takes the number from %j', (heading, plain) => {
    expect(plainHeading(heading)).toBe(plain);
  });

  it.each(['3D printing', '5G networks', '3.x releases', 'A note', 'C code'])('leaves %j as it is', (heading) => {
    expect(plainHeading(heading)).toBe(heading);
  });
});
