import { describe, expect, it } from 'vitest';
import type { ProcessedSection } from '../../pipeline/processed-section.ts';
import type { RejectReason } from '../../assess/verdict.ts';
import type { Choice } from '../choose-candidates.ts';
import { documentIdOf, makeCandidate, makeProcessed } from '../fixtures/processed.ts';
import { Coverage, type CoverageSummary } from './coverage.ts';

function section(id: string, start: number, more: Partial<ProcessedSection> = {}): ProcessedSection {
  return { id, headingPath: ['Guide', `Part ${id}`], start, end: start + 100, words: 50, ...more };
}

function choice(sectionId: string, start: number, reason?: RejectReason): Choice {
  const documentId = documentIdOf('a.md');
  const question = `${sectionId}${start}${reason ?? ''}`;
  const sources = [{ documentId, start, end: start + 10, quote: 'quote' }];
  const assessed = makeCandidate({ documentId, question, answer: 'quote', section: sectionId, sources });
  return { assessed, stage: 'assess', ...(reason === undefined ? {} : { rejection: { reason, detail: '' } }) };
}

function cover(sections: readonly ProcessedSection[], choices: readonly Choice[]): CoverageSummary {
  const coverage = new Coverage();
  coverage.add('a.md', { ...makeProcessed({ path: 'a.md' }), sections }, choices);
  return coverage.summary();
}

describe('Coverage', () => {
  it('gives every section exactly one outcome', () => {
    const sections = [
      section('s0', 0, { headingPath: ['Guide'], idle: 'heading-only' }),
      section('s1', 100),
      section('s2', 200, { idle: 'no-pattern' }),
      section('s3', 300, { idle: 'too-short' }),
      section('s4', 400),
    ];
    const choices = [choice('s1', 110), choice('s1', 210), choice('s4', 410, 'residue'), choice('s4', 420, 'residue')];
    const summary = cover(sections, [...choices, choice('s4', 430, 'vague'), choice('s1', 140, 'duplicate')]);
    expect(summary.documents[0]?.sections).toEqual([
      { heading: 'Guide', depth: 0, records: 0, reason: 'heading-only' },
      { heading: 'Part s1', depth: 1, records: 2 },
      { heading: 'Part s2', depth: 1, records: 0, reason: 'cited' },
      { heading: 'Part s3', depth: 1, records: 0, reason: 'too-short' },
      { heading: 'Part s4', depth: 1, records: 0, reason: 'residue' },
    ]);
    expect(summary).toMatchObject({ total: 1, content: 4, fruitful: 1 });
    const without = summary.reasons.reduce((sum, [, value]) => sum + value, 0);
    expect(summary.fruitful + without).toBe(sections.length);
  });

  it('takes passages of another document for no passage of its own', () => {
    const entry = choice('s0', 10);
    const { candidate } = entry.assessed;
    const other = { documentId: documentIdOf('b.md'), start: 110, end: 120, quote: 'quote' };
    const sources = [...candidate.sources, other];
    const both = { ...entry, assessed: { ...entry.assessed, candidate: { ...candidate, sources } } };
    const summary = cover([section('s0', 0), section('s1', 100, { idle: 'no-pattern' })], [both]);
    expect(summary.documents[0]?.sections.map(({ reason }) => reason)).toEqual([undefined, 'no-pattern']);
  });

  it('takes a section that a passage reaches into for cited, from its first to its last character', () => {
    const sections = [section('s0', 0), section('s1', 100), section('s2', 200)];
    const long = choice('s9', 99);
    const summary = cover(sections, [long]);
    expect(summary.documents[0]?.sections.map(({ reason }) => reason)).toEqual(['cited', 'cited', 'no-pattern']);
  });

  it('keeps details of the documents with the most left to explain, and sums of all', () => {
    const coverage = new Coverage();
    for (let index = 0; index < 1000; index += 1) {
      const path = `${String(index).padStart(4, '0')}.md`;
      const sections = Array.from({ length: index % 10 }, (_, at) =>
        section(`s${at}`, at * 100, { idle: 'no-pattern' }),
      );
      coverage.add(path, { ...makeProcessed({ path }), sections }, []);
    }
    const summary = coverage.summary();
    expect(summary.total).toBe(1000);
    expect(summary.documents).toHaveLength(300);
    expect(Math.min(...summary.documents.map(({ content }) => content))).toBe(7);
    expect(summary.documents.map(({ path }) => path)).toEqual(summary.documents.map(({ path }) => path).toSorted());
    expect(summary.content).toBe(4500);
  });
});
