import { clausesOf } from '../clauses.ts';
import type { GroundingFinding, PreparedClaim } from '../claim.ts';
import { hasNegator } from '../polarity.ts';
import { quantitiesOf } from '../quantities/read-quantities.ts';
import { KnownWords } from '../words/known-words.ts';
import { meaningWordsOf, type MeaningWord } from '../words/meaning-words.ts';

/** Ways to say that something does not matter, each with the ways in which a source says that it does. */
const CONDITIONS: ReadonlyArray<{ readonly anyway: RegExp; readonly matters: RegExp; readonly ofAll?: true }> = [
  {
    anyway: /\b(?:even|also|regardless of(?: if| whether)?|whether or not)\b(?<condition>[^,;:.]*)/iu,
    matters:
      /\b(?:unless|except(?: if| when| in| for| on)?|provided(?: that)?|only (?:if|when|for|with|after)|as long as)\b(?<condition>[^,;:.]*)/giu,
    ofAll: true,
  },
  {
    anyway: /\b(?:without|(?:not|n['’]t) (?:need|require)|no need (?:of|for))\b(?<condition>[^,;:.]*)/iu,
    matters:
      /\b(?:provided(?: that)?|only (?:if|for|with|after)|as long as|needs?|requires?|must have)\b(?<condition>[^,;:.]*?)(?=[,;:.]|\bbefore\b|$)/giu,
  },
  {
    anyway: /(?<=\S )\bwithout(?<condition> \p{L}+ing\b[^,;:.]*)/iu,
    matters: /\b(?:must|ha(?:s|ve) to)\b(?<condition>[^,;:.]*?)(?=[,;:.]|\bbefore\b|$)/giu,
  },
  { anyway: /\bonly (?:with|if|after)\b(?<condition>[^,;:.]*)/iu, matters: /\bwithout\b(?<condition>[^,;:.]*)/giu },
];

/** A condition that may be so or not so. */
const CASE = /^\s*(?:when|if)\b/iu;

/** Share of a condition's words that make it the same condition. */
const SAME = 0.6;

/** Whether a statement holds in spite of what the source makes a condition of it, or an exception from it. */
export function checkConditions(claim: PreparedClaim): GroundingFinding | undefined {
  return findInSpite(claim) ?? findOtherCase(claim);
}

/** "Call the engineer when there is an entry" where the source says: when there is none. */
function findOtherCase({ statement, evidence }: PreparedClaim): GroundingFinding | undefined {
  const own = casesOf(statement);
  const theirs = own.length === 0 ? [] : evidence.flatMap(casesOf);
  for (const { main, condition } of own) {
    const same = theirs.filter((candidate) => isSaidIn(meaningWordsOf(candidate.condition), condition));
    if (same.some((candidate) => hasNegator(candidate.condition) === hasNegator(condition))) continue;
    const other = same.find(
      (candidate) =>
        hasNegator(condition) !== hasNegator(candidate.condition) &&
        hasNegator(main) === hasNegator(candidate.main) &&
        isSaidIn(meaningWordsOf(main), candidate.main),
    );
    if (other !== undefined)
      return {
        kind: 'negation',
        detail: `The source says this of the other case: ${JSON.stringify(other.condition.trim())}.`,
      };
  }
  return undefined;
}

/** What is said of a case, and the case. */
function casesOf(sentence: string): { readonly main: string; readonly condition: string }[] {
  const clauses = clausesOf(sentence);
  return clauses.flatMap((condition, index) => {
    const main = clauses[index === 0 ? 1 : index - 1];
    // "If it is so, nothing happens" is one clause.
    return CASE.test(condition) && main !== undefined ? [{ main, condition: condition.split(',')[0] ?? '' }] : [];
  });
}

function findInSpite({ statement, evidence }: PreparedClaim): GroundingFinding | undefined {
  const isNeedless = /(?:not|n['’]t) (?:need|require)|no need/iu.test(statement);
  if (hasNegator(statement) !== isNeedless || /^\s*not\b/iu.test(statement)) return undefined;
  // "Up to eight hours do not need one" is the other side of a condition.
  if (quantitiesOf(statement).some(({ bound }) => bound !== undefined)) return undefined;
  for (const rule of CONDITIONS) {
    const claimed = rule.anyway.exec(withoutConditions(statement))?.groups?.['condition'];
    const words = claimed === undefined ? [] : meaningWordsOf(claimed);
    const condition = evidence
      .flatMap((sentence) => conditionsOf(sentence, rule))
      .find((text) => isSaidIn(words, text));
    if (condition !== undefined)
      return { kind: 'negation', detail: `The source makes a condition of this: ${JSON.stringify(condition.trim())}.` };
  }
  return undefined;
}

function isSaidIn(words: readonly MeaningWord[], text: string): boolean {
  const known = new KnownWords(meaningWordsOf(text));
  return words.length > 0 && words.filter((word) => known.has(word)).length / words.length >= SAME;
}

/** What holds only in a case, and of whom something is said, claims nothing by itself. */
function withoutConditions(statement: string): string {
  return statement.replaceAll(/\b(?<!even |also )(?:if|when|whoever|who|that|which)\b[^,;.]*/giu, ' ');
}

/** Conditions, exceptions, and the cases in which something is denied. */
function conditionsOf(sentence: string, { matters, ofAll }: (typeof CONDITIONS)[number]): string[] {
  const clauses = clausesOf(sentence);
  // What may not be done without something may be done with it; what is not needed is no condition.
  const texts = ofAll === true ? [sentence] : clauses.filter((clause) => !hasNegator(clause));
  const stated = texts.flatMap((text) =>
    Array.from(text.matchAll(matters), ({ groups }) => groups?.['condition'] ?? ''),
  );
  const denied = clauses.filter(
    (clause, index) => /^\s*(?:when|if|where)\b/iu.test(clause) && hasNegator(clauses[index - 1] ?? ''),
  );
  return [...stated, ...denied];
}
