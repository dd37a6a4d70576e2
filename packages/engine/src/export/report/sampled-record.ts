import type { Message, Task, Difficulty, Split } from '@dsgen/core';
import type { Passage } from '../../shared/passages.ts';
import type { AssessedCandidate } from '../../assess/verdict.ts';
import type { Sampled } from './record-sample.ts';
import { clip, clipLine } from './clip.ts';

/** A record as the page shows it, with every text cut to what fits there. */
export interface SampledRecord extends Sampled {
  readonly task: Task;
  readonly difficulty: Difficulty;
  readonly split: Split;
  readonly tokens: number;
  readonly path: string;
  readonly headingPath: readonly string[];
  readonly pages: readonly number[];
  /** Row of the record: file and 1-based line. */
  readonly file: string;
  readonly line: number;
  readonly turns: ReadonlyArray<{ readonly role: string; readonly text: string }>;
  readonly passages: readonly SampledPassage[];
}

export interface SampledPassage {
  /** The document that it is of, where that is not the record's own. */
  readonly otherPath?: string;
  readonly parts: ReadonlyArray<{ readonly kind: 'quote' | 'context'; readonly text: string }>;
}

/** Characters of a turn, and of a quote or the text around it. */
const LONGEST_TURN = 1600;
const LONGEST_PART = 700;
const MOST_PASSAGES = 3;
const MOST_PARTS = 12;

export interface RecordPlace {
  readonly path: string;
  readonly split: Split;
  readonly file: string;
  readonly line: number;
  readonly priority: number;
}

export function toSampledRecord({ candidate, passages = [] }: AssessedCandidate, place: RecordPlace): SampledRecord {
  const { id, task, difficulty, pattern, quality, lineage, sources, messages } = candidate;
  return {
    ...place,
    id,
    task,
    difficulty,
    pattern,
    tokens: quality['tokens'] ?? 0,
    headingPath: lineage.headingPath.map((heading) => clipLine(heading)),
    pages: [
      ...new Set(sources.flatMap(({ documentId, page = [] }) => (documentId === lineage.documentId ? page : []))),
    ],
    turns: messages.flatMap(turnsOf),
    passages: passages.slice(0, MOST_PASSAGES).map((passage) => readPassage(passage, candidate)),
  };
}

function turnsOf(message: Message): SampledRecord['turns'] {
  const turn = { role: message.role, text: clip(message.content, LONGEST_TURN) };
  if (message.role !== 'user' || message.context === undefined) return [turn];
  return [turn, { role: 'passage', text: clip(message.context, LONGEST_TURN) }];
}

function readPassage(passage: Passage, { sources, lineage }: AssessedCandidate['candidate']): SampledPassage {
  const quoted = passage.find((part) => typeof part === 'number') ?? 0;
  const other = lineage.otherDocuments?.find(({ documentId }) => documentId === sources[quoted]?.documentId);
  const parts = passage
    .slice(0, MOST_PARTS)
    .map((part): SampledPassage['parts'][number] =>
      typeof part === 'number'
        ? { kind: 'quote', text: clip(sources[part]?.quote ?? '', LONGEST_PART) }
        : { kind: 'context', text: clip(part, LONGEST_PART) },
    );
  return { parts, ...(other === undefined ? {} : { otherPath: other.path }) };
}
