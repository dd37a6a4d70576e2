import { createHash } from 'node:crypto';
import type { DatasetManifest } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { resolveRecipe } from '../../recipe/resolve-recipe.ts';
import type { Choice } from '../choose-candidates.ts';
import { documentIdOf, makeCandidate, makeProcessed } from '../fixtures/processed.ts';
import { LedgerCounter } from '../ledger-counter.ts';
import { reportPage } from './report-page.ts';
import { Report } from './report.ts';

interface Made {
  readonly question: string;
  readonly answer?: string;
  readonly path?: string;
  readonly section?: string;
}

/** A page of one document for each entry. */
function pageOf(entries: readonly Made[], name = 'handbook'): string {
  const report = new Report(1);
  const ledger = new LedgerCounter();
  for (const [index, entry] of entries.entries()) {
    const { question, answer = 'Two days.', path = `${index}.md`, section = 's0' } = entry;
    const documentId = documentIdOf(path);
    const assessed = {
      ...makeCandidate({ documentId, question, answer, section }),
      passages: [['Before. ', 0, ' After.']],
    };
    const choice: Choice = { assessed, stage: 'export' };
    const processed = makeProcessed({ path, candidates: [assessed] });
    ledger.countDocument({ state: 'done' });
    ledger.countChunks(processed.chunks);
    ledger.countCandidate(choice);
    report.addRecord(path, { choice, split: 'train', file: 'train.jsonl', line: index + 1 });
    report.addDocument(path, processed, [choice]);
  }
  return reportPage(report.facts(manifestOf(entries.length, { name, ledger: ledger.sums() })));
}

function manifestOf(records: number, more: Pick<DatasetManifest, 'name' | 'ledger'>): Omit<DatasetManifest, 'files'> {
  return {
    kind: 'dsgen/dataset',
    specificationVersion: 1,
    versions: { dsgen: '1.2.3' },
    format: 'alpaca',
    recipe: resolveRecipe({}),
    recipeHash: 'r'.repeat(64),
    corpusHash: 'c'.repeat(64),
    records,
    splits: { train: records, validation: 0, test: 0 },
    tasks: { qa: records },
    patterns: { definition: records },
    privacy: { mode: 'report', documents: {}, records: {} },
    lengths: { tokens: 0, longest: 0, contexts: [] },
    licences: [],
    ...more,
  };
}

const HOSTILE = [
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)",
  '<!-- ]]> <style>*{display:none}</style>',
  'abc\u202Egnp.exe\u2066\u0000\uFEFF',
  '&lt;b&gt; ${process.exit()} {{7*7}} \ud800',
];

describe('a record that rests on two documents', () => {
  it('is shown with the passages of both, each under its path, and the pages of its own', () => {
    const [own, other] = [documentIdOf('own.md'), documentIdOf('earlier.md')];
    const sources = [
      { documentId: own, page: 3, start: 0, end: 9, quote: 'Two days.' },
      { documentId: other, page: 4711, start: 0, end: 11, quote: 'Three days.' },
    ];
    const made = makeCandidate({ documentId: own, question: 'Which differ?', answer: 'Both.', sources });
    const lineage = {
      ...made.candidate.lineage,
      documentId: own,
      otherDocuments: [{ documentId: other, path: 'earlier.md' }],
    };
    const assessed = { ...made, candidate: { ...made.candidate, lineage }, passages: [[0], [1]] };
    const report = new Report(1);
    report.addRecord('own.md', { choice: { assessed, stage: 'export' }, split: 'train', file: 'train.jsonl', line: 1 });
    const page = reportPage(report.facts(manifestOf(1, { name: 'two', ledger: new LedgerCounter().sums() })));
    expect(page).toMatch(
      /own\.md<\/bdi>, page 3<\/p>[\s\S]*Two days\.[\s\S]*earlier\.md<\/bdi><\/p>[\s\S]*Three days\./u,
    );
    expect(page).not.toContain('4711');
  });
});

describe('a task without records', () => {
  it('is named with what it takes', () => {
    const page = pageOf([{ question: 'How long?' }]);
    expect(page).toContain('Tasks without records');
    expect(page).toMatch(/<b>summarization<\/b> takes a model/u);
    expect(page).not.toMatch(/<b>qa<\/b> takes/u);
  });
});

describe('the report page', () => {
  it('is one page that may load nothing and run nothing but its own script', () => {
    const page = pageOf([{ question: 'What is leave?' }]);
    const policy =
      /http-equiv="Content-Security-Policy"\s+content="(?<policy>[^"]+)"/.exec(page)?.groups?.['policy'] ?? '';
    for (const name of ['script', 'style']) {
      const parts = [...page.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map(([, text]) => text ?? '');
      expect(parts).toHaveLength(1);
      const hash = createHash('sha256')
        .update(parts[0] ?? '')
        .digest('base64');
      expect(policy).toContain(`${name}-src 'sha256-${hash}'`);
    }
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toContain('unsafe');
    expect(page).not.toMatch(/\s(?:src|srcset|style|on\w+)=|url\(|@import|https?:\/\//);
  });

  it('lets no text of a document, path, heading or name become markup', () => {
    const plain = HOSTILE.map((_, index) => ({
      question: `q${index}`,
      answer: 'a',
      path: `p${index}`,
      section: `s${index}`,
    }));
    const hostile = HOSTILE.map((text, index) => ({
      question: text,
      answer: text,
      path: `${index}${text}`,
      section: text,
    }));
    const page = pageOf(hostile, HOSTILE[0]);
    expect(tagsOf(page)).toEqual(tagsOf(pageOf(plain)));
    expect(page).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/u);
    expect(page.isWellFormed()).toBe(true);
  });

  it('stays small and quick to hold for a hundred thousand records of any text', () => {
    const report = new Report(1);
    const documentId = documentIdOf('a.md');
    const text = '<漢字 & "quotes"> '.repeat(400);
    const assessed = { ...makeCandidate({ documentId, question: text, answer: text }), passages: [[text, 0, text]] };
    for (let index = 0; index < 100_000; index += 1) {
      const id = createHash('md5').update(String(index)).digest('hex');
      const candidate = { ...assessed.candidate, id, pattern: `pattern-${index % 30}` };
      const choice: Choice = { assessed: { ...assessed, candidate }, stage: 'export' };
      report.addRecord(`${index}.md`, { choice, split: 'train', file: 'train.jsonl', line: index + 1 });
      if (index % 20 === 0)
        report.addDocument(`${text}${index}.md`, makeProcessed({ path: `${index}.md`, candidates: [] }), [choice]);
      report.addRefused(`${text}${index}`, { state: 'quarantined', reason: 'corrupt', detail: text });
    }
    const ledger = new LedgerCounter();
    const page = reportPage(report.facts(manifestOf(100_000, { name: text, ledger: ledger.sums() })));
    expect(Buffer.byteLength(page)).toBeLessThan(2_000_000);
    expect(page.match(/<article/g)?.length).toBeGreaterThanOrEqual(40);
  });

  it('is the same for the same records', () => {
    const entries = Array.from({ length: 300 }, (_, index) => ({ question: `What is part ${index}?` }));
    expect(pageOf(entries)).toBe(pageOf(entries));
  });

  it('says what there is when there is no record', () => {
    const page = pageOf([]);
    expect(page).toContain('There are none.');
    expect(page).not.toContain('id="sample"');
  });
});

/** Opening and closing tags in order, without the values of attributes. */
function tagsOf(page: string): string[] {
  const body = page.slice(page.indexOf('<body>'), page.lastIndexOf('<script>'));
  return (body.match(/<[^>]*>/g) ?? []).map((tag) => tag.replaceAll(/="[^"]*"/g, ''));
}
