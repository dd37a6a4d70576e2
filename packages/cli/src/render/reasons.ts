/** What a reason of the ledger means and what can be done about it, in plain words. The page docs/reasons.md says more. */
const HINTS: ReadonlyMap<string, string> = new Map([
  ['candidate/too-short', 'question or answer holds too little to learn from'],
  ['candidate/too-long', 'longer than assess.maxTokens of the recipe'],
  ['candidate/wrong-language', 'not in the language of its document'],
  ['candidate/span-mismatch', 'its evidence is not in the document word by word'],
  ['candidate/boilerplate', 'made of text that repeats across pages or documents'],
  ['candidate/not-self-contained', 'refers to something outside itself: "this", "as shown above"'],
  ['candidate/incomplete', 'the answer stops short of a whole statement'],
  ['candidate/residue', 'carries leftovers of markup, navigation or layout'],
  ['candidate/vague', 'the answer says too little about its question'],
  ['candidate/weak-question', 'the question is not one a person would ask'],
  ['candidate/personal-data', 'holds personal data, and assess.pii is drop'],
  ['candidate/secret', 'holds a key or password'],
  ['candidate/duplicate', 'word for word the same as an earlier candidate'],
  ['candidate/near-duplicate', 'says almost the same as an earlier candidate'],
  ['candidate/same-fact', 'asks for a fact that an earlier candidate asks for'],
  ['candidate/section-cap', 'its section has assess.maxPerSection better ones'],
  ['candidate/document-cap', 'its document has assess.maxPerDocument better ones'],
  ['candidate/kind-cap', 'its document has enough better ones of this kind'],
  ['candidate/kind-cap', 'its document has enough better ones of this kind for its length'],
  ['candidate/not-representable', 'the format cannot hold it'],
  ['candidate/limit', 'came after the limit was reached'],
  ['document/duplicate-document', 'same bytes as an earlier document'],
  ['document/excluded', 'left out by --include or --exclude'],
  ['document/hidden', 'hidden file or folder'],
  ['document/empty', 'no text in it'],
  ['document/unsupported-type', 'a type dsgen does not read'],
  ['document/no-text-layer', 'images of pages only: --ocr reads them'],
  ['document/limit-reached', 'not needed: the limit was reached before'],
  ['document/outside-corpus', 'a link that leads out of the corpus'],
  ['document/not-a-file', 'a pipe, socket or device'],
  ['document/encrypted', 'needs a password: save a copy without one'],
  ['document/corrupt', 'damaged or not what its type says'],
  ['document/too-large', 'larger than the limits allow'],
  ['document/bomb', 'unpacks to far more than its size: refused'],
  ['document/timed-out', 'took too long to read and was stopped'],
  ['document/out-of-memory', 'took too much memory to read and was stopped'],
  ['document/output-too-large', 'gave more text than the limits allow'],
  ['document/crashed', 'its reader broke down; the others went on'],
  ['document/unreadable', 'could not be opened: check its permissions'],
  ['document/changed', 'changed while it was read: run again'],
  ['document/bad-encoding', 'its text is in no encoding that could be told'],
]);

/** `candidate/near-duplicate` as the words for it; empty for a reason this version does not know. */
export function reasonHint(reason: string): string {
  return HINTS.get(reason) ?? '';
}

/** `near-duplicate` of `candidate/near-duplicate`. */
export function reasonName(reason: string): string {
  return reason.slice(reason.indexOf('/') + 1);
}

export interface ReasonCount {
  /** `candidate/<name>` or `document/<name>`. */
  readonly reason: string;
  readonly count: number;
}

/** Reasons of one kind, the most frequent first. */
export function rankReasons(
  reasons: Readonly<Record<string, number>>,
  kind: 'candidate' | 'document',
): readonly ReasonCount[] {
  return Object.entries(reasons)
    .filter(([reason]) => reason.startsWith(`${kind}/`))
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((left, right) => right.count - left.count || (left.reason < right.reason ? -1 : 1));
}
