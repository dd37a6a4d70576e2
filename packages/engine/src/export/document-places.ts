import type { Candidate, Split } from '@dsgen/core';
import type { Choice } from './choose-candidates.ts';
import type { Rejection } from './earlier-candidates.ts';

/** Where a document stands in a dataset. */
export interface DocumentPlace {
  readonly split: Split;
  readonly licence: string | undefined;
}

/** Finds records that rest on documents which a dataset keeps apart: nothing of a test document may be trained on. */
export class DocumentPlaces {
  readonly #places = new Map<string, DocumentPlace>();

  add(documentId: string, place: DocumentPlace): void {
    this.#places.set(documentId, place);
  }

  /** A choice of a candidate of a document, or its rejection where other documents of the candidate stand elsewhere. */
  keepApart(choice: Choice, own: DocumentPlace): Choice {
    if (choice.rejection !== undefined) return choice;
    const rejection = this.#findApart(choice.assessed.candidate, own);
    return rejection === undefined ? choice : { ...choice, rejection };
  }

  #findApart({ lineage }: Candidate, own: DocumentPlace): Rejection | undefined {
    for (const { documentId, path } of lineage.otherDocuments ?? []) {
      const other = this.#places.get(documentId);
      if (other === undefined || (other.split === own.split && other.licence === own.licence)) continue;
      const detail =
        other.split === own.split
          ? `It rests on ${JSON.stringify(path)} as well, which has another licence.`
          : `It rests on ${JSON.stringify(path)} as well, which is in ${other.split}, not in ${own.split}.`;
      return { reason: 'documents-apart', detail };
    }
    return undefined;
  }
}
