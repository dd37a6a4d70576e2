import { DEFAULT_EXTRACT_LIMITS, DEFAULT_MAX_DOCUMENT_BYTES, type ExtractLimits } from '@dsgen/engine';
import type { DocumentProcessLimits } from './pool/document-runner.ts';

const MEBIBYTE = 1024 * 1024;

/** What one document may cost. A document that needs more is quarantined with the reason; the job goes on. */
export interface LocalLimits extends DocumentProcessLimits {
  /** Larger files are quarantined as `too-large` unread. Default 512 MiB. */
  readonly maxDocumentBytes: number;
  /** Most bytes an extraction may give. Default 256 MiB. */
  readonly maxOutputBytes: number;
  /** Wall time of extracting a document of any size, in milliseconds. Default 60,000. */
  readonly timeoutMs: number;
  /** Wall time added per MiB of the document, in milliseconds. Default 2,000. */
  readonly timeoutPerMebibyteMs: number;
  /** Wall time of chunking, analysing, generating and assessing a document, in milliseconds. Default 300,000. */
  readonly processTimeoutMs: number;
  /** What a reader may take: part of every artefact's key. */
  readonly extract: ExtractLimits;
}

export const DEFAULT_LIMITS: LocalLimits = {
  maxDocumentBytes: DEFAULT_MAX_DOCUMENT_BYTES,
  maxOutputBytes: 256 * MEBIBYTE,
  maxResidentBytes: 1024 * MEBIBYTE,
  maxRequests: 500,
  timeoutMs: 60_000,
  timeoutPerMebibyteMs: 2_000,
  processTimeoutMs: 300_000,
  extract: DEFAULT_EXTRACT_LIMITS,
};

/** Wall time of extracting a document, in milliseconds. */
export function extractTimeoutMs(limits: LocalLimits, bytes: number): number {
  return Math.round(limits.timeoutMs + (bytes / MEBIBYTE) * limits.timeoutPerMebibyteMs);
}
