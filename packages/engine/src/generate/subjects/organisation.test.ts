import { describe, expect, it } from 'vitest';
import { findOrganisation } from './organisation.ts';

function organisationOf(text: string): string | undefined {
  return findOrganisation({ text, lower: text.toLowerCase() })?.name;
}

describe('the organisation that a document tells its people about', () => {
  it('is the one they are at and whose staff they are', () => {
    expect(organisationOf('Leave at NRTB is paid. NRTB staff book it early. Ask the NRTB office about the rest.')).toBe(
      'NRTB',
    );
  });

  it.each([
    ['NRTB staff book it early. NRTB employees do so too. Ask the NRTB office.', 'nobody is at it'],
    ['Leave at NRTB is paid. It is booked early.', 'it is named in passing'],
    ['Meet at Monday. Meet at March. Meet at January.', 'a time is none'],
  ])('is not made up from %j: %s', (text) => {
    expect(organisationOf(text)).toBeUndefined();
  });
});
