import type { Refusal, StoredBytes } from '../corpus/corpus-item.ts';
import type { ProgressCounts } from './progress.ts';
import type { EntryOutcome, UploadEntries, UploadEntry } from './state/upload-entries.ts';
import type { KnownFile, UploadState } from './state/upload-state.ts';

/** A document of an entry, by its content. */
export interface EntryDocument {
  readonly position: number;
  readonly documentId: string;
  readonly bytes: number;
}

export interface SettledDocument extends EntryDocument {
  readonly stored: StoredBytes;
  /** `sent` now, `found` in the bucket, or `hint`: there as far as an earlier run knew. */
  readonly how: 'sent' | 'found' | 'hint';
}

/** Keeps the account of a run: what became of each entry, and which contents are on their way. Writes many at a time. */
export interface Settler {
  /** Whether the caller must bring the content into the bucket. If not, it is there or under way, and the entry settles with it. */
  begin(document: EntryDocument, entry: UploadEntry): boolean;
  /** The content is in the bucket: its entry and all others that wait for it are settled. */
  document(document: SettledDocument): void;
  /** The content will not come: gives the entries that waited for it. */
  giveUp(documentId: string): readonly UploadEntry[];
  refuse(position: number, refusal: Refusal): void;
  learn(file: KnownFile): void;
  flush(): void;
}

const BATCH = 1000;

export function createSettler(state: UploadState, entries: UploadEntries, progress: ProgressCounts): Settler {
  return new BatchSettler(state, entries, progress);
}

class BatchSettler implements Settler {
  readonly #state: UploadState;
  readonly #entries: UploadEntries;
  readonly #progress: ProgressCounts;
  readonly #waiting = new Map<string, UploadEntry[]>();
  /** Not written yet. */
  #outcomes: Array<{ readonly position: number; readonly outcome: EntryOutcome }> = [];
  #stored = new Map<string, StoredBytes>();
  #files: KnownFile[] = [];

  constructor(state: UploadState, entries: UploadEntries, progress: ProgressCounts) {
    this.#state = state;
    this.#entries = entries;
    this.#progress = progress;
  }

  begin(document: EntryDocument, entry: UploadEntry): boolean {
    const sent = this.#stored.get(document.documentId);
    const stored = sent ?? this.#state.stored(document.documentId);
    if (stored !== undefined) {
      this.#settle({ ...document, stored, how: sent === undefined ? 'hint' : 'found' });
      return false;
    }
    const waiting = this.#waiting.get(document.documentId);
    if (waiting === undefined) this.#waiting.set(document.documentId, []);
    else waiting.push({ ...entry, position: document.position });
    return waiting === undefined;
  }

  document(document: SettledDocument): void {
    if (document.how !== 'hint') this.#stored.set(document.documentId, document.stored);
    const waiting = this.giveUp(document.documentId);
    this.#settle(document);
    for (const { position } of waiting) this.#settle({ ...document, position, how: 'found' });
  }

  giveUp(documentId: string): readonly UploadEntry[] {
    const waiting = this.#waiting.get(documentId) ?? [];
    this.#waiting.delete(documentId);
    return waiting;
  }

  refuse(position: number, refusal: Refusal): void {
    this.#outcomes.push({ position, outcome: { refusal } });
    this.#progress.doneFiles += 1;
    const { leftOut } = this.#progress;
    leftOut[refusal.reason] = (leftOut[refusal.reason] ?? 0) + 1;
    this.#flushIfFull();
  }

  learn(file: KnownFile): void {
    this.#files.push(file);
    this.#flushIfFull();
  }

  flush(): void {
    this.#entries.settle(this.#outcomes);
    this.#state.putStored(this.#stored);
    this.#state.putFileFacts(this.#files);
    this.#outcomes = [];
    this.#stored = new Map();
    this.#files = [];
  }

  #settle({ position, documentId, bytes, stored, how }: SettledDocument): void {
    this.#outcomes.push({ position, outcome: { documentId, bytes, stored, isHint: how === 'hint' } });
    this.#progress.doneFiles += 1;
    this.#progress.doneBytes += bytes;
    if (how !== 'sent') this.#progress.deduplicatedBytes += bytes;
    this.#flushIfFull();
  }

  #flushIfFull(): void {
    if (this.#outcomes.length >= BATCH || this.#files.length >= BATCH) this.flush();
  }
}
