import { InputError, type Candidate, type DatasetManifest, type DatasetRecord, type Task } from '@dsgen/core';
import { readRows } from '@dsgen/formats';
import { passedChecks, type PassedCheck } from '../assess/passed-checks.ts';
import { takeApart } from '../assess/record-parts.ts';
import { PATTERNS } from '../generate/patterns.ts';
import { patternOf } from '../write/prompt.ts';
import { PROMPTS } from '../write/prompts/all.ts';
import { REJECTED_FILE } from './dataset-writer.ts';
import type { RowPlace } from './lineage-row.ts';
import { readEntries, type ReadRecordsOptions, type RecordEntry } from './read-records.ts';

/** The pattern that made a record. */
export interface PatternExplanation {
  readonly name: string;
  readonly version: string;
  readonly task: Task;
  /** What holds for all of its records; absent where this dsgen has another version of the pattern, or none. */
  readonly promise?: string;
  /** Share of its records that a strict reader kept, as last measured. */
  readonly precision?: number;
}

/** A candidate that is not in the dataset. */
export interface Alternative {
  readonly id: string;
  readonly pattern: string;
  readonly score: number;
  readonly question: string;
  readonly answer: string;
  readonly reason: string;
  readonly detail: string;
  /** It lost to this very record; else it was rejected from the same section for another reason. */
  readonly lostToRecord: boolean;
}

/** A record that was kept from the same section. */
export interface Sibling {
  readonly id: string;
  readonly pattern: string;
  readonly score: number;
  readonly question: string;
}

/** Where a record comes from and why it is in the dataset. */
export interface RecordExplanation {
  readonly record: DatasetRecord;
  /** File and 1-based line of its row. */
  readonly row: RowPlace;
  readonly pattern: PatternExplanation;
  /** Rank within its section, 0 to 1. */
  readonly score: number;
  readonly checks: readonly PassedCheck[];
  /** Those that lost to it first; at most {@link MOST_ALTERNATIVES}. */
  readonly alternatives: readonly Alternative[];
  /** How many there are in all. */
  readonly alternativesTotal: number;
  readonly siblings: readonly Sibling[];
}

export interface ExplainRecordOptions extends ReadRecordsOptions {
  readonly manifest: DatasetManifest;
}

/** Most alternatives that are named. */
export const MOST_ALTERNATIVES = 50;

/**
 * Explains the record with an id, or the first whose id starts so, from the files of its dataset alone.
 *
 * @throws InputError `record-not-found`, and `dataset-broken` like {@link readEntries}.
 */
export async function explainRecord(id: string, options: ExplainRecordOptions): Promise<RecordExplanation> {
  const { entry, siblings } = await findEntry(id, options);
  const { record, row, candidate } = entry;
  const { alternatives, total } = await findAlternatives(entry, options);
  return {
    record,
    row,
    pattern: explainPattern(entry),
    score: candidate.score,
    checks: passedChecks(record, options.manifest.recipe.assess),
    alternatives,
    alternativesTotal: total,
    siblings,
  };
}

interface FoundEntry {
  readonly entry: RecordEntry;
  readonly siblings: readonly Sibling[];
}

/** Records of a document follow each other, so those of one document are all that is remembered. */
async function findEntry(id: string, options: ExplainRecordOptions): Promise<FoundEntry> {
  let found: RecordEntry | undefined;
  let sameDocument: RecordEntry[] = [];
  for await (const entry of readEntries(options)) {
    const isSame = sameDocument[0]?.record.lineage.documentId === entry.record.lineage.documentId;
    if (!isSame && found !== undefined) break;
    if (!isSame) sameDocument = [];
    sameDocument.push(entry);
    if (found === undefined && entry.record.id.startsWith(id)) found = entry;
  }
  if (found === undefined) throw notFound(id);
  const entry = found;
  const siblings = sameDocument.filter(
    (other) => other !== entry && other.candidate.section === entry.candidate.section,
  );
  return { entry, siblings: siblings.map(toSibling) };
}

function toSibling({ record, candidate: { pattern, score } }: RecordEntry): Sibling {
  return { id: record.id, pattern, score, question: questionOf(record) };
}

function notFound(id: string): InputError {
  return new InputError({
    code: 'record-not-found',
    message: `Cannot explain the record ${JSON.stringify(id)}: no record of the dataset has an id that starts like this`,
    fix: 'Ids are in lineage.jsonl and in report.html of the dataset; dsgen show prints some.',
  });
}

function explainPattern({ record, candidate }: RecordEntry): PatternExplanation {
  const { task, lineage } = record;
  const version = lineage.generator.slice(lineage.generator.lastIndexOf('@') + 1);
  const shared = { name: candidate.pattern, version, task };
  const pattern = PATTERNS.find(({ name }) => name === candidate.pattern);
  const known = pattern ?? PROMPTS.find((prompt) => patternOf(prompt) === candidate.pattern);
  if (known === undefined || String(known.version) !== version) return shared;
  return { ...shared, promise: known.promise, ...(pattern === undefined ? {} : { precision: pattern.precision }) };
}

/** A line of `rejected.jsonl`. */
interface RejectRow {
  readonly reason: string;
  readonly detail: string;
  readonly lostTo?: string;
  readonly candidate: Candidate;
}

async function findAlternatives(
  { record, candidate: { section } }: RecordEntry,
  options: ExplainRecordOptions,
): Promise<{ readonly alternatives: readonly Alternative[]; readonly total: number }> {
  const beaten: Alternative[] = [];
  const others: Alternative[] = [];
  let total = 0;
  const { signal } = options;
  for await (const row of readRows(options.open(REJECTED_FILE), signal === undefined ? {} : { signal })) {
    if (!row.ok || !isReject(row.value)) continue;
    const { candidate, lostTo } = row.value;
    const isSameSection = candidate.section === section && candidate.lineage.documentId === record.lineage.documentId;
    if (lostTo !== record.id && !isSameSection) continue;
    total += 1;
    const list = lostTo === record.id ? beaten : others;
    if (list.length < MOST_ALTERNATIVES) list.push(toAlternative(row.value, lostTo === record.id));
  }
  return { alternatives: [...beaten, ...others].slice(0, MOST_ALTERNATIVES), total };
}

/** The fields that are read; a line that lacks them is not ours. */
function isReject(value: unknown): value is RejectRow {
  if (typeof value !== 'object' || value === null) return false;
  const { candidate } = value as Partial<RejectRow>;
  return Array.isArray(candidate?.messages) && typeof candidate.lineage?.documentId === 'string';
}

function toAlternative({ candidate, reason, detail }: RejectRow, lostToRecord: boolean): Alternative {
  const { id, pattern, score } = candidate;
  const { question, answer } = takeApart(candidate);
  return { id, pattern, score, question, answer, reason, detail, lostToRecord };
}

function questionOf({ messages }: DatasetRecord): string {
  return messages.find(({ role }) => role === 'user')?.content ?? '';
}
