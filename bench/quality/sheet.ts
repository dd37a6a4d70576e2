import type { Candidate } from '@dsgen/core';
import { takeApart } from '../../packages/engine/src/assess/record-parts.ts';
import { featuresOf, type Features } from '../../packages/engine/src/rank/features.ts';
import { findPassages } from '../../packages/engine/src/shared/passages.ts';
import { seededFraction } from '../../packages/engine/src/shared/random.ts';
import type { DocumentRun } from './corpus-run.ts';

/** One record to read, with what a reader needs to judge it. */
export interface SheetEntry {
  readonly id: string;
  readonly corpus: string;
  readonly pattern: string;
  /** Path and headings. */
  readonly place: string;
  readonly question: string;
  readonly passage: string;
  readonly answer: string;
  /** Where the answer stands, with the text around it. */
  readonly source: string;
  readonly features?: Features;
}

/** Which candidates are read: those of the dataset, or also those that only lost to better ones. */
export type Reach = 'kept' | 'passed';

const LOST_ONLY: ReadonlySet<string> = new Set(['same-fact', 'kind-cap', 'section-cap']);

/** The records of a document as entries of a sheet. */
export function entriesOf({ path, document, choices }: DocumentRun, corpus: string, reach: Reach): SheetEntry[] {
  return choices
    .filter(({ rejection }) => rejection === undefined || (reach === 'passed' && LOST_ONLY.has(rejection.reason)))
    .map(({ assessed: { candidate } }) => toEntry(candidate, { corpus, path, text: document.text }));
}

interface EntryPlace {
  readonly corpus: string;
  readonly path: string;
  readonly text: string;
}

function toEntry(candidate: Candidate, { corpus, path, text }: EntryPlace): SheetEntry {
  const { question, passage, answer } = wordsOf(candidate);
  const standsAlone = passage === '' && candidate.messages.length === 2;
  return {
    id: candidate.id,
    corpus,
    pattern: candidate.pattern,
    place: [path, ...candidate.lineage.headingPath].join(' > '),
    question,
    passage,
    answer,
    source: sourceOf(candidate, text),
    ...(standsAlone ? { features: rounded(featuresOf(candidate)) } : {}),
  };
}

/** A conversation is read as a whole: its first turn as the question, all others as the answer. */
function wordsOf(candidate: Candidate): Pick<SheetEntry, 'question' | 'passage' | 'answer'> {
  if (candidate.messages.length <= 2) return takeApart(candidate);
  const [first = '', ...rest] = candidate.messages.map(
    ({ role, content }) => `${role === 'user' ? 'User' : 'Assistant'}: ${content}`,
  );
  const { passage } = takeApart(candidate);
  return { question: first, passage, answer: rest.join('\n') };
}

function sourceOf(candidate: Candidate, text: string): string {
  return findPassages(candidate.sources, text)
    .map((passage) =>
      passage.map((part) => (typeof part === 'string' ? part : `⟦${candidate.sources[part]?.quote ?? ''}⟧`)).join(''),
    )
    .join('\n[…]\n');
}

function rounded(features: Features): Features {
  return Object.fromEntries(Object.entries(features).map(([name, value]) => [name, Math.round(value * 1000) / 1000]));
}

export interface SampleOptions {
  readonly size: number;
  readonly seed: number;
  /** Ids that need no reading. */
  readonly known: ReadonlySet<string>;
}

/** A seeded sample with as equal a number of each pattern as there are: rare patterns are read whole. */
export function sampleEntries(
  entries: readonly SheetEntry[],
  { size, seed, known }: SampleOptions,
): readonly SheetEntry[] {
  const unread = entries
    .filter(({ id }) => !known.has(id))
    .map((entry) => ({ entry, draw: seededFraction(entry.id, seed) }));
  const byPattern = Map.groupBy(unread, ({ entry }) => entry.pattern);
  const queues = [...byPattern.values()].map((group) => group.toSorted((left, right) => left.draw - right.draw));
  const sample: typeof unread = [];
  for (let round = 0; sample.length < Math.min(size, unread.length); round += 1) {
    const found = queues.flatMap((queue) => queue[round] ?? []).toSorted((left, right) => left.draw - right.draw);
    sample.push(...found.slice(0, size - sample.length));
  }
  return sample.toSorted((left, right) => left.draw - right.draw).map(({ entry }) => entry);
}

/** The sheet as Markdown: what each record says, and its source beside it. */
export function renderSheet(entries: readonly SheetEntry[]): string {
  return `${entries.map(renderEntry).join('\n\n')}\n`;
}

function renderEntry({ pattern, place, question, passage, answer, source }: SheetEntry, index: number): string {
  return [
    `## ${index + 1}. ${pattern}`,
    place,
    `**Question.** ${question}`,
    ...(passage === '' ? [] : [`**Passage.** ${passage}`]),
    `**Answer.** ${answer}`,
    ...(passage === '' ? [`**Source.** ${source}`] : []),
  ].join('\n\n');
}
