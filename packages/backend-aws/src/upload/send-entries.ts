import { orderedMap } from '@dsgen/backend-local';
import { documentKey } from '../corpus/corpus-item.ts';
import { createPackWriter, MAX_PACKED_BYTES, type PackWriter } from './pack-writer.ts';
import { CHANGES_ALWAYS, lookAgain, MAX_READS, prepareEntry, type PreparedEntry } from './prepare-entry.ts';
import { putWhole } from './put-whole.ts';
import { FileChangedError } from './read-stable.ts';
import type { EntryDocument } from './settler.ts';
import type { UploadEntry } from './state/upload-entries.ts';
import { uploadLarge } from './upload-large.ts';
import type { UploadSession } from './upload-session.ts';

/** Files read at once, and how far reading may run ahead of the first that is not done. */
const READS = { inFlight: 8, lookAhead: 64 };

type Whole = Extract<PreparedEntry, { readonly kind: 'whole' }>;
type Large = Extract<PreparedEntry, { readonly kind: 'large' }>;

/** Brings the bytes of all entries into the bucket and settles each of them. */
export async function sendEntries(
  session: UploadSession,
  entries: AsyncIterable<UploadEntry> | Iterable<UploadEntry>,
): Promise<void> {
  const work = new Work(session);
  const prepared = orderedMap(entries, async (entry) => ({ entry, done: await prepareEntry(session, entry) }), READS);
  try {
    for await (const { entry, done } of prepared) {
      session.signal.throwIfAborted();
      await work.take(done, entry);
    }
    await work.finish();
  } finally {
    await work.settled();
  }
}

/** Sends what was prepared, without waiting for each. A failure ends the session. */
class Work {
  readonly #session: UploadSession;
  readonly #packs: PackWriter;
  readonly #underWay = new Set<Promise<void>>();

  constructor(session: UploadSession) {
    this.#session = session;
    this.#packs = createPackWriter(session);
  }

  async take(prepared: PreparedEntry, entry: UploadEntry): Promise<void> {
    const { settler, sender } = this.#session;
    if (prepared.kind === 'refused') {
      settler.refuse(prepared.position, prepared.refusal);
    } else if (prepared.kind === 'known') {
      settler.document({ ...prepared, how: 'hint' });
    } else if (!settler.begin(documentOf(prepared), entry)) {
      this.#release(prepared);
    } else if (prepared.kind === 'whole' && this.#travelsInPack(prepared)) {
      await this.#packs.add(prepared);
      this.#release(prepared);
    } else {
      await sender.hasRoom();
      this.#start(prepared.kind === 'whole' ? this.#sendWhole(prepared) : this.#sendLarge(prepared, entry));
    }
  }

  /** Sends the last pack and waits for everything. */
  async finish(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    await this.#packs.finish();
    this.#session.signal.throwIfAborted();
    this.#session.settler.flush();
  }

  /** Waits until nothing is under way, however it ends. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#underWay);
    await this.#packs.settled();
  }

  #start(sending: Promise<void>): void {
    const tracked: Promise<void> = sending
      .catch((error: unknown) => this.#session.fail(error))
      .finally(() => this.#underWay.delete(tracked));
    this.#underWay.add(tracked);
  }

  async #sendWhole(prepared: Whole): Promise<void> {
    const { documentId, body } = prepared;
    const key = documentKey(documentId);
    const how = await putWhole(this.#session, { key, sha256: documentId, body });
    this.#release(prepared);
    this.#session.settler.document({ ...documentOf(prepared), stored: { key }, how });
  }

  async #sendLarge(prepared: Large, entry: UploadEntry): Promise<void> {
    const { settler } = this.#session;
    const { documentId } = prepared.facts;
    try {
      const how = await uploadLarge(this.#session, prepared);
      settler.document({ ...documentOf(prepared), stored: { key: documentKey(documentId) }, how });
    } catch (error) {
      if (!(error instanceof FileChangedError)) throw error;
      for (const again of [entry, ...settler.giveUp(documentId)]) await this.#takeAgain(again);
    }
  }

  /** Reads a file that changed after it was read. */
  async #takeAgain({ position, entry, reads = 1 }: UploadEntry): Promise<void> {
    const file = reads === MAX_READS ? CHANGES_ALWAYS : await lookAgain(entry);
    if ('reason' in file) {
      this.#session.settler.refuse(position, file);
      return;
    }
    const again = { position, reads: reads + 1, entry: { path: entry.path, bytes: file.bytes, file } };
    await this.take(await prepareEntry(this.#session, again), again);
  }

  #travelsInPack({ body }: Whole): boolean {
    return this.#session.usesPacks && body.byteLength < MAX_PACKED_BYTES;
  }

  #release(prepared: Whole | Large): void {
    if (prepared.kind === 'whole') this.#session.memory.release(prepared.file.bytes);
  }
}

function documentOf(prepared: Whole | Large): EntryDocument {
  const { position, file } = prepared;
  return prepared.kind === 'whole'
    ? { position, documentId: prepared.documentId, bytes: prepared.body.byteLength }
    : { position, documentId: prepared.facts.documentId, bytes: file.bytes };
}
