import { describe, expect, it } from 'vitest';
import { isResourceLabel } from './resource-list.ts';

describe('isResourceLabel', () => {
  it.each([
    'Related resources:',
    'See also',
    'The following links provide further detail on rates:',
    'For more details see:',
    'Links to previous surveys:',
  ])('knows %j', (line) => {
    expect(isResourceLabel(line)).toBe(true);
  });

  it.each(['The following links are checked by the crawler.', 'The following steps are taken:', 'Links of a chain:'])(
    'reads %j',
    (line) => {
      expect(isResourceLabel(line)).toBe(false);
    },
  );
});
