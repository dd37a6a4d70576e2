import type { DocumentOutcome, DocumentPlan } from '@dsgen/core';
import { mediaTypeOfName } from './file-extensions.ts';
import { sniffMediaType } from './media-type.ts';
import { isReadable } from './readable-types.ts';
import { route, type RouteFacts } from './route.ts';

/** A file of more bytes is quarantined as `too-large`: it would not fit the memory of one worker. */
export const DEFAULT_MAX_DOCUMENT_BYTES = 512 * 1024 * 1024;

export interface PlanDocumentInput {
  readonly path: string;
  readonly documentId: string;
  /** Size of the whole file. */
  readonly bytes: number;
  /** The first bytes: `SNIFF_BYTES` of them, or the whole file. */
  readonly head: Uint8Array;
  /** The last bytes; tells ZIP containers apart and finds encrypted Office files. */
  readonly tail?: Uint8Array;
  /** Whether images and pages without text are read by OCR. Default false. */
  readonly ocr?: boolean;
  /** Default {@link DEFAULT_MAX_DOCUMENT_BYTES}. */
  readonly maxBytes?: number;
  /** What `planPdf` found in the whole file. */
  readonly pdf?: Pick<RouteFacts, 'pages' | 'pagesWithoutText' | 'textLength' | 'complexPages'>;
}

type Refusal = Exclude<DocumentOutcome, { readonly state: 'done' }>;

/**
 * What will be done with one document and about how much work it is, from its first and last bytes. A pure function:
 * the host reads the bytes. `outcome` is set where they already tell that the document gives nothing; other documents may
 * still end that way when they are read.
 */
export function planDocument(input: PlanDocumentInput): DocumentPlan {
  const mediaType = sniffMediaType(input);
  const facts = routeFacts(input, mediaType);
  const outcome = foreseeOutcome(input, mediaType, facts);
  const planned = route(facts);
  return {
    path: input.path,
    documentId: input.documentId,
    bytes: input.bytes,
    mediaType,
    ...planned,
    ...(facts.pages === undefined ? {} : { pages: facts.pages }),
    ...(facts.pagesWithoutText === undefined ? {} : { pagesWithoutText: facts.pagesWithoutText }),
    ...(outcome === undefined ? {} : { outcome, estimatedTokens: 0, estimatedMs: 0 }),
  };
}

function routeFacts(input: PlanDocumentInput, mediaType: string): RouteFacts {
  const pages = input.pdf?.pages ?? (mediaType === 'application/pdf' ? linearizedPageCount(input.head) : undefined);
  const imagePages = mediaType.startsWith('image/') ? { pages: 1, pagesWithoutText: 1 } : {};
  return {
    mediaType,
    bytes: input.bytes,
    ...imagePages,
    ...(pages === undefined ? {} : { pages }),
    ...input.pdf,
    ...(input.ocr === undefined ? {} : { ocr: input.ocr }),
  };
}

function foreseeOutcome(input: PlanDocumentInput, mediaType: string, facts: RouteFacts): Refusal | undefined {
  const maxBytes = input.maxBytes ?? DEFAULT_MAX_DOCUMENT_BYTES;
  if (input.bytes === 0) return skipped('empty', 'the file has 0 bytes');
  if (input.bytes > maxBytes) {
    return quarantined('too-large', `the file has ${input.bytes} bytes; the limit is ${maxBytes}`);
  }
  if (mediaType === 'application/x-ole-storage') return foreseeOleOutcome(input);
  if (!isReadable(mediaType)) return foreseeUnreadable(input, mediaType);
  const isAllUnread = facts.pages !== undefined && facts.pages > 0 && facts.pages === facts.pagesWithoutText;
  if (input.ocr !== true && isAllUnread) return skipped('no-text-layer', noTextLayerDetail(mediaType));
  return undefined;
}

/** Why a scan gives nothing, with the way out. */
export function noTextLayerDetail(mediaType: string): string {
  return mediaType.startsWith('image/')
    ? 'an image has no text layer; run with --ocr to read it'
    : 'no page has a text layer; run with --ocr to read them';
}

/** Old binary Office files and encrypted new ones share one container; only the latter hold this stream name. */
function foreseeOleOutcome({ head, tail }: PlanDocumentInput): Refusal {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  const isEncrypted = [head, tail].some((bytes) => bytes !== undefined && Buffer.from(bytes).includes(name));
  return isEncrypted
    ? quarantined('encrypted', 'the Office document is protected by a password; save it without one')
    : skipped('unsupported-type', 'a binary Office 97 or Outlook file; save it as DOCX, XLSX, PPTX or EML');
}

function foreseeUnreadable(input: PlanDocumentInput, mediaType: string): Refusal {
  const named = mediaTypeOfName(input.path);
  if (named !== undefined && isReadable(named)) {
    return quarantined('corrupt', `the name says ${named}, but the content is ${mediaType}`);
  }
  return skipped('unsupported-type', `nothing reads ${mediaType}`);
}

/** A PDF made for the web states its page count in its first object. */
function linearizedPageCount(head: Uint8Array): number | undefined {
  const start = Buffer.from(head.subarray(0, 2048)).toString('latin1');
  const dictionary = /\/Linearized[^>]{0,400}/.exec(start)?.[0];
  const pages = dictionary === undefined ? undefined : /\/N\s+(\d{1,7})\b/.exec(dictionary)?.[1];
  return pages === undefined ? undefined : Number(pages);
}

function skipped(reason: Extract<Refusal, { state: 'skipped' }>['reason'], detail: string): Refusal {
  return { state: 'skipped', reason, detail };
}

function quarantined(reason: Extract<Refusal, { state: 'quarantined' }>['reason'], detail: string): Refusal {
  return { state: 'quarantined', reason, detail };
}
