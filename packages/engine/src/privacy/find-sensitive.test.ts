import { describe, expect, it } from 'vitest';
import { labelledSet } from './fixtures/labelled-set.ts';
import { score } from './fixtures/score.ts';
import { findSensitive } from './find-sensitive.ts';

function kindsIn(text: string): string[] {
  return findSensitive(text).map(({ kind }) => kind);
}

describe('findSensitive', () => {
  it('finds what is planted in natural text and leaves near-misses alone', () => {
    const set = labelledSet();
    expect(set.filter(({ planted }) => planted !== undefined).length).toBeGreaterThanOrEqual(1500);
    expect(set.filter(({ category }) => category === 'near-miss').length).toBeGreaterThanOrEqual(1500);
    const { recall, precision, missed, wrong } = score(set);
    expect(recall.pii, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(recall.secret, missed.join('\n')).toBeGreaterThanOrEqual(0.99);
    expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('knows at least 40 kinds of keys and tokens', () => {
    const secrets = labelledSet().filter(({ category }) => category === 'secret');
    const found = secrets.flatMap(({ text }) => findSensitive(text).filter(({ category }) => category === 'secret'));
    expect(new Set(found.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(40);
  });

  // Published by the issuing offices and in encyclopaedias as examples of right numbers.
  it.each([
    ['de-steuer-id', 'Steuer-ID 86 095 742 719'],
    ['fr-nir', 'NIR 2 55 08 14 168 025 38'],
    ['it-codice-fiscale', 'C.F. RSSMRA85T10A562S'],
    ['pl-pesel', 'PESEL 44051401359'],
    ['fi-hetu', 'Hetu 131052-308T'],
    ['se-personnummer', 'Personnummer 811218-9876'],
    ['be-national-number', 'Rijksregisternummer 85.07.30-033.28'],
    ['br-cpf', 'CPF 529.982.247-25'],
    ['uk-nhs', 'NHS number 943 476 5919'],
    ['za-id', 'ID number 8001015009087'],
    ['cn-resident-id', 'id 11010519491231002X'],
    ['ro-cnp', 'CNP 1800101221144'],
    ['bg-egn', 'EGN 7523169263'],
    ['cz-rodne-cislo', 'R. č. 736028/5163'],
  ])('takes the published example of %s', (kind, text) => {
    expect(kindsIn(text)).toEqual([kind]);
  });

  it('gives spans in order, without overlaps, that hold what they name', () => {
    const text = 'Mail ida@fjordmail.no or call +47 22 85 40 19; pay to NO93 8601 1117 947.';
    const spans = findSensitive(text);
    expect(spans.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['email', 'ida@fjordmail.no'],
      ['phone', '+47 22 85 40 19'],
      ['iban', 'NO93 8601 1117 947'],
    ]);
  });

  it('takes a password with its address as one secret rather than as a mailbox', () => {
    const address = ['postgres://app:t1de-Buoy9', 'db.kettleworks.com/crew'].join('@');
    expect(kindsIn(`DATABASE_URL=${address}`)).toEqual(['url-credentials']);
  });

  it('finds nothing in nothing', () => {
    expect(findSensitive('')).toEqual([]);
    expect(findSensitive('@:-1')).toEqual([]);
  });
});
