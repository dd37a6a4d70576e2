import { describe, expect, it } from 'vitest';
import { CHOICE_REQUESTS, HEADING_REQUESTS } from './heading-requests.ts';

describe('requests for a heading', () => {
  it('end as a sentence does', () => {
    for (const request of HEADING_REQUESTS) {
      expect(request).toMatch(
        /^(?:Could|Can|What|Which|How|Under|In a few words).*\?$|^(?!Could|Can|What|Which|How|In a).*\.$/u,
      );
    }
  });

  it('open in more than ten ways', () => {
    const starts = new Set(HEADING_REQUESTS.map((request) => request.split(' ').slice(0, 2).join(' ')));
    expect(starts.size).toBeGreaterThan(10);
  });

  it('leave the end of a choice to its options', () => {
    for (const request of CHOICE_REQUESTS) expect(request).toMatch(/\p{L}$/u);
  });
});
