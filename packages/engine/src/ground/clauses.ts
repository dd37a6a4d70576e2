import { countWords } from '../analyze/english/words.ts';

const BOUNDARY =
  /[;:,]\s+|\s+[-–—]\s+|\s+\(|\)\s*|[.!?]\s+|\s+(?=(?:because|although|though|unless|provided|whereas|while|if|when|which|who|but|so that|as long as|even if|in order to)\s)|\s+(?=and (?:is|are|was|were|has|have|can|may|must|should|will|does|do|cannot|also|they|it|he|she|you|the|a|an)\s)/u;

/** Fewer words than this are part of the clause before. */
const FEWEST_WORDS = 4;

/** A sentence in its clauses; fragments stay with the clause before them. A table row is one clause. */
export function clausesOf(sentence: string): string[] {
  if (isTableRow(sentence)) return [sentence];
  const clauses: string[] = [];
  for (const part of sentence.split(BOUNDARY)) {
    if (part === undefined || part.trim() === '') continue;
    if (clauses.length > 0 && countWords(part) < FEWEST_WORDS) clauses.push(`${clauses.pop() ?? ''}, ${part}`);
    else clauses.push(part);
  }
  return clauses;
}

export function isTableRow(line: string): boolean {
  return /^\s*\|.*\|\s*$/u.test(line);
}
