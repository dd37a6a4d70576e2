/** The dataset types a recipe can ask for. */
export const TASKS = [
  'instruction',
  'conversation',
  'qa',
  'summarization',
  'entities',
  'classification',
  'code',
  'creative',
] as const;
export type Task = (typeof TASKS)[number];

/** The specification's five levels, easiest first. */
export const DIFFICULTIES = ['elementary', 'intermediate', 'advanced', 'college', 'expert'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

export const SPLITS = ['train', 'validation', 'test'] as const;
export type Split = (typeof SPLITS)[number];

/** A call of a tool by the assistant. `arguments` is the parsed object; codecs decide how a consumer wants it. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** One turn. `context` is the passage a user turn is about: Alpaca's `input`, appended after a blank line elsewhere. */
export type Message =
  | { readonly role: 'system'; readonly content: string }
  | { readonly role: 'user'; readonly content: string; readonly context?: string; readonly name?: string }
  | {
      readonly role: 'assistant';
      readonly content: string;
      readonly toolCalls?: readonly ToolCall[];
      /** Loss weight: 0 leaves the turn out of training. Default 1. */
      readonly weight?: 0 | 1;
      readonly name?: string;
    }
  | { readonly role: 'tool'; readonly content: string; readonly toolCallId: string };

/** A tool the assistant may call; `parameters` is a JSON Schema. */
export interface ToolDefinition {
  readonly name: string;
  readonly description?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/**
 * A character range of a document's extracted text that supports a record. `quote` is what the text has there: exactly
 * `text.slice(start, end)`, or that with the `masked` ranges replaced by their placeholders.
 */
export interface Span {
  readonly documentId: string;
  /** 1-based, when the format has pages. */
  readonly page?: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Personal data and secrets left out of the quote, in text order. Absent when there are none. */
  readonly masked?: readonly MaskedRange[];
}

/** A part of a document's text that a quote shows as a placeholder only. Offsets are those of the document's text. */
export interface MaskedRange {
  readonly start: number;
  readonly end: number;
  /** `[EMAIL_1]`; equal values of a document have equal placeholders. */
  readonly placeholder: string;
}

/** How a record differs from the one that it is a variation of. */
export type Variation = 'questions' | 'answers' | 'entities' | 'dates';

/** Where a record comes from and what made it. */
export interface Lineage {
  readonly corpus: string;
  readonly documentId: string;
  /** Path relative to the corpus root. */
  readonly path: string;
  readonly chunkId: string;
  /** Documents before this one that the record rests on as well; absent where it is about this one only. */
  readonly otherDocuments?: ReadonlyArray<{ readonly documentId: string; readonly path: string }>;
  /** Texts of the headings above, outermost first. */
  readonly headingPath: readonly string[];
  /** `extractive/qa/definition@1`: generator, task, pattern and version. */
  readonly generator: string;
  /** SPDX expression of the document's licence; absent when it is not known. */
  readonly licence?: string;
  readonly model?: string;
  readonly promptHash?: string;
  /** Id of the record that this one is a variation of. */
  readonly variantOf?: string;
  /** In what it differs from that record. `entities` and `dates` say what no document says: their sources show the original. */
  readonly variation?: Variation;
  readonly seed: number;
  readonly recipeHash: string;
}

/** What entity, classification and multiple-choice tasks carry beside the messages. */
export interface TaskPayload {
  readonly entities?: ReadonlyArray<{
    readonly type: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }>;
  readonly label?: string;
  readonly choices?: readonly string[];
  /** Preference data: what is wrong with the rejected answer. */
  readonly flaw?: string;
}

/** The canonical training record: what a dataset holds, whatever it is exported as. */
export interface DatasetRecord {
  /** 32 hex digits derived from content and sources: the same record has the same id in every run. */
  readonly id: string;
  readonly task: Task;
  readonly messages: readonly Message[];
  readonly tools?: readonly ToolDefinition[];
  /** Preference data: the answer that should lose. */
  readonly rejected?: readonly Message[];
  readonly payload?: TaskPayload;
  readonly sources: readonly Span[];
  readonly lineage: Lineage;
  /** Named scores from 0 to 1, and `tokens`. Scorers of the recipe may have another scale, and null where they had nothing to say. */
  readonly quality: Readonly<Record<string, number | null>>;
  readonly difficulty: Difficulty;
  readonly split: Split;
}

/** A record as generated, before assessment decides about it. */
export interface Candidate extends Omit<DatasetRecord, 'split'> {
  /** Pattern that made it, such as `definition` or `numbered-steps`. */
  readonly pattern: string;
  /** Identifies the section it is about within its document; caps count by it. */
  readonly section: string;
  /** What the record is about, normalised: two candidates with one focus and pattern family say the same thing twice. */
  readonly focus: string;
  /** Rank within its section, higher is better, from 0 to 1. */
  readonly score: number;
}
