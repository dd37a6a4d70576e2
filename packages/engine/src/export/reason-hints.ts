import type { QuarantineReason, SkipReason } from '@dsgen/core';
import type { RejectReason } from '../assess/verdict.ts';
import type { CallState } from '../write/model-call.ts';

const CANDIDATE_HINTS: Readonly<Record<RejectReason, string>> = {
  'too-short': 'question or answer holds too little to learn from',
  'too-long': 'longer than assess.maxTokens of the recipe',
  'wrong-language': 'not in the language of its document',
  'span-mismatch': 'its evidence is not in the document word by word',
  boilerplate: 'made of text that repeats across pages or documents',
  'not-self-contained': 'refers to something outside itself: "this", "as shown above"',
  incomplete: 'the answer stops short of a whole statement',
  residue: 'carries leftovers of markup, navigation or layout',
  unsupported: 'the answer of a model says what the sentences it cites do not say',
  judged: 'a judge that saw the sources gave it too low a score',
  'low-score': 'a scorer of the recipe gave it a score that a gate does not let through, or none',
  'poor-variation': 'a rewording that copies its original or says something else',
  'original-left-out': 'a variation of a record that is not in the dataset',
  'documents-apart': 'rests on one of its two documents only, or the dataset keeps them apart',
  vague: 'the answer says too little about its question',
  'weak-question': 'the question is not one a person would ask',
  unspecific: 'a search for the question finds another part of its document first',
  'personal-data': 'holds personal data, and assess.pii is drop',
  secret: 'holds a key or password',
  duplicate: 'word for word the same as an earlier candidate',
  'near-duplicate': 'says almost the same as an earlier candidate',
  'same-fact': 'asks for a fact that an earlier candidate asks for',
  'section-cap': 'its section has assess.maxPerSection better ones',
  'document-cap': 'its document has assess.maxPerDocument better ones',
  'kind-cap': 'its document has enough better ones of this kind for its length',
  'low-rank': 'likely not good enough, by what strict readers kept of others like it',
  'not-representable': 'the format cannot hold it',
  limit: 'came after the limit was reached',
};

const DOCUMENT_HINTS: Readonly<Record<SkipReason | QuarantineReason, string>> = {
  'duplicate-document': 'same bytes as an earlier document',
  excluded: 'left out by --include or --exclude',
  hidden: 'hidden file or folder',
  empty: 'no text in it',
  'unsupported-type': 'a type dsgen does not read',
  'no-text-layer': 'images of pages only: --ocr reads them',
  'limit-reached': 'not needed: the limit was reached before',
  'outside-corpus': 'a link that leads out of the corpus',
  'not-a-file': 'a pipe, socket or device',
  encrypted: 'needs a password: save a copy without one',
  corrupt: 'damaged or not what its type says',
  'too-large': 'larger than the limits allow',
  bomb: 'unpacks to far more than its size: refused',
  'timed-out': 'took too long to read and was stopped',
  'out-of-memory': 'took too much memory to read and was stopped',
  'output-too-large': 'gave more text than the limits allow',
  crashed: 'its reader broke down; the others went on',
  unreadable: 'could not be opened: check its permissions',
  changed: 'changed while it was read: run again',
  'bad-encoding': 'its text is in no encoding that could be told',
};

const CALL_HINTS: Readonly<Record<Exclude<CallState, 'done'>, string>> = {
  refused: 'the model declined',
  filtered: 'the provider withheld the answer',
  truncated: 'the answer or the context ended too soon: see model.maxOutputTokens and chunk.maxTokens',
  malformed: 'the answer was not JSON of the asked shape, also after a repair',
  failed: 'no answer after all attempts: run again',
  'over-budget': 'not made: it might have cost more than the budget has left',
  'not-cached': 'not made: its answer is not kept, and the run is offline',
  withheld: 'not made: the section speaks to a model instead of a reader',
};

const HINTS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(CANDIDATE_HINTS).map(([reason, hint]) => [`candidate/${reason}`, hint] as const),
  ...Object.entries(CALL_HINTS).map(([state, hint]) => [`call/${state}`, hint] as const),
  ...Object.entries(DOCUMENT_HINTS).map(([reason, hint]) => [`document/${reason}`, hint] as const),
]);

/**
 * What a reason of the ledger means and what can be done about it, in plain words; empty for a reason this version does
 * not know. The page docs/reasons.md says more.
 *
 * @example
 * reasonHint('document/no-text-layer') // 'images of pages only: --ocr reads them'
 */
export function reasonHint(reason: string): string {
  return HINTS.get(reason) ?? '';
}
