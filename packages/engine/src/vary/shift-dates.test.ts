import { describe, expect, it } from 'vitest';
import { shiftDates } from './shift-dates.ts';

function yearsIn(text: string): number[] {
  return (text.match(/\d{4}/gu) ?? []).map(Number);
}

describe('shiftDates', () => {
  it('moves every year of a record by the same whole number', () => {
    const texts = [
      'What changed between 2018 and 2020?',
      'The plant closed in 2018 – 2,400 jobs – and opened on 4 May 2020.',
    ];
    const between = [
      'What changed from 2018 to 2020?',
      'It closed in 2018 and opened again on 4 May 2020, after 2 years.',
    ];
    expect(shiftDates(texts, 'seed')).toBeUndefined();
    const moved = shiftDates(between, 'seed');
    const by = (yearsIn(moved?.[0] ?? '')[0] ?? 0) - 2018;
    expect(by).not.toBe(0);
    expect(moved).toEqual([
      `What changed from ${2018 + by} to ${2020 + by}?`,
      `It closed in ${2018 + by} and opened again on 4 May ${2020 + by}, after 2 years.`,
    ]);
    expect(shiftDates(between, 'seed')).toEqual(moved);
  });

  it('moves whole dates by weeks, so that days of the week stay right and the time between them too', () => {
    const [question = '', answer = ''] =
      shiftDates(['What is due on 2024-02-29?', 'The form, then by Friday, March 8, 2024 the fee.'], 'a') ?? [];
    const due = Date.parse(`${/\d{4}-\d\d-\d\d/u.exec(question)?.[0] ?? ''}T00:00Z`);
    const fee = Date.parse(`${/\p{Lu}\p{L}+ \d+, \d{4}/u.exec(answer)?.[0] ?? ''} UTC`);
    expect(fee - due).toBe(8 * 86_400_000);
    expect(new Date(fee).getUTCDay()).toBe(5);
    expect(due).not.toBe(Date.parse('2024-02-29T00:00Z'));
  });

  it.each([
    'ISO 9001 applies in 2015.1 form.',
    'The engine turns at 2000 rpm since 2015.',
    'In 2019 employees moved, said Windows 2000.',
    'It opened on Monday in 2019.',
    'It opened on 29 February 2020 and closed in 2021.',
    'On 31 February 2020 it closed.',
    'The model 12019 is from 2019.',
    'It was the 1990s.',
    'The bill of 03/04/2019 is open since 2020.',
    'There is no date.',
  ])('leaves %j alone: it cannot be moved whole', (text) => {
    expect(shiftDates([text], 'seed')).toBeUndefined();
  });
});
