import { createHash } from 'node:crypto';
import { BackendError } from '@dsgen/core';
import { sealKey, type SealedCorpus } from '../corpus/corpus-item.ts';
import { readSeal, writeManifest } from '../corpus/manifest.ts';
import { createS3ArtefactStore } from '../store/s3-artefact-store.ts';
import { objectExists } from './object-exists.ts';
import { sendEntries } from './send-entries.ts';
import type { UploadEntries } from './state/upload-entries.ts';
import type { UploadSession } from './upload-session.ts';

export interface SealedUpload {
  readonly corpusId: string;
  readonly seal: SealedCorpus;
  /** The corpus was sealed by an earlier upload of the same documents. */
  readonly wasSealed: boolean;
}

/**
 * Writes the manifest and the seal of what was sent. The corpus's id is made of its contents, so the same documents under the
 * same name are the same corpus, and an upload of what is sealed already has nothing left to do.
 *
 * @throws BackendError `corpus-sealed-otherwise`
 */
export async function sealCorpus(session: UploadSession, entries: UploadEntries, name: string): Promise<SealedUpload> {
  const { client, bucket, tenant, signal } = session;
  const store = createS3ArtefactStore({ client, bucket, tenant });
  for (;;) {
    const expected = describeCorpus(entries, name);
    const earlier = await readSeal(store, expected.corpusId, { signal });
    if (earlier !== undefined) return checkSeal(expected, earlier, true);
    if (await sendMissing(session, entries)) continue;
    const { corpusId } = expected;
    const seal = await writeManifest(store, { corpusId, name, items: entries.items() }, { signal });
    return checkSeal(expected, seal, false);
  }
}

interface ExpectedCorpus {
  readonly corpusId: string;
  readonly name: string;
  readonly documents: number;
  readonly bytes: number;
}

function describeCorpus(entries: UploadEntries, name: string): ExpectedCorpus {
  const hash = createHash('sha256').update(JSON.stringify(name));
  let documents = 0;
  let bytes = 0;
  for (const item of entries.items()) {
    hash.update(`\n${JSON.stringify(item)}`);
    documents += 1;
    bytes += item.bytes;
  }
  return { corpusId: `corpus-${hash.digest('hex').slice(0, 16)}`, name, documents, bytes };
}

/** What is there by hearsay is looked up before it is sealed. Gives whether something had to be sent again. */
async function sendMissing(session: UploadSession, entries: UploadEntries): Promise<boolean> {
  const missing: string[] = [];
  const asking = new Set<Promise<void>>();
  for (const key of entries.hintedKeys()) {
    await session.sender.hasRoom();
    const asked: Promise<void> = session.sender
      .run(() => objectExists(session, key))
      .then((isThere) => void (isThere || missing.push(key)))
      .catch((error: unknown) => session.fail(error))
      .finally(() => asking.delete(asked));
    asking.add(asked);
  }
  await Promise.all(asking);
  session.signal.throwIfAborted();
  for (const key of missing.toSorted()) session.state.forgetObject(key);
  await sendEntries(
    session,
    missing.toSorted().flatMap((key) => entries.reopen(key)),
  );
  return missing.length > 0;
}

function checkSeal(expected: ExpectedCorpus, seal: SealedCorpus, wasSealed: boolean): SealedUpload {
  const { corpusId, name, documents, bytes } = expected;
  if (seal.name === name && seal.documents === documents && seal.bytes === bytes) return { corpusId, seal, wasSealed };
  throw new BackendError({
    code: 'corpus-sealed-otherwise',
    message: `Cannot seal the corpus ${JSON.stringify(corpusId)}: another writer sealed it with ${seal.documents} documents of ${seal.bytes} bytes, this upload has ${documents} of ${bytes}`,
    fix: `Give the corpus another name with --name, or delete ${JSON.stringify(sealKey(corpusId))} if nothing uses it.`,
  });
}
