import type { Candidate, Chunk, ExtractedDocument, Recipe } from '@dsgen/core';
import { familyOf } from '../generate/patterns.ts';
import { countKinds } from '../privacy/count-kinds.ts';
import { DocumentPrivacy } from '../privacy/document-privacy.ts';
import { rankCandidate, type CandidateRank } from '../rank/rank-candidate.ts';
import { ChunkSearch } from '../shared/chunk-search.ts';
import { sha256 } from '../shared/hash.ts';
import { encodeSignature, minhash } from '../shared/minhash.ts';
import { countTokens } from '../shared/tokens.ts';
import { normaliseWords } from '../shared/words.ts';
import type { Check, CheckContext, Defect } from './check.ts';
import { checkBoilerplate } from './checks/boilerplate.ts';
import { checkComplete } from './checks/complete.ts';
import { checkForeignText } from './checks/foreign-text.ts';
import { checkLanguage } from './checks/language.ts';
import { checkLength } from './checks/length.ts';
import { checkPrivacy } from './checks/privacy.ts';
import { checkQuestion } from './checks/question.ts';
import { checkResidue } from './checks/residue.ts';
import { checkSelfContained } from './checks/self-contained.ts';
import { checkSpecific } from './checks/specific.ts';
import { checkSpans } from './checks/spans.ts';
import { checkWordOrder } from './checks/word-order.ts';
import { capFamilies } from './family-cap.ts';
import { rejectOverlaps } from './overlap.ts';
import { rejectSameAnswers } from './same-answer.ts';
import { takeApart, type RecordParts } from './record-parts.ts';
import type { AssessedCandidate, Verdict } from './verdict.ts';

/** In the order of their weight: the first that fails gives the reason. */
const CHECKS: readonly Check[] = [
  checkSpans,
  checkResidue,
  checkBoilerplate,
  checkLanguage,
  checkForeignText,
  checkWordOrder,
  checkComplete,
  checkSelfContained,
  checkQuestion,
  checkSpecific,
  checkLength,
];

export interface AssessInput {
  readonly document: ExtractedDocument;
  readonly recipe: Recipe;
  readonly chunks: readonly Chunk[];
  /** What the document holds of personal data and secrets. Default: looked for here. */
  readonly privacy?: DocumentPrivacy;
  /** Default: made from the document and its chunks. */
  readonly search?: ChunkSearch;
  /** What is known to be wrong with some of them already. */
  readonly defects?: ReadonlyMap<Candidate, Defect>;
}

/**
 * Judges candidates by everything that needs only their own document. What needs the rest of the corpus (duplicates
 * elsewhere, caps) is decided by the streaming pass, from the keys and the signature given here.
 */
export function assessCandidates(
  candidates: readonly Candidate[],
  { document, recipe, chunks, defects, ...input }: AssessInput,
): AssessedCandidate[] {
  const { privacy = new DocumentPrivacy(document.text, recipe.assess.pii) } = input;
  const { search = new ChunkSearch(document, chunks) } = input;
  const assessed = candidates.map((candidate) =>
    assess(candidate, { document, recipe, search, privacy, defect: defects?.get(candidate) }),
  );
  return rejectSameAnswers(capFamilies(rejectOverlaps(assessed), document.text));
}

interface AssessContext extends CheckContext {
  readonly privacy: DocumentPrivacy;
  readonly defect: Defect | undefined;
}

/** Everything after `protect`, verdict and keys included, sees only what may leave the document. */
function assess(generated: Candidate, context: AssessContext): AssessedCandidate {
  const { candidate: safe, found } = context.privacy.protect(generated);
  const bare = takeApart(safe);
  const tokens = countTokens(`${bare.question}\n${bare.passage}\n${bare.answer}`);
  const ranked = rankCandidate(safe);
  const candidate = withRank({ ...safe, quality: { ...safe.quality, tokens } }, ranked);
  const parts = { ...bare, candidate };
  const defect = checkPrivacy(found, context.recipe.assess.pii) ?? context.defect;
  return {
    candidate,
    verdict: defect === undefined ? judge(parts, context, ranked) : { accepted: false, ...defect },
    exactKey: shortHash(normaliseWords(`${parts.question}\n${parts.passage}\n${parts.answer}`).join(' ')),
    factKey: shortHash(`${familyOf(candidate.pattern)}\n${candidate.focus}`),
    signature: encodeSignature(minhash(comparableText(parts))),
    ...(found.length === 0 ? {} : { sensitive: countKinds(found) }),
  };
}

/** A rank takes the place of the pattern's own estimate. */
function withRank(candidate: Candidate, ranked: CandidateRank | undefined): Candidate {
  if (ranked === undefined) return candidate;
  return { ...candidate, score: ranked.score, quality: { ...candidate.quality, rank: ranked.score } };
}

function judge(parts: RecordParts, context: CheckContext, ranked: CandidateRank | undefined): Verdict {
  for (const check of CHECKS) {
    const defect = check(parts, context);
    if (defect !== undefined) return { accepted: false, ...defect };
  }
  if (ranked === undefined || ranked.score >= ranked.least) return { accepted: true };
  const detail = `Records like it are kept with a chance of ${ranked.score}; the least is ${ranked.least}.`;
  return { accepted: false, reason: 'low-rank', detail };
}

/**
 * What near-duplicates are measured on. Tasks over one passage differ in little but their instruction, so there every
 * second word is the family's name: shingles of three words then never match across families.
 */
function comparableText({ candidate, question, answer, passage }: RecordParts): string {
  const { variation } = candidate.lineage;
  // One part of a variation is its original's; what it has to be is another question, or another answer.
  if (variation === 'questions') return question;
  if (variation === 'answers') return answer;
  // An altered record is like its original by design, so it is compared with others of its kind.
  if (variation !== undefined) return normaliseWords(`${question}\n${passage}\n${answer}`).join(` ${variation} `);
  if (passage === '') return `${question}\n${answer}`;
  const family = familyOf(candidate.pattern);
  return normaliseWords(`${passage}\n${answer}`).join(` ${family} `);
}

function shortHash(text: string): string {
  return sha256(text).slice(0, 16);
}
