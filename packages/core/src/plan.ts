import type { DocumentOutcome } from './ledger.ts';

/** Who reads the document: the specification's four specialised processors, and ours for what it leaves out. */
export const PROCESSORS = ['pdf', 'office', 'text', 'html', 'table', 'mail', 'image', 'code'] as const;
export type Processor = (typeof PROCESSORS)[number];

/** The specification's four depths of analysis. */
export const COMPLEXITIES = ['simple', 'medium', 'complex', 'research'] as const;
export type Complexity = (typeof COMPLEXITIES)[number];

/** Where a shard runs. */
export const LANES = ['fast', 'standard', 'heavy', 'massive'] as const;
export type Lane = (typeof LANES)[number];

/** What will be done with one document, and about how much work it is. */
export interface DocumentPlan {
  readonly path: string;
  readonly documentId: string;
  readonly bytes: number;
  /** From the content first and the name second. */
  readonly mediaType: string;
  readonly processor: Processor;
  readonly complexity: Complexity;
  readonly lane: Lane;
  /** Pages, slides or sheets, where the format tells cheaply. */
  readonly pages?: number;
  /** Pages without a text layer: work for OCR. */
  readonly pagesWithoutText?: number;
  /** Tokens of text expected, and milliseconds of one core. */
  readonly estimatedTokens: number;
  readonly estimatedMs: number;
  /** Set when the document will give nothing, with the reason. */
  readonly outcome?: Exclude<DocumentOutcome, { readonly state: 'done' }>;
}
