import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sniffMediaType } from '../plan/media-type.ts';
import { extractDocument } from '../extract/extract-document.ts';
import { DEFAULT_EXTRACT_LIMITS } from '../extract/source.ts';
import { resolveRecipe } from '../recipe/resolve-recipe.ts';
import { sha256 } from '../shared/hash.ts';
import { checkClaim } from './check-claim.ts';
import type { GroundingFinding } from './claim.ts';
import { LABELLED_FACTS, labelledAnswers } from './labelled/labelled-set.ts';
import { measureRules, type RuleScore } from './measure-rules.ts';

const HANDBOOK = new URL('../../../../examples/handbook/', import.meta.url);

function kindOf(statement: string, ...evidence: string[]): GroundingFinding['kind'] | undefined {
  return checkClaim({ statement, evidence, context: [] })?.kind;
}

function shareFound(scores: readonly RuleScore[]): number {
  const sum = scores.reduce(
    (all, { answers, found }) => ({ answers: all.answers + answers, found: all.found + found }),
    {
      answers: 0,
      found: 0,
    },
  );
  return sum.found / sum.answers;
}

async function textOf(path: string): Promise<string> {
  const bytes = await readFile(new URL(path, HANDBOOK));
  const mediaType = sniffMediaType({ path, head: bytes, tail: bytes }) ?? 'text/plain';
  const { text } = await extractDocument(
    { path, bytes, documentId: sha256(bytes), mediaType },
    { options: resolveRecipe({}).extract, limits: DEFAULT_EXTRACT_LIMITS, signal: new AbortController().signal },
  );
  return text.replaceAll(/\s+/gu, ' ').replaceAll('`', '');
}

describe('the labelled set', () => {
  it('has more than 300 answers, and what it quotes from the example corpus stands there', async () => {
    expect(labelledAnswers().length).toBeGreaterThan(300);
    const paths = LABELLED_FACTS.map(({ path }) => path).filter((path) => !path.startsWith('labelled/'));
    for (const path of new Set(paths)) {
      const text = await textOf(path);
      for (const { evidence } of LABELLED_FACTS.filter((fact) => fact.path === path)) {
        for (const quote of evidence) expect(text).toContain(quote.replace(/^\d\. /u, '').replaceAll('`', ''));
      }
    }
  });

  it('is told apart: at least 70 of 100 wrong answers are found, at most 2 of 100 right ones, few more where nobody fitted', () => {
    const { fitted, heldOut } = measureRules();
    console.table(fitted.map((score, index) => ({ ...score, heldOut: heldOut[index] })));
    const [right, ...wrong] = fitted;
    expect(shareFound(wrong)).toBeGreaterThan(0.75);
    expect(shareFound(right === undefined ? [] : [right])).toBeLessThanOrEqual(0.02);
    expect(Math.min(...wrong.map((score) => shareFound([score])))).toBeGreaterThan(0.55);
    expect(shareFound(heldOut.slice(1))).toBeGreaterThan(0.7);
    expect(shareFound(heldOut.slice(0, 1))).toBeLessThanOrEqual(0.035);
  }, 120_000);
});

describe('checkClaim', () => {
  it.each([
    ['Staff get 25 days.', 'Staff receive 27 days.', 'number'],
    ['It lasts two weeks.', 'It lasts two days.', 'unit'],
    ['The fee is 20 euros per month.', 'The fee is 20 euros a week.', 'unit'],
    ['Take at least five days.', 'You can take up to five days.', 'bound'],
    ['The office opens at 08:00.', 'The office opens at 09:00.', 'number'],
    ['It ends on 30 March.', 'It ends on 31 March.', 'number'],
    ['Ask Jira for the file.', 'Ask the service desk for the file.', 'name'],
    ['You may turn encryption off.', 'Do not turn encryption off.', 'negation'],
    ['The vault stays open at night.', 'The vault stays closed at night.', 'opposite'],
    [
      'The archive of the club closes at five for the mayor.',
      'The archive of the club closes at five for the warden.',
      'name',
    ],
    ['Send the signed form to the Finance Team.', 'Send the signed form to your lead.', 'name'],
    ['Vouchers from the kitchen portal last a day.', 'Make a voucher in the network portal; it lasts a day.', 'name'],
    [
      'The archive may be moved while it rains.',
      'Mind the archive, which must not be moved while it rains.',
      'negation',
    ],
    ['Staff may leave without giving a reason.', 'Staff who leave must give a reason.', 'negation'],
    ['Call her when there is an entry.', 'Call her when there is no entry.', 'negation'],
    ['Photos are taken with flash.', 'Photos are taken without flash.', 'opposite'],
    [
      'A harness must be checked before use and after any earthquake.',
      'A harness must be checked before use.',
      'addition',
    ],
    [
      'You get a laptop, a whistle and a key on the first day.',
      'You get a laptop and a key on the first day.',
      'addition',
    ],
    ['Berths are assigned by the coastguard.', 'The harbour master assigns berths.', 'name'],
    ['Books can be kept for a month, and comics for good.', 'You can keep books for a month.', 'addition'],
    ['Violins arrive by ferry.', 'The deposit is returned in spring.', 'addition'],
    ['The form is blue, and porters get velvet slippers and a silver whistle.', 'The form is blue.', 'addition'],
  ])('finds what is wrong with %j', (statement, evidence, kind) => {
    expect(kindOf(statement, evidence)).toBe(kind);
  });

  it.each([
    ['Staff get twenty-seven days.', 'Staff receive 27 days.'],
    ['The disk is 80 percent full.', 'The disk is 80% full.'],
    ['It costs €220.', 'It costs 220 euros.'],
    ['The gate closes at 5pm.', 'The gate closes at 17:00.'],
    ['One hour is enough.', 'An hour is enough.'],
    ['There are three classes of car.', 'Compact cars', 'Estate cars', 'Van'],
    ['Employees must not reuse a password.', 'Staff must not reuse a password.'],
    ['It is not only fast but quiet.', 'It is fast and quiet.'],
    ['It costs 60 000 euros.', 'It costs 60,000 euros.'],
    ['Nothing is asked of you in the first three days.', 'From the fourth day on, a note is asked of you.'],
    ['Four hours of work give 20 euros.', 'You get 5 euros for an hour of work.'],
    ['It is open for six and a half hours.', 'It is open from 10:00 to 16:30.'],
    ['It is closed on Mondays.', 'It is open from Tuesday to Sunday.'],
    ['Guests neither cook nor smoke.', 'Guests do not cook or smoke.'],
    ['Without a note, the days are not given back.', 'The days are given back if you show a note.'],
    ['Fees are not paid by you.', 'Fees are paid by the school, not by you.'],
    ['Nobody enters before noon.', 'You can enter after noon.'],
    ['Swim only with a guide.', 'Do not swim without a guide.'],
  ])('lets %j follow from what says the same', (statement, ...evidence) => {
    expect(kindOf(statement, ...evidence)).toBeUndefined();
  });

  it('takes names and words from headings, and tells sentences of a table apart', () => {
    const claim = { statement: 'The Fernhill library is open.', evidence: ['The library is open.'] };
    expect(checkClaim({ ...claim, context: [] })?.kind).toBe('name');
    expect(checkClaim({ ...claim, context: ['Fernhill handbook'] })).toBeUndefined();
    const context = ['Alarms that need an answer'];
    const rows = ['| P1 | Dome open | 5 minutes |', '| P2 | Camera warm | 15 minutes |'];
    const swapped = { statement: 'A P1 alarm needs an answer within 15 minutes.', evidence: rows, context };
    expect(checkClaim(swapped)?.kind).toBe('number');
    expect(checkClaim({ ...swapped, statement: 'A P2 alarm needs an answer within 15 minutes.' })).toBeUndefined();
  });

  it('refuses what is too long for a sentence, and reads long evidence', () => {
    const long = '1 a '.repeat(20_000);
    expect(kindOf(long, long)).toBe('addition');
    expect(kindOf(long.slice(0, 2000), long)).toBeUndefined();
  });
});
