import type { Host } from '../host.ts';
import type { StoredCorpus } from '../state/corpus-table.ts';
import { documentKey } from '../store/put-document-bytes.ts';
import type { ScannedDocument } from './scan-documents.ts';

/** Where a document's bytes are: linked files stay in place, copied ones are in the store. */
export function findFile(host: Host, corpus: StoredCorpus, { file, documentId }: ScannedDocument): string {
  return file ?? host.artefacts.pathOf(documentKey(corpus.id, documentId));
}

/** What a document process must be able to read, beside its own code. */
export function readableFiles(host: Host, corpus: StoredCorpus, ocrDataPath: string | undefined): readonly string[] {
  const documents = corpus.kind === 'linked' ? corpus.paths : [host.artefacts.pathOf(`bronze/${corpus.id}`)];
  const artefacts = host.artefacts.pathOf('silver');
  return [...documents, artefacts, ...(ocrDataPath === undefined ? [] : [ocrDataPath])];
}
