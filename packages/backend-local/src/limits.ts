import { DEFAULT_EXTRACT_LIMITS, DEFAULT_MAX_DOCUMENT_BYTES, type ExtractLimits } from '@dsgen/engine';
import type { ExtractProcessLimits } from './pool/extract-runner.ts';

const MEBIBYTE = 1024 * 1024;

/** What one document may cost. A document that needs more is quarantined with the reason; the job goes on. */
export interface LocalLimits extends ExtractProcessLimits {
  /** Larger files are quarantined as `too-large` unread. Default 512 MiB. */
  readonly maxDocumentBytes: number;
  /** Most bytes an extraction may give. Default 256 MiB. */
  readonly maxOutputBytes: number;
  /** Wall time of chunking, analysing, generating and assessing one document, in milliseconds. Default 300,000. */
  readonly processTimeoutMs: number;
  /** Heap of one processing thread, in MiB. Default 2,048. */
  readonly maxProcessHeapMebibytes: number;
  /** What a reader may take: part of every artefact's key. */
  readonly extract: ExtractLimits;
}

export const DEFAULT_LIMITS: LocalLimits = {
  maxDocumentBytes: DEFAULT_MAX_DOCUMENT_BYTES,
  maxOutputBytes: 256 * MEBIBYTE,
  maxResidentBytes: 1024 * MEBIBYTE,
  timeoutMs: 60_000,
  timeoutPerMebibyteMs: 2_000,
  maxDocuments: 250,
  processTimeoutMs: 300_000,
  maxProcessHeapMebibytes: 2_048,
  extract: DEFAULT_EXTRACT_LIMITS,
};
