import type { AssessOptions, DatasetRecord } from '@dsgen/core';
import { scoreName } from '../score/score-name.ts';
import type { RejectReason } from './verdict.ts';

/** A check that every record of a dataset has passed, in the order they are made. */
export interface PassedCheck {
  readonly name: string;
  /** What holds for the record, with its numbers and the limits. */
  readonly finding: string;
  /** Reasons that a candidate which fails is rejected for. */
  readonly reasons: readonly RejectReason[];
}

const PRIVACY_FINDINGS: Readonly<Record<AssessOptions['pii'], string>> = {
  off: 'was not asked for',
  report: 'no key and no password; personal data is counted and left in',
  mask: 'personal data, keys and passwords are behind placeholders',
  drop: 'no personal data, no key and no password',
};

/** What a record had to stand before it was taken: a record exists only if all of this held when it was made. */
export function passedChecks(
  { quality, sources }: Pick<DatasetRecord, 'quality' | 'sources'>,
  { minTokens, maxTokens, maxPerSection, maxPerDocument, nearDuplicate, pii, scorers = [] }: AssessOptions,
): PassedCheck[] {
  const spans = sources.length === 1 ? 'its passage stands' : `its ${sources.length} passages stand`;
  const tokens = `${quality['tokens'] ?? 0} tokens, from ${minTokens} to ${maxTokens} allowed`;
  return [
    { name: 'evidence', finding: `${spans} in the document word for word`, reasons: ['span-mismatch'] },
    { name: 'privacy', finding: PRIVACY_FINDINGS[pii], reasons: ['personal-data', 'secret'] },
    { name: 'residue', finding: 'no leftovers of templates, markup or dropped links', reasons: ['residue'] },
    {
      name: 'boilerplate',
      finding: 'nothing that belongs to the page and not to its subject',
      reasons: ['boilerplate'],
    },
    { name: 'language', finding: 'no sign of another language than that of its document', reasons: ['wrong-language'] },
    { name: 'completeness', finding: 'nothing is announced and missing, nothing is cut off', reasons: ['incomplete'] },
    {
      name: 'self-containedness',
      finding: 'stands alone, or brings along the passage it speaks of',
      reasons: ['not-self-contained'],
    },
    { name: 'question', finding: 'reads as one that a person asks', reasons: ['weak-question', 'vague'] },
    {
      name: 'specificity',
      finding: 'a search of the document for the question finds its answer first, unless it brings its passage along',
      reasons: ['unspecific'],
    },
    { name: 'support', finding: supportFinding(quality), reasons: ['unsupported'] },
    { name: 'judge', finding: judgeFinding(quality), reasons: ['judged'] },
    { name: 'scores', finding: scoresFinding(quality, scorers), reasons: ['low-score'] },
    {
      name: 'variation',
      finding: 'no copy of another record, and none without it',
      reasons: ['poor-variation', 'original-left-out'],
    },
    { name: 'length', finding: tokens, reasons: ['too-short', 'too-long'] },
    { name: 'own answer', finding: 'no better record answers with the same sentences or fact', reasons: ['same-fact'] },
    {
      name: 'variety',
      finding: 'among the best of its kind for the length of its document, or all that its section gives',
      reasons: ['kind-cap'],
    },
    { name: 'rank', finding: rankFinding(quality), reasons: ['low-rank'] },
    { name: 'format', finding: 'the format of the dataset can hold it', reasons: ['not-representable'] },
    {
      name: 'novelty',
      finding: `no earlier candidate has its text or is at least ${nearDuplicate} similar`,
      reasons: ['duplicate', 'near-duplicate'],
    },
    {
      name: 'caps',
      finding: `among the best ${maxPerSection} of its section and ${maxPerDocument} of its document`,
      reasons: ['section-cap', 'document-cap'],
    },
    { name: 'documents', finding: documentsFinding(sources), reasons: ['documents-apart'] },
    { name: 'limit', finding: 'its turn came before the limit of the recipe, if it has one', reasons: ['limit'] },
  ];
}

function supportFinding({ support = null }: DatasetRecord['quality']): string {
  if (support === null) return 'says nothing in words of its own';
  const cut = support < 1 ? `; ${Math.round((1 - support) * 100)} % of its sentences were cut for that` : '';
  return `rules find nothing in it that the sentences it cites do not say${cut}`;
}

function rankFinding({ rank }: DatasetRecord['quality']): string {
  return rank === undefined ? 'its kind needs none' : `${rank} likely to be kept by a strict reader`;
}

function scoresFinding(quality: DatasetRecord['quality'], scorers: readonly string[]): string {
  if (scorers.length === 0) return 'no scorer was asked for';
  const scores = scorers.map(scoreName).map((name) => `${name} ${quality[name] ?? 'has nothing to say'}`);
  return `${scores.join(', ')}; every gate lets it through`;
}

function documentsFinding(sources: DatasetRecord['sources']): string {
  const documents = new Set(sources.map(({ documentId }) => documentId));
  return documents.size < 2 ? 'rests on one' : 'rests on both that it was asked about, in one split, under one licence';
}

function judgeFinding({ judgedSupport = null, clarity, relevance, coherence }: DatasetRecord['quality']): string {
  if (judgedSupport === null) return 'was not asked for';
  const support = `${Math.round(judgedSupport * 100)} % of its claims supported`;
  return `${support}, clarity ${clarity ?? 0}, relevance ${relevance ?? 0}, coherence ${coherence ?? 0}`;
}
