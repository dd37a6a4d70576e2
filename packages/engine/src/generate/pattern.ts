import type { ExtractedDocument, Recipe, Task, TaskPayload, TextRange } from '@dsgen/core';
import type { DocumentAnalysis, Section } from '../analyze/analysis.ts';
import type { Anchor } from './subjects/anchor.ts';
import type { BodyOptions, SectionBody } from './sections/section-body.ts';
import type { DocumentTopic } from './headings/topic.ts';

/** Part of a turn: document text, or a literal between such parts. */
export type Piece = TextRange | string;

/** How much the answer asks of a reader; one of the inputs of the difficulty rule. */
export type Reasoning = 'recall' | 'collect' | 'procedure' | 'explain' | 'cause' | 'condense' | 'convert';

/** A question of the user and its answer. */
export interface Exchange {
  readonly question: string;
  readonly answer: readonly Piece[];
}

/** What a pattern found: a record without identity, wording chosen, evidence named. */
export interface Draft {
  readonly section: Section;
  /** The user's turn, without the anchor that names the document's topic. */
  readonly question: string;
  /** Other ways to ask the same, tried in turn where a search for the question finds another part of the document. */
  readonly rewordings?: readonly string[];
  /** True where naming the place would give the answer away: the question is never given a longer anchor. */
  readonly takesNoAnchor?: true;
  /** Added to the question when it is asked without its passage; absent where the question stands alone. */
  readonly anchor?: Anchor | undefined;
  /** What the question is about. With `needsPassage` it always goes along; otherwise only when the recipe says `open`. */
  readonly passage?: readonly Piece[];
  readonly needsPassage?: boolean;
  readonly answer: readonly Piece[];
  /** Later turns of a conversation, which may lean on the earlier ones. */
  readonly followUps?: readonly Exchange[];
  /** Ranges that support the record beyond those of the answer. */
  readonly evidence?: readonly TextRange[];
  readonly payload?: TaskPayload;
  readonly reasoning: Reasoning;
  /** Normalised by the caller of the pattern: the term, rule or heading the record is about. */
  readonly focus: string;
  /** How well the pattern's conditions are met here, 0 to 1. */
  readonly fit: number;
}

/** What a pattern may look at. */
export interface PatternContext {
  readonly document: ExtractedDocument;
  readonly analysis: DocumentAnalysis;
  readonly recipe: Recipe;
  readonly topic: DocumentTopic;
  /** The text of a range. */
  text(this: void, range: TextRange): string;
  /** A heading as the document would write it in mid-sentence. */
  recase(this: void, heading: string): string;
  /** A noun phrase with the article the document uses before it. */
  article(this: void, phrase: string): string;
  /** The content below a heading; see `sectionBody`. */
  body(this: void, section: Section, options?: BodyOptions): SectionBody | undefined;
  /** One of the options: the same for the same seed and place, whatever else is in the corpus. */
  choose<Option>(at: TextRange, options: readonly Option[]): Option;
  /** One of the wordings as the question, the others as rewordings. */
  phrase(at: TextRange, wordings: readonly string[]): Pick<Draft, 'question' | 'rewordings'>;
  /** Whether a search of the document for a question finds one of the ranges before anything else. */
  finds(this: void, question: string, ranges: readonly TextRange[]): boolean;
}

/**
 * A way to make one kind of record from what a document already says. `find` is pure and yields in document order.
 * Raise `version` when a pattern's output changes: it is part of every record's lineage.
 */
export interface Pattern {
  readonly name: string;
  readonly task: Task;
  /** What holds for every record it makes, in one sentence for the reader of a record. */
  readonly promise: string;
  /** Patterns of one family that share a focus say the same thing; one of them is kept. */
  readonly family: string;
  readonly version: number;
  /** Languages whose wording the pattern knows; `any` where it relies on structure only. */
  readonly languages: readonly string[] | 'any';
  /**
   * Share of its records that a reader was found or expected to keep: where ranking starts. What strict readers of unseen
   * text kept is in docs/quality.md.
   */
  readonly precision: number;
  /** False where a strict reader of unseen text keeps fewer than 80 of 100: only with `generate.allPatterns`. */
  readonly isDefault?: false;
  find(context: PatternContext): Iterable<Draft>;
}
